import { toDependencyGraph, findImpact, type DependencyGraph } from '#core/graph/dependency-graph.ts';
import { isNeed } from '#core/model/dependency.ts';
import type { NodeId } from '#core/model/ids.ts';
import { subtreeIn, type Estate } from '#core/state/estate.ts';

/** Which way an impact is followed: to what needs the nodes, to what they need, or both. */
export type ImpactWay = 'both' | 'needed-by' | 'needs';

/** What some nodes touch. */
export interface MapImpact {
  /** Who stops working when they go. */
  readonly breaks: ReadonlySet<NodeId>;
  /** What loses a member of a redundancy group but goes on: enough of the others are there. */
  readonly weakened: ReadonlySet<NodeId>;
  /** What they rest on. */
  readonly needs: ReadonlySet<NodeId>;
}

const graphs = new WeakMap<Estate, DependencyGraph>();

function graphOf(estate: Estate): DependencyGraph {
  const known = graphs.get(estate) ?? toDependencyGraph(estate.dependencies);
  graphs.set(estate, known);
  return known;
}

/** Whether the group of a node goes on without those that failed. */
function toGroupsThatHold(estate: Estate): (id: NodeId, failed: ReadonlySet<NodeId>) => boolean {
  const members = new Map<string, NodeId[]>();
  for (const node of estate.nodes) {
    const { redundancy } = node;
    if (redundancy === null || node.status === 'dormant' || node.status === 'planned') continue;
    const known = members.get(redundancy.group);
    if (known === undefined) members.set(redundancy.group, [node.id]);
    else known.push(node.id);
  }
  return (id, failed) => {
    const redundancy = estate.nodes.get(id)?.redundancy ?? null;
    if (redundancy === null) return false;
    const left = (members.get(redundancy.group) ?? []).filter((each) => !failed.has(each)).length;
    return left >= redundancy.needs;
  };
}

/**
 * What goes with some nodes and all that stands in them, transitively, over the dependencies that mean *needs*. A member
 * of a redundancy group takes along who needs it only when fewer members are left than the group needs. Linear in the
 * edges reached, times the size of the groups met.
 */
export function toMapImpact(estate: Estate, nodes: readonly NodeId[]): MapImpact {
  const graph = graphOf(estate);
  const holds = toGroupsThatHold(estate);
  const start = nodes.flatMap((id) => [id, ...subtreeIn(estate, id).map((each) => each.id)]);
  const failed = new Set<NodeId>(start);
  const weakened = new Set<NodeId>();
  const waiting = [...failed];
  const recheck = new Set<NodeId>();
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const isHeld = holds(id, failed);
    if (isHeld) recheck.add(id);
    for (const dependency of graph.into(id)) {
      if (!isNeed(dependency.type) || failed.has(dependency.from)) continue;
      if (isHeld) weakened.add(dependency.from);
      else {
        failed.add(dependency.from);
        waiting.push(dependency.from);
      }
    }
    if (waiting.length > 0) continue;
    // What held when it was met may not hold any more, now that others of its group failed.
    for (const each of recheck) {
      if (holds(each, failed)) continue;
      recheck.delete(each);
      waiting.push(each);
    }
  }
  const own = new Set(start);
  return {
    breaks: new Set([...failed].filter((id) => !own.has(id))),
    weakened: new Set([...weakened].filter((id) => !failed.has(id))),
    needs: new Set(findImpact(graph, own).needs.map((each) => each.node)),
  };
}

/** The nodes on any way of needs from one node to the other, in either direction, with both ends; empty when there is none. */
export function findBetween(estate: Estate, a: NodeId, b: NodeId): ReadonlySet<NodeId> {
  const graph = graphOf(estate);
  const [ofA, ofB] = [findImpact(graph, [a]), findImpact(graph, [b])];
  const between = (from: typeof ofA, to: typeof ofB): NodeId[] => {
    const neededBy = new Set(to.neededBy.map((each) => each.node));
    return from.needs.map((each) => each.node).filter((node) => neededBy.has(node));
  };
  const found = [...between(ofA, ofB), ...between(ofB, ofA)];
  const isLinked =
    found.length > 0 ||
    ofA.needs.some((each) => each.node === b) ||
    ofB.needs.some((each) => each.node === a);
  return new Set(isLinked ? [a, b, ...found] : []);
}

/** The impact of a selection as the map shows it. */
export interface ShownImpact extends MapImpact {
  /** All that stands out, the selection included. */
  readonly touched: ReadonlySet<NodeId>;
  /** The nodes on the ways between two selected ones, without them; `null` where the impact is of what is selected. */
  readonly between: ReadonlySet<NodeId> | null;
}

const nothing: MapImpact = { breaks: new Set(), weakened: new Set(), needs: new Set() };

/** What stands out in the impact of a selection: of two nodes the ways between them, else what they touch. */
export function findTouched(
  estate: Estate,
  selection: readonly NodeId[],
  way: ImpactWay = 'both',
): ShownImpact {
  const [a, b] = selection;
  if (a !== undefined && b !== undefined && selection.length === 2) {
    const touched = findBetween(estate, a, b);
    const between = new Set([...touched].filter((id) => id !== a && id !== b));
    if (touched.size > 0) return { ...nothing, touched, between };
  }
  const impact = toMapImpact(estate, selection);
  const { breaks, weakened } = way === 'needs' ? nothing : impact;
  const { needs } = way === 'needed-by' ? nothing : impact;
  const own = selection.flatMap((id) => [id, ...subtreeIn(estate, id).map((each) => each.id)]);
  return {
    breaks,
    weakened,
    needs,
    touched: new Set([...own, ...breaks, ...weakened, ...needs]),
    between: null,
  };
}
