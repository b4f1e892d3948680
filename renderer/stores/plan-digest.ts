import { hasFields } from '#core/base/has-fields.ts';
import { readSetting, writeSetting } from '#persistence/settings.ts';

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
