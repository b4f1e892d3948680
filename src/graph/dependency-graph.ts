import { sortedBy } from '#core/base/compare.ts';
import { isNeed, type Dependency } from '#core/model/dependency.ts';
import type { NodeId } from '#core/model/ids.ts';

/** Dependencies by their ends, sorted by id. */
export interface DependencyGraph {
  /** What this node does to others (`from` is the node). */
  readonly outOf: (id: NodeId) => readonly Dependency[];
  /** What others do to this node (`to` is the node). */
  readonly into: (id: NodeId) => readonly Dependency[];
}

/** Who is touched when something goes, and how many steps away each one is (1 = directly). */
export interface Impact {
  /** Who stops working, nearest first. */
  readonly neededBy: readonly { readonly node: NodeId; readonly distance: number }[];
  /** What it rests on, nearest first. */
  readonly needs: readonly { readonly node: NodeId; readonly distance: number }[];
}

/** The graph of some dependencies. Linear time but for sorting. */
export function toDependencyGraph(dependencies: Iterable<Dependency>): DependencyGraph {
  const out = new Map<NodeId, Dependency[]>();
  const into = new Map<NodeId, Dependency[]>();
  const add = (map: Map<NodeId, Dependency[]>, id: NodeId, dependency: Dependency): void => {
    const known = map.get(id);
    if (known === undefined) map.set(id, [dependency]);
    else known.push(dependency);
  };
  for (const dependency of sortedBy(dependencies, (each) => each.id)) {
    add(out, dependency.from, dependency);
    add(into, dependency.to, dependency);
  }
  const none: readonly Dependency[] = [];
  return { outOf: (id) => out.get(id) ?? none, into: (id) => into.get(id) ?? none };
}

/** Breadth-first over one direction; the start is not part of the answer. */
function walk(
  start: ReadonlySet<NodeId>,
  next: (id: NodeId) => readonly NodeId[],
): { node: NodeId; distance: number }[] {
  const seen = new Set(start);
  const found: { node: NodeId; distance: number }[] = [];
  let ring: readonly NodeId[] = [...start];
  for (let distance = 1; ring.length > 0; distance += 1) {
    const further: NodeId[] = [];
    for (const id of ring) {
      for (const neighbour of next(id)) {
        if (seen.has(neighbour)) continue;
        seen.add(neighbour);
        further.push(neighbour);
        found.push({ node: neighbour, distance });
      }
    }
    ring = further;
  }
  return found;
}

/**
 * Who needs these nodes and what they need, transitively, over the dependencies that mean *needs*. Pass a whole
 * subtree to ask for a server with everything inside: its own parts are then not listed. Linear in the edges reached.
 */
export function findImpact(graph: DependencyGraph, nodes: Iterable<NodeId>): Impact {
  const start = new Set(nodes);
  return {
    neededBy: walk(start, (id) =>
      graph
        .into(id)
        .filter((each) => isNeed(each.type))
        .map((each) => each.from),
    ),
    needs: walk(start, (id) =>
      graph
        .outOf(id)
        .filter((each) => isNeed(each.type))
        .map((each) => each.to),
    ),
  };
}
