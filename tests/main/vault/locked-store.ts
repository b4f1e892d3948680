import { expect } from 'vitest';
import type { LockState } from '#core/contract/lock-state.ts';
import { openStore, type Store } from '#main/vault/open-store.ts';
import type { Keyring } from '#main/vault/passphrase.ts';
import { makeCrashDisk, type CrashDisk, type Image } from './crash-disk.ts';
import { checkpointOf, lineOf } from './make-vault.ts';

/** The passphrase that is set, and another one. */
export const first = 'correct horse battery';
export const second = 'ein anderer Satz';
/** A word of the plan that may be readable nowhere. */
export const canary = 'canary-host-db01';

let count = 0;

/** The store of a disk in memory; guessing costs next to nothing. */
export function open({ disk }: CrashDisk, keyring: Keyring | null = null): Store {
  const makeToken = (): string => `t${(count += 1)}`;
  return openStore({ dataFolder: '/data', disk, keyring, makeToken, now: () => 0, cost: 2 });
}

/** A plan with a checkpoint, the one before, a journal, a version and a setting, each with the name of a host in it. */
export async function fill({ vault, settings }: Store): Promise<void> {
  await vault.writeCheckpoint(checkpointOf(1, { checkpoint: `old ${canary}` }));
  await vault.writeCheckpoint(
    checkpointOf(2, { checkpoint: canary, before: { reason: 'import', words: canary } }),
  );
  await vault.appendJournal(lineOf(3, { lines: [canary] }));
  await settings.write('digest:pl_a', canary);
}

/** What the lock says of itself. */
export async function stateOf({ passphrase }: Store): Promise<LockState> {
  const answer = await passphrase.state();
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

/** Sets, changes or removes the passphrase. */
export const set = (
  { passphrase }: Store,
  next: string | null,
  current: string | null = null,
  remember = false,
) => passphrase.change({ current, next, remember });

/** The revision of the plan, with its journal and without a word of damage. */
export async function revisionOf({ vault }: Store): Promise<number> {
  const loaded = await vault.loadPlan('pl_a');
  if (!loaded.ok || loaded.value === null) throw new Error('the plan is gone');
  expect(loaded.value.notice).toBeNull();
  expect(loaded.value.journal).toEqual([canary]);
  return loaded.value.revision;
}

/** The files of an image that hold some words. */
export const holds = (image: Image, words: string): readonly string[] =>
  [...image].filter(([, bytes]) => Buffer.from(bytes).includes(words)).map(([name]) => name);

/** What the disk holds after a passphrase was set. */
export async function makeLocked(): Promise<Image> {
  const power = makeCrashDisk();
  const store = open(power);
  await fill(store);
  expect(await set(store, first)).toMatchObject({ ok: true, value: { isComplete: true } });
  return power.images().at(-1) ?? new Map();
}
