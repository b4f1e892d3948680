import type { TableColumn } from '#core/projections/table-columns.ts';
import { toCellValue, type TableRow } from '#core/projections/table-rows.ts';
import { tableText as text } from '#text/table.ts';

/** What a cell says outside of the table: a number without its unit, nothing where nothing is known. */
export function toCellWords(row: TableRow, column: TableColumn): string {
  const value = toCellValue(row, column);
  if (value === null) return '';
  return typeof value === 'number' ? String(value) : text.value(column, value);
}
