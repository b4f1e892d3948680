import type { Change } from '#core/model/change.ts';
import type { NodeId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import { plannedSequence } from '#core/state/plan-states.ts';

/** Which changes are about which nodes, looked up once for a plan. */
export interface CoveredNodes {
  /** Moves, merges and removals of a node itself, in the planned order. */
  readonly fatesOf: (node: NodeId) => readonly Change[];
  /** The change that adds a node. */
  readonly addOf: (node: NodeId) => Change | undefined;
  /** What a node stands on today (what comes: in the change that adds it), the nearest first, with the node itself first. */
  readonly wayOf: (node: NodeId) => readonly NodeId[];
  /** The changes by which a node goes somewhere else, comes or ends: its own, else those of what it stands on. */
  readonly coverOf: (node: NodeId) => readonly Change[];
}

function isFate(change: Change): change is Extract<Change, { kind: 'move' | 'merge' | 'remove' }> {
  return change.kind === 'move' || change.kind === 'merge' || change.kind === 'remove';
}

/** The look-ups of a plan. */
export function toCoveredNodes(plan: Plan): CoveredNodes {
  const fates = new Map<NodeId, Change[]>();
  const adds = new Map<NodeId, Extract<Change, { kind: 'add' }>>();
  for (const change of plannedSequence(plan)) {
    if (change.kind === 'add') adds.set(change.node.id, change);
    if (!isFate(change)) continue;
    const list = fates.get(change.node);
    if (list === undefined) fates.set(change.node, [change]);
    else list.push(change);
  }
  const ways = new Map<NodeId, readonly NodeId[]>();
  const wayOf = (node: NodeId): readonly NodeId[] => {
    const known = ways.get(node);
    if (known !== undefined) return known;
    const way: NodeId[] = [];
    const seen = new Set<NodeId>();
    for (let at: NodeId | null = node; at !== null && !seen.has(at);) {
      seen.add(at);
      way.push(at);
      at = plan.nodes.get(at)?.parent ?? adds.get(at)?.to ?? null;
    }
    ways.set(node, way);
    return way;
  };
  return {
    fatesOf: (node) => fates.get(node) ?? [],
    addOf: (node) => adds.get(node),
    wayOf,
    coverOf: (node) => {
      for (const at of wayOf(node)) {
        const own = fates.get(at);
        if (own !== undefined) return own;
        const add = adds.get(at);
        if (add !== undefined) return [add];
      }
      return [];
    },
  };
}
