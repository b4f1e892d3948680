import { checkPlan } from '#core/checks/check-plan.ts';
import type { CheckReport } from '#core/model/finding.ts';
import type { NodeKind } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';
import { toCostSum, type CostSum } from '#core/planning/cost/plan-costs.ts';
import type { Estate } from '#core/state/estate.ts';
import { estateAt, phasesInOrder, plannedSequence } from '#core/state/plan-states.ts';

/** One way to go in numbers: what stands at its end, what that costs, how risky and how long the way is. */
export interface PlanMeasures {
  readonly name: string;
  /** At the end; a class of unknown size adds nothing and makes `isAtLeast` true. */
  readonly servers: number;
  readonly hosts: number;
  readonly isAtLeast: boolean;
  /** A month, at the end. */
  readonly cost: CostSum;
  readonly errors: number;
  readonly warnings: number;
  readonly changes: number;
  readonly phases: number;
  /** From the first day to the last one of all phases that have dates; `null` without. */
  readonly days: number | null;
  /** Duties that go to another party. */
  readonly dutiesMoved: number;
}

function countOf(estate: Estate, kind: NodeKind): number {
  return estate.nodes.filter((node) => node.kind === kind).reduce((sum, node) => sum + (node.count ?? 0), 0);
}

function toDays(plan: Plan): number | null {
  const phases = phasesInOrder(plan);
  const starts = phases.flatMap((phase) => phase.start ?? []).sort();
  const ends = phases.flatMap((phase) => phase.end ?? []).sort();
  const [first, last] = [starts[0], ends.at(-1)];
  if (first === undefined || last === undefined) return null;
  const days = Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000) + 1;
  return Number.isFinite(days) && days > 0 ? days : null;
}

/** The numbers that tell one plan from another. Runs all checks, unless their report is given. */
export function measurePlan(plan: Plan, report: CheckReport = checkPlan(plan)): PlanMeasures {
  const end = estateAt(plan, 'end');
  const { counts } = report;
  const sequence = plannedSequence(plan);
  return {
    name: plan.name,
    servers: countOf(end, 'server'),
    hosts: countOf(end, 'host'),
    isAtLeast:
      end.nodes.filter((node) => node.count === null && (node.kind === 'server' || node.kind === 'host'))
        .length > 0,
    cost: toCostSum(end),
    errors: counts.error,
    warnings: counts.warning,
    changes: sequence.length,
    phases: plan.phases.size,
    days: toDays(plan),
    dutiesMoved: sequence.filter((change) => change.kind === 'hand-over').length,
  };
}
