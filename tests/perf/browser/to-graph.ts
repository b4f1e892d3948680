import type { Plan } from '#core/model/plan.ts';
import { toMapScene } from '#core/projections/map-scene.ts';

/** The servers of a plan where our map has them, and what they depend on: what the peers are given to draw. */
export interface Graph {
  readonly nodes: readonly {
    readonly id: string;
    readonly label: string;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
  readonly edges: readonly { readonly id: string; readonly source: string; readonly target: string }[];
}

/** The graph of a plan. It has no hosts, providers and services: the peers have less to draw than we have. */
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
