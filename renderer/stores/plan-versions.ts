import { fail, ok, type Result } from '#core/base/result.ts';
import { diffPlans } from '#core/commands/records-diff.ts';
import type { PlanVersion } from '#core/contract/bridge.ts';
import type { Plan } from '#core/model/plan.ts';
import { readWorkspace } from '#persistence/workspace-text.ts';
import { workspaceText as text } from '#text/workspace.ts';
import { getBridge } from './bridge.ts';
import { makeId } from '#bridge/make-id.ts';
import { leavePlan, openNewPlan } from './open-plan.ts';
import { applyEdit, undo } from './run-commands.ts';
import { showToast } from './toast-store.ts';
import { findKeeper, workspaceStore } from './workspace-store.ts';

/** The kept versions of a plan, the last one first. What is pending is stored first, so that the list is as new as the screen. */
export async function listVersions(planId: string): Promise<Result<readonly PlanVersion[], string>> {
  if (workspaceStore.getState().plan?.id === planId) await findKeeper()?.settled();
  const answer = await getBridge().listVersions(planId);
  return answer.ok ? answer : fail(answer.error.message);
}

/** The plan as it was in a version. */
export async function readVersion(planId: string, versionId: string): Promise<Result<Plan, string>> {
  const answer = await getBridge().loadVersion({ planId, versionId });
  if (!answer.ok) return fail(answer.error.message);
  if (answer.value === null) return fail(text.versionGone);
  const read = await readWorkspace(answer.value.checkpoint, answer.value.journal);
  return read.ok ? ok(read.value.plan) : fail(read.error);
}

/** Makes the open plan what it was in a version: one edit that can be undone, with a version of the state before it. */
export function restoreVersion(version: Plan, when: string): void {
  const { plan } = workspaceStore.getState();
  if (plan === null) return;
  const label = text.versionLabel(when);
  const after = { ...version, id: plan.id, revision: plan.revision + 1 };
  if (!applyEdit({ plan: after, diff: diffPlans(plan, version), label }, label, 'restore')) return;
  showToast(label, { label: text.takeBack, run: undo });
}

/** Opens a version as a plan of its own; the plan that it is of stays as it is. */
export async function openVersionAsCopy(version: Plan): Promise<void> {
  await findKeeper()?.settled();
  await openNewPlan({ ...version, id: makeId('pl'), name: text.copyOf(version.name) });
}

/** Opens an alternative to a plan: a plan of its own with the same ids in it, so that both can be compared and merged. */
export async function makeAlternative(plan: Plan): Promise<void> {
  const name = text.alternativeTo(plan.name);
  // What was not stored yet would be missing in the plan that stays behind.
  if (!(await leavePlan())) return;
  await openNewPlan({ ...plan, id: makeId('pl'), name });
  showToast(text.isAlternative(plan.name));
}
