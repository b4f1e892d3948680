import type { ChangeId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import { toChangeTitle } from '#core/projections/change-title.ts';

/** What a change of the plan is called, by its id. */
export function titleOf(plan: Plan, id: ChangeId): string {
  const change = plan.changes.get(id);
  return change === undefined ? id : toChangeTitle(plan, change);
}
