import { withoutFormulaGuard } from '#core/base/formula.ts';
import { editableColumns, memoryColumn, type EditableTable } from '#core/exporters/csv/row-memory.ts';
import { findDelimiter } from '#core/importers/csv/delimiter.ts';
import { readRecords } from '#core/importers/csv/records.ts';

/** A row of a table that somebody edited; a column that is missing is empty. */
export interface EditedRow {
  readonly line: number;
  readonly id: string;
  readonly text: (column: string) => string;
  readonly has: (column: string) => boolean;
}

/** A table of ours that may have been edited. */
export interface EditedTable {
  readonly table: EditableTable;
  readonly rows: readonly EditedRow[];
}

/** By what each table is known besides its id. */
const signs: { readonly [T in EditableTable]: readonly string[] } = {
  changes: ['number', 'kind', 'subject', 'subjectName'],
  tasks: ['on', 'onName', 'text', 'due'],
  questions: ['text', 'about', 'aboutNames', 'status'],
};

const tables = Object.keys(editableColumns).filter((name): name is EditableTable => name in editableColumns);

/** The rows of one of our tables of steps, tasks or questions; `null` for any other text. Spreadsheets may have put `;` for `,`. */
export function readEditedTable(text: string): EditedTable | null {
  const body = text.replace(/^\uFEFF/u, '').replaceAll(/\r\n?/gu, '\n');
  const [head = ''] = body.split('\n', 1);
  if (!head.includes('id')) return null;
  const delimiter = head.includes('\t') || head.includes(';') ? (findDelimiter(body) ?? ',') : ',';
  const { records, unclosedAt } = readRecords(body, delimiter);
  const [header, ...rows] = records;
  if (header === undefined || unclosedAt !== null) return null;
  const columns = new Map(header.cells.map((heading, index) => [heading.trim(), index] as const));
  const table = tables.find((name) => ['id', ...signs[name]].every((heading) => columns.has(heading)));
  if (table === undefined) return null;
  return {
    table,
    rows: rows
      .filter((record) => record.cells.some((cell) => cell.trim() !== ''))
      .map((record) => {
        const cell = (column: string): string =>
          withoutFormulaGuard(record.cells[columns.get(column) ?? -1] ?? '');
        return {
          line: record.line,
          id: cell('id').trim(),
          text: cell,
          has: (column) => columns.has(column) && column !== memoryColumn,
        };
      }),
  };
}
