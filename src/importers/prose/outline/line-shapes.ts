import type { Piece, ScannedRow } from './block.ts';

/** Columns of blank before the first visible character; a tab counts to the next multiple of four. */
export function indentOf(line: string): number {
  let width = 0;
  for (const character of line) {
    if (character === ' ') width += 1;
    else if (character === '\t') width += 4 - (width % 4);
    else break;
  }
  return width;
}

/** Whether nothing visible stands on a line. */
export function isBlank(line: string): boolean {
  return line.trim() === '';
}

/** The visible part of a line (index from 0) from a column on; `null` when there is none. */
export function pieceOf(lines: readonly string[], index: number, from = 0, to?: number): Piece | null {
  const line = lines[index] ?? '';
  const part = line.slice(from, to);
  const visible = part.trim();
  if (visible === '') return null;
  const start = from + part.length - part.trimStart().length;
  return { line: index + 1, from: start, to: start + visible.length };
}

/** `pieceOf` as a list of none or one. */
export function piecesOf(lines: readonly string[], index: number, from = 0, to?: number): Piece[] {
  const piece = pieceOf(lines, index, from, to);
  return piece === null ? [] : [piece];
}

/** A bullet or a number at the start of a line: where the marker stands, and where its text begins. */
interface ItemStart {
  readonly indent: number;
  readonly marker: string;
  readonly textFrom: number;
}

const bullet = /^([ \t]*)([*+\-•–]|\d{1,9}[.)]|#\.|\(?[a-zA-Z][.)])(?:[ \t]+|$)/u;

/** Finds a list marker, also one without text behind it. `letters`: `a.` and `i)` count too. */
export function findItemStart(line: string, letters: boolean): ItemStart | null {
  const found = bullet.exec(line);
  if (found === null) return null;
  const marker = found[2] ?? '';
  if (!letters && /[a-zA-Z]/u.test(marker)) return null;
  if (/^[a-zA-Z]\.$/u.test(marker) && /^[a-zA-Z]\.$/u.test(line.trim().slice(-2)) && line.trim().length < 4)
    return null;
  return { indent: indentOf(line), marker, textFrom: found[0].length };
}

/** Cells between bars; a bar behind a backslash or inside backticks does not part cells. */
export function splitByBars(lines: readonly string[], index: number): Piece[][] {
  const line = lines[index] ?? '';
  const bars: number[] = [];
  let code = false;
  for (let i = 0; i < line.length; i += 1) {
    const character = line[i];
    if (character === '\\') i += 1;
    else if (character === '`') code = !code;
    else if (character === '|' && !code) bars.push(i);
  }
  if (code && bars.length === 0) {
    for (let i = 0; i < line.length; i += 1) if (line[i] === '|') bars.push(i);
  }
  const opens = line.trimStart().startsWith('|');
  const closes = line.trimEnd().endsWith('|') && bars.length > 1;
  const edges = [...(opens ? [] : [-1]), ...bars, ...(closes ? [] : [line.length])];
  return edges.slice(0, -1).map((edge, at) => piecesOf(lines, index, edge + 1, edges[at + 1]));
}

/** Rows whose first one is the header. */
export function withHeader(rows: readonly (readonly (readonly Piece[])[])[], headers: number): ScannedRow[] {
  return rows.map((cells, index) => ({ cells, header: index < headers }));
}
