import type { InventoryNode } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';
import { ancestorsIn, type Estate } from '#core/state/estate.ts';
import { estateAt, phaseOf, plannedSequence, type StatePoint } from '#core/state/plan-states.ts';
import { isHidden } from './map-collapsed.ts';
import { isPlaceKind, serverHeight } from './map-measures.ts';
import type { MapScene } from './map-scene.ts';
import { rowsOf, type MapSlot } from './map-slots.ts';
import type { MapBox, MoveArrow } from './map-box.ts';
import { plainState } from './node-marks.ts';
import { numberOfPhase, rankOf } from './state-order.ts';

/** What old boxes are found in: a plan, the shown state and the places of the map. */
interface OldMaking {
  readonly plan: Plan;
  readonly estate: Estate;
  readonly scene: MapScene;
  /** Whether ghosts are drawn in the shown state. */
  readonly showsOld: boolean;
}

/** Boxes at places that nodes have left, and the arrows from there. */
export interface OldBoxes {
  readonly boxes: readonly MapBox[];
  readonly moves: readonly MoveArrow[];
}

/** A box at a place that a node has left: drawn, but not part of the state. */
function toOldBox(
  making: OldMaking,
  slot: MapSlot,
  node: InventoryNode,
  before: Estate,
  presence: 'ghost' | 'gone',
  phase: number | null,
): MapBox | null {
  const rect = making.scene.layout.rects.get(slot.key);
  if (rect === undefined) return null;
  const rows = isPlaceKind(slot.kind) ? [] : rowsOf(before, node.id);
  let depth = 0;
  for (let at = slot.parent; at !== null; at = at.parent) depth += 1;
  const height =
    isPlaceKind(slot.kind) || (rows.length === 0 && node.kind === 'service')
      ? rect.height
      : serverHeight(rows.length);
  return {
    id: `${presence}:${slot.key}`,
    node: node.id,
    kind: slot.kind,
    type: node.type,
    name: node.name,
    rect: { ...rect, height },
    depth,
    parent: slot.parent?.node ?? slot.parent?.key ?? null,
    places: ancestorsIn(before, node.id).map((each) => each.name),
    servers: 0,
    arrival: null,
    presence,
    phase,
    uncounted: false,
    isRow: false,
    collapsed: false,
    state: plainState,
    rows: rows.map((row) => ({ name: row.name, type: row.type })),
  };
}

/** Whether the place that an old box stood in is drawn in the shown state. */
function isShown(making: OldMaking, slot: MapSlot | null): boolean {
  if (slot === null) return true;
  if (isHidden(making.scene.collapsed, slot)) return false;
  if (slot.node === null) return isShown(making, slot.parent);
  return making.scene.slots.slotIn(making.estate, slot.node) === slot;
}

/** Ghosts of what moved, what is gone, and the arrows. */
export function findOldBoxes(making: OldMaking, point: StatePoint): OldBoxes {
  if (!making.showsOld) return { boxes: [], moves: [] };
  const { plan, estate } = making;
  const { slots } = making.scene;
  const rank = rankOf(plan, point);
  const start = estateAt(plan, 'start');
  const boxes: MapBox[] = [];
  const moves: MoveArrow[] = [];
  const drawn = new Set<string>();
  for (const change of plannedSequence(plan)) {
    const phase = phaseOf(plan, change);
    if (rankOf(plan, phase) > rank) break;
    if (change.kind !== 'move' && change.kind !== 'merge' && change.kind !== 'remove') continue;
    const node = start.nodes.get(change.node);
    const slot = node === undefined ? null : slots.slotIn(start, node.id);
    if (node === undefined || slot === null || !isShown(making, slot.parent)) continue;
    const number = numberOfPhase(plan, phase);
    const here = estate.nodes.has(node.id);
    if (here && slots.slotIn(estate, node.id) === slot) continue;
    const ghost = toOldBox(
      making,
      slot,
      node,
      start,
      here || change.kind === 'merge' ? 'ghost' : 'gone',
      number,
    );
    if (ghost === null || drawn.has(ghost.id)) continue;
    drawn.add(ghost.id);
    boxes.push(ghost);
    const to = change.kind === 'merge' ? change.into : node.id;
    if (change.kind !== 'remove' && estate.nodes.has(to))
      moves.push({ change: change.id, from: ghost.id, to, phase: number, day: null });
  }
  return { boxes, moves };
}
