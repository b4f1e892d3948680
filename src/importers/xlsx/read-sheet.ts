import { fail, ok, type Result } from '#core/base/result.ts';
import type { SheetRow } from '../contract.ts';
import { limits, toLimitMessage } from '../limits.ts';
import { decodeEscapes, findColumn, toNumberText } from './cell-text.ts';
import { fillMerged } from './merged-cells.ts';
import type { NumberFormats } from './number-formats.ts';
import { scanPart, type Archive, type PartReader, type XmlAttributes } from './scan-part.ts';
import { makeRunText, type SharedStrings } from './shared-strings.ts';
import type { ArchiveProblem } from './zip-directory.ts';

/** What all sheets of a workbook share. */
export interface WorkbookContext {
  readonly archive: Archive;
  readonly strings: SharedStrings;
  readonly formats: NumberFormats;
  readonly from1904: boolean;
  /** Filled cells that may still be read. */
  readonly cells: { left: number };
}

/** What was met in a sheet besides its cells; rows by their number, the first one only. */
export interface SheetOddities {
  errors: number;
  firstError: number | null;
  withoutValue: number;
  hiddenRows: number;
  hiddenColumns: number;
  links: number;
}

/** The rows of a sheet and what was met in it. */
export interface ReadSheet {
  readonly rows: readonly SheetRow[];
  readonly oddities: SheetOddities;
}

interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string;
  hasFormula: boolean;
}

interface SheetState {
  readonly rows: { line: number; cells: string[] }[];
  readonly oddities: SheetOddities;
  readonly merged: string[];
  trouble: ArchiveProblem | null;
  line: number;
  column: number;
  cells: string[];
  filled: boolean;
  cell: OpenCell | null;
}

const mergedRanges = 20_000;

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

function findText(context: WorkbookContext, state: SheetState, cell: OpenCell, inline: string): string {
  const { value, type } = cell;
  if (type === 'inlineStr') return inline;
  if (value === '') {
    if (cell.hasFormula) state.oddities.withoutValue += 1;
    return '';
  }
  switch (type) {
    case 's': {
      const text = context.strings.get(Number(value));
      if (text === undefined) {
        const message = `A cell of row ${state.line} points at a text that the workbook does not have. Open it in its program and save it again.`;
        state.trouble = { code: 'no-such-text', message };
      }
      return text ?? '';
    }
    case 'b':
      return value === '1' || value === 'true' ? 'TRUE' : 'FALSE';
    case 'e':
      state.oddities.errors += 1;
      state.oddities.firstError ??= state.line;
      return '';
    case 'str':
    case 'd':
      return decodeEscapes(value);
    default:
      return toNumberText(value, context.formats.shapeOf(cell.style), context.from1904);
  }
}

function closeCell(context: WorkbookContext, state: SheetState, inline: string): void {
  const { cell } = state;
  state.cell = null;
  if (cell === null) return;
  const text = findText(context, state, cell, inline);
  if (text.trim() === '') return;
  context.cells.left -= 1;
  if (context.cells.left < 0) {
    const message = toLimitMessage(
      'Filled cells of the workbook',
      limits.workbookCells + 1,
      limits.workbookCells,
    );
    state.trouble = { code: 'too-many-cells', message };
  } else if (cell.column >= limits.columns) {
    const message = toLimitMessage('Columns', cell.column + 1, limits.columns);
    state.trouble = { code: 'too-many-columns', message };
  } else {
    while (state.cells.length < cell.column) state.cells.push('');
    state.cells[cell.column] = text;
    state.filled = true;
  }
}

function openRow(state: SheetState, attributes: XmlAttributes): void {
  const stated = Number(attributes['r'] ?? Number.NaN);
  state.line = Number.isSafeInteger(stated) && stated > state.line ? stated : state.line + 1;
  state.column = -1;
  state.cells = [];
  state.filled = false;
  if (isTrue(attributes['hidden'])) state.oddities.hiddenRows += 1;
}

function openCell(state: SheetState, attributes: XmlAttributes): void {
  state.column = findColumn(attributes['r']) ?? state.column + 1;
  const style = Number(attributes['s'] ?? 0);
  state.cell = { column: state.column, type: attributes['t'] ?? 'n', style, value: '', hasFormula: false };
}

function closeRow(state: SheetState): void {
  if (!state.filled) return;
  if (state.rows.length >= limits.rows) {
    const message = toLimitMessage('Rows', state.rows.length + 1, limits.rows);
    state.trouble = { code: 'too-many-rows', message };
  } else state.rows.push({ line: state.line, cells: state.cells });
}

function openOther(state: SheetState, name: string, attributes: XmlAttributes): void {
  if (name === 'mergeCell' && state.merged.length < mergedRanges) state.merged.push(attributes['ref'] ?? '');
  if (name === 'hyperlink') state.oddities.links += 1;
  if (name === 'col' && isTrue(attributes['hidden'])) state.oddities.hiddenColumns += 1;
}

function makeReader(context: WorkbookContext, state: SheetState): PartReader {
  const run = makeRunText();
  let inValue = false;
  return {
    open: (name, attributes) => {
      if (state.trouble !== null) return 'stop';
      if (name === 'row') openRow(state, attributes);
      else if (name === 'c') openCell(state, attributes);
      else if (state.cell === null) openOther(state, name, attributes);
      else if (name === 'v') inValue = true;
      else if (name === 'f') state.cell.hasFormula = true;
      else run.open(name);
      return undefined;
    },
    close: (name) => {
      if (name === 'v') inValue = false;
      else if (name === 'c') closeCell(context, state, run.take());
      else if (name === 'row') closeRow(state);
      else if (state.cell !== null) run.close(name);
    },
    text: (text) => {
      if (state.cell === null) return;
      if (!inValue) run.text(text);
      else if (state.cell.value.length <= limits.cellCharacters) {
        state.cell.value += text.slice(0, limits.cellCharacters + 1);
      }
    },
  };
}

/**
 * Reads one sheet row by row while it is unpacked. Rows and cells without a number of their own are counted; what the sheet
 * claims as its size is not looked at. Source: ECMA-376 part 1, 18.3.1.
 */
export function readSheet(context: WorkbookContext, part: string): Result<ReadSheet, ArchiveProblem> {
  const state: SheetState = {
    rows: [],
    oddities: {
      errors: 0,
      firstError: null,
      withoutValue: 0,
      hiddenRows: 0,
      hiddenColumns: 0,
      links: 0,
    },
    merged: [],
    trouble: null,
    line: 0,
    column: -1,
    cells: [],
    filled: false,
    cell: null,
  };
  const scanned = scanPart(context.archive, part, makeReader(context, state));
  if (!scanned.ok) return scanned;
  if (state.trouble !== null) return fail(state.trouble);
  if (!scanned.value) {
    return fail({ code: 'no-such-part', message: `The workbook names "${part}" but does not hold it.` });
  }
  return ok({ rows: fillMerged(state.rows, state.merged), oddities: state.oddities });
}
