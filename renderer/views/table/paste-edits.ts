import { isTypedColumn, tableColumns, type TableColumn } from '#core/projections/table-columns.ts';
import type { CellEdit } from '#core/projections/table-edits.ts';
import type { TableRow } from '#core/projections/table-rows.ts';
import { tableText as text } from '#text/table.ts';
import { toCellWords } from './cell-words.ts';

/** The cells that are marked, as rows and columns of what is shown. */
export interface CellRange {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** What pasted cells are about, and how many pasted rows had no row to go to. */
export interface PasteEdits {
  readonly edits: readonly CellEdit[];
  readonly rowsLeft: number;
}

/** What is shown: rows in their order, and columns. */
export interface ShownCells {
  readonly rows: readonly TableRow[];
  readonly columns: readonly TableColumn[];
}

function changes({ row, column, words }: CellEdit): boolean {
  return words.trim() !== toCellWords(row, column);
}

/** The columns of a first line that holds nothing but headings with the name among them; `null` for any other line. */
function findHeadings(line: readonly string[]): (TableColumn | null)[] | null {
  const known = new Map<string, TableColumn>();
  for (const column of tableColumns) {
    known.set(text.heading(column).toLowerCase(), column);
    known.set(text.columns[column].toLowerCase(), column);
  }
  const found = line.map((cell) => known.get(cell.trim().toLowerCase()) ?? null);
  return found.length > 1 && found.every((column) => column !== null) && found.includes('name')
    ? found
    : null;
}

/** Cells under headings: rows are found by their names, wherever they stand now. */
function toNamedEdits(
  headings: readonly (TableColumn | null)[],
  lines: readonly (readonly string[])[],
  all: readonly TableRow[],
): PasteEdits {
  const byName = new Map<string, TableRow | null>();
  for (const row of all) byName.set(row.node.name, byName.has(row.node.name) ? null : row);
  const at = headings.indexOf('name');
  const edits: CellEdit[] = [];
  let rowsLeft = 0;
  for (const line of lines) {
    const row = byName.get((line[at] ?? '').trim()) ?? null;
    if (row === null) {
      rowsLeft += 1;
      continue;
    }
    for (const [index, column] of headings.entries()) {
      const words = line[index];
      // What cannot be edited was only copied along.
      if (column === null || words === undefined || !isTypedColumn(column)) continue;
      edits.push({ row, column, words });
    }
  }
  return { edits: edits.filter(changes), rowsLeft };
}

/**
 * What pasted cells change: under headings by name, else from the first marked cell on to the right and down. One value alone goes into every
 * marked cell.
 */
export function toPasteEdits(
  lines: readonly (readonly string[])[],
  range: CellRange,
  shown: ShownCells,
  all: readonly TableRow[],
): PasteEdits {
  const [first = [], ...rest] = lines;
  const headings = findHeadings(first);
  if (headings !== null && rest.length > 0) return toNamedEdits(headings, rest, all);
  const { rows, columns } = shown;
  const isOne = lines.length === 1 && first.length === 1;
  const edits: CellEdit[] = [];
  const height = isOne ? range.bottom - range.top + 1 : lines.length;
  const width = isOne ? range.right - range.left + 1 : Math.max(...lines.map((line) => line.length), 0);
  for (let down = 0; down < height; down += 1) {
    for (let right = 0; right < width; right += 1) {
      const row = rows[range.top + down];
      const column = columns[range.left + right];
      const words = isOne ? first[0] : lines[down]?.[right];
      if (row !== undefined && column !== undefined && words !== undefined)
        edits.push({ row, column, words });
    }
  }
  return { edits: edits.filter(changes), rowsLeft: Math.max(0, range.top + height - rows.length) };
}
