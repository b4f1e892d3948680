import type { OutlineUnit, Piece, Scan } from './block.ts';
import {
  findItemStart,
  indentOf,
  isBlank,
  pieceOf,
  piecesOf,
  splitByBars,
  withHeader,
} from './line-shapes.ts';
import { isHtmlTable, isWikiTable, readHtmlTable, readWikiTable } from './tagged-tables.ts';

const heading = /^ {0,3}(#{1,6})(?:[ \t]+|$)(.*)$/u;
const closingHashes = /[ \t]+#+[ \t]*$/u;
const fence = /^[ \t]*(`{3,}|~{3,})([^`]*)$/u;
const rule = /^[ \t]{0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/u;
const underline = /^ {0,3}(=+|-{2,})[ \t]*$/u;
const delimiterRow = /^[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)*[ \t]*:?-+:?[ \t]*\|?[ \t]*$/u;
const linkDefinition = /^ {0,3}\[[^\]]{1,200}\]:\s*\S/u;
const container = /^[ \t]*:::/u;
const boldLine = /^[ \t]*(\*\*|__)([^*_]{1,80})\1:?[ \t]*$/u;
const frontMatterLimit = 80;

interface State {
  readonly lines: readonly string[];
  readonly units: OutlineUnit[];
  readonly notes: { line: number; why: string }[];
  /** The unit that a following line continues. */
  open: { indent: number; item: boolean; text: Piece[] } | null;
  lastItemIndent: number;
}

function skipFrontMatter(lines: readonly string[]): number {
  if ((lines[0] ?? '').trim() !== '---') return 0;
  for (let i = 1; i < Math.min(lines.length, frontMatterLimit); i += 1) {
    const line = (lines[i] ?? '').trim();
    if (line === '---' || line === '...') return i + 1;
  }
  return 0;
}

function closeOpen(state: State): void {
  const { open } = state;
  if (open === null) return;
  state.open = null;
  state.units.push({ is: open.item ? 'item' : 'paragraph', indent: open.indent, text: open.text });
}

function skipFence(state: State, index: number, marker: string): number {
  closeOpen(state);
  for (let i = index + 1; i < state.lines.length; i += 1) {
    const line = (state.lines[i] ?? '').trim();
    if (line.startsWith(marker.slice(0, 3)) && line.length >= marker.length && /^[`~]+$/u.test(line)) {
      state.units.push({ is: 'code', from: index + 1, to: i + 1 });
      return i + 1;
    }
  }
  state.units.push({ is: 'code', from: index + 1, to: state.lines.length });
  return state.lines.length;
}

function readTable(state: State, index: number): number {
  const { lines } = state;
  const headerCells = splitByBars(lines, index);
  const rows: Piece[][][] = [headerCells];
  let i = index + 2;
  while (i < lines.length && !isBlank(lines[i] ?? '') && (lines[i] ?? '').includes('|')) {
    rows.push(splitByBars(lines, i));
    i += 1;
  }
  const hasHeader = headerCells.some((cell) => cell.length > 0);
  state.units.push({
    is: 'table',
    indent: indentOf(lines[index] ?? ''),
    rows: withHeader(hasHeader ? rows : rows.slice(1), hasHeader ? 1 : 0),
  });
  return i;
}

function isTableStart(lines: readonly string[], index: number): boolean {
  const next = lines[index + 1] ?? '';
  return (
    (lines[index] ?? '').includes('|') &&
    next.includes('-') &&
    next.includes('|') &&
    next.length < 2000 &&
    delimiterRow.test(next)
  );
}

function readHeading(state: State, index: number): boolean {
  const line = state.lines[index] ?? '';
  const found = heading.exec(line);
  if (found === null) return false;
  closeOpen(state);
  const from = line.length - (found[2] ?? '').length;
  const to = line.replace(closingHashes, '').length;
  const text = piecesOf(state.lines, index, from, Math.max(from, to));
  if (text.length > 0) state.units.push({ is: 'heading', level: (found[1] ?? '#').length, text });
  state.lastItemIndent = -1;
  return true;
}

/** A line of `===` or `---` below a single line of text makes it a heading. */
function readUnderline(state: State, index: number): boolean {
  const found = underline.exec(state.lines[index] ?? '');
  const { open } = state;
  if (found === null || open === null || open.item || open.text.length !== 1) return false;
  state.open = null;
  state.units.push({ is: 'heading', level: (found[1] ?? '').startsWith('=') ? 1 : 2, text: open.text });
  state.lastItemIndent = -1;
  return true;
}

function readDefinition(state: State, index: number): boolean {
  const line = state.lines[index] ?? '';
  const { open } = state;
  if (!/^ {0,3}:[ \t]+\S/u.test(line)) return false;
  const last = state.units.at(-1);
  if (open !== null && !open.item && open.text.length === 1) {
    state.open = null;
    state.units.push({ is: 'term', indent: open.indent, text: open.text });
  } else if (open !== null || last === undefined || (last.is !== 'term' && last.is !== 'paragraph'))
    return false;
  state.open = { indent: 2, item: false, text: piecesOf(state.lines, index, line.indexOf(':') + 1) };
  return true;
}

function readItem(state: State, index: number): boolean {
  const line = state.lines[index] ?? '';
  const start = findItemStart(line, false);
  if (start === null || rule.test(line)) return false;
  if (start.indent >= 4 && state.lastItemIndent < 0 && state.open === null) return false;
  closeOpen(state);
  state.lastItemIndent = start.indent;
  const text = piecesOf(state.lines, index, start.textFrom);
  if (text.length > 0) text[0] = withoutTaskBox(line, text[0] ?? { line: index + 1, from: 0, to: 0 });
  state.open = { indent: start.indent, item: true, text };
  return true;
}

function withoutTaskBox(line: string, piece: Piece): Piece {
  const box = /^\[[ xX]\][ \t]+/u.exec(line.slice(piece.from, piece.to));
  return box === null ? piece : { ...piece, from: piece.from + box[0].length };
}

function readText(state: State, index: number): void {
  const line = state.lines[index] ?? '';
  const quoted = /^[ \t]{0,3}>[ \t]?/u.exec(line);
  const piece = pieceOf(state.lines, index, quoted === null ? 0 : quoted[0].length);
  if (piece === null) return;
  if (state.open !== null) {
    state.open.text.push(piece);
    return;
  }
  const bold = boldLine.test(line);
  if (bold && state.lastItemIndent < 0) {
    state.units.push({ is: 'heading', level: 7, text: [piece] });
    return;
  }
  const indent = indentOf(line);
  if (indent <= state.lastItemIndent) state.lastItemIndent = -1;
  state.open = { indent, item: false, text: [piece] };
}

/** Code set off by four blanks (outside lists). */
function readIndentedCode(state: State, index: number): number {
  const { lines } = state;
  if (state.open !== null || state.lastItemIndent >= 0 || indentOf(lines[index] ?? '') < 4) return index;
  let i = index;
  while (i < lines.length && (isBlank(lines[i] ?? '') || indentOf(lines[i] ?? '') >= 4)) i += 1;
  state.units.push({ is: 'code', from: index + 1, to: i });
  return i;
}

function skipComment(lines: readonly string[], index: number): number {
  if (!(lines[index] ?? '').trimStart().startsWith('<!--')) return index;
  for (let i = index; i < lines.length; i += 1) if ((lines[i] ?? '').includes('-->')) return i + 1;
  return index + 1;
}

/** Scans Markdown and plain text: CommonMark's blocks, tables of GitHub, definition lists, and lists as people really type them. */
export function scanMarkdown(lines: readonly string[]): Scan {
  const state: State = { lines, units: [], notes: [], open: null, lastItemIndent: -1 };
  let index = skipFrontMatter(lines);
  while (index < lines.length) {
    const line = lines[index] ?? '';
    if (isBlank(line)) {
      closeOpen(state);
      index += 1;
      continue;
    }
    const afterComment = skipComment(lines, index);
    const fenced = fence.exec(line);
    if (afterComment > index) index = afterComment;
    else if (fenced !== null) index = skipFence(state, index, fenced[1] ?? '```');
    else if (readHeading(state, index) || readUnderline(state, index)) index += 1;
    else if (isTableStart(lines, index)) {
      closeOpen(state);
      index = readTable(state, index);
    } else if (isHtmlTable(line) || isWikiTable(line)) {
      closeOpen(state);
      const table = isHtmlTable(line) ? readHtmlTable(lines, index) : readWikiTable(lines, index);
      if (table.rows.length > 0) state.units.push({ is: 'table', indent: indentOf(line), rows: table.rows });
      index = Math.max(table.next, index + 1);
    } else if (
      rule.test(line) ||
      container.test(line) ||
      (linkDefinition.test(line) && state.open === null)
    ) {
      closeOpen(state);
      index += 1;
    } else if (readDefinition(state, index) || readItem(state, index)) index += 1;
    else {
      const afterCode = readIndentedCode(state, index);
      if (afterCode > index) index = afterCode;
      else {
        readText(state, index);
        index += 1;
      }
    }
  }
  closeOpen(state);
  return { units: state.units, notes: state.notes };
}
