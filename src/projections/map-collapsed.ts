import type { NodeId } from '#core/model/ids.ts';
import { subtreeIn, type Estate } from '#core/state/estate.ts';
import type { MapSlot } from './map-slots.ts';
import { plainState, type NodeState } from './node-marks.ts';

/** What a collapsed place says of all that stands in it: servers are counted as totals count them. */
export function sumInside(
  estate: Estate,
  states: ReadonlyMap<NodeId, NodeState>,
  id: NodeId,
): { readonly servers: number; readonly state: NodeState } {
  const own = states.get(id) ?? plainState;
  let [servers, errors, warnings, first] = [0, 0, 0, own.first];
  for (const node of subtreeIn(estate, id)) {
    if (node.kind === 'server') servers += node.count ?? 0;
    const state = states.get(node.id) ?? plainState;
    errors += state.errors;
    warnings += state.warnings;
    first ??= state.first;
  }
  return { servers, state: { ...own, errors, warnings, first } };
}

/** Whether a slot stands in a collapsed place. */
export function isHidden(collapsed: ReadonlySet<string>, slot: MapSlot | null): boolean {
  for (let at = slot; at !== null; at = at.parent)
    if (at.node !== null && collapsed.has(at.node)) return true;
  return false;
}

/** The id of the node, or of the nearest place around it, that has a box; `null` when none has, or the node is not there. */
export function findShown(
  estate: Estate,
  boxes: { has: (id: string) => boolean },
  id: NodeId,
): NodeId | null {
  let node = estate.nodes.get(id);
  for (let steps = 0; node !== undefined && steps < 99; steps += 1) {
    if (boxes.has(node.id)) return node.id;
    node = estate.nodes.get(node.parent);
  }
  return null;
}
