import { findChangedNode, type Change } from '#core/model/change.ts';
import type { Plan } from '#core/model/plan.ts';

function toChangeReferences(change: Change): (string | null | undefined)[] {
  switch (change.kind) {
    case 'move':
    case 'add':
      return [change.to];
    case 'merge':
      return [change.into];
    case 'rewire':
      return [change.dependency, change.from, change.to];
    case 'hand-over':
      return [change.handover];
    default:
      return [];
  }
}

/** Every reference of a plan that points at nothing, as `collection id -> missing id`. */
export function findDangling(plan: Plan): string[] {
  const known = new Set<string>();
  for (const table of [
    plan.nodes,
    plan.dependencies,
    plan.parties,
    plan.duties,
    plan.questions,
    plan.phases,
    plan.changes,
    plan.handovers,
  ]) {
    for (const row of table) known.add(row.id);
  }
  for (const change of plan.changes) if (change.kind === 'add') known.add(change.node.id);
  const dangling: string[] = [];
  const look = (from: string, ids: Iterable<string | null | undefined>): void => {
    for (const id of ids) {
      if (id !== null && id !== undefined && !known.has(id)) dangling.push(`${from} -> ${id}`);
    }
  };
  for (const row of plan.nodes) look(row.id, [row.parent]);
  for (const row of plan.dependencies) look(row.id, [row.from, row.to]);
  for (const row of plan.duties) look(row.id, [row.subject, row.party]);
  for (const row of plan.questions) look(row.id, row.about);
  for (const row of plan.dispositions) look(row.id, [row.node]);
  for (const row of plan.phases) look(row.id, [row.owner]);
  for (const row of plan.handovers) look(row.id, [row.subject, row.from, row.to, row.phase]);
  for (const row of plan.tasks) look(row.id, [row.on, row.owner]);
  for (const row of plan.rules) look(row.id, row.nodes);
  for (const row of plan.calendar) look(row.id, [...(row.nodes ?? []), row.party]);
  for (const row of plan.accepted) look(row.id, row.nodes);
  for (const row of plan.layout) look('layout', [row.id]);
  for (const row of plan.changes) {
    look(row.id, [row.phase, findChangedNode(row), ...row.after, ...toChangeReferences(row)]);
  }
  return dangling;
}
