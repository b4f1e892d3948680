import { withoutFormulaGuard } from '#core/base/formula.ts';
import type { ProposedEvidence } from '../contract.ts';
import type { ColumnField } from './column-fields.ts';
import type { ColumnMapping } from './column-mapping.ts';
import { findDayFirst, type DayFirst } from './date-words.ts';
import type { TableRecord } from './records.ts';
import { findNumberStyle, type NumberStyle, type Unit } from './units.ts';

/** A filled cell of a row. */
export interface CellView {
  /** Without blanks at its ends. */
  readonly value: string;
  /** The words as they stand in the source, where `value` was made of them. */
  readonly quote?: string;
  readonly heading: string;
  readonly unit: Unit | null;
  readonly style: NumberStyle;
  /** Set for columns of dates. */
  readonly dayFirst?: DayFirst;
  readonly line: number;
}

/** A row by what its columns mean. */
export interface RowView {
  readonly line: number;
  /** The filled cells of a field, in the order of the columns. */
  readonly of: (field: ColumnField) => readonly CellView[];
  readonly first: (field: ColumnField) => CellView | undefined;
}

/** The words of a cell as evidence for a field. A cell of several lines is quoted by its first one. */
export function toEvidence(cell: CellView, field: string): ProposedEvidence {
  return { line: cell.line, quote: (cell.quote ?? cell.value).split('\n')[0]?.trim() ?? '', field };
}

/** Fields of numbers: how one of their columns is written tells how the others are. */
const numberFields: ReadonlySet<ColumnField> = new Set([
  'vcpu',
  'memory',
  'disk',
  'usedVcpu',
  'usedMemory',
  'usedDisk',
  'cost',
]);

const noCells: readonly CellView[] = [];
const noIndexes: readonly number[] = [];

/** Makes views of rows; the style of numbers is found once a column. */
export function makeRowViews(mapping: ColumnMapping, rows: readonly TableRecord[]): readonly RowView[] {
  const byField = new Map<ColumnField, number[]>();
  mapping.columns.forEach((column, index) => {
    if (column.field === null) return;
    byField.set(column.field, [...(byField.get(column.field) ?? []), index]);
  });
  const cellsOf = (index: number): readonly string[] =>
    rows.slice(0, 2000).map((row) => row.cells[index] ?? '');
  const hasComma = mapping.columns.some(
    ({ field, unit }, index) =>
      field !== null && numberFields.has(field) && findNumberStyle(cellsOf(index), '.', unit).decimal === ',',
  );
  const otherwise = hasComma ? ',' : '.';
  const styles = mapping.columns.map((column, index) =>
    column.field === null ? null : findNumberStyle(cellsOf(index), otherwise, column.unit),
  );
  const dates = mapping.columns.map((column, index) =>
    column.field === 'migrationDate' ? findDayFirst(cellsOf(index)) : null,
  );
  return rows.map((row) => {
    let hasBreaks: boolean | null = null;
    // A cell is asked for again and again: it is looked at once. `null`: it is empty.
    const seen: (CellView | null | undefined)[] = [];
    const look = (index: number): CellView | null => {
      const raw = row.cells[index] ?? '';
      const value = raw === '' ? '' : withoutFormulaGuard(raw.trim());
      const column = mapping.columns[index];
      if (value === '' || column === undefined) return null;
      const written = row.written?.get(index)?.trim();
      hasBreaks ??= row.cells.some((cell) => cell.includes('\n'));
      return {
        value,
        ...(written === undefined ? {} : { quote: written }),
        heading: column.heading,
        unit: column.unit,
        style: styles[index] ?? { decimal: '.' },
        dayFirst: dates[index] ?? null,
        line: row.lines?.get(index) ?? (hasBreaks ? row.line + countBreaks(row.cells, index, raw) : row.line),
      };
    };
    const cellAt = (index: number): CellView | null => {
      const known = seen[index];
      if (known !== undefined) return known;
      const cell = look(index);
      seen[index] = cell;
      return cell;
    };
    const of = (field: ColumnField): readonly CellView[] => {
      const indexes = byField.get(field);
      return indexes === undefined ? noCells : indexes.flatMap((index) => cellAt(index) ?? []);
    };
    const first = (field: ColumnField): CellView | undefined => {
      for (const index of byField.get(field) ?? noIndexes) {
        const cell = cellAt(index);
        if (cell !== null) return cell;
      }
      return undefined;
    };
    return { line: row.line, of, first };
  });
}

/** Line breaks before the words of a cell: in the cells left of it and in its own blank start. */
function countBreaks(cells: readonly string[], index: number, raw: string): number {
  let breaks = raw.slice(0, raw.length - raw.trimStart().length).split('\n').length - 1;
  for (let at = 0; at < index; at += 1) {
    const cell = cells[at] ?? '';
    if (cell.includes('\n')) breaks += cell.split('\n').length - 1;
  }
  return breaks;
}
