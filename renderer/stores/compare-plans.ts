import { compareText as compareNames } from '#core/base/compare.ts';
import { fail, ok, type Result } from '#core/base/result.ts';
import { applyDiff, invertDiff } from '#core/commands/records-diff.ts';
import { parsePlanFile } from '#core/document/plan-file.ts';
import type { Plan } from '#core/model/plan.ts';
import { readWorkspace, type HistoryEntry } from '#persistence/workspace-text.ts';
import { compareText as text } from '#text/compare.ts';
import { workspaceText } from '#text/workspace.ts';
import { getBridge } from './bridge.ts';
import { listKnownPlans, type KnownPlan } from './known-plans.ts';
import { sayNotOpened } from './export-stored-plan.ts';
import { leavePlan, openStoredPlan } from './open-plan.ts';
import { showProblem } from './toast-store.ts';

/** The plan as it was before one of its edits (counted from 0). */
export function findEarlierPlan(plan: Plan, done: readonly HistoryEntry[], index: number): Plan {
  return done
    .slice(index)
    .toReversed()
    .reduce((later, entry) => applyDiff(later, invertDiff(entry.diff)), plan);
}

/** Lets the person choose a plan file to compare with; `null` when none was chosen or it could not be read (which is said). */
export async function choosePlanToCompare(): Promise<{ readonly name: string; readonly plan: Plan } | null> {
  const chosen = await getBridge().openFiles({ purpose: 'plan', multiple: false });
  if (!chosen.ok) {
    showProblem(chosen.error.message);
    return null;
  }
  const [file] = chosen.value;
  if (file === undefined) return null;
  const parsed = parsePlanFile(new TextDecoder().decode(file.bytes));
  if (parsed.ok) return { name: file.name, plan: parsed.value };
  showProblem(text.notRead(file.name, parsed.error.message));
  return null;
}

/** The other plans of the vault that can be read, by name: alternatives are plans of their own. */
export async function listOtherPlans(planId: string): Promise<Result<readonly KnownPlan[], string>> {
  const known = await listKnownPlans();
  if (!known.ok) return known;
  return ok(
    known.value
      .filter((plan) => plan.planId !== planId && !plan.damaged && !plan.newer)
      .sort((a, b) => compareNames(a.name, b.name)),
  );
}

/** A plan of the vault as it is stored there, without opening it. */
export async function readOtherPlan(planId: string): Promise<Result<Plan, string>> {
  const answer = await getBridge().loadPlan(planId);
  if (!answer.ok) return fail(answer.error.message);
  if (answer.value === null) return fail(workspaceText.gone);
  const read = await readWorkspace(answer.value.checkpoint, answer.value.journal);
  return read.ok ? ok(read.value.plan) : fail(read.error);
}

/** Leaves the open plan once all of it is stored, and opens another one. */
export async function switchToPlan(planId: string): Promise<void> {
  if (!(await leavePlan())) return;
  const opened = await openStoredPlan(planId);
  if (!opened.ok) await sayNotOpened(planId, opened.error);
}
