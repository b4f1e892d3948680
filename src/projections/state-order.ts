import type { CheckReport, Finding } from '#core/model/finding.ts';
import type { PhaseId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import { phasesInOrder, type StatePoint } from '#core/state/plan-states.ts';

/** The named states of a plan in order: as is, after each phase, to be. */
export function statePoints(plan: Plan): StatePoint[] {
  return ['start', ...phasesInOrder(plan).map((phase) => phase.id), 'end'];
}

/** Where a state stands in the order of states, 0 for as is; a phase that is gone counts as as is. */
export function rankOf(plan: Plan, point: StatePoint | null): number {
  return point === null ? 0 : Math.max(0, statePoints(plan).indexOf(point));
}

/** The number that people see for a phase, from 1; `null` for changes without a phase. */
export function numberOfPhase(plan: Plan, phase: PhaseId | 'end' | null): number | null {
  if (phase === null || phase === 'end') return null;
  const at = phasesInOrder(plan).findIndex((each) => each.id === phase);
  return at < 0 ? null : at + 1;
}

/** Findings that hold in a state and that nobody accepted. */
export function findingsAt(plan: Plan, report: CheckReport, point: StatePoint): Finding[] {
  const ranks = new Map(statePoints(plan).map((each, at) => [each, at]));
  const rank = ranks.get(point) ?? 0;
  return report.findings.filter(
    (finding) =>
      finding.accepted === null &&
      (finding.phase === null ? 0 : (ranks.get(finding.phase) ?? 0)) <= rank &&
      (finding.until === null || (ranks.get(finding.until) ?? Infinity) > rank),
  );
}
