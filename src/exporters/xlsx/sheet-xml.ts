import { isFormula } from '#core/base/formula.ts';
import type { CsvTable } from '#core/exporters/csv/csv-table.ts';
import { toXmlText } from '#core/exporters/encode/xml-text.ts';

/** The most characters that a cell of Excel holds. */
export const mostCellCharacters = 32_767;

/** Formats of cells in the workbook's list of styles. */
export const cellStyles = { plain: 0, heading: 1, guarded: 2 } as const;

type Cell = CsvTable['rows'][number][number];

/** The letters of a column, from 0: A, B, ..., Z, AA. */
export function toColumnLetters(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/**
 * A text as the string of a cell. What looks like one of the format's own escapes (`_x000D_`) is escaped, and so is what XML has
 * no place for or would change: carriage returns and control characters. Source: ECMA-376 part 1, 22.9.2.19 (ST_Xstring).
 */
export function toCellString(text: string): string {
  const escaped = text
    .toWellFormed()
    .replace(/_(?=x[\dA-Fa-f]{4}_)/gu, '_x005F_')
    // oxlint-disable-next-line eslint/no-control-regex -- they are what is escaped
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/gu, (sign) => {
      return `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
    });
  return toXmlText(escaped);
}

function toCell(cell: Cell, place: string, style: number): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number' && Number.isFinite(cell)) return `<c r="${place}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  const text = String(cell).slice(0, mostCellCharacters);
  // A text is never run. With its quote mark set it stays one too when somebody edits the cell or saves it as CSV.
  const own = style === cellStyles.plain && isFormula(text) ? cellStyles.guarded : style;
  const styled = own === cellStyles.plain ? '' : ` s="${own}"`;
  return `<c r="${place}"${styled} t="inlineStr"><is><t xml:space="preserve">${toCellString(text)}</t></is></c>`;
}

function toWidth(table: CsvTable, column: number): number {
  const texts = [
    table.headings[column] ?? '',
    ...table.rows.slice(0, 200).map((row) => String(row[column] ?? '')),
  ];
  return Math.min(60, Math.max(8, ...texts.map((text) => text.length + 2)));
}

/** A sheet: a heading row that stays in view, a filter, columns about as wide as their texts, then the rows. */
export function toSheetXml(table: CsvTable): string {
  const letters = table.headings.map((_, index) => toColumnLetters(index));
  const columns = letters
    .map(
      (_, index) =>
        `<col min="${index + 1}" max="${index + 1}" width="${toWidth(table, index)}" customWidth="1"/>`,
    )
    .join('');
  const rows = [table.headings, ...table.rows].map((row, at) => {
    const style = at === 0 ? cellStyles.heading : cellStyles.plain;
    const cells = row.map((cell, index) => toCell(cell, `${letters[index] ?? ''}${at + 1}`, style));
    return `<row r="${at + 1}">${cells.join('')}</row>`;
  });
  const last = `${letters.at(-1) ?? 'A'}${table.rows.length + 1}`;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    `<dimension ref="A1:${last}"/>`,
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    `<cols>${columns}</cols><sheetData>${rows.join('')}</sheetData><autoFilter ref="A1:${last}"/></worksheet>`,
  ].join('');
}
