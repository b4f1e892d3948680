import type { Plan } from '#core/model/plan.ts';
import type { LinkedSlots, PackedHosts } from './map-layout.ts';

interface Remembered {
  readonly layout: Plan['layout'];
  readonly nodes: Plan['nodes'];
  readonly collapsed: string;
  readonly hosts: PackedHosts;
}

const remembered = new WeakMap<LinkedSlots, Remembered>();

/**
 * The hosts that were packed before for the same links, positions of hands and collapsed places: a drop changes what stands
 * in two of a thousand. What is remembered goes with the links.
 */
export function recallHosts(plan: Plan, collapsed: ReadonlySet<string>, linked: LinkedSlots): PackedHosts {
  const { layout, nodes } = plan;
  const places = [...collapsed].sort().join();
  const known = remembered.get(linked);
  if (known?.layout === layout && known.nodes === nodes && known.collapsed === places) return known.hosts;
  const hosts: PackedHosts = new Map();
  remembered.set(linked, { layout, nodes, collapsed: places, hosts });
  return hosts;
}
