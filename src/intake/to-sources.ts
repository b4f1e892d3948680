import { toSource, type Source } from '#core/model/source.ts';
import type { KeptPending } from './intake-types.ts';
import { hasRecord, type IntakeSession, type SourceIntake } from './session.ts';
import { toBase, toDecisions, type RememberedRecord } from './source-memory.ts';

/** The words by which a record is listed once its source no longer has it. */
function toRecordName(session: IntakeSession, record: RememberedRecord, id: string): string {
  const node = session.draft.nodes.get(id);
  const party = session.draft.parties.get(id);
  const phase = session.draft.phases.get(id);
  return node?.name ?? party?.name ?? phase?.name ?? record.keys[0] ?? id;
}

/**
 * What was there last time and is not any more: kept in the plan and in the memory, and proposed as removed. What a person
 * took out themselves is forgotten.
 */
function keepGone(session: IntakeSession, source: SourceIntake): void {
  for (const [id, record] of source.memory.records) {
    if (source.records.has(id) || !hasRecord(session, record.collection, id)) continue;
    source.records.set(id, record);
    if (record.keys.some((key) => source.said.has(key))) continue;
    source.pending.push({
      source: source.name,
      key: record.keys[0] ?? id,
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

/** The record of a source after an import, with all that the next one needs. */
export function toImportedSource(session: IntakeSession, source: SourceIntake): Source {
  keepGone(session, source);
  const { name, format, sha256, text, totals, secrets } = source.proposal.source;
  const pending: readonly KeptPending[] = source.pending;
  return {
    ...(source.known ?? toSource({ id: source.id, name, format })),
    format,
    sha256,
    text,
    totals,
    secrets,
    base: toBase(source.records),
    decisions: toDecisions(source.decisions),
    pending,
  };
}
