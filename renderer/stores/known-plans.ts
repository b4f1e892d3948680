import { fail, ok, type Result } from '#core/base/result.ts';
import { isCacheStopped, listCachedPlans } from '#persistence/cache.ts';
import { readSetting, writeSetting } from '#persistence/settings.ts';
import { formatWhen } from '#text/format-when.ts';
import { workspaceText as text } from '#text/workspace.ts';
import { getBridge } from './bridge.ts';
import { showToast } from './toast-store.ts';

/** The setting that says that this window had copies of plans. */
const cacheMade = 'cache-made';

let leaving: Promise<unknown> = Promise.resolve();

/** Lets the list wait for a plan that is on its way out of two places. */
export function listAfter(deletion: Promise<unknown>): void {
  leaving = deletion;
}

/** Resolves when no plan is on its way out any more: a window that closed before would leave half of it. */
export async function finishDeletions(): Promise<void> {
  await leaving;
}

/** A plan in the list of the start page. */
export interface KnownPlan {
  readonly planId: string;
  readonly name: string;
  readonly changedAt: string | null;
  readonly damaged: boolean;
  /** A newer version of Rehome stored it in a form of its own. */
  readonly newer: boolean;
}

/** The plans that are stored: those of the vault, and what only the cache of this profile still has. */
export async function listKnownPlans(): Promise<Result<readonly KnownPlan[], string>> {
  await leaving;
  const stored = await getBridge().listPlans();
  const cached = await listCachedPlans();
  if (!stored.ok) return fail(stored.error.message);
  const known = new Set(stored.value.map((plan) => plan.planId));
  const lost = cached.filter((plan) => !known.has(plan.planId));
  if (cached.length > 0) await writeSetting(cacheMade, true);
  else if (known.size > 0 && (await readSetting(cacheMade)) === true) {
    // Browsers lose their databases without a word; the vault has all of it, and that is worth saying.
    await writeSetting(cacheMade, null);
    // A passphrase was set: then there is no copy any more, and that is as it should be.
    const last = stored.value.map((plan) => plan.changedAt).reduce((a, b) => (a > b ? a : b), '');
    if (!isCacheStopped()) showToast(text.cacheLost(known.size, formatWhen(last, new Date())));
  }
  return ok([
    ...stored.value.map(({ planId, name, changedAt, damaged, newer }) => ({
      planId,
      name,
      changedAt,
      damaged,
      newer,
    })),
    ...lost.map(({ planId, name }) => ({ planId, name, changedAt: null, damaged: false, newer: false })),
  ]);
}
