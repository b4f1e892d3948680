import { checkPlan } from '#core/checks/check-plan.ts';
import type { Finding } from '#core/model/finding.ts';
import type { Plan } from '#core/model/plan.ts';

/** The findings of one rule in a plan, as the whole check reports them. */
export function findingsOf(plan: Plan, rule: string): Finding[] {
  return checkPlan(plan).findings.filter((finding) => finding.rule === rule);
}
