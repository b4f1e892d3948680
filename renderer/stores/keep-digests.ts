import { countServers } from '#core/projections/totals.ts';
import { writeSetting } from '#persistence/settings.ts';
import { workspaceStore } from './workspace-store.ts';

/** Notes the numbers of the open plan a moment after each edit; returns the function that stops it. */
export function keepDigests(): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const note = ({ plan, report, isChecked } = workspaceStore.getState()): void => {
    if (plan === null || !isChecked) return;
    const { error, warning } = report.counts;
    void writeSetting(`digest:${plan.id}`, { error, warning, ...countServers(plan) });
  };
  const stop = workspaceStore.subscribe((now, before) => {
    if (now.report === before.report) return;
    if (timer !== null) clearTimeout(timer);
    // A plan that is left is noted at once: the start page shows it next.
    if (now.plan?.id !== before.plan?.id) note(before);
    timer = setTimeout(note, 400);
  });
  return () => {
    if (timer !== null) clearTimeout(timer);
    stop();
  };
}
