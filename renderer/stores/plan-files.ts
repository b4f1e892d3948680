import { toPlanFileText } from '#core/document/plan-file.ts';
import type { OpenedFile } from '#core/contract/bridge.ts';
import { workspaceText as text } from '#text/workspace.ts';
import { getBridge } from './bridge.ts';
import { openPlanText } from './open-plan.ts';
import { applyEdit } from './run-commands.ts';
import { saveText } from './save-text.ts';
import { showProblem } from './toast-store.ts';
import { workspaceStore } from './workspace-store.ts';

/** Whether a file is a plan file by its name. */
export function isPlanFile(name: string): boolean {
  return /\.rehome\.json$/iu.test(name);
}

/** Opens a plan file; what is wrong with it is said. */
export async function openPlanFile(file: Pick<OpenedFile, 'name' | 'bytes'>): Promise<boolean> {
  const opened = await openPlanText(new TextDecoder().decode(file.bytes), file.name);
  if (!opened.ok) showProblem(opened.error);
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

/** A file name without what file systems don't like. */
export function toFileStem(name: string): string {
  const stem = name.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[-.]+|[-.]+$/gu, '');
  return stem === '' ? 'plan' : stem.slice(0, 80);
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
