import { toChangeWords, toPlanNames } from '#core/graph/change-words.ts';
import { findKnownNode } from '#core/graph/known-nodes.ts';
import { toDependencyVerb } from '#core/exporters/reading/dependency-words.ts';
import type { Plan } from '#core/model/plan.ts';

/** Finds a name for anything that an id points at, in the first of several plans that knows it; `null`: none does. */
export type FindName = (id: string) => string | null;

function nameIn(plan: Plan, id: string): string | null {
  const node = findKnownNode(plan, id);
  if (node !== undefined) return node.name;
  const named = plan.parties.get(id) ?? plan.phases.get(id) ?? plan.sources.get(id);
  if (named !== undefined) return named.name;
  const dependency = plan.dependencies.get(id);
  const { nameOf } = toPlanNames(plan);
  if (dependency !== undefined) {
    return `${nameOf(dependency.from)} ${toDependencyVerb(dependency.type)} ${nameOf(dependency.to)}`;
  }
  const change = plan.changes.get(id);
  if (change !== undefined) return toChangeWords(toPlanNames(plan), change);
  const handOver = plan.handovers.get(id);
  if (handOver !== undefined) {
    return `hand-over of ${handOver.area}${handOver.subject === null ? '' : ` of ${nameOf(handOver.subject)}`}`;
  }
  const duty = plan.duties.get(id);
  if (duty !== undefined) {
    const on = duty.subject === null ? (duty.environment ?? 'everything') : nameOf(duty.subject);
    return `${duty.area} of ${on}`;
  }
  return plan.questions.get(id)?.text ?? plan.tasks.get(id)?.text ?? null;
}

/** Names as the plans know them, the first plan first. An empty name is no name. */
export function toFindName(...plans: readonly Plan[]): FindName {
  return (id) => {
    for (const plan of plans) {
      const name = nameIn(plan, id);
      if (name !== null && name !== '') return name;
    }
    return null;
  };
}
