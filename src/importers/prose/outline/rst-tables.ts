import type { Piece, ScannedRow } from './block.ts';
import { findItemStart, indentOf, isBlank, piecesOf, withHeader } from './line-shapes.ts';

/** Rows of a table and the line after it. */
export interface ReadTable {
  readonly rows: readonly ScannedRow[];
  readonly next: number;
}

/** Columns between which the cells of a grid stand, read from a border line. */
function columnEdges(border: string): number[] {
  const edges: number[] = [];
  for (let i = 0; i < border.length; i += 1) if (border[i] === '+') edges.push(i);
  return edges;
}

/** A grid table (`+---+`). A cell that spans columns keeps its text in its first column. */
export function readGridTable(lines: readonly string[], index: number): ReadTable {
  const edges = columnEdges(lines[index] ?? '');
  const rows: Piece[][][] = [];
  let headers = 0;
  let current: Piece[][] = [];
  let i = index;
  for (; i < lines.length; i += 1) {
    const line = lines[i] ?? '';
    const visible = line.trimStart();
    if (!visible.startsWith('+') && !visible.startsWith('|')) break;
    if (visible.startsWith('+')) {
      if (current.some((cell) => cell.length > 0)) rows.push(current);
      if (visible.startsWith('+=')) headers = rows.length;
      current = [];
      continue;
    }
    for (let at = 0; at < edges.length - 1; at += 1) {
      const from = (edges[at] ?? 0) + 1;
      if (at > 0 && line[from - 1] !== '|') continue;
      let end = at + 1;
      while (end < edges.length - 1 && line[edges[end] ?? 0] !== '|') end += 1;
      (current[at] ??= []).push(...piecesOf(lines, i, from, edges[end]));
    }
    for (let at = 0; at < edges.length - 1; at += 1) current[at] ??= [];
  }
  if (current.some((cell) => cell.length > 0)) rows.push(current);
  return { rows: withHeader(rows, headers), next: i };
}

/** A simple table (`=== ===`): columns by position, a blank first column continues the row above. */
export function readSimpleTable(lines: readonly string[], index: number): ReadTable {
  const border = lines[index] ?? '';
  const starts: number[] = [];
  for (let i = 0; i < border.length; i += 1) if (border[i] === '=' && border[i - 1] !== '=') starts.push(i);
  const rows: Piece[][][] = [];
  let headers = 0;
  let borders = 1;
  let i = index + 1;
  for (; i < lines.length; i += 1) {
    const line = lines[i] ?? '';
    if (/^[ \t]*=+(?:[ \t]+=+)*[ \t]*$/u.test(line) && line.includes('=')) {
      borders += 1;
      if (borders === 2 && !isBlank(lines[i + 1] ?? '')) headers = rows.length;
      else {
        i += 1;
        break;
      }
      continue;
    }
    if (isBlank(line)) {
      if (borders >= 2 && rows.length > headers && isBlank(lines[i + 1] ?? '')) break;
      continue;
    }
    if (/^[ \t]*-+(?:[ \t]+-+)*[ \t]*$/u.test(line)) continue;
    const cells = starts.map((from, at) => piecesOf(lines, i, from, starts[at + 1]));
    const above = rows.at(-1);
    if ((cells[0]?.length ?? 0) === 0 && above !== undefined) {
      cells.forEach((cell, at) => above[at]?.push(...cell));
    } else rows.push(cells);
  }
  return { rows: withHeader(rows, headers), next: i };
}

/** `.. list-table::` is a two-level bullet list. */
export function readListTable(lines: readonly string[], from: number, to: number): ScannedRow[] {
  let headers = 0;
  let outer = -1;
  const rows: Piece[][][] = [];
  for (let i = from; i < to; i += 1) {
    const line = lines[i] ?? '';
    const option = /^\s*:header-rows:\s*(\d{1,3})/u.exec(line);
    if (option !== null) headers = Number(option[1]);
    if (isBlank(line) || /^\s*:[\w-]+:/u.test(line)) continue;
    const start = findItemStart(line, false);
    if (start !== null && (outer < 0 || start.indent === outer)) {
      outer = start.indent;
      rows.push([]);
      const inner = findItemStart(line.slice(start.textFrom), false);
      const cellFrom = inner === null ? start.textFrom : start.textFrom + inner.textFrom;
      rows.at(-1)?.push(piecesOf(lines, i, cellFrom));
    } else if (start !== null) rows.at(-1)?.push(piecesOf(lines, i, start.textFrom));
    else
      rows
        .at(-1)
        ?.at(-1)
        ?.push(...piecesOf(lines, i));
  }
  return withHeader(rows, headers);
}

/** Cells of one CSV line; a field in double quotes may hold the delimiter. */
function csvCells(lines: readonly string[], index: number, from: number, delimiter: string): Piece[][] {
  const line = lines[index] ?? '';
  const cells: Piece[][] = [];
  let i = from;
  while (i <= line.length) {
    while (line[i] === ' ') i += 1;
    const quoted = line[i] === '"';
    const start = quoted ? i + 1 : i;
    let end = start;
    if (quoted) {
      while (end < line.length && (line[end] !== '"' || line[end + 1] === '"'))
        end += line[end] === '"' ? 2 : 1;
    } else while (end < line.length && line[end] !== delimiter) end += 1;
    cells.push(piecesOf(lines, index, start, end));
    i = quoted ? end + 1 : end;
    while (i < line.length && line[i] !== delimiter) i += 1;
    if (i >= line.length) break;
    i += 1;
  }
  return cells;
}

/** `.. csv-table::` with its body in place; `null` when the body is in a file, which is never opened. */
export function readCsvTable(lines: readonly string[], from: number, to: number): ScannedRow[] | null {
  const rows: Piece[][][] = [];
  let headers = 0;
  let delimiter = ',';
  let last = -1;
  for (let i = from; i < to; i += 1) {
    const line = lines[i] ?? '';
    const option = /^\s*:([\w-]{1,30}):\s*(.*)$/u.exec(line);
    if (option !== null && rows.length <= (headers > 0 ? 1 : 0)) {
      const name = option[1] ?? '';
      if (name === 'file' || name === 'url') return null;
      if (name === 'delim') delimiter = (option[2] ?? ',').trim()[0] ?? ',';
      if (name === 'header-rows') headers = Number.parseInt(option[2] ?? '0', 10) || 0;
      if (name === 'header') {
        rows.push(csvCells(lines, i, line.length - (option[2] ?? '').length, delimiter));
        headers = 1;
      }
      continue;
    }
    if (isBlank(line)) continue;
    if (last < 0) last = indentOf(line);
    rows.push(csvCells(lines, i, indentOf(line), delimiter));
  }
  return withHeader(rows, headers);
}
