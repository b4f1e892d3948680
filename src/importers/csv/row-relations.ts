import type { DependencyType } from '#core/model/dependency.ts';
import type { DutyRole } from '#core/model/duty.ts';
import type { PartyKind } from '#core/model/party.ts';
import type { Confidence } from '../contract.ts';
import { findTypeByWord } from '../type-words.ts';
import { findYesNo, splitParties, splitValues } from './cell-words.ts';
import type { ColumnField } from './column-fields.ts';
import { findDate } from './date-words.ts';
import { isGivenName } from './given-names.ts';
import { addQuestion, type RowSubject } from './row-node.ts';
import { toEvidence, type CellView, type RowView } from './row-view.ts';
import { findKnown, toNameKey, type TableReader } from './table-reader.ts';
import { isDoubt, isNoValue } from './units.ts';

const roles: readonly (readonly [ColumnField, DutyRole])[] = [
  ['owner', 'accountable'],
  ['managedBy', 'responsible'],
  ['contact', 'consulted'],
];

function guessPartyKind(name: string): PartyKind {
  if (
    /(?<![a-z])(?:team|group|dept|department|ops|unit|support|squad|guild|devops|admins|platform|it|équipe|equipo|squadra|abteilung|referat)(?![a-z])/iu.test(
      name,
    )
  )
    return 'team';
  if (/(?<![A-Za-z])(?:inc|ltd|gmbh|llc|corp|ag|bv|s\.?a\.?)\.?$/iu.test(name)) return 'vendor';
  if (/^\p{Lu}[\p{L}'-]+ \p{Lu}[\p{L}'-]+$/u.test(name) || name.includes('@')) return 'person';
  return isGivenName(name.split(' ')[0] ?? '') ? 'person' : 'team';
}

/** Adds the parties of a row and what they owe for its subject. */
export function addDuties(reader: TableReader, row: RowView, subject: RowSubject, isService: boolean): void {
  for (const [field, role] of roles) {
    for (const cell of row.of(field)) {
      if (isDoubt(cell.value))
        addQuestion(reader, subject.key, `${subject.name}: ${cell.heading} is "${cell.value}"`, cell, field);
      for (const text of splitParties(cell.value)) {
        const mail = /[\w.+-]{1,64}@[\w.-]{1,128}/u.exec(text)?.[0];
        const bare = text.replace(/[<(][^<>()]{0,200}[>)]/gu, '').trim();
        const name = bare === '' ? text.replace(/[<>()]/gu, '') : bare;
        const party = `party:${toNameKey(name)}`;
        const evidence = [toEvidence(cell, 'name')];
        reader.collector.add({
          is: 'party',
          key: party,
          name,
          kind: guessPartyKind(name),
          confidence: 'sure',
          reasons: [`named in the column "${cell.heading}"`],
          evidence,
          ...(mail === undefined ? {} : { contacts: [mail] }),
        });
        const area = isService ? 'application support' : 'operation';
        reader.collector.add({
          is: 'duty',
          key: `duty:${area}/${subject.key}/${party}/${role}`,
          area,
          subject: subject.key,
          party,
          role,
          confidence: 'likely',
          reasons: [`the column "${cell.heading}"`],
          evidence: [toEvidence(cell, 'party')],
        });
      }
    }
  }
}

/** A cell entry such as `db01:5432` or `db01 (postgres)`. */
function splitTarget(text: string): { readonly name: string; readonly port: number | undefined } {
  const bare = text.replace(/\s*[([][^()[\]]{0,200}[)\]]\s*$/u, '').trim();
  const match = /^([^\s:]{1,253}):(\d{1,5})$/u.exec(bare);
  const port = Number(match?.[2] ?? Number.NaN);
  return match !== null && port <= 65_535
    ? { name: match[1] ?? bare, port }
    : { name: bare === '' ? text : bare, port: undefined };
}

/** The node that a cell points at; one that no row describes is added as a service of its own. */
function findOrAddNode(
  reader: TableReader,
  name: string,
  cell: CellView,
  isDoubtful = false,
): { readonly key: string; readonly confidence: Confidence } {
  const known = findKnown(reader, name);
  if (known !== undefined) return { key: known, confidence: 'sure' };
  const key = `service:${toNameKey(name)}`;
  // "Used by" names departments as often as machines.
  const confidence: Confidence = !isDoubtful && /^\S{2,60}$/u.test(name) ? 'likely' : 'uncertain';
  reader.collector.add({
    is: 'node',
    key,
    kind: 'service',
    name,
    type: findTypeByWord(name) ?? 'unknown',
    parent: null,
    confidence,
    reasons: [`only named in the column "${cell.heading}"; no row describes it`],
    evidence: [toEvidence(cell, 'name')],
  });
  return { key, confidence };
}

/** Adds one dependency between two nodes of the table. */
export function addDependency(
  reader: TableReader,
  ends: {
    readonly from: string;
    readonly to: string;
    readonly type: DependencyType;
    readonly port?: number;
    readonly protocol?: string;
    readonly encrypted?: boolean;
  },
  confidence: Confidence,
  cells: readonly CellView[],
): void {
  if (ends.from === ends.to) return;
  const where = ends.port === undefined ? '' : `:${ends.port}`;
  reader.collector.add({
    is: 'dependency',
    key: `dependency:${ends.type}/${ends.from}>${ends.to}${where}`,
    ...ends,
    confidence,
    reasons: [`the column "${cells[0]?.heading ?? ''}"`],
    evidence: cells.map((cell) => toEvidence(cell, 'to')),
  });
}

/** Adds what the subject needs, what needs it, what backs it up and what watches it. */
export function addDependencies(reader: TableReader, row: RowView, subject: RowSubject): void {
  for (const field of ['dependsOn', 'usedBy'] as const) {
    for (const cell of row.of(field)) {
      for (const text of splitValues(cell.value)) {
        const { name, port } = splitTarget(text);
        const other = findOrAddNode(reader, name, cell, field === 'usedBy');
        const [from, to] = field === 'dependsOn' ? [subject.key, other.key] : [other.key, subject.key];
        addDependency(
          reader,
          { from, to, type: 'connects', ...(port === undefined ? {} : { port }) },
          other.confidence,
          [cell],
        );
      }
    }
  }
  for (const [field, type] of [
    ['backup', 'backs-up-to'],
    ['monitoring', 'monitors'],
  ] as const) {
    for (const cell of row.of(field)) {
      const answer = findYesNo(cell.value);
      if (answer === 'no')
        addQuestion(reader, subject.key, `${subject.name}: ${cell.heading} is "${cell.value}"`, cell, field);
      if (
        answer !== null ||
        isNoValue(cell.value) ||
        findDate(cell.value) !== undefined ||
        !/^[A-Za-z][\w.-]{1,60}$/u.test(cell.value)
      )
        continue;
      const known = findKnown(reader, cell.value);
      const tool = known ?? `service:${toNameKey(cell.value)}`;
      if (known === undefined) {
        reader.collector.add({
          is: 'node',
          key: tool,
          kind: 'service',
          name: cell.value,
          type: field === 'backup' ? 'backup' : 'monitoring',
          parent: null,
          confidence: 'likely',
          reasons: [`named in the column "${cell.heading}"`],
          evidence: [toEvidence(cell, 'name')],
        });
      }
      const ends =
        field === 'backup' ? { from: subject.key, to: tool, type } : { from: tool, to: subject.key, type };
      addDependency(reader, ends, 'likely', [cell]);
    }
  }
}
