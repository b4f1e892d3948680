import type { NodeId } from '#core/model/ids.ts';
import type { LayoutPosition } from '#core/model/layout.ts';
import type { Plan } from '#core/model/plan.ts';
import { toEstate } from '#core/state/estate.ts';
import { recallHosts } from './map-hosts.ts';
import { findServerWidth } from './map-name-width.ts';
import { layoutMap, type LinkedSlots, type MapLayout } from './map-layout.ts';
import { toArrangement, type MapGrouping } from './map-grouping.ts';
import { isRow, toMapSlots, type MapSlot, type MapSlots } from './map-slots.ts';

/** The places of a plan's map: the same for every state, so that nothing jumps when the slider moves. */
export interface MapScene {
  readonly slots: MapSlots;
  readonly layout: MapLayout;
  /** Ids of the places that are shown without what stands in them. */
  readonly collapsed: ReadonlySet<string>;
  /** The slots that stand where a hand put them. */
  readonly placed: readonly MapSlot[];
}

/** More needs than this from one box and it is a hub: it stands at the top of its column, and its links don't pull. */
const hubDegree = 5;

interface FoundLinks {
  readonly linked: LinkedSlots;
  readonly hubs: ReadonlySet<string>;
}

const found = new WeakMap<Plan['dependencies'], FoundLinks & { readonly nodes: Plan['nodes'] }>();

/** The same as `findLinks`; remembered by place, since edits of the plan leave the inventory as it is. */
function recallLinks(plan: Plan, slots: MapSlots): FoundLinks {
  const known = found.get(plan.dependencies);
  if (known !== undefined && known.nodes === plan.nodes) return known;
  const links = findLinks(plan, slots);
  found.set(plan.dependencies, { ...links, nodes: plan.nodes });
  return links;
}

/** The box slots that dependencies link, and the hubs among them. */
function findLinks(plan: Plan, slots: MapSlots): FoundLinks {
  const estate = toEstate(plan);
  const slotsById = new Map<NodeId, MapSlot | null>();
  const slotOf = (id: NodeId): MapSlot | null => {
    const before = slotsById.get(id);
    if (before !== undefined) return before;
    const slot = findSlot(id);
    slotsById.set(id, slot);
    return slot;
  };
  const findSlot = (id: NodeId): MapSlot | null => {
    let node = estate.nodes.get(id);
    for (let steps = 0; node !== undefined && isRow(estate, node) && steps < 9; steps += 1)
      node = estate.nodes.get(node.parent);
    return node === undefined ? null : slots.slotIn(estate, node.id);
  };
  const pairs: { key: string; from: string; to: string; type: string }[] = [];
  const degree = new Map<string, number>();
  const count = (key: string): void => {
    degree.set(key, (degree.get(key) ?? 0) + 1);
  };
  for (const dependency of plan.dependencies) {
    const [from, to] = [slotOf(dependency.from), slotOf(dependency.to)];
    if (from === null || to === null || from === to) continue;
    pairs.push({ key: dependency.id, from: from.key, to: to.key, type: dependency.type });
    count(`${dependency.type}|to|${to.key}`);
    count(`${dependency.type}|from|${from.key}`);
  }
  const linked = new Map<string, string[]>();
  const link = (from: string, to: string): void => {
    const known = linked.get(from);
    if (known === undefined) linked.set(from, [to]);
    else known.push(to);
  };
  const hubs = new Set<string>();
  for (const { from, to, type } of pairs.sort((a, b) => (a.key < b.key ? -1 : 1))) {
    if ((degree.get(`${type}|to|${to}`) ?? 0) >= hubDegree) hubs.add(to);
    else if ((degree.get(`${type}|from|${from}`) ?? 0) >= hubDegree) hubs.add(from);
    else {
      link(from, to);
      link(to, from);
    }
  }
  return { linked, hubs };
}

/**
 * Lays out the map of a plan, with some places collapsed, for a window of some aspect ratio (width by height). A grouping
 * puts together what shares something instead of what stands in one place; positions that a hand gave belong to places.
 */
export function toMapScene(
  plan: Plan,
  aspect: number,
  collapsed: ReadonlySet<string> = new Set(),
  grouping: MapGrouping | null = null,
): MapScene {
  const slots = grouping === null ? toMapSlots(plan) : toMapSlots(plan, toArrangement(plan, grouping));
  const { linked, hubs } = grouping === null ? recallLinks(plan, slots) : findLinks(plan, slots);
  const start = toEstate(plan);
  const handOf = (slot: MapSlot): LayoutPosition | undefined => {
    const position = plan.layout.get(slot.node ?? null);
    if (position === undefined || slot.node === null || grouping !== null) return undefined;
    // A hand position counts at the place where the node stands today, or where it is added.
    return !start.nodes.has(slot.node) || slots.slotIn(start, slot.node) === slot ? position : undefined;
  };
  const layout = layoutMap(slots.roots, {
    linked,
    hubs,
    serverWidth: findServerWidth(plan),
    memory: grouping === null ? recallHosts(plan, collapsed, linked) : new Map(),
    aspect,
    isCollapsed: (slot) => slot.node !== null && collapsed.has(slot.node),
    hand: handOf,
  });
  const placed =
    plan.layout.size === 0
      ? []
      : [...slots.byKey.values()].filter((slot) => layout.rects.has(slot.key) && handOf(slot) !== undefined);
  return { slots, layout, collapsed, placed };
}
