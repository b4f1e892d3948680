import type { DependencyType } from '#core/model/dependency.ts';
import type { DutyRole } from '#core/model/duty.ts';
import type { PartyKind } from '#core/model/party.ts';
import type { Confidence } from '../contract.ts';
import { findTypeByWord } from '../type-words.ts';
import { findDisposition, findDate, findYesNo, splitParties, splitValues } from './cell-words.ts';
import type { ColumnField } from './column-fields.ts';
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
    /(?<![a-z])(?:team|group|dept|department|ops|unit|support|squad|guild|devops|admins|platform|it)(?![a-z])/iu.test(
      name,
    )
  )
    return 'team';
  if (/(?<![A-Za-z])(?:inc|ltd|gmbh|llc|corp|ag|bv|s\.?a\.?)\.?$/iu.test(name)) return 'vendor';
  return /^[A-Z][\p{L}'-]+ [A-Z][\p{L}'-]+$/u.test(name) || name.includes('@') ? 'person' : 'team';
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

const providerWords =
  /(?<![a-z])(?:aws|amazon|azure|gcp|google|hetzner|digital ?ocean|linode|akamai|ovh|scaleway|rackspace|oracle|ibm|vultr|cloud)(?![a-z])/iu;
const sizeWords =
  /^(?:[a-z]{1,3}\d[a-z]{0,4}\.[\w-]{1,20}|[a-z]{1,4}-\d{1,3}vcpu-\S{1,20}|standard_\w{1,20}|[a-z]\d[a-z]?-(?:standard|highmem|highcpu)-\d{1,3}|c[pcx]x?\d{2})$/iu;

/** Where a move goes: a node of the table, else a provider by its name, else a host. */
function addMoveTarget(reader: TableReader, cell: CellView): string {
  const known = findKnown(reader, cell.value);
  const target = known === undefined ? undefined : reader.collector.getNode(known);
  if (known !== undefined && target?.kind !== 'service') return known;
  const kind = providerWords.test(cell.value) ? 'provider' : 'host';
  const key = `${kind}:${toNameKey(cell.value)}`;
  reader.collector.add({
    is: 'node',
    key,
    kind,
    name: cell.value,
    status: 'planned',
    confidence: 'likely',
    reasons: [`a target in the column "${cell.heading}"`],
    evidence: [toEvidence(cell, 'name')],
  });
  return key;
}

/** Adds the fate of the subject: disposition, phase and move. */
export function addFate(reader: TableReader, row: RowView, subject: RowSubject): void {
  const cell = row.first('disposition');
  const disposition = cell === undefined ? undefined : findDisposition(cell.value);
  if (cell !== undefined && isDoubt(cell.value))
    addQuestion(
      reader,
      subject.key,
      `${subject.name}: ${cell.heading} is "${cell.value}"`,
      cell,
      'disposition',
    );
  if (cell !== undefined && disposition !== undefined) {
    reader.collector.add({
      is: 'disposition',
      key: `disposition:${subject.key}`,
      node: subject.key,
      disposition,
      why: `${cell.heading}: ${cell.value}`,
      conditions: [],
      confidence: 'sure',
      reasons: [`the column "${cell.heading}"`],
      evidence: [toEvidence(cell, 'disposition')],
    });
  }
  const phase = addPhase(reader, row);
  const target = row.first('moveTo');
  if (
    target !== undefined &&
    !isNoValue(target.value) &&
    !sizeWords.test(target.value) &&
    findDisposition(target.value) === undefined
  ) {
    const to = addMoveTarget(reader, target);
    if (to !== subject.key) {
      reader.collector.add({
        is: 'move',
        key: `move:${subject.key}`,
        node: subject.key,
        to,
        phase: phase ?? null,
        confidence: 'sure',
        reasons: [`the column "${target.heading}"`],
        evidence: [toEvidence(target, 'to')],
      });
      return;
    }
  }
  const tags = [
    ...(phase === undefined ? [] : [`wave:${row.first('phase')?.value ?? ''}`]),
    ...(target !== undefined && sizeWords.test(target.value) ? [`target-size:${target.value}`] : []),
  ];
  if (tags.length > 0) {
    reader.collector.edit(subject.key, {
      tags: [...new Set([...(reader.collector.getNode(subject.key)?.tags ?? []), ...tags])],
    });
  }
}

/** What a numbered phase is called after the heading of its column: `wave_id` makes "Wave 3". */
function toPhaseWord(heading: string): string {
  const word = heading
    .replaceAll(/[_.\s]{1,20}/gu, ' ')
    .replace(/ ?(?:id|name|no|number|#) ?$/iu, '')
    .trim();
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}

function addPhase(reader: TableReader, row: RowView): string | undefined {
  const cell = row.first('phase');
  if (cell === undefined || isNoValue(cell.value)) return undefined;
  const key = `phase:${toNameKey(cell.value)}`;
  const name = /^\d{1,4}$/u.test(cell.value) ? `${toPhaseWord(cell.heading)} ${cell.value}` : cell.value;
  const date = row.first('migrationDate');
  const start = date === undefined ? undefined : findDate(date.value);
  const evidence = [
    toEvidence(cell, 'name'),
    ...(date !== undefined && start !== undefined ? [toEvidence(date, 'start')] : []),
  ];
  reader.collector.add({
    is: 'phase',
    key,
    name,
    confidence: 'sure',
    reasons: [`the column "${cell.heading}"`],
    evidence,
    ...(start === undefined ? {} : { start }),
  });
  return key;
}
