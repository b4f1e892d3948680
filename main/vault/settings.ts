import { join } from 'node:path';
import { z } from 'zod';
import type { Answer } from '#core/contract/bridge.ts';
import { ok } from '#core/base/result.ts';
import { bridgeLimits } from '#core/contract/limits.ts';
import type { Disk } from './disk.ts';
import { attempt, done } from './vault-problem.ts';
import { writeAtomic } from './write-atomic.ts';

/** What a person set for the program, in one small file beside the vault. */
export interface Settings {
  readonly read: () => Promise<Answer<Readonly<Record<string, unknown>>>>;
  /** Keeps a setting, or forgets it with `null`. Calls run one after the other. */
  readonly write: (key: string, value: unknown) => Promise<Answer<null>>;
}

const fileName = 'settings.json';
const schema = z.record(z.string(), z.unknown());

/** Opens the settings of a data folder. A file that can't be read is the same as none: only comfort is lost. */
export function openSettings(disk: Disk, folder: string): Settings {
  let known: Map<string, unknown> | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let count = 0;

  const load = async (): Promise<Map<string, unknown>> => {
    if (known !== null) return known;
    const bytes = await disk.read(join(folder, fileName));
    try {
      const parsed = schema.parse(JSON.parse(Buffer.from(bytes ?? '{}').toString('utf8')));
      known = new Map(Object.entries(parsed));
    } catch {
      known = new Map();
    }
    return known;
  };

  const inTurn = <T>(work: () => Promise<Answer<T>>): Promise<Answer<T>> => {
    const turn = last.then(() => attempt(work));
    last = turn;
    return turn;
  };

  return {
    read: () => inTurn(async () => ok(Object.fromEntries(await load()))),
    write: (key, value) =>
      inTurn(async () => {
        const next = new Map(await load());
        next.delete(key);
        if (value !== null) next.set(key, value);
        // The oldest go first: a setting of a plan may outlive it.
        const kept = [...next].slice(-bridgeLimits.settings);
        const bytes = Buffer.from(`${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`);
        await disk.makeFolder(folder);
        count += 1;
        const token = `${process.pid}-${count}`;
        await writeAtomic(disk, { folder, name: fileName, keepAs: null, bytes, token });
        known = new Map(kept);
        return done;
      }),
  };
}
