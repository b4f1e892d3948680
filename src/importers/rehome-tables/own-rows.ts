import { withoutFormulaGuard } from '#core/base/formula.ts';
import type { SecretMark } from '#core/model/source.ts';
import type { ProposedEvidence, SourceText } from '../contract.ts';
import { readMaskedTable } from '../csv/masked-table.ts';
import { readRecords, type TableRecord } from '../csv/records.ts';
import { maskSecrets } from '../secrets.ts';

/** One row of our own tables. */
export interface OwnRow {
  readonly line: number;
  /** The cell under a heading as it was before it was exported; empty where there is none. */
  readonly text: (heading: string) => string;
  /** Whether the table has the column at all. */
  readonly has: (heading: string) => boolean;
  /** The values of a cell that holds several. */
  readonly list: (heading: string) => readonly string[];
  /** The number of a cell; `null` for an empty one. */
  readonly number: (heading: string) => number | null;
  /** Yes or no; `null` for an empty cell. */
  readonly flag: (heading: string) => boolean | null;
  /** The cell as evidence; nothing for an empty one. */
  readonly evidence: (heading: string, field: string) => readonly ProposedEvidence[];
}

/** The rows of one of our own tables, secrets masked, and where secrets stood. */
export interface OwnRows {
  readonly rows: readonly OwnRow[];
  readonly secrets: readonly SecretMark[];
  /** The line of a quote that never closes: nothing of the file is read then. */
  readonly unclosedAt: number | null;
}

/** Parts values at `;`; a backslash takes the sign behind it as it stands. */
function splitList(cell: string): readonly string[] {
  if (cell === '') return [];
  const values = [''];
  for (let at = 0; at < cell.length; at += 1) {
    const sign = cell[at] ?? '';
    const last = values.length - 1;
    if (sign === ';') values.push('');
    else if (sign === '\\' && at + 1 < cell.length) {
      values[last] = (values[last] ?? '') + (cell[at + 1] ?? '');
      at += 1;
    } else values[last] = (values[last] ?? '') + sign;
  }
  return values;
}

function toEvidence(record: TableRecord, index: number, field: string): ProposedEvidence[] {
  const written = record.written?.get(index) ?? record.cells[index] ?? '';
  const lines = written.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first < 0) return [];
  const before = record.cells.slice(0, index).reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
  return [{ line: record.line + before + first, quote: (lines[first] ?? '').trim(), field }];
}

function toOwnRow(record: TableRecord, columns: ReadonlyMap<string, number>, isGuarded: boolean): OwnRow {
  const text = (heading: string): string => {
    const cell = record.cells[columns.get(heading) ?? -1] ?? '';
    return isGuarded ? withoutFormulaGuard(cell) : cell;
  };
  return {
    line: record.line,
    text,
    has: (heading) => columns.has(heading),
    list: (heading) => splitList(text(heading)),
    number: (heading) => {
      const cell = text(heading).trim();
      const value = Number(cell);
      return cell === '' || !Number.isFinite(value) ? null : value;
    },
    flag: (heading) => {
      const cell = text(heading).trim().toLowerCase();
      return cell === 'true' ? true : cell === 'false' ? false : null;
    },
    evidence: (heading, field) => toEvidence(record, columns.get(heading) ?? -1, field),
  };
}

/** Reads a file that is known to be one of our own tables; cells come back with every blank and line break that they had. */
export function readOwnRows(file: SourceText): OwnRows {
  const isSheet = file.sheet !== undefined;
  const masked = isSheet ? null : maskSecrets(file.lines.join('\n').replace(/^\uFEFF/u, ''));
  const table = masked === null ? readMaskedTable(file) : null;
  const read = masked === null ? null : readRecords(masked.text, ',');
  const [header, ...records] = read?.records ?? [
    { line: 1, cells: table?.table.headings ?? [] },
    ...(table?.table.rows ?? []),
  ];
  if (read !== null && read.unclosedAt !== null)
    return { rows: [], secrets: [], unclosedAt: read.unclosedAt };
  const columns = new Map((header?.cells ?? []).map((heading, index) => [heading, index] as const));
  return {
    rows: records
      .filter((record) => record.cells.some((cell) => cell !== ''))
      .map((record) => toOwnRow(record, columns, !isSheet)),
    secrets: masked?.secrets ?? table?.secrets ?? [],
    unclosedAt: null,
  };
}
