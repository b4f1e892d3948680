import { findCircleHeads } from '#core/base/circle-heads.ts';
import { compareText } from '#core/base/compare.ts';
import type { NodeId } from '#core/model/ids.ts';
import type { InventoryNode } from '#core/model/node.ts';

/**
 * The tree of what stands on what. A parent that is not among the nodes counts as no parent, and a circle of parents
 * (only a broken file has one) is cut above its smallest id, so that every node is in the tree exactly once.
 */
export interface Placement {
  /** Nodes without a parent, in reading order: order key, then name, then id. */
  readonly roots: readonly InventoryNode[];
  /** The nodes that stand directly on this one, in reading order. */
  readonly childrenOf: (id: NodeId) => readonly InventoryNode[];
  /** What it stands on, the nearest first, without itself. */
  readonly ancestorsOf: (id: NodeId) => readonly InventoryNode[];
  /** The node itself and everything inside, each before what stands on it. Empty for an unknown id. */
  readonly subtreeOf: (id: NodeId) => readonly InventoryNode[];
  /** Names from the outermost place down to the node itself. */
  readonly pathOf: (id: NodeId) => readonly string[];
}

function compareNodes(a: InventoryNode, b: InventoryNode): number {
  // '~' sorts behind every order key, so nodes without one come last.
  return (
    compareText(a.order ?? '~', b.order ?? '~') || compareText(a.name, b.name) || compareText(a.id, b.id)
  );
}

/** The placement tree of some nodes. Linear time but for sorting siblings. */
export function toPlacement(nodes: Iterable<InventoryNode>): Placement {
  const byId = new Map<NodeId, InventoryNode>();
  for (const node of nodes) byId.set(node.id, node);
  const cuts = findCircleHeads(byId.keys(), (id) => {
    const parent = byId.get(id)?.parent ?? null;
    return parent !== null && byId.has(parent) ? parent : null;
  });
  const parentOf = (node: InventoryNode): InventoryNode | undefined =>
    node.parent === null || cuts.has(node.id) ? undefined : byId.get(node.parent);
  const children = new Map<NodeId, InventoryNode[]>();
  const roots: InventoryNode[] = [];
  for (const node of [...byId.values()].sort(compareNodes)) {
    const parent = parentOf(node);
    if (parent === undefined) roots.push(node);
    else {
      const siblings = children.get(parent.id);
      if (siblings === undefined) children.set(parent.id, [node]);
      else siblings.push(node);
    }
  }
  const none: readonly InventoryNode[] = [];
  const childrenOf = (id: NodeId): readonly InventoryNode[] => children.get(id) ?? none;
  const ancestorsOf = (id: NodeId): readonly InventoryNode[] => {
    const found: InventoryNode[] = [];
    let at = byId.get(id);
    for (at = at && parentOf(at); at !== undefined; at = parentOf(at)) found.push(at);
    return found;
  };
  return {
    roots,
    childrenOf,
    ancestorsOf,
    subtreeOf: (id) => {
      const root = byId.get(id);
      const waiting = root === undefined ? [] : [root];
      const found: InventoryNode[] = [];
      for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
        found.push(node);
        const children = childrenOf(node.id);
        for (let at = children.length - 1; at >= 0; at -= 1) {
          const child = children[at];
          if (child !== undefined) waiting.push(child);
        }
      }
      return found;
    },
    pathOf: (id) => {
      const node = byId.get(id);
      return node === undefined
        ? []
        : [...[...ancestorsOf(id)].reverse().map((each) => each.name), node.name];
    },
  };
}
