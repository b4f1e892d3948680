import type { Piece } from './block.ts';
import { isBlank, piecesOf, withHeader } from './line-shapes.ts';
import type { ReadTable } from './rst-tables.ts';

const tag = /<(\/?)(tr|th|td|table)\b[^<>]{0,300}>/giu;

/** Whether a table of HTML begins on a line. */
export function isHtmlTable(line: string): boolean {
  return /^\s{0,12}<table\b/iu.test(line);
}

/** A table of HTML up to its end, or to the next heading when it has none. Tags inside cells are left to the reader of inline markup. */
export function readHtmlTable(lines: readonly string[], index: number): ReadTable {
  const rows: Piece[][][] = [];
  let headers = 0;
  let open = false;
  let i = index;
  for (; i < lines.length; i += 1) {
    const line = lines[i] ?? '';
    if (/^#{1,6} /u.test(line)) break;
    let from = 0;
    let ended = false;
    for (const hit of line.matchAll(tag)) {
      if (open)
        rows
          .at(-1)
          ?.at(-1)
          ?.push(...piecesOf(lines, i, from, hit.index));
      const name = (hit[2] ?? '').toLowerCase();
      const closes = hit[1] === '/';
      from = hit.index + hit[0].length;
      open = !closes && (name === 'td' || name === 'th');
      if (name === 'tr' && !closes) rows.push([]);
      if (open) {
        if (rows.length === 0) rows.push([]);
        if (name === 'th' && rows.length === 1) headers = 1;
        rows.at(-1)?.push([]);
      }
      if (closes && name === 'table') {
        ended = true;
        break;
      }
    }
    if (open)
      rows
        .at(-1)
        ?.at(-1)
        ?.push(...piecesOf(lines, i, from));
    if (ended) {
      i += 1;
      break;
    }
  }
  return {
    rows: withHeader(
      rows.filter((row) => row.length > 0),
      headers,
    ),
    next: i,
  };
}

/** Whether a table of a wiki begins on a line (`{|`). */
export function isWikiTable(line: string): boolean {
  return /^\s{0,4}\{\|/u.test(line);
}

/** Cells between doubled signs; attributes before a single bar are left out. */
function wikiCells(lines: readonly string[], index: number, from: number, sign: '||' | '!!'): Piece[][] {
  const line = lines[index] ?? '';
  const cells: Piece[][] = [];
  let start = from;
  while (start <= line.length) {
    const found = line.indexOf(sign, start);
    const end = found < 0 ? line.length : found;
    const attributes = /^\s*[\w-]{1,20}\s*=\s*"[^"|]{0,200}"[^|]{0,100}\|(?!\|)/u.exec(
      line.slice(start, end),
    );
    cells.push(piecesOf(lines, index, start + (attributes?.[0].length ?? 0), end));
    if (found < 0) break;
    start = found + sign.length;
  }
  return cells;
}

/** A table of a wiki (`{|`, `|-`, `!`, `|}`); without an end it stops at the first line that is none of it. */
export function readWikiTable(lines: readonly string[], index: number): ReadTable {
  const rows: { cells: Piece[][]; header: boolean }[] = [];
  let i = index + 1;
  for (; i < lines.length; i += 1) {
    const line = lines[i] ?? '';
    const visible = line.trimStart();
    const lead = line.length - visible.length;
    if (visible.startsWith('|}')) {
      i += 1;
      break;
    }
    if (visible.startsWith('|-')) rows.push({ cells: [], header: false });
    else if (visible.startsWith('|+') || isBlank(line)) continue;
    else if (visible.startsWith('|') || visible.startsWith('!')) {
      const isHeader = visible.startsWith('!');
      if (rows.length === 0) rows.push({ cells: [], header: false });
      const row = rows.at(-1);
      row?.cells.push(...wikiCells(lines, i, lead + 1, isHeader ? '!!' : '||'));
      if (row !== undefined && row.cells.length > 0 && isHeader && rows.length <= 2) row.header = true;
    } else break;
  }
  const filled = rows.filter((row) => row.cells.some((cell) => cell.length > 0));
  const headers = filled[0]?.header === true ? 1 : 0;
  return {
    rows: withHeader(
      filled.map((row) => row.cells),
      headers,
    ),
    next: i,
  };
}
