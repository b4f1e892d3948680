import type { PlanId } from './ids.ts';
import type { Plan } from './plan.ts';

/** The key of the plan file, at its top level, that names the plan that a scenario was branched from. */
const originKey = 'scenarioOf';

/**
 * The id of the plan that a scenario was branched from, however often; `null` for a plan that is no scenario. A scenario is a
 * plan of its own (decision 0013) that keeps the ids of all records.
 */
export function findOrigin(plan: Pick<Plan, 'extra'>): string | null {
  const origin = plan.extra['']?.[originKey];
  return typeof origin === 'string' && origin !== '' ? origin : null;
}

/** What all alternatives of one plan share: the id of the plan that they began with. */
export function toFamily(plan: Pick<Plan, 'id' | 'extra'>): string {
  return findOrigin(plan) ?? plan.id;
}

/**
 * A new alternative: the same plan under another id and name, with the same records under the same ids, so that steps can be
 * compared and taken across. Its revisions count from 0. A scenario of a scenario belongs to the first plan's family.
 */
export function toScenario(plan: Plan, head: { readonly id: PlanId; readonly name: string }): Plan {
  const extra = { ...plan.extra, '': { ...plan.extra[''], [originKey]: toFamily(plan) } };
  return { ...plan, ...head, revision: 0, extra };
}

/** A plan with the name and the place in its family that another one has: what a merge of two alternatives leaves alone. */
export function withScenarioHead(plan: Plan, head: Plan): Plan {
  const { [originKey]: _own, ...rest } = { ...plan.extra[''] };
  const origin = findOrigin(head);
  const top = origin === null ? rest : { ...rest, [originKey]: origin };
  const { '': _top, ...others } = plan.extra;
  const extra = Object.keys(top).length === 0 ? others : { ...others, '': top };
  return { ...plan, name: head.name, extra };
}
