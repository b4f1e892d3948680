import type { Plan } from '#core/model/plan.ts';
import { toMapScene } from '#core/projections/map-scene.ts';
import type { Graph } from '../pages/graph.ts';

/** The servers of a plan where our map has them, and what they depend on. It has no hosts, providers and services: the peers have less to draw than we have. */
export function toGraph(plan: Plan): Graph {
  const { slots, layout } = toMapScene(plan, 1.6);
  const keys = new Map<string, string>();
  for (const slot of slots.byKey.values())
    if (slot.kind === 'server' && slot.node !== null) keys.set(slot.node, slot.key);
  const nodes = [...keys].flatMap(([id, key]) => {
    const rect = layout.rects.get(key);
    return rect === undefined ? [] : [{ id, label: plan.nodes.get(id)?.name ?? id, ...rect }];
  });
  const edges = [...plan.dependencies].flatMap(({ id, from, to }) =>
    keys.has(from) && keys.has(to) ? [{ id, source: from, target: to }] : [],
  );
  return { nodes, edges };
}
