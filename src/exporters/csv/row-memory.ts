import { toMemoryHash } from '#core/exporters/marked/memory.ts';
import type { CsvTable } from './csv-table.ts';

/** The tables whose rows remember what they said, and the columns that a person may edit in each. */
export const editableColumns = {
  changes: ['phase', 'start', 'end', 'durationDays', 'notes'],
  tasks: ['text', 'owner', 'due', 'done', 'evidence'],
  questions: ['text', 'answer', 'answeredBy'],
} as const;

/** A table whose rows remember. */
export type EditableTable = keyof typeof editableColumns;

/** The last column: what the row said when it was exported, as short sums. */
export const memoryColumn = 'exported';

/** A cell as it stands in the file, before the formula guard. */
export function toCellText(cell: CsvTable['rows'][number][number]): string {
  return cell === null ? '' : String(cell);
}

/** The sums of a row: one for each column that may be edited, then one for all the others together. */
export function toRowMemory(
  table: EditableTable,
  text: (column: string) => string,
  all: readonly string[],
): string {
  const own: readonly string[] = editableColumns[table];
  const rest = all.filter((column) => !own.includes(column) && column !== memoryColumn);
  return [...own.map(text), rest.map(text).join(' | ')].map(toMemoryHash).join(' ');
}

/** The table with the memory of each row behind it: an edited copy is held against what was exported, not against the plan of today. */
export function withRowMemory(table: EditableTable, { headings, rows }: CsvTable): CsvTable {
  const places = new Map(headings.map((heading, index) => [heading, index]));
  return {
    headings: [...headings, memoryColumn],
    rows: rows.map((row) => [
      ...row,
      toRowMemory(table, (column) => toCellText(row[places.get(column) ?? -1] ?? null), headings),
    ]),
  };
}
