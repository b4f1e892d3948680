import { isFormula, withoutFormulaGuard } from '#core/base/formula.ts';
import { readRecords } from '#core/importers/csv/records.ts';

/** What a spreadsheet reads from the clipboard: cells parted by tabs. A value that it would run as a formula is told to be text. */
export function toSheetText(rows: readonly (readonly string[])[]): string {
  return rows
    .map((row) =>
      row
        .map((cell) => {
          const safe = isFormula(cell) ? `'${cell}` : cell;
          return /["\t\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
        })
        .join('\t'),
    )
    .join('\r\n');
}

/** The cells of a text that was copied from a spreadsheet; a quote that never ends is a letter like others. */
export function readSheetText(sheet: string): string[][] {
  const lines = sheet.replace(/\r\n?/gu, '\n').replace(/\n$/u, '');
  const { records, unclosedAt } = readRecords(lines, '\t');
  const cells =
    unclosedAt === null
      ? records.map((record) => record.cells)
      : lines.split('\n').map((line) => line.split('\t'));
  return cells.map((row) => row.map(withoutFormulaGuard));
}
