import { runAction } from '#actions/actions.ts';
import { getBridge } from '#stores/bridge.ts';
import { flushFile } from '#stores/plan-file-link.ts';
import { openPlanFile } from '#stores/plan-files.ts';
import { findKeeper, workspaceStore } from '#stores/workspace-store.ts';

async function finishClosing(): Promise<void> {
  await findKeeper()?.settled();
  await flushFile();
  await getBridge().finishClosing();
}

/** Does what the menu and the system ask for; returns the function that stops it. */
export function listenToShell(): () => void {
  const stop = getBridge().watch((event) => {
    if (event.kind === 'action') runAction(event.actionId);
    else if (event.kind === 'open-plan') void openPlanFile(event.file);
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
