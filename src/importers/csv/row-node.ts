import { nodeKinds, type NodeKind } from '#core/model/node.ts';
import type { ProposedEvidence, ProposedNode } from '../contract.ts';
import { toImportNote } from '../import-problem.ts';
import { limits } from '../limits.ts';
import { findEnvironment, findTypeByWord } from '../type-words.ts';
import { toAddressValues } from './address-words.ts';
import { findKind, findServerType, findStatus, findYesNo, splitValues } from './cell-words.ts';
import type { ColumnField } from './column-fields.ts';
import { addPlaces } from './row-place.ts';
import { readSizes } from './row-sizes.ts';
import { toEvidence, type CellView, type RowView } from './row-view.ts';
import { remember, toNameKey, type TableReader } from './table-reader.ts';
import { isNoValue } from './units.ts';

/** A name without the "(?)" that authors put behind what they doubt. */
export function splitDoubt(name: string): { readonly name: string; readonly doubt: boolean } {
  const match = /^(.{1,1000}?)\s{0,9}(?:\(\s{0,3}\?{1,5}\s{0,3}\)|\?{1,5})$/u.exec(name);
  return match === null ? { name, doubt: false } : { name: match[1] ?? name, doubt: true };
}

function findRowKind(row: RowView, fallback: NodeKind): { readonly kind: NodeKind; readonly type?: string } {
  const stated = findKind(row.first('kind')?.value ?? '');
  const explicit = row.first('type');
  const word = (explicit?.value ?? '').replace(/^cmdb_ci_/u, '').replaceAll('_', ' ');
  const kind = findKind(word);
  const type =
    findServerType(word) ??
    (kind === undefined && !isNoValue(word) ? (findTypeByWord(word) ?? word.toLowerCase()) : undefined);
  const own = type ?? (kind === undefined || word === '' ? undefined : word.toLowerCase());
  if (stated !== undefined) return { kind: stated, ...(own === undefined ? {} : { type: own }) };
  const isKind = nodeKinds.some((each) => each === word.toLowerCase());
  if (kind === undefined || (fallback === 'service' && !isKind))
    return { kind: fallback, ...(type === undefined ? {} : { type }) };
  return { kind, ...(type === undefined ? {} : { type }) };
}

interface Drafted {
  readonly fields: Partial<ProposedNode>;
  readonly evidence: readonly ProposedEvidence[];
}

function readLists(row: RowView): Drafted {
  const evidence: ProposedEvidence[] = [];
  const list = (field: ColumnField, node: string): readonly string[] =>
    row.of(field).flatMap((cell) => {
      const values = splitValues(cell.value);
      if (values.length > 0) evidence.push(toEvidence(cell, node));
      return values;
    });
  const fields = {
    aliases: list('alias', 'aliases'),
    addresses: toAddressValues(list('addresses', 'addresses')),
    domains: list('domains', 'domains'),
    tags: list('tags', 'tags'),
    data: list('data', 'data'),
    identities: row.of('identity').flatMap((cell) => (isNoValue(cell.value) ? [] : [cell.value])),
  };
  const filled = Object.fromEntries(Object.entries(fields).filter(([, values]) => values.length > 0));
  return { fields: filled, evidence };
}

function readScalars(row: RowView): Drafted {
  const evidence: ProposedEvidence[] = [];
  const value = (field: ColumnField, node: string): CellView | undefined => {
    const cell = row.first(field);
    if (cell === undefined || isNoValue(cell.value)) return undefined;
    evidence.push(toEvidence(cell, node));
    return cell;
  };
  const environment = value('environment', 'environment')?.value;
  const os = [value('os', 'os')?.value ?? '', value('osVersion', 'os')?.value ?? ''].filter(
    (part) => part !== '',
  );
  const osText = os[1] !== undefined && os[0]?.includes(os[1]) === true ? os[0] : os.join(' ');
  const statusCell = row.first('status');
  const status = statusCell === undefined ? undefined : findStatus(statusCell.value);
  if (statusCell !== undefined && status !== undefined) evidence.push(toEvidence(statusCell, 'status'));
  const country = value('jurisdiction', 'jurisdiction')?.value;
  const count = Number(row.first('count')?.value ?? Number.NaN);
  const notes = row.of('notes').filter((cell) => !isNoValue(cell.value));
  const dates = row.of('endDate').filter((cell) => !isNoValue(cell.value));
  for (const cell of [...notes, ...dates]) evidence.push(toEvidence(cell, 'notes'));
  const noteText = [
    ...notes.map((cell) => cell.value),
    ...dates.map((cell) => `${cell.heading}: ${cell.value}`),
  ].join('\n');
  return {
    evidence,
    fields: {
      ...(environment === undefined ? {} : { environment: findEnvironment(environment) ?? environment }),
      ...(osText === '' ? {} : { os: osText }),
      ...(status === undefined || status === 'gone' ? {} : { status }),
      ...(country !== undefined && /^[A-Za-z]{2}$/u.test(country)
        ? { jurisdiction: country.toUpperCase() }
        : {}),
      ...(Number.isInteger(count) && count > 0 ? { count } : {}),
      ...(noteText === '' ? {} : { notes: noteText }),
    },
  };
}

/** Yes in a backup or monitoring column becomes a tag; names of tools become dependencies elsewhere. */
function readCover(row: RowView): readonly string[] {
  const covered = (field: ColumnField): boolean =>
    row.of(field).some((cell) => findYesNo(cell.value) === 'yes');
  return [...(covered('backup') ? ['backup:yes'] : []), ...(covered('monitoring') ? ['monitoring:yes'] : [])];
}

/** The key of a row's node; a second machine of the same name but another id gets a key of its own. */
function toRowKey(
  reader: TableReader,
  kind: NodeKind,
  name: string,
  identities: readonly string[],
  parent: string | undefined,
): string {
  const scope = kind === 'service' && parent !== undefined ? `${parent.slice(parent.indexOf(':') + 1)}/` : '';
  const key = `${kind}:${scope}${toNameKey(name)}`;
  const other = reader.collector.getNode(key);
  const [identity] = identities;
  const [known] = other?.identities ?? [];
  return identity === undefined || known === undefined || known === identity ? key : `${key}#${identity}`;
}

/** The subject of a row: what its owner, notes and dependencies are about. */
export interface RowSubject {
  readonly key: string;
  readonly name: string;
}

/** Why a row that has a name is left out all the same. */
function findRowTrouble(
  row: RowView,
  name: string,
): { readonly code: string; readonly message: string } | undefined {
  if (name.length > limits.nameCharacters) {
    return { code: 'long-name', message: 'The name is too long; the row was left out.' };
  }
  const status = row.first('status')?.value ?? '';
  return findStatus(status) === 'gone'
    ? { code: 'gone', message: `"${name}" is no more (${status}); it was left out.` }
    : undefined;
}

/**
 * Adds the node that a row is about, inside the places that the row names. `fallback` is its kind when no column tells it.
 * `undefined` (and a problem with the line) for rows that name nothing or a thing that is no more.
 */
export function addRowNode(
  reader: TableReader,
  row: RowView,
  nameCell: CellView,
  fallback: NodeKind,
  inside?: string,
): RowSubject | undefined {
  const { name, doubt } = splitDoubt(nameCell.value.split('\n')[0]?.trim() ?? '');
  const trouble = findRowTrouble(row, name);
  if (trouble !== undefined) {
    reader.problems.push(toImportNote(trouble.code, reader.file, trouble.message, row.line));
    return undefined;
  }
  const { kind, type } = findRowKind(row, fallback);
  const parent = inside ?? addPlaces(reader, row, kind);
  const lists = readLists(row);
  const scalars = readScalars(row);
  const sizes = readSizes(row);
  const tags = [...(lists.fields.tags ?? []), ...readCover(row)];
  const typeCell = row.first('type');
  const guessed = type ?? (kind === 'service' ? findTypeByWord(name) : undefined);
  const key = toRowKey(reader, kind, name, lists.fields.identities ?? [], parent);
  const differences = reader.collector.add({
    is: 'node',
    key,
    kind,
    name,
    confidence: reader.confidence,
    reasons: [`row ${row.line}, column "${nameCell.heading}"`],
    ...(guessed === undefined ? {} : { type: guessed }),
    ...(parent === undefined ? {} : { parent }),
    ...lists.fields,
    ...scalars.fields,
    ...(tags.length === 0 ? {} : { tags }),
    ...(Object.keys(sizes.capacity).length === 0 ? {} : { capacity: sizes.capacity }),
    ...(Object.keys(sizes.usage).length === 0 ? {} : { usage: sizes.usage }),
    ...(sizes.cost === undefined ? {} : { cost: sizes.cost }),
    evidence: [
      toEvidence(nameCell, 'name'),
      ...(typeCell === undefined ? [] : [toEvidence(typeCell, 'type')]),
      ...lists.evidence,
      ...scalars.evidence,
      ...sizes.evidence,
    ],
  });
  if (differences.length > 0) {
    const message = `"${name}" stands twice with different values (${differences.join(', ')}); the first ones were taken.`;
    reader.problems.push(toImportNote('double-row', reader.file, message, row.line));
  }
  for (const text of [
    name,
    ...(lists.fields.aliases ?? []),
    ...(lists.fields.addresses ?? []),
    ...(lists.fields.identities ?? []),
  ]) {
    remember(reader, text, key);
  }
  if (doubt) addQuestion(reader, key, `${name}: "${nameCell.value}"`, nameCell, 'name');
  return { key, name };
}

/** Adds an open question about a node, with the words that raise it. */
export function addQuestion(
  reader: TableReader,
  about: string,
  text: string,
  cell: CellView,
  field: string,
): void {
  reader.collector.add({
    is: 'question',
    key: `question:${about}/${field}`,
    text,
    about: [about],
    blocking: false,
    confidence: 'sure',
    reasons: [`the column "${cell.heading}" leaves it open`],
    evidence: [toEvidence(cell, 'text')],
  });
}
