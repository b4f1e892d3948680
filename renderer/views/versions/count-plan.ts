import type { Plan } from '#core/model/plan.ts';
import { countByKind } from '#core/projections/totals.ts';

/** What a version holds, in numbers; the keys are those of the words. */
export interface PlanCounts {
  readonly servers: number;
  readonly services: number;
  readonly dependencies: number;
  readonly phases: number;
  readonly changes: number;
  readonly questions: number;
  readonly tasks: number;
}

/** Counts what is in a plan, without working out any state of it. */
export function countPlan(plan: Plan): PlanCounts {
  const kinds = countByKind(plan.nodes);
  return {
    servers: kinds.server,
    services: kinds.service,
    dependencies: plan.dependencies.size,
    phases: plan.phases.size,
    changes: plan.changes.size,
    questions: plan.questions.filter((each) => each.status === 'open').length,
    tasks: plan.tasks.size,
  };
}
