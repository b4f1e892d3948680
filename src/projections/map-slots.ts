import { compareText } from '#core/base/compare.ts';
import type { Change } from '#core/model/change.ts';
import type { NodeId } from '#core/model/ids.ts';
import type { InventoryNode } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';
import { ancestorsIn, childrenIn, type Estate } from '#core/state/estate.ts';
import { estateAt, phaseOf, plannedSequence } from '#core/state/plan-states.ts';
import { toPlacement } from '#core/graph/placement.ts';
import type { SlotKind } from './map-measures.ts';

/**
 * A place on the map where a node stands in at least one state of the plan. The map lays out all of them at once, so
 * that nothing jumps when the slider moves: a node that travels has one slot at its old place and one at its new.
 */
export interface MapSlot {
  /** The ids from the outermost place down, joined by `/`; `?` stands for "place not known". */
  readonly key: string;
  /** `null` for the group of things whose place is not known. */
  readonly node: NodeId | null;
  readonly kind: SlotKind;
  readonly name: string;
  readonly parent: MapSlot | null;
  /** The most service rows that the node has in any state; 0 for places. */
  rows: number;
  readonly children: MapSlot[];
}

/** Whether the node of a slot stands there in a state, given that the place around it does: faster than asking for its path. */
function isOccupied(estate: Estate, slot: MapSlot): boolean {
  const node = estate.nodes.get(slot.node);
  if (node === undefined || isRow(estate, node)) return false;
  const around = slot.parent;
  const isGrouped = around !== null && around.node === null;
  const place = isGrouped ? (around.parent?.node ?? null) : (around?.node ?? null);
  const parent = estate.nodes.get(node.parent);
  if ((parent?.id ?? null) !== place) return false;
  const wantsGroup =
    holdsRows(node.kind) &&
    (parent === undefined || (parent.kind === 'provider' && hasSites(estate, parent.id)));
  return wantsGroup === isGrouped;
}

/** All slots of a plan. */
export interface MapSlots {
  readonly roots: readonly MapSlot[];
  readonly byKey: ReadonlyMap<string, MapSlot>;
  /** Where a node stands in a state; `null` when it is not there, or is a row of a server. */
  readonly slotIn: (estate: Estate, id: NodeId) => MapSlot | null;
  /** Whether the node of a slot stands there in a state, given that the place around it does. */
  readonly isOccupied: (estate: Estate, slot: MapSlot) => boolean;
}

/** One step on the way from the outermost place to a node. */
export interface PathStep {
  readonly key: string;
  /** `null` for a group. */
  readonly node: InventoryNode | null;
  readonly kind: SlotKind;
  readonly name: string;
}

/** How the map is put together, where it is not by place. */
export interface Arrangement {
  /** The way to a node; empty for one that is not shown, because only what stands in it is. */
  readonly pathOf: (estate: Estate, node: InventoryNode) => readonly PathStep[];
  /** Whether a change may put nodes elsewhere that it does not name. */
  readonly turnsAll: (change: Change) => boolean;
}

/** A service that stands on a server (or on another service) is a row there, not a box. */
export function isRow(estate: Estate, node: InventoryNode): boolean {
  if (node.kind !== 'service') return false;
  const parent = estate.nodes.get(node.parent);
  return parent !== undefined && (parent.kind === 'server' || parent.kind === 'service');
}

/** Reading order: order key, then name, then id; what has no order key comes last. */
function compareNodes(a: InventoryNode, b: InventoryNode): number {
  return (
    compareText(a.order ?? '~', b.order ?? '~') || compareText(a.name, b.name) || compareText(a.id, b.id)
  );
}

/** What stands directly on a node, in reading order. */
function readChildren(estate: Estate, id: NodeId): InventoryNode[] {
  return childrenIn(estate, id).sort(compareNodes);
}

/** The services shown as rows of a node, in reading order. */
export function rowsOf(estate: Estate, id: NodeId): InventoryNode[] {
  const found: InventoryNode[] = [];
  const seen = new Set<NodeId>([id]);
  const visit = (at: NodeId): void => {
    for (const child of readChildren(estate, at)) {
      if (seen.has(child.id)) continue;
      seen.add(child.id);
      found.push(child);
      visit(child.id);
    }
  };
  visit(id);
  return found;
}

const sited = new WeakMap<Estate, Map<NodeId, boolean>>();

/** Whether a provider has sites: then a server that stands on it directly has no known region. */
function hasSites(estate: Estate, id: NodeId): boolean {
  const known = sited.get(estate) ?? new Map<NodeId, boolean>();
  sited.set(estate, known);
  const before = known.get(id);
  if (before !== undefined) return before;
  const found = childrenIn(estate, id).some((child) => child.kind === 'site');
  known.set(id, found);
  return found;
}

/** Whether a node of this kind is drawn with the services on it as rows. */
export function holdsRows(kind: SlotKind): boolean {
  return kind === 'server' || kind === 'service';
}

/** The keys from the outermost place to the node, with the unknown place put in where it belongs. */
function pathOf(estate: Estate, node: InventoryNode): readonly PathStep[] {
  const chain = [...ancestorsIn(estate, node.id)].reverse();
  chain.push(node);
  const path: PathStep[] = [];
  let key = '';
  const push = (part: string, at: InventoryNode | null): void => {
    key = key === '' ? part : `${key}/${part}`;
    path.push({ key, node: at, kind: at?.kind ?? 'unplaced', name: at?.name ?? '' });
  };
  chain.forEach((each, index) => {
    const parent = chain[index - 1];
    const isLeaf = holdsRows(each.kind);
    if (parent === undefined) {
      if (isLeaf) push('?', null);
    } else if (isLeaf && parent.kind === 'provider') {
      if (hasSites(estate, parent.id)) push('?', null);
    }
    push(each.id, each);
  });
  return path;
}

/** Which nodes a change gives a new place to. */
function placedBy(change: Change, estate: Estate): NodeId[] {
  if (change.kind === 'move') return [change.node];
  if (change.kind === 'add') return [change.node.id];
  if (change.kind === 'merge') return [change.into, ...estate.children.of(change.into)];
  return [];
}

const outermost = new WeakMap<Estate['nodes'], readonly InventoryNode[]>();

/** The outermost nodes; remembered, since most edits of a plan leave the inventory as it is. */
function rootsOf(estate: Estate): readonly InventoryNode[] {
  const known = outermost.get(estate.nodes) ?? toPlacement(estate.nodes).roots;
  outermost.set(estate.nodes, known);
  return known;
}

const byPlace: Arrangement = { pathOf, turnsAll: () => false };

/** The slots of every state of a plan. Linear in the nodes, and in what the changes place anew. */
export function toMapSlots(plan: Plan, arrangement: Arrangement = byPlace): MapSlots {
  const byKey = new Map<string, MapSlot>();
  const roots: MapSlot[] = [];
  const slotUnder = (parent: MapSlot | null, step: PathStep): MapSlot => {
    const known = byKey.get(step.key);
    if (known !== undefined) return known;
    const { key, kind, name } = step;
    const slot: MapSlot = { key, node: step.node?.id ?? null, kind, name, parent, rows: 0, children: [] };
    byKey.set(key, slot);
    (parent === null ? roots : parent.children).push(slot);
    return slot;
  };
  const slotAt = (estate: Estate, node: InventoryNode): MapSlot | null => {
    let parent: MapSlot | null = null;
    for (const step of arrangement.pathOf(estate, node)) parent = slotUnder(parent, step);
    return parent;
  };
  const add = (estate: Estate, node: InventoryNode, outer: MapSlot | null = null): void => {
    if (isRow(estate, node)) {
      const server = estate.nodes.get(node.parent);
      if (server !== undefined && !isRow(estate, server)) add(estate, server);
      return;
    }
    // By place nearly everything stands directly on what was added before: its way need not be looked for again.
    const isDirect =
      outer !== null && arrangement === byPlace && !(holdsRows(node.kind) && outer.kind === 'provider');
    const { kind, name } = node;
    const slot = isDirect
      ? slotUnder(outer, { key: `${outer.key}/${node.id}`, node, kind, name })
      : slotAt(estate, node);
    if (slot !== null && holdsRows(slot.kind))
      slot.rows = Math.max(slot.rows, rowsOf(estate, node.id).length);
    if (!holdsRows(node.kind)) for (const child of readChildren(estate, node.id)) add(estate, child, slot);
  };
  const start = estateAt(plan, 'start');
  for (const root of rootsOf(start)) add(start, root);
  for (const change of plannedSequence(plan)) {
    const estate = estateAt(plan, phaseOf(plan, change));
    if (arrangement.turnsAll(change)) for (const root of rootsOf(estate)) add(estate, root);
    for (const id of placedBy(change, estate)) {
      const node = estate.nodes.get(id);
      if (node !== undefined) add(estate, node);
    }
  }
  const slotIn: MapSlots['slotIn'] = (estate, id) => {
    const node = estate.nodes.get(id);
    if (node === undefined || isRow(estate, node)) return null;
    return byKey.get(arrangement.pathOf(estate, node).at(-1)?.key ?? '') ?? null;
  };
  return {
    roots,
    byKey,
    slotIn,
    isOccupied:
      arrangement === byPlace
        ? isOccupied
        : (estate, slot) => slot.node !== null && slotIn(estate, slot.node) === slot,
  };
}
