import { isNeed } from '#core/model/dependency.ts';
import type { Change } from '#core/model/change.ts';
import type { ChangeId, NodeId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import { plannedSequence } from '#core/state/plan-states.ts';
import type { CoveredNodes } from './covered-nodes.ts';

/** That one change must come before another. Hard: the plan says so, or the later one has no meaning before. */
export interface OrderLink {
  readonly before: ChangeId;
  readonly after: ChangeId;
  readonly isHard: boolean;
}

type Add = (before: Change | undefined, after: Change | undefined, isHard: boolean) => void;

function endsNode(change: Change): boolean {
  return change.kind === 'remove' || change.kind === 'merge';
}

/** What a change needs to find in place: what is added, and room that is made, where it goes. */
function linkTarget(
  change: Change,
  covered: CoveredNodes,
  resizes: ReadonlyMap<NodeId, Change>,
  add: Add,
): void {
  const to =
    change.kind === 'move' || change.kind === 'add'
      ? change.to
      : change.kind === 'merge'
        ? change.into
        : null;
  const rewired = change.kind === 'rewire' ? [change.from, change.to] : [];
  for (const target of [to, ...rewired]) {
    if (target === null || target === undefined) continue;
    for (const place of covered.wayOf(target)) add(covered.addOf(place), change, true);
    add(resizes.get(target), change, false);
  }
  if ('node' in change && typeof change.node === 'string') add(covered.addOf(change.node), change, true);
}

/** What stands inside of something that ends goes before it, and the fates of one node keep their order. */
function linkInside(plan: Plan, covered: CoveredNodes, add: Add): void {
  for (const node of plan.nodes) {
    const fates = covered.fatesOf(node.id);
    for (const [index, fate] of fates.entries()) add(fates[index - 1], fate, true);
    const [first] = fates;
    if (first === undefined) continue;
    for (const place of covered.wayOf(node.id).slice(1)) {
      for (const outer of covered.fatesOf(place))
        if (endsNode(outer)) for (const own of fates) add(own, outer, true);
    }
  }
}

/** What is needed ends after what needs it: after its removal, or after the dependency is taken off. */
function linkNeeds(plan: Plan, covered: CoveredNodes, rewires: ReadonlyMap<string, Change>, add: Add): void {
  const endsOf = (node: NodeId): readonly Change[] =>
    covered.coverOf(node).filter(({ kind }) => kind === 'remove');
  for (const { id, from, to, type } of plan.dependencies) {
    if (isNeed(type) || type === 'reaches-through') {
      for (const end of endsOf(to)) {
        add(rewires.get(id), end, false);
        for (const freed of endsOf(from)) add(freed, end, false);
      }
    } else if (type === 'monitors' || type === 'manages') {
      for (const end of endsOf(from)) for (const watched of endsOf(to)) add(watched, end, false);
    }
  }
}

/** A duty is handed over before what it is for is gone. */
function linkHandOvers(plan: Plan, changes: readonly Change[], covered: CoveredNodes, add: Add): void {
  for (const change of changes) {
    if (change.kind !== 'hand-over') continue;
    const subject = plan.handovers.get(change.handover)?.subject ?? null;
    if (subject === null) continue;
    for (const end of covered.coverOf(subject)) if (end.kind === 'remove') add(change, end, false);
  }
}

/**
 * In which order changes must be made: what the plan says (`after`), what has no meaning otherwise (a host is added before
 * something goes there, a server leaves before its host ends), and what would break something for a while (a gateway
 * goes before what is reached through it). Linear in nodes, dependencies and changes.
 */
export function findOrderLinks(plan: Plan, covered: CoveredNodes): OrderLink[] {
  const changes = plannedSequence(plan);
  const links = new Map<string, OrderLink>();
  const add: Add = (before, after, isHard) => {
    if (before === undefined || after === undefined || before.id === after.id) return;
    const key = `${before.id} ${after.id}`;
    if (isHard || !links.has(key)) links.set(key, { before: before.id, after: after.id, isHard });
  };
  const resizes = new Map<NodeId, Change>();
  const rewires = new Map<string, Change>();
  for (const change of changes) {
    if (change.kind === 'resize') resizes.set(change.node, change);
    if (change.kind === 'rewire') rewires.set(change.dependency, change);
  }
  for (const change of changes) {
    for (const id of change.after) add(plan.changes.get(id), change, true);
    linkTarget(change, covered, resizes, add);
  }
  linkInside(plan, covered, add);
  linkNeeds(plan, covered, rewires, add);
  linkHandOvers(plan, changes, covered, add);
  return [...links.values()];
}
