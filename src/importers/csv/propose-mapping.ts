import { findEnvironment } from '../type-words.ts';
import { findDisposition, findKind } from './cell-words.ts';
import type { ColumnField } from './column-fields.ts';
import { toHeaderSignature, type ColumnMapping, type MappedColumn } from './column-mapping.ts';
import { normaliseHeading } from './headings.ts';
import { findHeading, isDiskPart, type HeadingMeaning } from './lookup-heading.ts';
import type { TableRecord } from './records.ts';
import { findNumberStyle, isNoValue, parseCellNumber, type Unit } from './units.ts';

/** Fields of which a row can have several columns. */
const manyColumns: ReadonlySet<ColumnField> = new Set([
  'alias',
  'addresses',
  'domains',
  'tags',
  'notes',
  'service',
  'dependsOn',
  'usedBy',
  'identity',
  'secret',
  'usedVcpu',
  'usedMemory',
  'usedDisk',
  'endDate',
  'owner',
  'contact',
  'managedBy',
  'backup',
  'monitoring',
  'data',
]);

const virtualNames = /^(?:vm|vms|vmname|vmwarevmname|virtualmachine|droplet|instance|instancename)$/u;
const hostLikeNames = /^(?:server|servername|servers|node|nodename|machine|machinename|device|devicename)$/u;

interface Column {
  readonly index: number;
  readonly heading: string;
  meaning: HeadingMeaning | null;
}

/** A share of the filled cells of a column that pass a test. */
function shareOf(rows: readonly TableRecord[], index: number, test: (cell: string) => boolean): number {
  const filled = rows.slice(0, 500).flatMap((row) => {
    const cell = (row.cells[index] ?? '').trim();
    return isNoValue(cell) ? [] : [cell];
  });
  return filled.length === 0 ? 0 : filled.filter(test).length / filled.length;
}

function become(column: Column, field: ColumnField | null, because: string): void {
  if (column.meaning === null) return;
  column.meaning = field === null ? null : { ...column.meaning, field, because };
}

/** Of several columns that could name the row, the best one does; the others are its host, or further names. */
function chooseName(columns: readonly Column[]): void {
  const names = columns.filter((column) => column.meaning?.field === 'name');
  const keyOf = (column: Column): string => normaliseHeading(column.heading).key;
  const virtual = names.find((column) => virtualNames.test(keyOf(column)));
  const best = virtual ?? names.toSorted((a, b) => (a.meaning?.rank ?? 0) - (b.meaning?.rank ?? 0))[0];
  const hasHost = columns.some((column) => column.meaning?.field === 'host');
  for (const column of names) {
    if (column === best) continue;
    const isHost = hostLikeNames.test(keyOf(column)) && virtual !== undefined && !hasHost;
    become(column, isHost ? 'host' : 'alias', 'another column names the row');
  }
  if (best !== undefined) return;
  const instead =
    columns.find((column) => column.meaning?.field === 'host') ??
    columns.find((column) => column.meaning?.field === 'alias');
  if (instead !== undefined && !columns.some((column) => column.meaning?.field === 'service')) {
    become(instead, 'name', 'no other column names the row');
  }
}

/** Two ends make a dependency table; one of the headings alone means something else. */
function settleEnds(columns: readonly Column[]): void {
  const has = (field: ColumnField): boolean => columns.some((column) => column.meaning?.field === field);
  if (has('from') && has('to')) return;
  for (const column of columns) {
    if (column.meaning?.field === 'from') become(column, null, '');
    if (column.meaning?.field === 'to') become(column, 'moveTo', 'there is no column for the other end');
    if (column.meaning?.field === 'moveTo' && has('from')) become(column, 'to', 'beside a source column');
  }
}

/** What only the cells can tell. */
function settleByCells(columns: readonly Column[], rows: readonly TableRecord[]): void {
  const has = (field: ColumnField): boolean => columns.some((column) => column.meaning?.field === field);
  for (const column of columns) {
    const { key, words } = normaliseHeading(column.heading);
    const share = (test: (cell: string) => boolean): number => shareOf(rows, column.index, test);
    const field = column.meaning?.field;
    if (field === 'type' && key === 'kind' && share((cell) => findKind(cell) !== undefined) > 0.8) {
      become(column, 'kind', 'its cells name kinds of things');
    }
    const hasOther = columns.some((other) => other !== column && other.meaning?.field === field);
    if ((field === 'from' || field === 'to') && hasOther && share((cell) => /^nd_\w+$/u.test(cell)) > 0.9) {
      become(column, null, '');
    }
    if (
      field === 'type' &&
      !has('environment') &&
      share((cell) => findEnvironment(cell) !== undefined) > 0.6
    ) {
      become(column, 'environment', 'its cells name environments');
    }
    if (
      field === 'disposition' &&
      /^(?:action|plan|recommendation|decision)$/u.test(key) &&
      share((cell) => findDisposition(cell) !== undefined) < 0.3
    ) {
      become(column, 'notes', 'its cells are free text');
    }
    if (field === 'to' && key === 'target' && !has('from')) become(column, 'moveTo', 'the heading "target"');
    if (field === 'provider' && key === 'vendor' && !has('site'))
      become(column, 'notes', 'a vendor beside no region');
    if (
      field === 'secret' &&
      /^(?:key|login|pin)$/u.test(key) &&
      share((cell) => /^\d{1,6}$/u.test(cell)) > 0.9
    )
      become(column, null, words);
  }
}

/** The first column of a field has it; a further one waits for a person, unless the field takes several. */
function settleDoubles(columns: readonly Column[]): void {
  const taken = new Set<ColumnField>();
  let hasWholeDisk = false;
  const order = columns.toSorted((a, b) => {
    const rank = (column: Column): number =>
      (column.meaning?.confidence === 'sure' ? 0 : 1000) + (column.meaning?.rank ?? 0);
    return rank(a) - rank(b) || a.index - b.index;
  });
  for (const column of order) {
    const field = column.meaning?.field;
    if (field === undefined) continue;
    const isPart = field === 'disk' && isDiskPart(column.heading);
    if (!taken.has(field) || manyColumns.has(field) || (isPart && !hasWholeDisk)) {
      taken.add(field);
      if (field === 'disk' && !isPart) hasWholeDisk = true;
      continue;
    }
    become(column, field === 'type' ? 'tags' : null, 'another column says it already');
  }
}

function findUnit(
  column: Column,
  rows: readonly TableRecord[],
): { readonly unit: Unit | null; readonly guessed: boolean } {
  const meaning = column.meaning;
  if (meaning === null) return { unit: null, guessed: false };
  if (meaning.field !== 'memory' && meaning.field !== 'disk') return { unit: meaning.unit, guessed: false };
  if (meaning.unit !== null) return { unit: meaning.unit, guessed: false };
  const cells = rows.map((row) => row.cells[column.index] ?? '').filter((cell) => !isNoValue(cell));
  const style = findNumberStyle(cells, '.', meaning.unit);
  const bare = cells
    .map((cell) => parseCellNumber(cell, style))
    .flatMap((number) => (number !== null && number.unit === null ? [number.value] : []))
    .sort((a, b) => a - b);
  const median = bare[Math.floor(bare.length / 2)];
  if (median === undefined) return { unit: null, guessed: false };
  const small = meaning.field === 'memory' ? 1024 : 20_000;
  return { unit: median < small ? 'GiB' : 'MiB', guessed: true };
}

/**
 * Proposes what each column of a table means: by its heading, corrected by the other headings and by its cells. A person may
 * override any of it; the answer is remembered by `signature`.
 */
export function proposeMapping(headings: readonly string[], rows: readonly TableRecord[]): ColumnMapping {
  const columns: Column[] = headings.map((heading, index) => ({
    index,
    heading,
    meaning: findHeading(heading.replace(/ \(\d+\)$/u, '')) ?? null,
  }));
  settleEnds(columns);
  chooseName(columns);
  settleByCells(columns, rows);
  settleDoubles(columns);
  const mapped = columns.map((column): MappedColumn => {
    const { unit, guessed } = findUnit(column, rows);
    const { meaning, heading } = column;
    if (meaning === null)
      return {
        heading,
        field: null,
        unit: null,
        confidence: 'uncertain',
        because: 'the heading is not known',
      };
    const because = guessed
      ? `${meaning.because}; no unit is named, ${unit === 'GiB' ? 'GB' : 'MB'} is assumed`
      : meaning.because;
    return {
      heading,
      field: meaning.field,
      unit,
      confidence: guessed ? 'likely' : meaning.confidence,
      because,
    };
  });
  return { signature: toHeaderSignature(headings), columns: mapped };
}
