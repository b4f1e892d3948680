import type { Finding } from '#core/model/finding.ts';
import type { Plan } from '#core/model/plan.ts';
import { checkPlan } from './check-plan.ts';

/**
 * What the checks say of a merged plan and of neither side alone: errors and warnings that nobody accepted. Each edit was right by itself,
 * only the combination is not.
 */
export function findBrokenByMerge(sides: readonly Plan[], merged: Plan): readonly Finding[] {
  const known = new Set(sides.flatMap((plan) => checkPlan(plan).findings.map((finding) => finding.id)));
  return checkPlan(merged).findings.filter(
    (finding) => finding.severity !== 'info' && finding.accepted === null && !known.has(finding.id),
  );
}
