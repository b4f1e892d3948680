import { comparePlans } from '#core/document/compare/compare-plans.ts';
import type { Plan } from '#core/model/plan.ts';

/**
 * Which of several states of a plan (the newest first) another copy of it was probably made of: the one that it differs from in the fewest
 * records, the newer one of two alike. Places on the map don't count. `null` when there are none.
 */
export function findNearestState(states: readonly Plan[], copy: Plan): number | null {
  let nearest: { readonly index: number; readonly count: number } | null = null;
  for (const [index, state] of states.entries()) {
    const count = comparePlans(state, copy).records.filter((each) => each.collection !== 'layout').length;
    if (nearest === null || count < nearest.count) nearest = { index, count };
  }
  return nearest?.index ?? null;
}
