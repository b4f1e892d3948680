import type { AppliedEdit } from '#core/commands/apply-commands.ts';
import type { Draft } from '#core/commands/draft.ts';
import { isEmptyDiff } from '#core/commands/records-diff.ts';
import type { Plan } from '#core/model/plan.ts';

/** A draft as one edit that can be undone; where nothing changed it is the plan itself. */
export function toAppliedEdit(draft: Draft, before: Plan, label: string): AppliedEdit {
  const diff = draft.diff();
  const plan = isEmptyDiff(diff) ? before : { ...draft.plan, revision: before.revision + 1 };
  return { plan, diff, label, made: [], notes: draft.notes() };
}
