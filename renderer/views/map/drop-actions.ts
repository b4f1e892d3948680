import { previewTargets, toDropPreview, type DropVerdict } from '#core/checks/preview-drop.ts';
import type { PlacedBox } from '#canvas/map-canvas-props.ts';
import type { Command } from '#core/model/command.ts';
import type { NodeId } from '#core/model/ids.ts';
import { toDropCommands } from '#core/projections/drop-commands.ts';
import { frameOf } from '#core/projections/map-measures.ts';
import type { MapBox } from '#core/projections/map-box.ts';
import { findShownPhase, planMoves } from '#stores/plan-moves.ts';
import { runCommands } from '#stores/run-commands.ts';
import { showProblem } from '#stores/toast-store.ts';
import { select } from '#stores/view-store.ts';
import { workspaceStore } from '#stores/workspace-store.ts';
import { mapText } from '#text/map.ts';
import { mapToolsText } from '#text/map-tools.ts';
import { mapStore } from '#stores/map-store.ts';
import { dropOnGroup, isGroup } from './group-drop.ts';

/** Answers what would happen on a place, in the phase that a drop is planned in. */
export function previewDrop(nodes: readonly NodeId[]): (target: NodeId) => DropVerdict | null {
  const { plan } = workspaceStore.getState();
  if (plan === null) return () => null;
  return toDropPreview(plan, nodes, findShownPhase());
}

/** The node that a drop on a box means: the group of things without a known place means what it stands in. */
function nodeOf(target: MapBox | null): NodeId | null {
  if (target === null) return null;
  if (target.kind !== 'unplaced') return target.node;
  const last = target.parent?.split('/').at(-1);
  return workspaceStore.getState().plan?.nodes.get(last ?? null)?.id ?? null;
}

/** A drop of nodes on another place plans moves or merges; without meaning it is refused with its reason. */
export function dropOn(nodes: readonly NodeId[], target: MapBox | null): void {
  const { plan } = workspaceStore.getState();
  if (plan === null) return;
  if (target !== null && isGroup(target)) return dropOnGroup(plan, nodes, target);
  const to = nodeOf(target);
  if (to === null) {
    showProblem(mapText.dropNowhere);
    return;
  }
  const phase = findShownPhase();
  const verdict = previewTargets(plan, nodes, [to], phase).get(to);
  const commands = toDropCommands(plan, nodes, to, phase);
  if (verdict?.verdict === 'refused' && commands.every((each) => each.command !== 'withdraw-change')) {
    showProblem(verdict.reason ?? mapText.dropNowhere);
    return;
  }
  if (planMoves(nodes, to)) select(nodes);
}

function toPlaceCommand({ box, x, y }: PlacedBox): Command[] {
  if (box.node === null) return [];
  const { plan } = workspaceStore.getState();
  const parent = plan?.nodes.get(box.node)?.parent ?? null;
  const kind = plan?.nodes.get(parent)?.kind;
  const isGrouped = box.parent !== null && box.parent !== parent;
  const frame = isGrouped
    ? frameOf('unplaced')
    : kind === undefined
      ? { header: 0, padding: 0 }
      : frameOf(kind);
  return [
    {
      command: 'place-node',
      node: box.node,
      x: Math.max(0, Math.round(x - frame.padding)),
      y: Math.max(0, Math.round(y - frame.header)),
    },
  ];
}

/** A drop inside the same place keeps the new positions, as one edit. A grouping other than by place has none. */
export function placeBoxes(moves: readonly PlacedBox[]): void {
  if (mapStore.getState().grouping !== 'place') {
    showProblem(mapToolsText.noHandPlaces);
    return;
  }
  const commands = moves.flatMap(toPlaceCommand);
  if (commands.length > 0) runCommands(commands);
}
