import { toChangeName } from '#core/graph/entry-words.ts';
import type { ChangeId, PhaseId } from '#core/model/ids.ts';
import { collectionNames, toTableOf, type CollectionName, type Plan } from '#core/model/plan.ts';
import type { AppliedEdit } from './apply-commands.ts';
import { findFatesOf } from './change-index.ts';
import { toDraft, type Draft } from './draft.ts';
import { isEmptyDiff } from './records-diff.ts';
import { takeOut } from './take-out.ts';
import { findPhaseLike, findTakenRecords, type RecordIds } from './taken-records.ts';

/** What another alternative does with a node replaces what this plan alone does with it. */
function withdrawRivals(draft: Draft, from: Plan, taken: RecordIds): void {
  for (const id of taken.get('changes') ?? []) {
    const change = from.changes.get(id);
    if (change?.kind !== 'move' && change?.kind !== 'merge' && change?.kind !== 'remove') continue;
    for (const rival of findFatesOf(draft.plan.changes, change.node)) {
      if (from.changes.has(rival.id)) continue;
      draft.note(`Withdrawn: ${toChangeName(draft.plan, rival)}; the step that was taken replaces it.`);
      takeOut(draft, { changes: [rival.id] });
    }
  }
}

function withdraw(draft: Draft, from: Plan, steps: readonly ChangeId[]): void {
  for (const id of steps) {
    const change = draft.plan.changes.get(id);
    if (change === undefined || from.changes.has(id)) continue;
    takeOut(draft, {
      changes: [id],
      ...(change.kind === 'hand-over' ? { handovers: [change.handover] } : {}),
    });
  }
}

/** Steps and hand-overs go into the plan's own phase where it has one of that name. */
function putRow(draft: Draft, from: Plan, name: CollectionName, id: string): void {
  const toOwnPhase = (phase: PhaseId | null): PhaseId | null =>
    findPhaseLike(draft.plan, from, phase)?.id ?? phase;
  if (name === 'changes') {
    const row = from.changes.get(id);
    if (row !== undefined) draft.put(name, { ...row, phase: toOwnPhase(row.phase) });
  } else if (name === 'handovers') {
    const row = from.handovers.get(id);
    if (row !== undefined) draft.put(name, { ...row, phase: toOwnPhase(row.phase) });
  } else putAsIs(draft, from, name, id);
}

function putAsIs(draft: Draft, from: Plan, name: CollectionName, id: string): void {
  const row = toTableOf(from, name).get(id);
  if (row !== undefined) draft.put(name, row);
}

/** What came along without being asked for, by name. */
function noteCompany(draft: Draft, from: Plan, taken: RecordIds, steps: readonly ChangeId[]): void {
  const asked = new Set<string>(steps);
  const names: string[] = [];
  for (const id of taken.get('phases') ?? []) names.push(from.phases.get(id)?.name ?? id);
  for (const id of taken.get('nodes') ?? []) names.push(from.nodes.get(id)?.name ?? id);
  for (const id of taken.get('parties') ?? []) names.push(from.parties.get(id)?.name ?? id);
  for (const id of taken.get('changes') ?? []) {
    const change = from.changes.get(id);
    if (change !== undefined && !asked.has(id)) names.push(`"${toChangeName(from, change)}"`);
  }
  if (names.length > 0) draft.note(`Came along, because it is needed: ${names.join(', ')}.`);
}

function toLabel(plan: Plan, from: Plan, steps: readonly ChangeId[]): string {
  const [only] = steps;
  const change = from.changes.get(only ?? null) ?? plan.changes.get(only ?? null);
  if (steps.length !== 1 || change === undefined) return `Take ${steps.length} steps from ${from.name}`;
  return `Take "${toChangeName(from.changes.has(change.id) ? from : plan, change)}" from ${from.name}`;
}

/**
 * Takes steps of another alternative across, as one edit that can be undone: each of `steps` is afterwards as it is in `from`
 * (made, changed, or withdrawn where `from` does not have it). With a step comes what it rests on and the plan lacks: steps
 * to wait for, its phase (one of the same name will do), new nodes with their places, parties, its hand-over and checklist.
 * What only this plan does with the same node is withdrawn; `notes` say so. The records keep their ids, so taking twice changes
 * nothing. Ids that neither plan knows are passed over.
 */
export function takeSteps(plan: Plan, from: Plan, steps: readonly ChangeId[]): AppliedEdit {
  const draft = toDraft(plan, () => {
    throw new Error('Taking steps across makes no new records.');
  });
  const taken = findTakenRecords(plan, from, steps);
  withdraw(draft, from, steps);
  withdrawRivals(draft, from, taken);
  for (const name of collectionNames) {
    for (const id of taken.get(name) ?? []) putRow(draft, from, name, id);
  }
  noteCompany(draft, from, taken, steps);
  const diff = draft.diff();
  return {
    plan: isEmptyDiff(diff) ? plan : { ...draft.plan, revision: plan.revision + 1 },
    diff,
    label: toLabel(plan, from, steps),
    made: [],
    notes: draft.notes(),
  };
}
