import { sortedBy } from '#core/base/compare.ts';
import { findChangedNode, type Change } from '#core/model/change.ts';
import type { Disposition } from '#core/model/disposition.ts';
import type { NodeId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';

/** What becomes of a node: its last change decides, then its disposition. */
export interface NodeFate {
  readonly kind: 'stays' | 'move' | 'merge' | 'remove' | 'candidate' | 'add' | 'resize';
  readonly change: Change | null;
  readonly disposition: Disposition | null;
  /** The node that it goes to, where it goes somewhere. */
  readonly target: NodeId | null;
}

function targetOf(change: Change): NodeId | null {
  if (change.kind === 'move' || change.kind === 'add') return change.to;
  return change.kind === 'merge' ? change.into : null;
}

/** The fate of every node that has a change or a disposition; all others stay. */
export function toNodeFates(plan: Plan): ReadonlyMap<NodeId, NodeFate> {
  const fates = new Map<NodeId, NodeFate>();
  const dispositions = new Map(plan.dispositions.map((each) => [each.node, each]));
  for (const [node, disposition] of dispositions) {
    const kind = disposition.disposition === 'retire' ? 'candidate' : 'stays';
    fates.set(node, { kind, change: null, disposition, target: null });
  }
  const changes = sortedBy(
    plan.changes,
    (change) => change.order,
    (change) => change.id,
  );
  for (const change of changes) {
    const node = findChangedNode(change);
    if (node === null || change.kind === 'rewire' || change.kind === 'hand-over') continue;
    const disposition = dispositions.get(node) ?? null;
    const before = fates.get(node);
    if (change.kind === 'resize' && before !== undefined && before.kind !== 'candidate') continue;
    fates.set(node, { kind: change.kind, change, disposition, target: targetOf(change) });
  }
  return fates;
}
