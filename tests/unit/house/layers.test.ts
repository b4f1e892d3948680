import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { layers, packageRooms } from '#support/layers.ts';
import packageJson from '../../../package.json' with { type: 'json' };
import { readCode, type ProjectFile } from './source-files.ts';

const files = [...readCode('src'), ...readCode('main'), ...readCode('renderer')];
const importPattern =
  /(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]|(?:^|\n)import\s+['"]([^'"]+)['"]/gu;

function importsOf(file: ProjectFile): string[] {
  return [...file.text.matchAll(importPattern)].flatMap((match) =>
    [match[1] ?? match[2] ?? match[3] ?? []].flat(),
  );
}

function resolve(file: ProjectFile, specifier: string): string | null {
  if (specifier.startsWith('.')) return normalize(join(dirname(file.path), specifier));
  if (!specifier.startsWith('#')) return null;
  for (const [alias, target] of Object.entries(packageJson.imports)) {
    const head = alias.slice(0, -1);
    if (specifier.startsWith(head)) return normalize(target.slice(2, -1) + specifier.slice(head.length));
  }
  return `unknown subpath ${specifier}`;
}

/** The longest room of the table that a path lies in. */
function roomOf(path: string): string {
  const rooms = Object.keys(layers).filter((room) => path.startsWith(`${room}/`));
  return rooms.sort((a, b) => b.length - a.length)[0] ?? dirname(path);
}

function violationsOf(file: ProjectFile): string[] {
  const room = roomOf(file.path);
  const allowed = [room, ...(layers[room] ?? [])];
  return importsOf(file).flatMap((specifier) => {
    const target = resolve(file, specifier);
    if (target === null) {
      const owner = Object.entries(packageRooms).find(
        ([name]) => specifier === name || specifier.startsWith(`${name}/`),
      );
      return owner !== undefined && !file.path.startsWith(`${owner[1]}/`)
        ? [`${file.path} imports ${specifier}`]
        : [];
    }
    if (specifier.includes('../../')) return [`${file.path} climbs with ${specifier}`];
    const inside = allowed.some((place) => target.startsWith(`${place}/`));
    const view = /^renderer\/views\/([^/]+)\//u;
    const otherView =
      view.exec(file.path)?.[1] !== view.exec(target)?.[1] && view.test(target) && view.test(file.path);
    return inside && !otherView ? [] : [`${file.path} imports ${target}`];
  });
}

describe('layers', () => {
  it('sees the files and their imports', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(files.flatMap(importsOf).length).toBeGreaterThan(300);
  });

  it('catches an import against the table', () => {
    const wrong = {
      path: 'src/base/x.ts',
      text: "import { y } from '#core/checks/y.ts';\nimport Dexie from 'dexie';",
    };
    expect(violationsOf(wrong)).toHaveLength(2);
  });

  it('lets each room import only what the table allows', () => {
    expect(files.flatMap(violationsOf)).toEqual([]);
  });

  it('has no barrels and no vague names', () => {
    const vague =
      /(^|\/)(utils?|helpers?|common|misc|managers?|service)(\.[a-z]+)*$|\/(utils?|helpers?|common|misc)\//u;
    expect(files.map((file) => file.path).filter((path) => vague.test(path))).toEqual([]);
    expect(files.filter((file) => file.path.startsWith('src/') && file.path.endsWith('/index.ts'))).toEqual(
      [],
    );
  });
});
