import { orderKeyBetween } from '#core/base/order-key.ts';
import { checkPlan } from '#core/checks/check-plan.ts';
import type { Finding } from '#core/model/finding.ts';
import type { Change } from '#core/model/change.ts';
import { toId, type PhaseId } from '#core/model/ids.ts';
import { toPhase } from '#core/model/phase.ts';
import type { Plan } from '#core/model/plan.ts';
import { phasesInOrder } from '#core/state/plan-states.ts';
import type { Joined } from './join-phases.ts';

/** The id that a proposed phase has while it is only looked at. */
export function toPreviewId(number: number): PhaseId {
  return toId('ph', `ph_proposed_${number}`);
}

/** The plan as it would be with these phases, each list of changes in its order, for the checks to look at. */
export function toPreviewPlan(
  plan: Plan,
  phases: readonly (readonly Change[])[],
  joined: readonly Joined[],
): Plan {
  let order = phasesInOrder(plan).at(-1)?.order ?? null;
  const rows = phases.map((_, number) => {
    // Keys that no Rehome wrote sort too, but leave no room behind them that a fractional key would find.
    order = toNextKey(order);
    return toPhase({ id: toPreviewId(number), name: `Phase ${number + 1}`, order });
  });
  const changes = phases.flatMap((list, number) => {
    let key: string | null = null;
    return list.map((change): Change => {
      key = toNextKey(key);
      return { ...change, phase: toPreviewId(number), order: key };
    });
  });
  const joining = joined.flatMap(({ change: id, phase, before }): Change[] => {
    const change = plan.changes.get(id);
    const place = plan.changes.get(before)?.order ?? '~';
    return change === undefined ? [] : [{ ...change, phase, order: place.slice(0, -1) || change.order }];
  });
  return { ...plan, phases: plan.phases.put(rows), changes: plan.changes.put([...joining, ...changes]) };
}

function toNextKey(before: string | null): string {
  try {
    return orderKeyBetween(before, null);
  } catch {
    return `${before ?? ''}V`;
  }
}

/** The errors of a plan. */
export function findErrors(plan: Plan): readonly Finding[] {
  return checkPlan(plan).findings.filter(
    ({ severity, accepted }) => severity === 'error' && accepted === null,
  );
}
