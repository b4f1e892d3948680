import { z } from 'zod';
import type { Answer } from '#core/contract/bridge.ts';
import { ok } from '#core/base/result.ts';
import { bridgeLimits } from '#core/contract/limits.ts';
import type { JsonFile } from './json-file.ts';
import { attempt, done } from './vault-problem.ts';

/** What a person set for the program, in one small file beside the vault. */
export interface Settings {
  readonly read: () => Promise<Answer<Readonly<Record<string, unknown>>>>;
  /** Keeps a setting, or forgets it with `null`. Calls run one after the other. */
  readonly write: (key: string, value: unknown) => Promise<Answer<null>>;
}

const schema = z.record(z.string(), z.unknown());

/** Opens the settings in a file. One that can't be read is the same as none: only comfort is lost. */
export function openSettings(file: JsonFile): Settings {
  let known: Map<string, unknown> | null = null;
  let last: Promise<unknown> = Promise.resolve();

  const load = async (): Promise<Map<string, unknown>> => {
    if (known !== null) return known;
    const parsed = schema.safeParse(await file.read());
    known = new Map(Object.entries(parsed.success ? parsed.data : {}));
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
        await file.write(Object.fromEntries(kept));
        known = new Map(kept);
        return done;
      }),
  };
}
