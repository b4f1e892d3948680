import { compareText } from '#core/base/compare.ts';
import { previewMove, type DropVerdict } from '#core/checks/preview-drop.ts';
import type { NodeId, PhaseId } from '#core/model/ids.ts';
import { canContain, type InventoryNode, type Resources } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';
import { ancestorsIn, childrenIn, subtreeIn, type Estate } from '#core/state/estate.ts';

/** Room of a place in one dimension after a move; `offered: null` is not known. */
export interface RoomAfter {
  readonly dimension: keyof Resources;
  readonly used: number;
  readonly offered: number | null;
}

/** One place that something could be moved to, with what would happen there. */
export interface MoveTarget {
  readonly node: InventoryNode;
  /** Names of what it stands in, the outermost first. */
  readonly inside: readonly string[];
  /** A server takes another one by merging it. */
  readonly isMerge: boolean;
  readonly verdict: DropVerdict;
  readonly room: readonly RoomAfter[];
  /** The share of memory that stays free, 0 to 1; `null` when it is not known. */
  readonly free: number | null;
}

const dimensions = ['vcpu', 'memoryMiB', 'diskGiB'] as const;

function takenBy(node: InventoryNode, dimension: keyof Resources): number {
  return node.usage[dimension] ?? node.capacity[dimension] ?? 0;
}

function roomAfter(estate: Estate, target: InventoryNode, moved: readonly InventoryNode[]): RoomAfter[] {
  const inside = childrenIn(estate, target.id).filter((child) => !moved.includes(child));
  return dimensions.map((dimension) => ({
    dimension,
    used: [...inside, ...moved].reduce((sum, each) => sum + takenBy(each, dimension), 0),
    offered: target.capacity[dimension],
  }));
}

/** Whether a node could stand on (or be merged into) another one at all. */
export function canTake(target: InventoryNode, node: InventoryNode): boolean {
  return canContain(target.kind, node.kind) || (target.kind === 'server' && node.kind === 'server');
}

/** The places that could take all of these nodes by their kind, without where they are already and their own inside. */
export function findPossibleTargets(estate: Estate, nodes: readonly NodeId[]): InventoryNode[] {
  const moved = nodes.flatMap((id) => estate.nodes.get(id) ?? []);
  const own = new Set<NodeId>(nodes.flatMap((id) => subtreeIn(estate, id).map((each) => each.id)));
  return estate.nodes
    .filter((target) => !own.has(target.id) && moved.length > 0)
    .filter(
      (target) =>
        moved.every((node) => canTake(target, node)) && moved.some((node) => node.parent !== target.id),
    )
    .sort((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id));
}

const weights: Readonly<Record<DropVerdict['verdict'], number>> = {
  fits: 0,
  warns: 1,
  breaks: 2,
  refused: 3,
};

/** What would happen if these nodes were moved to a place in a phase (`null`: after the last one). */
export function toMoveTarget(
  plan: Plan,
  estate: Estate,
  nodes: readonly NodeId[],
  target: InventoryNode,
  phase: PhaseId | null,
): MoveTarget {
  const moved = nodes.flatMap((id) => estate.nodes.get(id) ?? []);
  const room = target.kind === 'host' || target.kind === 'server' ? roomAfter(estate, target, moved) : [];
  const memory = room.find((each) => each.dimension === 'memoryMiB');
  return {
    node: target,
    inside: ancestorsIn(estate, target.id)
      .map((each) => each.name)
      .reverse(),
    isMerge: target.kind === 'server' && moved.every((node) => node.kind === 'server'),
    verdict: previewMove(plan, nodes, target.id, phase),
    room,
    free:
      memory === undefined || memory.offered === null || memory.offered === 0
        ? null
        : 1 - memory.used / memory.offered,
  };
}

/** Best first: what breaks least, then hosts and places before merges, then the most free room, then by name. */
export function sortTargets(targets: readonly MoveTarget[]): MoveTarget[] {
  return [...targets].sort(
    (a, b) =>
      weights[a.verdict.verdict] - weights[b.verdict.verdict] ||
      a.verdict.errors - b.verdict.errors ||
      a.verdict.warnings - b.verdict.warnings ||
      Number(a.isMerge) - Number(b.isMerge) ||
      Number(b.node.kind === 'host') - Number(a.node.kind === 'host') ||
      (b.free ?? -1) - (a.free ?? -1) ||
      compareText(a.node.name, b.node.name) ||
      compareText(a.node.id, b.node.id),
  );
}
