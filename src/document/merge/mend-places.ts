import { sortedBy } from '#core/base/compare.ts';
import { canContain, type InventoryNode } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';
import type { MergeConflict, MergeSides } from './merge-types.ts';

/** The nodes of a circle of parents, or none. */
function findCircle(plan: Plan, start: InventoryNode): InventoryNode[] {
  const path: InventoryNode[] = [start];
  const seen = new Set<string>([start.id]);
  for (let at = plan.nodes.get(start.parent); at !== undefined; at = plan.nodes.get(at.parent)) {
    if (at.id === start.id) return path;
    // A circle further up is found from the nodes that lie in it.
    if (seen.has(at.id)) return [];
    seen.add(at.id);
    path.push(at);
  }
  return [];
}

function fits(plan: Plan, node: InventoryNode): boolean {
  const parent = plan.nodes.get(node.parent);
  return parent === undefined || canContain(parent.kind, node.kind);
}

/** Whether a node stands where one of its kind can stand, nests in no circle, and so does what stands in it. */
export function isPlaced(plan: Plan, id: string): boolean {
  const node = plan.nodes.get(id);
  if (node === undefined) return true;
  const inside = plan.nodes.filter((each) => each.parent === node.id);
  return findCircle(plan, node).length === 0 && [node, ...inside].every((each) => fits(plan, each));
}

function toConflict(sides: MergeSides, id: string, field: 'parent' | 'kind', lost: unknown): MergeConflict {
  const base = sides.base.nodes.get(id)?.[field];
  const ours = sides.ours.nodes.get(id)?.[field];
  const theirs = sides.theirs.nodes.get(id)?.[field] ?? lost;
  return { kind: 'field', collection: 'nodes', id, field, base, ours, theirs };
}

/** Gives a node the place and kind that it has on our side; a node that only they have loses its place. */
function settled(plan: Plan, sides: MergeSides, node: InventoryNode, conflicts: MergeConflict[]): Plan {
  const mine = sides.ours.nodes.get(node.id);
  const parent = mine === undefined || !plan.nodes.has(mine.parent) ? null : mine.parent;
  const kind = mine?.kind ?? node.kind;
  if (parent === node.parent && kind === node.kind) return plan;
  if (parent !== node.parent) conflicts.push(toConflict(sides, node.id, 'parent', node.parent));
  if (kind !== node.kind) conflicts.push(toConflict(sides, node.id, 'kind', node.kind));
  return { ...plan, nodes: plan.nodes.put([{ ...node, parent, kind }]) };
}

/**
 * Two edits that are right alone can nest things in a circle, or put a thing where its kind has no place. What is wrong only
 * in the combination goes back to what ours says, and is a conflict.
 */
export function mendPlaces(plan: Plan, sides: MergeSides, conflicts: MergeConflict[]): Plan {
  let next = plan;
  const suspects = (): InventoryNode[] =>
    sortedBy(next.nodes, (node) => node.id).filter(
      (node) => node !== sides.ours.nodes.get(node.id) || node.parent !== null,
    );
  for (const { id } of suspects()) {
    const node = next.nodes.get(id);
    if (node === undefined) continue;
    for (const each of findCircle(next, node)) {
      const mine = sides.ours.nodes.get(each.id);
      // A circle that stood in our file before is nobody's edit.
      if (mine !== undefined && findCircle(sides.ours, mine).length > 0) continue;
      next = settled(next, sides, next.nodes.get(each.id) ?? each, conflicts);
    }
  }
  for (const { id } of suspects()) {
    const node = next.nodes.get(id);
    if (node === undefined || fits(next, node)) continue;
    const wasSo = [sides.ours, sides.theirs].some((side) => {
      const own = side.nodes.get(id);
      return own !== undefined && own.parent === node.parent && own.kind === node.kind && !fits(side, own);
    });
    if (wasSo) continue;
    const parent = next.nodes.get(node.parent);
    if (parent !== undefined && sides.ours.nodes.has(parent.id)) {
      next = settled(next, sides, parent, conflicts);
    }
    if (!fits(next, node)) next = settled(next, sides, node, conflicts);
  }
  return next;
}
