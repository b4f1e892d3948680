import { toChangeRows, toQuestionRows, toTaskRows } from '#core/exporters/csv/plan-rows.ts';
import type { CsvTable } from '#core/exporters/csv/csv-table.ts';
import {
  editableColumns,
  memoryColumn,
  toCellText,
  toRowMemory,
  type EditableTable,
} from '#core/exporters/csv/row-memory.ts';
import { toMarkKey } from '#core/exporters/marked/mark.ts';
import { toComparable } from '#core/exporters/marked/read-items.ts';
import { toMemoryHash } from '#core/exporters/marked/memory.ts';
import { toPlanReader, type PlanReader } from '#core/exporters/reading/plan-reader.ts';
import type { CheckReport } from '#core/model/finding.ts';
import type { IdMaker } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import {
  toMarkedThings,
  toThingTitle,
  type MarkedThing,
  type MarkedThings,
} from '../markdown-edits/find-things.ts';
import { keep, type Kept } from '../markdown-edits/reading.ts';
import { toOwnerReader } from '../markdown-edits/read-owner.ts';
import type { ReportReview } from '../markdown-edits/review-types.ts';
import { toCellCommands, toFieldName, toNewTask, toPlainCell } from './cell-commands.ts';
import { readEditedTable, type EditedRow } from './edited-rows.ts';

const kinds = { changes: 'change', tasks: 'task', questions: 'question' } as const;

function toTableNow(reader: PlanReader, table: EditableTable): CsvTable {
  if (table === 'changes') return toChangeRows(reader);
  return table === 'tasks' ? toTaskRows(reader) : toQuestionRows(reader);
}

/** What the plan says now in the columns of each row, by the id of the row. */
function toRowsNow(headings: CsvTable['headings'], rows: CsvTable['rows']): ReadonlyMap<string, EditedRow> {
  const places = new Map(headings.map((heading, index) => [heading, index]));
  return new Map(
    rows.map((row) => {
      const text = (column: string): string => toCellText(row[places.get(column) ?? -1] ?? null);
      return [text('id'), { line: 0, id: text('id'), text, has: (column) => places.has(column) }];
    }),
  );
}

interface Row {
  readonly table: EditableTable;
  readonly row: EditedRow;
  readonly now: EditedRow;
  readonly thing: MarkedThing;
  /** The sums of what was exported; a column without one is held against the plan of today. */
  readonly sums: readonly string[];
}

function readCells(kept: Kept, { table, row, now, thing, sums }: Row): void {
  const title = toThingTitle(kept.context.plan, thing);
  for (const [index, column] of editableColumns[table].entries()) {
    const [after, before] = [row, now].map((each) => toPlainCell(column, each.text(column)));
    const sum = sums[index];
    if (after === undefined || before === undefined) continue;
    if (!row.has(column) || toMemoryHash(after) === sum) continue;
    if (toComparable(after) === toComparable(before)) continue;
    const made = toCellCommands(kept.context, thing, column, row, before);
    if (!made.ok) {
      kept.unknown.push({ line: row.line, text: `${title}: ${after}`, why: made.error });
      continue;
    }
    const { field, value } = toFieldName(column, after);
    const was = toFieldName(column, before).value;
    const edit = { id: `${row.id}.${field}`, line: row.line, title, field, before: was, after: value };
    if ([...kept.edits, ...kept.conflicts].some((each) => each.id === edit.id)) continue;
    keep(kept, { ...edit, ...made.value }, sum !== undefined && toMemoryHash(before) !== sum);
  }
}

/** Cells that only say what the plan knows otherwise: whoever edits them is told that nothing comes of it. */
function tellOthers(kept: Kept, { table, row, now, thing, sums }: Row, columns: readonly string[]): void {
  const rest = toRowMemory(table, (column) => toPlainCell(column, row.text(column)), columns)
    .split(' ')
    .at(-1);
  const known = sums[editableColumns[table].length];
  if (known === undefined || known === rest) return;
  const own: readonly string[] = editableColumns[table];
  const edited = columns.filter(
    (column) => !own.includes(column) && column !== memoryColumn && row.has(column),
  );
  const different = edited.filter(
    (column) => toComparable(toPlainCell(column, row.text(column))) !== toComparable(now.text(column)),
  );
  // What only the plan changed since the export stands in the table as it was.
  if (different.length === 0) return;
  const title = toThingTitle(kept.context.plan, thing);
  const text = `${title}: ${different.map((column) => `${column} ${row.text(column)}`).join(', ')}`;
  kept.unknown.push({ line: row.line, text, why: { code: 'not-editable' } });
}

interface RowContext {
  readonly table: EditableTable;
  readonly now: ReadonlyMap<string, EditedRow>;
  readonly columns: readonly string[];
  readonly things: MarkedThings;
}

function readRow(kept: Kept, { table, now: rows, columns, things }: RowContext, row: EditedRow): void {
  if (row.id === '' && table === 'tasks') {
    const made = toNewTask(kept.context, row);
    if (made.ok) keep(kept, made.value, false);
    else kept.unknown.push({ line: row.line, text: row.text('text'), why: made.error });
    return;
  }
  const [thing, now] = [things.get(toMarkKey(kinds[table], row.id)), rows.get(row.id)];
  if (thing === undefined || now === undefined) {
    const why = row.id === '' ? 'new-text' : 'gone-thing';
    kept.unknown.push({ line: row.line, text: `${row.id} ${row.text('text')}`.trim(), why: { code: why } });
    return;
  }
  const sums = row
    .text(memoryColumn)
    .split(' ')
    .filter((each) => each !== '');
  readCells(kept, { table, row, now, thing, sums });
  tellOthers(kept, { table, row, now, thing, sums }, columns);
}

/**
 * What somebody edited in an exported table of steps, tasks or questions (CSV), held against what each row said when it was exported and
 * against the plan as it is now. A row that is missing changes nothing: a table may be a part. `null`: the text is no such table.
 */
export function readTableEdits(
  plan: Plan,
  report: CheckReport,
  text: string,
  makeId: IdMaker,
): ReportReview | null {
  const edited = readEditedTable(text);
  if (edited === null) return null;
  const context = { plan, readOwner: toOwnerReader(plan, makeId) };
  const kept: Kept = { context, makeId, edits: [], conflicts: [], unknown: [] };
  const { headings, rows } = toTableNow(
    toPlanReader(plan, report, { phase: null, party: null, without: [] }),
    edited.table,
  );
  const now = toRowsNow(headings, rows);
  const rowContext = { table: edited.table, now, columns: headings, things: toMarkedThings(plan) };
  for (const row of edited.rows) readRow(kept, rowContext, row);
  return { edits: kept.edits, conflicts: kept.conflicts, unknown: kept.unknown };
}
