import { toPlanFileText } from '#core/document/plan-file.ts';
import type { OpenedFile } from '#core/contract/bridge.ts';
import { workspaceText as text } from '#text/workspace.ts';
import { getBridge } from './bridge.ts';
import { toFileStem } from './file-stem.ts';
import { openPlanText, openStoredPlan } from './open-plan.ts';
import { linkPlan } from './plan-file-link.ts';
import { applyEdit } from './run-commands.ts';
import { saveText } from './save-text.ts';
import { showProblem } from './toast-store.ts';
import { workspaceStore } from './workspace-store.ts';

/** Whether a file is a plan file by its name. */
export function isPlanFile(name: string): boolean {
  return /\.rehome\.json$/iu.test(name);
}

/**
 * Opens a plan file; what is wrong with it is said. In the shell the plan is kept in that file from then on; a file whose plan is here
 * already opens that plan, with its history.
 */
export async function openPlanFile(
  file: Pick<OpenedFile, 'name' | 'bytes'> & { readonly handle?: string | null },
): Promise<boolean> {
  const handle = file.handle ?? null;
  const linked = handle === null ? null : await getBridge().linkedFiles?.findPlan(handle);
  if (linked?.ok === true && linked.value !== null && (await openStoredPlan(linked.value)).ok) return true;
  const opened = await openPlanText(new TextDecoder().decode(file.bytes), file.name);
  if (!opened.ok) showProblem(opened.error);
  else if (handle !== null) await linkPlan(handle);
  return opened.ok;
}

/** Lets the person choose a plan file and opens it. */
export async function chooseAndOpenPlan(): Promise<void> {
  const chosen = await getBridge().openFiles({ purpose: 'plan', multiple: false });
  if (!chosen.ok) {
    showProblem(chosen.error.message);
    return;
  }
  const [file] = chosen.value;
  if (file !== undefined) await openPlanFile(file);
}

/** Saves the open plan as one file. */
export async function savePlanCopy(): Promise<void> {
  const { plan } = workspaceStore.getState();
  if (plan !== null) await saveText(`${toFileStem(plan.name)}.rehome.json`, toPlanFileText(plan));
}

/** Gives the open plan another name, as an edit that can be undone. */
export function renamePlan(name: string): void {
  const { plan } = workspaceStore.getState();
  const trimmed = name.trim();
  if (plan === null || trimmed === '' || trimmed === plan.name) return;
  applyEdit({
    plan: { ...plan, name: trimmed, revision: plan.revision + 1 },
    diff: { name: [plan.name, trimmed], collections: {} },
    label: text.renamed(trimmed),
  });
}
