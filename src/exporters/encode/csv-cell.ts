import { isFormula } from '#core/base/formula.ts';

/**
 * One cell of a CSV file (RFC 4180). A value that a spreadsheet would run as a formula gets `'` in front and quotes;
 * an import of the same file takes that one `'` away again. `null` is an empty cell.
 */
export function toCsvCell(value: string | number | boolean | null): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = value.toWellFormed().replaceAll('\u0000', '');
  if (isFormula(text)) return `"'${text.replaceAll('"', '""')}"`;
  return /[",;\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A CSV file: a heading row and the rows, commas, CRLF. */
export function toCsv(
  headings: readonly string[],
  rows: readonly (readonly (string | number | boolean | null)[])[],
): string {
  return [headings, ...rows].map((row) => `${row.map(toCsvCell).join(',')}\r\n`).join('');
}
