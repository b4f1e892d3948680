import type { InventoryNode, NodeKind } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';
import type { Estate } from '#core/state/estate.ts';
import { estateAt } from '#core/state/plan-states.ts';

/** How many things of each kind there are: counts are summed, classes of unknown size add nothing. */
export function countByKind(nodes: Iterable<InventoryNode>): Readonly<Record<NodeKind, number>> {
  const counts = { provider: 0, site: 0, host: 0, server: 0, service: 0 };
  for (const node of nodes) counts[node.kind] += node.count ?? 0;
  return counts;
}

/** Servers in one state. */
export function countServersIn(estate: Estate): number {
  return countByKind(estate.nodes).server;
}

/** Servers as it is and with everything done. */
export function countServers(plan: Plan): { readonly serversNow: number; readonly serversThen: number } {
  return {
    serversNow: countServersIn(estateAt(plan, 'start')),
    serversThen: countServersIn(estateAt(plan, 'end')),
  };
}
