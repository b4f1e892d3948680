import type { NodeId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import { phaseOf, plannedSequence, type StatePoint } from '#core/state/plan-states.ts';
import { numberOfPhase, rankOf } from './state-order.ts';

/** The nodes that stand in a new place, and since which phase (its number; `null` for none). */
export type Arrivals = ReadonlyMap<
  NodeId,
  { readonly kind: 'moved' | 'added'; readonly phase: number | null }
>;

/** What the plan has put in a new place up to the shown state. */
export function findArrivals(plan: Plan, point: StatePoint): Arrivals {
  const rank = rankOf(plan, point);
  const arrivals = new Map<NodeId, { kind: 'moved' | 'added'; phase: number | null }>();
  for (const change of plannedSequence(plan)) {
    const phase = phaseOf(plan, change);
    if (rankOf(plan, phase) > rank) break;
    const number = numberOfPhase(plan, phase);
    if (change.kind === 'move') arrivals.set(change.node, { kind: 'moved', phase: number });
    if (change.kind === 'add') arrivals.set(change.node.id, { kind: 'added', phase: number });
  }
  return arrivals;
}
