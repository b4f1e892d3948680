import type { Draft } from '#core/commands/draft.ts';
import type { Change } from '#core/model/change.ts';
import type { NodeId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';

type Turn = (id: NodeId) => NodeId;

function toTurnedChange(change: Change, turn: Turn): Change {
  const turnMaybe = (id: NodeId | null): NodeId | null => (id === null ? null : turn(id));
  switch (change.kind) {
    case 'move':
      return { ...change, node: turn(change.node), to: turnMaybe(change.to) };
    case 'merge':
      return { ...change, node: turn(change.node), into: turn(change.into) };
    case 'remove':
    case 'resize':
      return { ...change, node: turn(change.node) };
    case 'add':
      return {
        ...change,
        to: turnMaybe(change.to),
        node: { ...change.node, parent: turnMaybe(change.node.parent) },
      };
    case 'rewire':
      return {
        ...change,
        ...(change.from === undefined ? {} : { from: turn(change.from) }),
        ...(change.to === undefined ? {} : { to: turnMaybe(change.to) }),
      };
    case 'hand-over':
      return change;
    default:
      return change;
  }
}

function pointsAt(change: Change, id: string): boolean {
  switch (change.kind) {
    case 'move':
      return change.node === id || change.to === id;
    case 'merge':
      return change.node === id || change.into === id;
    case 'remove':
    case 'resize':
      return change.node === id;
    case 'add':
      return change.to === id || change.node.parent === id;
    case 'rewire':
      return change.from === id || change.to === id;
    case 'hand-over':
      return false;
    default:
      return false;
  }
}

/** Which records that point at a node shall point at another from now on. */
export interface RelinkChoice {
  readonly dependency: (id: string) => boolean;
  readonly duty: (id: string) => boolean;
  readonly disposition: (id: string) => boolean;
  readonly question: (id: string) => boolean;
  /** Children, plan entries, rules and whatever else stands beside the inventory. */
  readonly rest: boolean;
}

function relinkInventory(
  draft: Draft,
  plan: Plan,
  [from, to]: readonly [NodeId, NodeId],
  choice: RelinkChoice,
): void {
  const turn: Turn = (id) => (id === from ? to : id);
  for (const row of plan.dependencies) {
    if ((row.from !== from && row.to !== from) || !choice.dependency(row.id)) continue;
    draft.put('dependencies', { ...row, from: turn(row.from), to: turn(row.to) });
  }
  for (const row of plan.duties) {
    if (row.subject === null || row.subject !== from || !choice.duty(row.id)) continue;
    draft.put('duties', { ...row, subject: turn(row.subject) });
  }
  for (const row of plan.dispositions) {
    if (row.node === from && choice.disposition(row.id))
      draft.put('dispositions', { ...row, node: turn(row.node) });
  }
  for (const row of plan.questions) {
    if (!row.about.includes(from) || !choice.question(row.id)) continue;
    draft.put('questions', { ...row, about: [...new Set(row.about.map((id) => (id === from ? to : id)))] });
  }
}

/** Lets what points at one node point at another: dependencies, duties and so on by choice, and the rest all together. */
export function relink(draft: Draft, from: NodeId, to: NodeId, choice: RelinkChoice): void {
  const { plan } = draft;
  const turn: Turn = (id) => (id === from ? to : id);
  relinkInventory(draft, plan, [from, to], choice);
  if (!choice.rest) return;
  for (const row of plan.nodes) if (row.parent === from) draft.put('nodes', { ...row, parent: to });
  for (const row of plan.changes) if (pointsAt(row, from)) draft.put('changes', toTurnedChange(row, turn));
  for (const row of plan.handovers) if (row.subject === from) draft.put('handovers', { ...row, subject: to });
  for (const row of plan.rules) {
    if (row.nodes.includes(from)) draft.put('rules', { ...row, nodes: [...new Set(row.nodes.map(turn))] });
  }
  for (const row of plan.accepted) {
    if (row.nodes.includes(from)) draft.put('accepted', { ...row, nodes: [...new Set(row.nodes.map(turn))] });
  }
}
