import { join } from 'node:path';
import type { Disk } from './disk.ts';
import { writeAtomic } from './write-atomic.ts';

/** One small JSON file beside the vault. Its calls run one after the other. */
export interface JsonFile {
  /** What is in it; null when there is none or it can't be read. */
  readonly read: () => Promise<unknown>;
  /** Replaces it as a whole. */
  readonly write: (value: unknown) => Promise<void>;
  /** Does something with the file itself, between the other calls. */
  readonly between: (work: (folder: string, name: string) => Promise<void>) => Promise<void>;
}

/** Opens a file of a folder; nothing is read or made before the first call. */
export function openJsonFile(disk: Disk, folder: string, name: string): JsonFile {
  let last: Promise<unknown> = Promise.resolve();
  let count = 0;

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => null);
    return turn;
  };

  return {
    read: () =>
      inTurn(async () => {
        const bytes = await disk.read(join(folder, name));
        try {
          const value: unknown = bytes === null ? null : JSON.parse(Buffer.from(bytes).toString('utf8'));
          return value;
        } catch {
          return null;
        }
      }),
    write: (value) =>
      inTurn(async () => {
        const bytes = Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
        await disk.makeFolder(folder);
        count += 1;
        const token = `${process.pid}-${count}`;
        await writeAtomic(disk, { folder, name, keepAs: null, bytes, token });
      }),
    between: (work) => inTurn(() => work(folder, name)),
  };
}
