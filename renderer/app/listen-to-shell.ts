import { runAction } from '#actions/actions.ts';
import { getBridge } from '#stores/bridge.ts';
import { finishDeletions } from '#stores/known-plans.ts';
import { flushFile } from '#stores/plan-file-link.ts';
import { leavePlan, openStoredPlan } from '#stores/open-plan.ts';
import { openPlanFile } from '#stores/plan-files.ts';
import { sayNotOpened } from '#stores/export-stored-plan.ts';
import { findKeeper, workspaceStore } from '#stores/workspace-store.ts';

async function finishClosing(): Promise<void> {
  await findKeeper()?.settled();
  await flushFile();
  await finishDeletions();
  await getBridge().finishClosing();
}

/** The open plan is left first; where it can't be stored it stays. */
async function openFromMenu(planId: string): Promise<void> {
  const { plan } = workspaceStore.getState();
  if (plan?.id === planId || (plan !== null && !(await leavePlan()))) return;
  const opened = await openStoredPlan(planId);
  if (!opened.ok) await sayNotOpened(planId, opened.error);
}

/** Does what the menu and the system ask for; returns the function that stops it. */
export function listenToShell(): () => void {
  const stop = getBridge().watch((event) => {
    if (event.kind === 'action') runAction(event.actionId);
    else if (event.kind === 'open-plan') void openPlanFile(event.file);
    else if (event.kind === 'open-stored') void openFromMenu(event.planId);
    else void finishClosing();
  });
  const warn = (event: BeforeUnloadEvent): void => {
    if (workspaceStore.getState().save.kind !== 'saved') event.preventDefault();
  };
  globalThis.addEventListener('beforeunload', warn);
  return () => {
    stop();
    globalThis.removeEventListener('beforeunload', warn);
  };
}
