import { isSameJson } from '#core/base/same-json.ts';
import type { Change } from '#core/model/change.ts';
import type { ChangeId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import { plannedSequence } from '#core/state/plan-states.ts';

/** A step that two alternatives don't share: only one has it (the other side is `null`), or each has it in another way. */
export interface StepDifference {
  readonly id: ChangeId;
  readonly base: Change | null;
  readonly other: Change | null;
}

/** Where a step stands in its phase is no difference: order keys are renumbered by edits of something else. */
function isSameStep(base: Plan, other: Plan, one: Change, two: Change): boolean {
  if (!isSameJson({ ...one, order: '' }, { ...two, order: '' })) return false;
  if (one.kind !== 'hand-over') return true;
  return isSameJson(base.handovers.get(one.handover), other.handovers.get(one.handover));
}

/** The steps in which an alternative differs from another: first those of the base in its planned order, then those that only the other has. */
export function compareSteps(base: Plan, other: Plan): StepDifference[] {
  const ofBase = plannedSequence(base).flatMap((one): StepDifference[] => {
    const two = other.changes.get(one.id);
    if (two === undefined) return [{ id: one.id, base: one, other: null }];
    return isSameStep(base, other, one, two) ? [] : [{ id: one.id, base: one, other: two }];
  });
  const added = plannedSequence(other)
    .filter((two) => !base.changes.has(two.id))
    .map((two): StepDifference => ({ id: two.id, base: null, other: two }));
  return [...ofBase, ...added];
}
