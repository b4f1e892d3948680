import type { OutlineUnit, Piece, Scan } from './block.ts';
import { indentOf, isBlank, pieceOf, piecesOf, withHeader } from './line-shapes.ts';
import { isWikiTable, readWikiTable } from './tagged-tables.ts';

const heading = /^(={1,6}|#{1,6})[ \t]+(\S.*)$/u;
const item = /^([ \t]*)(\*{1,5}|-|\.{1,5}|\d{1,4}\.)(?:[ \t]+|$)/u;
const term = /^([ \t]*)(\S.{0,200}?)(:{2,4}|;;)(?:[ \t]+(\S.*))?$/u;
const opaque = /^(-{4,}|\.{4,}|\+{4,}|\/{4,}|`{3,}|_{4,}|={4,}|\*{4,}|--)[ \t]*$/u;
const keptDelimiter = /^(?:_{4,}|={4,}|\*{4,}|--)[ \t]*$/u;
const tableEdge = /^[|,:!]===[ \t]*$/u;
const attribute = /^:!?[\w-]{1,60}!?:(?:[ \t].*)?$/u;
const blockAttributes = /^\[[^\]]{0,300}\][ \t]*$/u;
const directive = /^(?:include|image|ifdef|ifndef|ifeval|endif|video|toc|icon)::?/u;
const cellSpec = /^\s*(?:\d+(?:\.\d+)?\+|\.\d+\+)?[<^>.]{0,2}[adehlmsv]?$/u;

interface State {
  readonly lines: readonly string[];
  readonly units: OutlineUnit[];
  readonly notes: { line: number; why: string }[];
  open: { indent: number; item: boolean; text: Piece[] } | null;
  /** Indent that the text of a term has when it begins on the next line; -1 when no term waits for one. */
  termIndent: number;
  /** Indent of the item that a `+` continues. */
  itemIndent: number;
  attributes: string;
}

function closeOpen(state: State): void {
  const { open } = state;
  if (open === null) return;
  state.open = null;
  state.units.push({ is: open.item ? 'item' : 'paragraph', indent: open.indent, text: open.text });
}

/** Cells of a table line: text between bars, cell specifications (`2+`, `a`) before a bar left out. */
function cellsOf(lines: readonly string[], index: number): { cells: Piece[][]; continues: Piece[] } {
  const line = lines[index] ?? '';
  const bars: number[] = [];
  for (let i = 0; i < line.length; i += 1) {
    if (line[i] === '\\') i += 1;
    else if (line[i] === '|') bars.push(i);
  }
  const first = bars[0];
  if (first === undefined) return { cells: [], continues: piecesOf(lines, index) };
  const before = line.slice(0, first);
  const cells = bars.map((bar, at) => {
    const end = bars[at + 1] ?? line.length;
    const text = line.slice(bar + 1, end);
    const spec = bars[at + 1] === undefined ? -1 : text.lastIndexOf(' ');
    const cut = spec >= 0 && spec < text.length - 1 && cellSpec.test(text.slice(spec)) ? bar + 1 + spec : end;
    return piecesOf(lines, index, bar + 1, cut);
  });
  return { cells, continues: cellSpec.test(before) ? [] : piecesOf(lines, index, 0, first) };
}

function columnsOf(attributes: string, firstLineCells: number): number {
  const cols = /cols="?([^"\]]{1,200})"?/u.exec(attributes)?.[1];
  if (cols === undefined) return firstLineCells;
  const repeated = /^(\d{1,2})\*/u.exec(cols);
  if (repeated !== null) return Number(repeated[1]);
  return cols
    .replace(/,(?=options|%|width).*$/u, '')
    .split(/[,;]/u)
    .filter((part) => part.trim() !== '').length;
}

function readTable(state: State, index: number): number {
  const { lines } = state;
  const edge = (lines[index] ?? '').trim();
  const cells: Piece[][] = [];
  let i = index + 1;
  let onFirstLine = 0;
  let headerByBlank = false;
  for (; i < lines.length && (lines[i] ?? '').trim() !== edge; i += 1) {
    if (isBlank(lines[i] ?? '')) {
      if (cells.length === onFirstLine && onFirstLine > 1) headerByBlank = true;
      continue;
    }
    const row = cellsOf(lines, i);
    if (row.continues.length > 0) cells.at(-1)?.push(...row.continues);
    cells.push(...row.cells);
    if (onFirstLine === 0) onFirstLine = row.cells.length;
  }
  const width = Math.max(1, columnsOf(state.attributes, onFirstLine));
  const rows: Piece[][][] = [];
  for (let at = 0; at < cells.length; at += width) rows.push(cells.slice(at, at + width));
  const marked = /header/u.test(state.attributes) || headerByBlank;
  state.units.push({ is: 'table', indent: 0, rows: withHeader(rows, marked ? 1 : 0) });
  state.attributes = '';
  return i + 1;
}

function skipOpaque(state: State, index: number): number {
  const { lines } = state;
  const fence = (lines[index] ?? '').trim();
  for (let i = index + 1; i < lines.length; i += 1) {
    if ((lines[i] ?? '').trim() === fence || (fence.startsWith('`') && (lines[i] ?? '').trim() === '```')) {
      state.units.push({ is: 'code', from: index + 1, to: i + 1 });
      return i + 1;
    }
  }
  return index + 1;
}

function readItem(state: State, index: number): boolean {
  const line = state.lines[index] ?? '';
  const found = item.exec(line);
  if (found === null) return false;
  closeOpen(state);
  const indent =
    indentOf(line) + ((found[2] ?? '').match(/^[*.]+$/u) ? ((found[2] ?? '').length - 1) * 2 : 0);
  state.itemIndent = indent;
  state.open = { indent, item: true, text: piecesOf(state.lines, index, found[0].length) };
  return true;
}

function readTerm(state: State, index: number): boolean {
  const line = state.lines[index] ?? '';
  const found = line.length > 600 ? null : term.exec(line);
  if (found === null || /https?:$/u.test(found[2] ?? '')) return false;
  closeOpen(state);
  const indent = indentOf(line) + ((found[3] ?? '').length - 2) * 2;
  const from = (found[1] ?? '').length;
  const to = from + (found[2] ?? '').length;
  state.units.push({ is: 'term', indent, text: piecesOf(state.lines, index, from, to) });
  state.itemIndent = indent;
  const rest = piecesOf(state.lines, index, to + (found[3] ?? '').length);
  state.open = rest.length > 0 ? { indent: indent + 1, item: false, text: rest } : null;
  state.termIndent = rest.length > 0 ? -1 : indent + 1;
  return true;
}

function isNoise(state: State, index: number): boolean {
  const line = state.lines[index] ?? '';
  if (line.startsWith('//') && !line.startsWith('////')) return true;
  if (directive.test(line)) {
    state.notes.push({ line: index + 1, why: 'not followed' });
    return true;
  }
  if (
    blockAttributes.test(line) &&
    /^\[(?:%|cols|source|quote|NOTE|TIP|WARNING|IMPORTANT|CAUTION|\[|options|width|#|\.|horizontal|qanda|listing|role|discrete|abstract|verse|red|,)/u.test(
      line,
    )
  ) {
    state.attributes = line;
    return true;
  }
  return keptDelimiter.test(line) || /^\.[A-Za-z"'][^.]{0,100}$/u.test(line) || attribute.test(line);
}

function readLine(state: State, index: number): number {
  const { lines } = state;
  const line = lines[index] ?? '';
  if (isBlank(line)) {
    closeOpen(state);
    return index + 1;
  }
  if (tableEdge.test(line)) {
    closeOpen(state);
    return readTable(state, index);
  }
  if (isWikiTable(line)) {
    closeOpen(state);
    const table = readWikiTable(lines, index);
    if (table.rows.length > 0) state.units.push({ is: 'table', indent: 0, rows: table.rows });
    return Math.max(table.next, index + 1);
  }
  if (opaque.test(line) && !keptDelimiter.test(line)) {
    closeOpen(state);
    return skipOpaque(state, index);
  }
  const title = heading.exec(line);
  if (title !== null) {
    closeOpen(state);
    state.termIndent = -1;
    const from = line.length - (title[2] ?? '').length;
    const to = line.replace(/\s+=+\s*$/u, '').length;
    state.units.push({
      is: 'heading',
      level: (title[1] ?? '=').length,
      text: piecesOf(lines, index, from, Math.max(from + 1, to)),
    });
    state.itemIndent = -1;
    return index + 1;
  }
  if (line.trim() === '+') {
    closeOpen(state);
    const next = pieceOf(lines, index + 1);
    if (next !== null && !opaque.test(lines[index + 1] ?? '') && !item.test(lines[index + 1] ?? '')) {
      state.open = { indent: state.itemIndent + 1, item: false, text: [next] };
      return index + 2;
    }
    return index + 1;
  }
  if (isNoise(state, index) || readItem(state, index) || readTerm(state, index)) return index + 1;
  const piece = pieceOf(lines, index);
  if (piece !== null) {
    const indent = Math.max(indentOf(line), state.termIndent);
    if (state.open === null) state.open = { indent, item: false, text: [piece] };
    else state.open.text.push(piece);
    state.termIndent = -1;
  }
  return index + 1;
}

/** Scans AsciiDoc: sections, lists by marker and indent, labelled lists, tables; includes and conditionals are never followed. */
export function scanAsciiDoc(lines: readonly string[]): Scan {
  const state: State = {
    lines,
    units: [],
    notes: [],
    open: null,
    termIndent: -1,
    itemIndent: -1,
    attributes: '',
  };
  let index = 0;
  while (index < lines.length) index = readLine(state, index);
  closeOpen(state);
  return { units: state.units, notes: state.notes };
}
