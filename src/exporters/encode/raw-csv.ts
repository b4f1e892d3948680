import type { Loss } from '#core/exporters/reading/loss.ts';
import { isFormula } from '#core/base/formula.ts';

/** A cell of a table for a machine. */
export type RawCell = string | number | boolean | null;

/** A table for a machine: its headings and rows. */
export interface RawTable {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly RawCell[])[];
}

function toCell(cell: RawCell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const text = cell.toWellFormed().replaceAll('\u0000', '');
  return /[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * A CSV file that a program reads (RFC 4180, CRLF): a `'` before a formula would change the value there, and the value itself
 * would run where a person opens the file in a spreadsheet. So a value that starts like a formula is left out and listed.
 */
export function toRawCsv(table: RawTable, loss: Loss): string {
  const { headings } = table;
  const safe = table.rows.map((row) =>
    row.map((cell, index) => {
      if (typeof cell !== 'string' || !isFormula(cell)) return cell;
      loss.add(`${headings[index] ?? 'a cell'}: starts like a formula`, cell);
      return null;
    }),
  );
  return [headings, ...safe].map((row) => `${row.map(toCell).join(',')}\r\n`).join('');
}
