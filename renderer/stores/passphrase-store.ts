import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Answer } from '#core/contract/bridge.ts';
import type { LockState, PassphraseRequest, Secured } from '#core/contract/lock-state.ts';
import { allowCache, stopCache } from '#persistence/cache.ts';
import { getBridge } from './bridge.ts';

/** `null`: not known yet. `unknown`: the program behind the page does not say; the start page shows why. */
const lockStore = createStore<{
  readonly lock: LockState | 'unknown' | null;
  readonly problem: string | null;
}>(() => ({ lock: null, problem: null }));

/** Asks whether the plans are locked. With a passphrase no copy of a plan may be in this profile. */
export async function readLock(): Promise<void> {
  const answer = await getBridge().readLock();
  if (answer.ok && answer.value.state !== 'none') await stopCache();
  if (answer.ok && answer.value.state === 'none') allowCache();
  // Only a problem with the key itself keeps the start page away.
  const isKeyProblem = !answer.ok && ['damaged', 'newer-format'].includes(answer.error.code);
  lockStore.setState({
    lock: answer.ok ? answer.value : 'unknown',
    problem: isKeyProblem ? answer.error.message : null,
  });
}

/** Gives the passphrase or the recovery code; answers what is wrong with it, or null. */
export async function unlock(secret: string): Promise<string | null> {
  const answer = await getBridge().unlock(secret);
  if (!answer.ok) return answer.error.message;
  await readLock();
  return null;
}

/** Sets, changes or removes the passphrase. */
export async function changePassphrase(request: PassphraseRequest): Promise<Answer<Secured>> {
  const answer = await getBridge().changePassphrase(request);
  await readLock();
  return answer;
}

/** Whether the plans are locked, as far as it is known. */
export function useLock(): LockState | 'unknown' | null {
  return useStore(lockStore, ({ lock }) => lock);
}

/** What is wrong with the key of the plans, in words. */
export function useKeyProblem(): string | null {
  return useStore(lockStore, ({ problem }) => problem);
}
