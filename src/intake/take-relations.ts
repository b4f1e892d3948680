import type {
  ProposedDependency,
  ProposedDuty,
  ProposedItem,
  ProposedParty,
  ProposedQuestion,
} from '#core/importers/contract.ts';
import { toDependency, type Dependency } from '#core/model/dependency.ts';
import { toDuty, type Duty } from '#core/model/duty.ts';
import { toId, toImportedId, type IdByPrefix, type IdPrefix } from '#core/model/ids.ts';
import { toParty, type Party } from '#core/model/party.ts';
import { toQuestion, type Question } from '#core/model/question.ts';
import { normaliseName } from './reconcile/node-names.ts';
import {
  dependencyFields,
  dutyFields,
  partyFields,
  questionFields,
  type ResolvedQuestion,
} from './relation-fields.ts';
import type { Rows } from './rows.ts';
import { findId, putAside, type IntakeSession, type SourceIntake } from './session.ts';
import { takeRecord } from './take-record.ts';

/** A free id for a new record of a source: a hash of what identifies it, with an ordinal on a tie. */
export function toNewId<P extends IdPrefix>(
  rows: Pick<Rows<{ readonly id: string }>, 'get'>,
  prefix: P,
  source: SourceIntake,
  item: ProposedItem,
): IdByPrefix[P] {
  for (let ordinal = 0; ; ordinal += 1) {
    const id = toImportedId(prefix, [
      source.name,
      item.is,
      item.key,
      ...(ordinal === 0 ? [] : [String(ordinal)]),
    ]);
    if (rows.get(id) === undefined) return id;
  }
}

/** Records by what makes them the same thing, over all that is in the plan and all that comes. */
export interface RecordIndex<R> {
  readonly find: (key: string, test?: (record: R) => boolean) => R | undefined;
  readonly add: (record: R) => void;
}

/**
 * An index of records by a text key; `find` answers their newest form. It is built when it is first asked: a source that comes again
 * knows its records by their ids.
 */
export function indexRecords<R extends { readonly id: string }>(
  rows: Rows<R>,
  toKey: (record: R) => string,
): RecordIndex<R> {
  const ids = new Map<string, Set<string>>();
  let waiting: R[] | null = [];
  const add = (record: R): void => {
    const key = toKey(record);
    const known = ids.get(key);
    if (known === undefined) ids.set(key, new Set([record.id]));
    else known.add(record.id);
  };
  return {
    add: (record) => {
      if (waiting === null) add(record);
      else waiting.push(record);
    },
    find: (key, test) => {
      if (waiting !== null) {
        for (const record of rows.before()) add(record);
        waiting.forEach(add);
        waiting = null;
      }
      for (const id of ids.get(key) ?? []) {
        const record = rows.get(id);
        if (record !== undefined && (test === undefined || test(record))) return record;
      }
      return undefined;
    },
  };
}

/** Takes a party over; the same name in two sources is one party. */
export function takeParty(
  session: IntakeSession,
  source: SourceIntake,
  item: ProposedParty,
  index: RecordIndex<Party>,
): void {
  const rows = session.draft.parties;
  const existing = rows.get(findId(source, item.key) ?? '') ?? index.find(normaliseName(item.name));
  const make = (): Party => toParty({ id: toNewId(rows, 'pa', source, item), name: item.name });
  index.add(
    takeRecord({
      session,
      source,
      item,
      collection: 'parties',
      rows,
      existing,
      make,
      fields: partyFields,
      proposed: item,
    }),
  );
}

/** What makes two dependencies the same, besides the port. */
export function toDependencyKey(row: Pick<Dependency, 'from' | 'to' | 'type'>): string {
  return `${row.from}|${row.to}|${row.type}`;
}

/** Takes a dependency over; one of a thing on itself is left out. */
export function takeDependency(
  session: IntakeSession,
  source: SourceIntake,
  item: ProposedDependency,
  index: RecordIndex<Dependency>,
): void {
  const rows = session.draft.dependencies;
  const from = session.draft.nodes.get(findId(source, item.from) ?? '');
  const to = session.draft.nodes.get(findId(source, item.to) ?? '');
  if (from === undefined || to === undefined || from.id === to.id) {
    putAside(source, item, from === undefined || to === undefined ? 'missing-reference' : 'does-not-fit');
    return;
  }
  const ends = { from: from.id, to: to.id, type: item.type };
  const samePort = (row: Dependency): boolean =>
    row.port === null || item.port === undefined || row.port === item.port;
  const existing = rows.get(findId(source, item.key) ?? '') ?? index.find(toDependencyKey(ends), samePort);
  const make = (): Dependency => toDependency({ id: toNewId(rows, 'dp', source, item), ...ends });
  index.add(
    takeRecord({
      session,
      source,
      item,
      collection: 'dependencies',
      rows,
      existing,
      make,
      fields: dependencyFields,
      proposed: item,
    }),
  );
}

/** What makes two duties the same. */
export function toDutyKey(row: Pick<Duty, 'area' | 'subject' | 'environment' | 'party' | 'role'>): string {
  return [row.area, row.subject, row.environment, row.party, row.role].join('|');
}

/** Takes a duty over. */
export function takeDuty(
  session: IntakeSession,
  source: SourceIntake,
  item: ProposedDuty,
  index: RecordIndex<Duty>,
): void {
  const rows = session.draft.duties;
  const subject = session.draft.nodes.get(
    item.subject === null ? null : (findId(source, item.subject) ?? ''),
  );
  const party = session.draft.parties.get(item.party === null ? null : (findId(source, item.party) ?? ''));
  if ((item.subject !== null && subject === undefined) || (item.party !== null && party === undefined)) {
    putAside(source, item, 'missing-reference');
    return;
  }
  const owed = {
    area: item.area,
    subject: subject?.id ?? null,
    environment: item.environment ?? null,
    party: party?.id ?? null,
    role: item.role,
  };
  const existing = rows.get(findId(source, item.key) ?? '') ?? index.find(toDutyKey(owed));
  const make = (): Duty => toDuty({ id: toNewId(rows, 'du', source, item), ...owed });
  index.add(
    takeRecord({
      session,
      source,
      item,
      collection: 'duties',
      rows,
      existing,
      make,
      fields: dutyFields,
      proposed: item,
    }),
  );
}

/** What makes two questions the same. */
export function toQuestionKey(row: Pick<Question, 'text' | 'about'>): string {
  return `${normaliseName(row.text)}|${[...row.about].sort().join('|')}`;
}

/** Takes a question over; what it is about and is not in the plan is left out, the doubt itself is not lost. */
export function takeQuestion(
  session: IntakeSession,
  source: SourceIntake,
  item: ProposedQuestion,
  index: RecordIndex<Question>,
): void {
  const rows = session.draft.questions;
  const about = [...new Set(item.about.flatMap((key) => findId(source, key) ?? []))];
  const proposed: ResolvedQuestion = { text: item.text, about, blocking: item.blocking };
  const existing = rows.get(findId(source, item.key) ?? '') ?? index.find(toQuestionKey(proposed));
  const make = (): Question =>
    toQuestion({ id: toId('qu', toNewId(rows, 'qu', source, item)), text: item.text });
  index.add(
    takeRecord({
      session,
      source,
      item,
      collection: 'questions',
      rows,
      existing,
      make,
      fields: questionFields,
      proposed,
    }),
  );
}
