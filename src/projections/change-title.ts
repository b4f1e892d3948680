import { assertNever } from '#core/base/assert-never.ts';
import type { Change } from '#core/model/change.ts';
import type { NodeId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';

/** The name of a node, also of one that lives only in the change that adds it; `null` when there is none. */
export function findNodeName(plan: Plan, id: NodeId | null): string | null {
  if (id === null) return null;
  const node = plan.nodes.get(id);
  if (node !== undefined) return node.name;
  const added = plan.changes.filter((change) => change.kind === 'add' && change.node.id === id)[0];
  return added?.kind === 'add' ? added.node.name : null;
}

/** What a change does, in a few words with names: "Move wiki to hel1". */
export function toChangeTitle(plan: Plan, change: Change): string {
  const name = (id: NodeId | null): string => findNodeName(plan, id) ?? '?';
  switch (change.kind) {
    case 'move':
      return change.to === null
        ? `Take ${name(change.node)} off its place`
        : `Move ${name(change.node)} to ${name(change.to)}`;
    case 'merge':
      return `Merge ${name(change.node)} into ${name(change.into)}`;
    case 'remove':
      return `Remove ${name(change.node)}`;
    case 'add':
      return change.to === null ? `Add ${change.node.name}` : `Add ${change.node.name} at ${name(change.to)}`;
    case 'resize':
      return `Resize ${name(change.node)}`;
    case 'rewire': {
      const dependency = plan.dependencies.get(change.dependency);
      const ends = dependency === undefined ? '?' : `${name(dependency.from)} → ${name(dependency.to)}`;
      return change.to === null ? `End ${ends}` : `Rewire ${ends}`;
    }
    case 'hand-over': {
      const handover = plan.handovers.get(change.handover);
      if (handover === undefined) return 'Hand over a duty';
      const subject = findNodeName(plan, handover.subject);
      const to = plan.parties.get(handover.to)?.name ?? '?';
      return `Hand over ${handover.area}${subject === null ? '' : ` of ${subject}`} to ${to}`;
    }
    default:
      return assertNever(change);
  }
}
