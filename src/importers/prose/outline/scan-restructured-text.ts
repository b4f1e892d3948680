import type { OutlineUnit, Piece, Scan } from './block.ts';
import { findItemStart, indentOf, isBlank, piecesOf } from './line-shapes.ts';
import { readCsvTable, readGridTable, readListTable, readSimpleTable } from './rst-tables.ts';

const adornment = /^([!-/:-@[-`{-~])\1{1,}[ \t]*$/u;
const directive = /^([ \t]*)\.\.[ \t]+(?:\|[^|]{1,80}\|[ \t]+)?([\w:+-]{1,60})::(.*)$/u;
const explicit = /^[ \t]*\.\.(?:[ \t]|$)/u;
const field = /^([ \t]*):([^:\s`][^:`]{0,80}):(?:[ \t]+(.*)|$)/u;
const gridEdge = /^[ \t]*\+(?:[-=]+\+)+[ \t]*$/u;
const simpleEdge = /^[ \t]*=+(?:[ \t]+=+)+[ \t]*$/u;
/** Directives whose content is text like any other. */
const transparent = new Set([
  'note',
  'tip',
  'warning',
  'important',
  'hint',
  'attention',
  'caution',
  'danger',
  'error',
  'admonition',
  'seealso',
  'tab-set',
  'tab-item',
  'topic',
  'sidebar',
  'container',
  'compound',
  'epigraph',
]);
const tables = new Set(['csv-table', 'list-table', 'table']);
/** Directives whose content is a listing. */
const listings = new Set(['code-block', 'code', 'sourcecode', 'parsed-literal']);

interface State {
  readonly lines: readonly string[];
  readonly units: OutlineUnit[];
  readonly notes: { line: number; why: string }[];
  /** Underline styles in the order in which they appeared: the index is the level. */
  readonly styles: string[];
}

/** The first line after a block that is indented deeper than `indent`. */
function afterIndented(lines: readonly string[], index: number, indent: number): number {
  let i = index;
  let last = index;
  while (i < lines.length && (isBlank(lines[i] ?? '') || indentOf(lines[i] ?? '') > indent)) {
    if (!isBlank(lines[i] ?? '')) last = i + 1;
    i += 1;
  }
  return last;
}

function levelOf(state: State, style: string): number {
  const known = state.styles.indexOf(style);
  if (known >= 0) return known + 1;
  state.styles.push(style);
  return state.styles.length;
}

/** A title with an underline, and perhaps an overline. Returns the next line, or the same one. */
function readTitle(state: State, index: number): number {
  const { lines } = state;
  const line = lines[index] ?? '';
  const next = lines[index + 1] ?? '';
  const over = adornment.exec(line);
  if (over !== null) {
    const under = (lines[index + 2] ?? '').trimEnd();
    if (isBlank(next) || under !== line.trimEnd()) return index;
    state.units.push({
      is: 'heading',
      level: levelOf(state, `${over[1] ?? ''}over`),
      text: piecesOf(lines, index + 1),
    });
    return index + 3;
  }
  const under = adornment.exec(next);
  if (under === null || indentOf(line) > 0) return index;
  const length = next.trimEnd().length;
  if (length < Math.min(3, line.trim().length) || length < line.trimEnd().length - 4) return index;
  state.units.push({ is: 'heading', level: levelOf(state, under[1] ?? ''), text: piecesOf(lines, index) });
  return index + 2;
}

function readDirective(state: State, index: number): number {
  const { lines } = state;
  const line = lines[index] ?? '';
  const found = directive.exec(line);
  const indent = indentOf(line);
  if (found === null) {
    if (!explicit.test(line)) return index;
    return afterIndented(lines, index + 1, indent);
  }
  const name = found[2] ?? '';
  const end = afterIndented(lines, index + 1, indent);
  if (tables.has(name)) {
    const unit = readTableDirective(state, name, index, end);
    if (unit !== null) state.units.push(unit);
    return end;
  }
  if (!transparent.has(name)) {
    if (listings.has(name) && end > index + 1) state.units.push({ is: 'code', from: index + 2, to: end });
    if (name === 'include' || name === 'raw') state.notes.push({ line: index + 1, why: 'not followed' });
    return end;
  }
  const argument = piecesOf(lines, index, line.length - (found[3] ?? '').length);
  if (argument.length > 0 && name !== 'container')
    state.units.push({ is: 'paragraph', indent, text: argument });
  return index + 1;
}

function readTableDirective(state: State, name: string, index: number, end: number): OutlineUnit | null {
  const { lines } = state;
  if (name === 'csv-table') {
    const rows = readCsvTable(lines, index + 1, end);
    if (rows === null) state.notes.push({ line: index + 1, why: 'table in another file, not opened' });
    return rows === null ? null : { is: 'table', indent: 0, rows };
  }
  if (name === 'list-table') return { is: 'table', indent: 0, rows: readListTable(lines, index + 1, end) };
  for (let i = index + 1; i < end; i += 1) {
    if (gridEdge.test(lines[i] ?? '')) return { is: 'table', indent: 0, rows: readGridTable(lines, i).rows };
    if (simpleEdge.test(lines[i] ?? ''))
      return { is: 'table', indent: 0, rows: readSimpleTable(lines, i).rows };
  }
  return null;
}

function readTable(state: State, index: number): number {
  const line = state.lines[index] ?? '';
  if (line.length > 4000) return index;
  const grid = gridEdge.test(line);
  if (!grid && !simpleEdge.test(line)) return index;
  const table = grid ? readGridTable(state.lines, index) : readSimpleTable(state.lines, index);
  if (table.rows.length > 0) state.units.push({ is: 'table', indent: indentOf(line), rows: table.rows });
  return Math.max(table.next, index + 1);
}

function readField(state: State, index: number): number {
  const { lines } = state;
  const line = lines[index] ?? '';
  const found = field.exec(line);
  if (found === null) return index;
  const indent = indentOf(line);
  const nameFrom = (found[1] ?? '').length + 1;
  const valueFrom = nameFrom + (found[2] ?? '').length + 1;
  const text: Piece[] = piecesOf(lines, index, valueFrom);
  let i = index + 1;
  while (
    i < lines.length &&
    !isBlank(lines[i] ?? '') &&
    indentOf(lines[i] ?? '') > indent &&
    findItemStart(lines[i] ?? '', false) === null
  ) {
    text.push(...piecesOf(lines, i));
    i += 1;
  }
  state.units.push({ is: 'field', indent, name: piecesOf(lines, index, nameFrom, valueFrom - 1), text });
  return i;
}

/** A paragraph, item or definition term with the lines that belong to it; a literal block after `::` is skipped. */
function readText(state: State, index: number): number {
  const { lines } = state;
  const line = lines[index] ?? '';
  const start = findItemStart(line, true);
  const indent = indentOf(line);
  const textColumn = start === null ? indent : Math.max(start.textFrom, indent + 2);
  const text: Piece[] = piecesOf(
    lines,
    index,
    start === null ? (/^[ \t]*\|[ \t]/u.exec(line)?.[0].length ?? 0) : start.textFrom,
  );
  const nextLine = lines[index + 1] ?? '';
  if (start === null && !isBlank(nextLine) && indentOf(nextLine) > indent && !/[.:,;]\s*$/u.test(line)) {
    state.units.push({ is: 'term', indent, text });
    return index + 1;
  }
  let i = index + 1;
  while (i < lines.length && !isBlank(lines[i] ?? '')) {
    const next = lines[i] ?? '';
    if (findItemStart(next, false) !== null && indentOf(next) !== textColumn + 100) break;
    if (start === null ? indentOf(next) !== indent : indentOf(next) <= indent) break;
    if (start !== null && indentOf(next) > textColumn + 1 && text.length === 0) break;
    if (adornment.test(next) && text.length === 1 && start === null) break;
    text.push(...piecesOf(lines, i));
    i += 1;
  }
  const literal = (lines[i - 1] ?? '').trimEnd().endsWith('::');
  const last = text.at(-1);
  if (literal && last !== undefined) text[text.length - 1] = { ...last, to: last.to - 1 };
  state.units.push({
    is: start === null ? 'paragraph' : 'item',
    indent,
    text: text.filter((piece) => piece.to > piece.from),
  });
  if (!literal) return i;
  const end = afterIndented(lines, i, indent);
  if (end > i) state.units.push({ is: 'code', from: i + 1, to: end });
  return Math.max(end, i);
}

/** Scans reStructuredText (Docutils' markup specification); includes, raw parts and roles are never followed or run. */
export function scanRestructuredText(lines: readonly string[]): Scan {
  const state: State = { lines, units: [], notes: [], styles: [] };
  const readers = [readTable, readTitle, readDirective, readField];
  let index = 0;
  while (index < lines.length) {
    const line = lines[index] ?? '';
    if (isBlank(line)) {
      index += 1;
      continue;
    }
    let next = index;
    for (const read of readers) {
      next = read(state, index);
      if (next > index) break;
    }
    if (next === index)
      next = adornment.test(line) && line.trim().length > 3 ? index + 1 : readText(state, index);
    index = Math.max(next, index + 1);
  }
  return { units: state.units, notes: state.notes };
}
