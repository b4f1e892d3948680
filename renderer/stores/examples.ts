import type { SourceFile } from '#core/importers/contract.ts';

/** An example inventory that comes with the program. */
export interface Example {
  readonly slug: string;
  readonly title: string;
  readonly text: string;
  readonly servers: number;
}

const abouts: Readonly<Record<string, unknown>> = import.meta.glob('#assets/examples/*/about.json', {
  eager: true,
  import: 'default',
});
const files: Readonly<Record<string, () => Promise<unknown>>> = import.meta.glob(
  ['#assets/examples/*/*', '!#assets/examples/*/about.json'],
  { query: '?url', import: 'default' },
);

function slugOf(path: string): string {
  return path.split('/').at(-2) ?? '';
}

function toExample(path: string, about: unknown): Example[] {
  if (typeof about !== 'object' || about === null) return [];
  const title: unknown = Reflect.get(about, 'title');
  const text: unknown = Reflect.get(about, 'text');
  const servers: unknown = Reflect.get(about, 'servers');
  if (typeof title !== 'string' || typeof text !== 'string' || typeof servers !== 'number') return [];
  return [{ slug: slugOf(path), title, text, servers }];
}

/** The examples, by the name of their folder. */
export const examples: readonly Example[] = Object.entries(abouts).flatMap(([path, about]) =>
  toExample(path, about),
);

/** The files of an example, as if they had been dropped. */
export async function readExample(slug: string): Promise<readonly SourceFile[]> {
  const own = Object.entries(files).filter(([path]) => slugOf(path) === slug);
  return await Promise.all(
    own.map(async ([path, load]) => {
      const response = await fetch(String(await load()));
      return { name: path.split('/').at(-1) ?? path, bytes: new Uint8Array(await response.arrayBuffer()) };
    }),
  );
}
