import type { ColumnField } from '../csv/column-fields.ts';
import { normaliseHeading } from '../csv/headings.ts';
import type { ReadTable } from '../csv/read-table.ts';
import type { CellView, RowView } from '../csv/row-view.ts';
import { findNumberStyle, type Unit } from '../csv/units.ts';

/** The form in which headings of vendors are compared: no case, no blanks, no stars, no "(optional)". */
export function toHeadingKey(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\(optional\)/gu, '')
    .replace(/[^\p{L}\p{N}#%:]/gu, '');
}

/** A filled cell by its heading. */
export interface VendorCell extends CellView {
  /** The heading in the form of `toHeadingKey`. */
  readonly key: string;
}

/** A row of a vendor's sheet. */
export interface VendorRow {
  readonly line: number;
  readonly find: (key: string) => VendorCell | undefined;
  readonly all: (pattern: RegExp) => readonly VendorCell[];
}

/** What one or more columns of a vendor's sheet mean. */
export interface VendorColumn {
  readonly field: ColumnField;
  /** Headings in the form of `toHeadingKey`, the best first: the first filled one speaks. A pattern: all that fit it. */
  readonly from: readonly string[] | RegExp;
  /** The unit of its numbers; without it what the heading names. */
  readonly unit?: Unit;
  /** What every row says, whatever its cells: for fields that are no evidence. */
  readonly constant?: string;
  /** What a cell means; `undefined`: nothing, the next heading is looked at. */
  readonly read?: (value: string, row: VendorRow, cell: VendorCell) => string | undefined;
}

/** Line breaks in the cells left of a column: a record of a text file may span lines. */
function countBreaks(cells: readonly string[], index: number): number {
  let breaks = 0;
  for (let at = 0; at < index; at += 1) {
    const cell = cells[at] ?? '';
    if (cell.includes('\n')) breaks += cell.split('\n').length - 1;
  }
  return breaks;
}

/** The rows of a table by their headings. `toKey` may bring headings of another edition into the usual form. */
export function toVendorRows(
  table: ReadTable,
  toKey: (heading: string) => string = toHeadingKey,
): readonly VendorRow[] {
  const keys = table.headings.map((heading) => toKey(heading.replace(/ \(\d+\)$/u, '')));
  const index = new Map(keys.map((key, at) => [key, at] as const).toReversed());
  const units = table.headings.map((heading) => normaliseHeading(heading).unit);
  // A vendor's sizes without a unit are whole megabytes; where cells are parted by semicolons, points part thousands.
  const unnamed = table.delimiter === ';' ? 'MiB' : null;
  const styles = keys.map((_, at) =>
    findNumberStyle(
      table.rows.slice(0, 500).map((row) => row.cells[at] ?? ''),
      '.',
      units[at] ?? unnamed,
    ),
  );
  return table.rows.map((row) => {
    const cellAt = (at: number): VendorCell | undefined => {
      const value = (row.cells[at] ?? '').trim();
      if (value === '') return undefined;
      return {
        value,
        key: keys[at] ?? '',
        heading: table.headings[at] ?? '',
        unit: units[at] ?? null,
        style: styles[at] ?? { decimal: '.' },
        line: row.line + countBreaks(row.cells, at),
      };
    };
    return {
      line: row.line,
      find: (key) => {
        const at = index.get(key);
        return at === undefined ? undefined : cellAt(at);
      },
      all: (pattern) => keys.flatMap((key, at) => (pattern.test(key) ? (cellAt(at) ?? []) : [])),
    };
  });
}

function readCell(column: VendorColumn, row: VendorRow, cell: VendorCell | undefined): CellView | undefined {
  if (cell === undefined) return undefined;
  const value = column.read === undefined ? cell.value : column.read(cell.value, row, cell);
  if (value === undefined || value === '') return undefined;
  return { ...cell, value, quote: cell.quote ?? cell.value, unit: column.unit ?? cell.unit };
}

function cellsOf(column: VendorColumn, row: VendorRow): readonly CellView[] {
  if (column.constant !== undefined) {
    return [{ value: column.constant, heading: '', unit: null, style: { decimal: '.' }, line: row.line }];
  }
  if (column.from instanceof RegExp) {
    return row.all(column.from).flatMap((cell) => readCell(column, row, cell) ?? []);
  }
  for (const key of column.from) {
    const cell = readCell(column, row, row.find(key));
    if (cell !== undefined) return [cell];
  }
  return [];
}

/** A row by what its columns mean. */
export function toRowView(row: VendorRow, columns: readonly VendorColumn[]): RowView {
  const known = new Map<ColumnField, readonly CellView[]>();
  const of = (field: ColumnField): readonly CellView[] => {
    let cells = known.get(field);
    if (cells === undefined) {
      cells = columns.flatMap((column) => (column.field === field ? cellsOf(column, row) : []));
      known.set(field, cells);
    }
    return cells;
  };
  return { line: row.line, of, first: (field) => of(field)[0] };
}
