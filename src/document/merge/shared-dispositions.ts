import type { Disposition } from '#core/model/disposition.ts';
import type { NodeId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import type { MergeSides } from './merge-types.ts';

function newOnes(plan: Plan, base: Plan): Map<NodeId, Disposition> {
  const known = new Set(base.dispositions.map((row) => row.node));
  const added = plan.dispositions.filter((row) => !base.dispositions.has(row.id) && !known.has(row.node));
  return new Map(added.map((row) => [row.node, row]));
}

function renamed(plan: Plan, row: Disposition, id: Disposition['id']): Plan {
  if (row.id === id) return plan;
  return { ...plan, dispositions: plan.dispositions.drop([row.id]).put([{ ...row, id }]) };
}

/**
 * A node has one disposition: where both sides gave it its first one, under two ids, they are merged as one record (under
 * the smaller id, so that it makes no difference who is who).
 */
export function withSharedDispositions(sides: MergeSides): MergeSides {
  const theirs = newOnes(sides.theirs, sides.base);
  let next = sides;
  for (const [node, mine] of newOnes(sides.ours, sides.base)) {
    const other = theirs.get(node);
    if (other === undefined) continue;
    const id = mine.id < other.id ? mine.id : other.id;
    next = {
      ...next,
      ours: renamed(next.ours, mine, id),
      theirs: renamed(next.theirs, other, id),
    };
  }
  return next;
}
