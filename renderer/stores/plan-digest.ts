import { hasFields } from '#core/base/has-fields.ts';
import { countServers } from '#core/projections/totals.ts';
import { readSetting, writeSetting } from '#persistence/settings.ts';
import { workspaceStore } from './workspace-store.ts';

/** What the start page says of a plan without opening it. */
export interface PlanDigest {
  readonly error: number;
  readonly warning: number;
  readonly serversNow: number;
  readonly serversThen: number;
}

const fields = ['error', 'warning', 'serversNow', 'serversThen'] as const;

/** What was noted of a plan when it was open last; null when nothing was. */
export async function readDigest(planId: string): Promise<PlanDigest | null> {
  const value = await readSetting(`digest:${planId}`);
  return hasFields(value, fields, 'number') ? value : null;
}

/** Forgets what was noted of a plan that is deleted. */
export function forgetDigest(planId: string): Promise<void> {
  return writeSetting(`digest:${planId}`, null);
}

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
