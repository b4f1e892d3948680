import type { ImportProblem, SourceText } from '../contract.ts';
import { toImportError, toImportNote } from '../import-problem.ts';
import { limits, toLimitMessage } from '../limits.ts';
import { findDelimiter, findNamedDelimiter } from './delimiter.ts';
import { couldBeGroups, withGroups } from './group-headings.ts';
import { findHeading } from './lookup-heading.ts';
import { readRecords, type TableRecord } from './records.ts';

/** A table as it stands in a file: headings made unique, rows as wide as the headings. */
export interface ReadTable {
  readonly headings: readonly string[];
  readonly headerLine: number;
  readonly rows: readonly TableRecord[];
  readonly delimiter: string;
  readonly problems: readonly ImportProblem[];
}

const titleBlock = 15;

/** How many headings of a record are known; data rows hardly have any. */
export function countHeadings(cells: readonly string[]): number {
  const fields = new Set<string>();
  for (const cell of cells.slice(0, 200)) {
    if (cell.length > 60) continue;
    const field = findHeading(cell)?.field;
    if (field !== undefined) fields.add(field);
  }
  return fields.size;
}

/** A first row of words in every cell is the header, however much a row below it speaks of categories by their names. */
function isPlainHeader(record: TableRecord | undefined): boolean {
  if (record === undefined || record.cells.length < 3) return false;
  const areWords = record.cells.every((cell) => /\p{L}/u.test(cell) && cell.length <= 60);
  return areWords && new Set(record.cells).size === record.cells.length && countHeadings(record.cells) >= 2;
}

/** Whether the row is one of groups and the headings stand below it: they are words alone and say more with their groups. */
function isBelowGroups(records: readonly TableRecord[], at: number, score: number): boolean {
  const [groups, below] = [records[at], records[at + 1]];
  if (groups === undefined || below === undefined || !couldBeGroups(groups)) return false;
  const filled = below.cells.filter((cell) => cell.trim() !== '');
  const areWords = filled.length > 1 && filled.every((cell) => /^[^\d@]*\p{L}[^\d@]*$/u.test(cell));
  return areWords && countHeadings(withGroups(below, groups)) > score;
}

function findHeader(records: readonly TableRecord[]): number {
  if (isPlainHeader(records[0])) return 0;
  let best = -1;
  let bestScore = 0;
  records.slice(0, titleBlock).forEach((record, index) => {
    const filled = record.cells.filter((cell) => cell.trim() !== '').length;
    const score =
      filled < 2 && records.length > 1 && record.cells.length > 1 ? 0 : countHeadings(record.cells);
    if (score > bestScore) [best, bestScore] = [index, score];
  });
  if (best >= 0) return isBelowGroups(records, best, bestScore) ? best + 1 : best;
  return records.findIndex((record) => record.cells.filter((cell) => cell.trim() !== '').length > 1);
}

function toUniqueHeadings(cells: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return cells.map((cell) => {
    const heading = cell.trim().replace(/\s+/gu, ' ');
    const times = (seen.get(heading) ?? 0) + 1;
    seen.set(heading, times);
    return times === 1 || heading === '' ? heading : `${heading} (${times})`;
  });
}

function findHeaderNotes(file: string, line: number, headings: readonly string[]): ImportProblem[] {
  const notes: ImportProblem[] = [];
  const doubled = headings.filter((heading) => / \(\d+\)$/u.test(heading));
  if (doubled.length > 0) {
    notes.push(
      toImportNote('double-heading', file, `Headings that stand twice: ${doubled.join(', ')}.`, line),
    );
  }
  return notes;
}

function toRows(
  file: string,
  records: readonly TableRecord[],
  width: number,
  problems: ImportProblem[],
): TableRecord[] {
  const rows: TableRecord[] = [];
  for (const record of records) {
    if (record.cells.every((cell) => cell.trim() === '')) continue;
    const extra = record.cells.slice(width).filter((cell) => cell.trim() !== '');
    if (extra.length > 0) {
      const message = `The row has ${record.cells.length} cells, the header ${width}: "${extra.join(' ').slice(0, 80)}" was left out.`;
      problems.push(toImportNote('ragged-row', file, message, record.line));
    }
    const long = record.cells.findIndex((cell) => cell.length > limits.cellCharacters);
    if (long >= 0) {
      const message = toLimitMessage(
        'Characters in a cell',
        record.cells[long]?.length ?? 0,
        limits.cellCharacters,
      );
      problems.push(toImportNote('long-cell', file, `The row was left out. ${message}`, record.line));
      continue;
    }
    const cells = Array.from({ length: width }, (_, index) => record.cells[index] ?? '');
    rows.push({ ...record, cells });
  }
  return rows;
}

function toBrokenTable(problem: ImportProblem): ReadTable {
  return { headings: [], headerLine: 1, rows: [], delimiter: ',', problems: [problem] };
}

/** Makes a table of records: finds the header below a title block, makes headings unique, rows as wide as the header. */
export function toTable(file: string, records: readonly TableRecord[], delimiter: string): ReadTable {
  if (records.length > limits.rows) {
    const message = toLimitMessage('Rows', records.length, limits.rows);
    return toBrokenTable(toImportError('too-many-rows', file, message));
  }
  const index = findHeader(records);
  const header = records[index];
  if (header === undefined) {
    return toBrokenTable(
      toImportError('no-table', file, 'There is no row with more than one cell. Check the delimiter.'),
    );
  }
  if (header.cells.length > limits.columns) {
    const message = toLimitMessage('Columns', header.cells.length, limits.columns);
    return toBrokenTable(toImportError('too-many-columns', file, message, header.line));
  }
  const headings = toUniqueHeadings(withGroups(header, records[index - 1]));
  const problems = findHeaderNotes(file, header.line, headings);
  const rows = toRows(file, records.slice(index + 1), headings.length, problems);
  return { headings, headerLine: header.line, rows, delimiter, problems };
}

/**
 * Reads a table: its delimiter, a `sep=` line, a title block above the header, ragged and blank rows. An unclosed quote
 * refuses the whole file, so that nothing is half imported. `problems` holds notes, or one error and then no rows.
 */
export function readTable(file: SourceText, text: string): ReadTable {
  const named = findNamedDelimiter(file.lines[0] ?? '');
  const delimiter = named ?? findDelimiter(text) ?? ',';
  const body = named === null ? text : text.slice(text.indexOf('\n') + 1);
  const { records, unclosedAt } = readRecords(body, delimiter, named === null ? 1 : 2);
  if (unclosedAt === null) return toTable(file.name, records, delimiter);
  const message = 'A quote opens on this line and never closes. Close it and import the file again.';
  return toBrokenTable(toImportError('unclosed-quote', file.name, message, unclosedAt));
}
