import { indentOf, isBlank, piecesOf } from './line-shapes.ts';
import type { Piece, ScannedRow } from './block.ts';

/** Lines that stand in columns without any markup: from and to are indices of lines, `to` exclusive. */
export interface AlignedTable {
  readonly from: number;
  readonly to: number;
  readonly rows: readonly ScannedRow[];
}

/** Fewer lines are no table; more cells or longer lines are not looked at. */
const limits = { lines: 3, columns: 16, length: 400, rows: 20_000 } as const;

const separator = /^[\s|+:=_—–-]*[=_—–-]{3}[\s|+:=_—–-]*$/u;
/** A line that belongs to a list, a quotation, a heading, a comment, a command or code. */
const notRow = /^\s*(?:[-*+•>|#$%{}[\]]|\d{1,3}[.)]\s|\/\/|\.\. |:\w)|[;{}]\s*$|\|/u;
/** A line that ends or goes on like a sentence, with one blank between its words. */
const sentence = /(?:\S+ ){9}/u;

/** Whether a line can be a row: at least two cells, parted by two blanks or by a tab. */
function isRow(line: string): boolean {
  return (
    line.length <= limits.length &&
    !notRow.test(line) &&
    /\S(?: {2,}|\t+)\S/u.test(line) &&
    !sentence.test(line.trim().split(/ {2,}|\t/u)[0] ?? '')
  );
}

/** Where the cells of rows with tabs begin: the rows must have the same number of tabs. */
function splitByTabs(lines: readonly string[], rows: readonly number[]): Piece[][][] | null {
  const counts = new Set(rows.map((row) => (lines[row] ?? '').split('\t').length));
  const [width = 0] = counts;
  if (counts.size !== 1 || width < 2 || width > limits.columns) return null;
  return rows.map((row) => {
    let from = 0;
    return (lines[row] ?? '').split('\t').map((cell) => {
      const start = from;
      from += cell.length + 1;
      return piecesOf(lines, row, start, start + cell.length);
    });
  });
}

/** For every column of characters, in how many rows it is blank (beyond the end of a row counts). */
function blankCounts(texts: readonly string[]): number[] {
  const width = Math.max(...texts.map((text) => text.length));
  return Array.from({ length: width }, (_, at) => texts.filter((text) => (text[at] ?? ' ') === ' ').length);
}

/**
 * Where the columns begin: behind each gap that is blank in all rows. A gap of one blank counts when most rows leave more than one
 * there, as the longest value of a column often does.
 */
function columnStarts(texts: readonly string[]): number[] {
  const counts = blankCounts(texts);
  const starts: number[] = [Math.min(...texts.map((text) => text.length - text.trimStart().length))];
  for (let at = (starts[0] ?? 0) + 1; at < counts.length; at += 1) {
    const isStart = counts[at - 1] === texts.length && counts[at] !== texts.length;
    if (!isStart) continue;
    const wide = texts.filter((text) => /\s{2}$/u.test(text.slice(0, at).padEnd(at))).length;
    const begun = texts.filter((text) => /^\S/u.test(text.slice(at))).length;
    if (wide * 3 >= texts.length * 2 && begun * 2 >= texts.length) starts.push(at);
  }
  return starts;
}

/** Cells by the blanks that all rows share; `null` when that leaves too few columns or too many empty cells. */
function splitByBlanks(lines: readonly string[], rows: readonly number[]): Piece[][][] | null {
  const texts = rows.map((row) => (lines[row] ?? '').trimEnd());
  if (texts.some((text) => text.includes('\t'))) return null;
  const starts = columnStarts(texts);
  if (starts.length < 2 || starts.length > limits.columns) return null;
  const cells = rows.map((row) => starts.map((from, at) => piecesOf(lines, row, from, starts[at + 1])));
  const filled = cells.reduce((sum, row) => sum + row.filter((cell) => cell.length > 0).length, 0);
  const isFirstFilled = cells.every((row) => (row[0]?.length ?? 0) > 0);
  return isFirstFilled && filled * 4 >= rows.length * starts.length * 3 ? cells : null;
}

/** Whether cells with several blanks inside are left over: then the lines are not parted by these columns. */
function isClean(lines: readonly string[], cells: readonly (readonly (readonly Piece[])[])[]): boolean {
  const torn = cells
    .flat()
    .filter((cell) =>
      cell.some((piece) => / {3}/u.test((lines[piece.line - 1] ?? '').slice(piece.from, piece.to))),
    ).length;
  return torn * 8 <= cells.length;
}

function readRun(lines: readonly string[], from: number, to: number): AlignedTable | null {
  const rows: number[] = [];
  let headers = 0;
  for (let at = from; at < to; at += 1) {
    if (!separator.test(lines[at] ?? '')) rows.push(at);
    else if (rows.length === 1) headers = 1;
  }
  if (rows.length < limits.lines || rows.length > limits.rows) return null;
  const cells = splitByTabs(lines, rows) ?? splitByBlanks(lines, rows);
  if (cells === null || !isClean(lines, cells)) return null;
  return { from, to, rows: cells.map((row, at) => ({ cells: row, header: at < headers })) };
}

/**
 * Tables that people type with blanks or tabs ("web01   10.0.0.1   nginx"), between two lines (indices from 0, `to` exclusive): runs of
 * at least three lines of the same indent whose cells begin below each other. A line of dashes below the first one makes that the
 * header. Prose with two blanks by chance, listings and code have no gap that all of their lines share.
 */
export function findAlignedTables(lines: readonly string[], from: number, to: number): AlignedTable[] {
  const found: AlignedTable[] = [];
  let start = -1;
  const close = (end: number): void => {
    if (start < 0) return;
    const table = readRun(lines, start, end);
    if (table !== null) found.push(table);
    start = -1;
  };
  for (let at = from; at < to; at += 1) {
    const line = lines[at] ?? '';
    const isLine = separator.test(line) && start >= 0;
    if (isBlank(line) || (!isRow(line) && !isLine)) close(at);
    else if (start < 0) start = at;
    else if (!isLine && indentOf(line) !== indentOf(lines[start] ?? '')) {
      close(at);
      start = at;
    }
  }
  close(to);
  return found;
}
