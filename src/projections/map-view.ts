import type { CheckReport } from '#core/model/finding.ts';
import type { NodeId } from '#core/model/ids.ts';
import type { InventoryNode } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';
import { ancestorsIn, type Estate } from '#core/state/estate.ts';
import { estateAt, type StatePoint } from '#core/state/plan-states.ts';
import { isPlaceKind, measures, serverHeight, type Rect } from './map-measures.ts';
import { findArrivals, type Arrivals } from './map-arrivals.ts';
import { sumInside } from './map-collapsed.ts';
import { findOldBoxes } from './map-old-boxes.ts';
import type { MapScene } from './map-scene.ts';
import type { MapBox, MapView } from './map-box.ts';
import { rowsOf, type MapSlot } from './map-slots.ts';
import { plainState, toNodeStates, type NodeState } from './node-marks.ts';

interface Making {
  readonly plan: Plan;
  readonly estate: Estate;
  readonly scene: MapScene;
  readonly states: ReadonlyMap<NodeId, NodeState>;
  readonly arrivals: Arrivals;
  readonly boxes: MapBox[];
  /** By node, the names of the places of what stands on it. */
  readonly places: Map<NodeId, readonly string[]>;
  /** Between as is and to be, where ghosts are drawn. */
  readonly showsOld: boolean;
}

/** Names of what a node stands on; what stands on one box shares the list. */
function placesOf(making: Making, node: InventoryNode, parent: MapBox | null): readonly string[] {
  if (parent === null || parent.node === null || parent.node !== node.parent)
    return ancestorsIn(making.estate, node.id).map((each) => each.name);
  const known = making.places.get(parent.node) ?? [parent.name, ...parent.places];
  making.places.set(parent.node, known);
  return known;
}

function toBox(
  making: Making,
  node: InventoryNode,
  rect: Rect,
  parent: MapBox | null,
  isRow: boolean,
): MapBox {
  const arrival = making.arrivals.get(node.id);
  return {
    id: node.id,
    node: node.id,
    kind: node.kind,
    type: node.type,
    name: node.name,
    rect,
    depth: parent === null ? 0 : parent.depth + 1,
    parent: parent?.id ?? null,
    places: placesOf(making, node, parent),
    servers: 0,
    arrival: arrival?.kind ?? null,
    presence: 'here',
    phase: arrival?.phase ?? null,
    uncounted: node.count === null,
    isRow,
    collapsed: false,
    state: making.states.get(node.id) ?? plainState,
    rows: [],
  };
}

function addNode(making: Making, slot: MapSlot, parent: MapBox | null): number {
  const node = making.estate.nodes.get(slot.node);
  const rect = making.scene.layout.rects.get(slot.key);
  if (node === undefined || rect === undefined) return 0;
  if (isPlaceKind(slot.kind)) {
    const at = making.boxes.length;
    const box = toBox(making, node, rect, parent, false);
    if (making.scene.collapsed.has(node.id)) {
      const inside = sumInside(making.estate, making.states, node.id);
      making.boxes.push({ ...box, ...inside, collapsed: true });
      return inside.servers;
    }
    making.boxes.push(box);
    const servers = addChildren(making, slot, box);
    making.boxes[at] = { ...box, servers };
    return servers;
  }
  const rows = rowsOf(making.estate, node.id);
  const height = rows.length === 0 && node.kind === 'service' ? rect.height : serverHeight(rows.length);
  const box = toBox(making, node, { ...rect, height }, parent, false);
  making.boxes.push(box);
  rows.forEach((row, index) => {
    const { header, row: rowHeight } = measures.server;
    const at = { x: rect.x, y: rect.y + header + index * rowHeight, width: rect.width, height: rowHeight };
    making.boxes.push(toBox(making, row, at, box, true));
  });
  return node.kind === 'server' ? (node.count ?? 0) : 0;
}

function addChildren(making: Making, slot: MapSlot, parent: MapBox | null): number {
  let servers = 0;
  for (const child of slot.children) {
    if (child.node === null) servers += addGroup(making, child, parent);
    else if (making.scene.slots.isOccupied(making.estate, child)) servers += addNode(making, child, parent);
  }
  return servers;
}

/** A group, or what has no known place: shown only while it holds something. */
function addGroup(making: Making, slot: MapSlot, parent: MapBox | null): number {
  const rect = making.scene.layout.rects.get(slot.key);
  if (rect === undefined) return 0;
  const at = making.boxes.length;
  const box: MapBox = {
    id: slot.key,
    node: null,
    kind: slot.kind,
    type: null,
    name: slot.name,
    rect,
    depth: parent === null ? 0 : parent.depth + 1,
    parent: parent?.id ?? null,
    places: parent === null ? [] : [parent.name, ...parent.places],
    servers: 0,
    arrival: null,
    presence: 'here',
    phase: null,
    uncounted: false,
    isRow: false,
    collapsed: false,
    state: plainState,
    rows: [],
  };
  making.boxes.push(box);
  const servers = addChildren(making, slot, box);
  if (making.boxes.length === at + 1 && !making.showsOld) making.boxes.pop();
  else making.boxes[at] = { ...box, servers };
  return servers;
}

/**
 * The boxes of the map in one state of the plan, outer ones first. Linear in the nodes. Ghosts and arrows stand between as is and to be; in a
 * preview also in to be, since that is about what changes.
 */
export function toMapView(
  plan: Plan,
  report: CheckReport,
  point: StatePoint,
  scene: MapScene,
  isPreview = false,
): MapView {
  const estate = estateAt(plan, point);
  const making: Making = {
    plan,
    estate,
    scene,
    states: toNodeStates(plan, report, point),
    arrivals: findArrivals(plan, point),
    boxes: [],
    places: new Map(),
    showsOld: point !== 'start' && (point !== 'end' || isPreview),
  };
  addChildren(
    making,
    {
      key: '',
      node: null,
      kind: 'unplaced',
      name: '',
      parent: null,
      rows: 0,
      children: [...scene.slots.roots],
    },
    null,
  );
  const old = findOldBoxes(making, point);
  // One by one: a call with tens of thousands of arguments would not fit on the stack.
  for (const box of old.boxes) making.boxes.push(box);
  return {
    boxes: making.boxes,
    byId: new Map(making.boxes.map((box) => [box.id, box])),
    moves: old.moves,
    hidden: new Set(),
    width: scene.layout.width,
    height: scene.layout.height,
  };
}
