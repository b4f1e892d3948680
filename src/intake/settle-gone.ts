import { findChangedNode } from '#core/model/change.ts';
import { toDisposition } from '#core/model/disposition.ts';
import { toImportedId } from '#core/model/ids.ts';
import { sameQuestionKey } from './ask-same.ts';
import { toItemKey, type IntakeDecisions } from './intake-types.ts';
import { hasRecord, type IntakeSession, type SourceIntake } from './session.ts';
import type { RememberedRecord } from './source-memory.ts';

/** The words by which a record is listed once its source no longer has it. */
function toRecordName(session: IntakeSession, record: RememberedRecord, id: string): string {
  const { draft } = session;
  const nameOf = (node: string | null | undefined): string => draft.nodes.get(node ?? null)?.name ?? '?';
  const named = draft.nodes.get(id) ?? draft.parties.get(id) ?? draft.phases.get(id);
  if (named !== undefined) return named.name;
  const link = draft.dependencies.get(id);
  if (link !== undefined) return `${nameOf(link.from)} → ${nameOf(link.to)}`;
  const duty = draft.duties.get(id);
  if (duty !== undefined) {
    const party = draft.parties.get(duty.party)?.name;
    return [duty.area, ...(party === undefined ? [] : [party])].join(', ');
  }
  const fate = draft.dispositions.get(id);
  if (fate !== undefined) return `${nameOf(fate.node)}, ${fate.disposition}`;
  const change = draft.changes.get(id);
  const moved = change === undefined ? null : findChangedNode(change);
  return draft.questions.get(id)?.text ?? (moved === null ? (record.keys[0] ?? id) : nameOf(moved));
}

/** What a person decided about something that is gone: `accept` proposes a node for removal and takes out what is none, `reject` keeps it and asks no more. */
function takeDecision(task: GoneTask, key: string, id: string, collection: string): boolean {
  const { session, source, decisions, fated } = task;
  const decided = decisions.chosen?.[toItemKey(source.name, key)];
  if (decided === undefined) return false;
  const known = source.decisions.get(key) ?? { key, decision: null, correction: null };
  source.decisions.set(key, { ...known, gone: decided === 'accept' ? 'retire' : 'keep' });
  const node = session.draft.nodes.get(id);
  const isStated = [...session.stated].some(([name, records]) => name !== source.name && records.has(id));
  if (decided === 'accept' && node === undefined && !isStated)
    session.goneRelations.push({ collection, record: id });
  if (decided === 'reject' || node === undefined || fated.has(node.id)) return true;
  const why = `It is no longer in ${source.name}.`;
  const made = toImportedId('di', [source.name, 'gone', node.id]);
  session.draft.dispositions.put(toDisposition({ id: made, node: node.id, disposition: 'retire', why }));
  fated.add(node.id);
  return true;
}

interface GoneTask {
  readonly session: IntakeSession;
  readonly source: SourceIntake;
  readonly decisions: IntakeDecisions;
  /** Nodes whose fate the plan names already. */
  readonly fated: Set<string>;
}

function keepGone(task: GoneTask): void {
  const { session, source } = task;
  for (const [id, record] of source.memory.records) {
    if (source.records.has(id) || !hasRecord(session, record.collection, id)) continue;
    source.records.set(id, record);
    if (record.keys.some((key) => source.said.has(key) || key.startsWith(sameQuestionKey))) continue;
    if (record.keys.some((key) => source.decisions.get(key)?.gone !== undefined)) continue;
    const key = record.keys[0] ?? id;
    if (takeDecision(task, key, id, record.collection)) continue;
    source.pending.push({
      source: source.name,
      key,
      is: record.collection,
      name: toRecordName(session, record, id),
      confidence: null,
      why: 'gone',
      line: null,
      quote: null,
      item: null,
      record: id,
    });
  }
}

/** What is back needs no decision about its being gone. */
function forgetReturned(source: SourceIntake): void {
  for (const [key, decision] of source.decisions) {
    if (decision.gone === undefined || !source.said.has(key)) continue;
    const { gone: _gone, ...rest } = decision;
    source.decisions.set(key, rest);
  }
}

/**
 * What was there last time and is not any more: kept in the plan and in the memory, and proposed as removed, never dropped. What a
 * person took out themselves is forgotten.
 */
export function settleGone(session: IntakeSession, decisions: IntakeDecisions): void {
  const fated = new Set<string>(session.draft.dispositions.values().map((row) => row.node));
  for (const source of session.sources) {
    forgetReturned(source);
    keepGone({ session, source, decisions, fated });
  }
}
