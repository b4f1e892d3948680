import { openStoredPlan } from '#stores/open-plan.ts';
import { workspaceStore } from '#stores/workspace-store.ts';

const key = 'rehome-open-plan';

/** Opens the plan again that this tab showed before it was loaded again, and notes which one is open; returns the function that stops it. */
export function reopenAfterReload(): () => void {
  const before = sessionStorage.getItem(key);
  if (before !== null && workspaceStore.getState().plan === null) {
    void openStoredPlan(before).then((opened) => {
      if (!opened.ok) sessionStorage.removeItem(key);
      return undefined;
    });
  }
  return workspaceStore.subscribe(({ plan }, { plan: last }) => {
    if (plan?.id === last?.id) return;
    if (plan === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, plan.id);
  });
}
