import { type Column, columnWords, osPattern } from '#core/importers/prose/lexicon/facts.ts';
import type { Row } from '#core/importers/prose/outline/block.ts';
import { findKnownNames, findProvider } from './known-names.ts';
import { isAddress, isTyped, machineShape, tidyName } from './names.ts';
import { findPlaces } from './places.ts';
import type { Columns } from './table-columns.ts';

/** What the cells of a column must look like when no heading says what it holds: the share of its cells that must, of ten. */
const looks: readonly {
  readonly column: Column;
  readonly of: number;
  readonly is: (cell: string) => boolean;
}[] = [
  { column: 'address', of: 8, is: (cell) => cell.split(/[,\s]+/u).every(isAddress) },
  { column: 'os', of: 7, is: (cell) => osPattern.exec(cell)?.index === 0 },
  { column: 'provider', of: 7, is: (cell) => findProvider(cell) !== null },
  { column: 'site', of: 7, is: (cell) => cell.length <= 24 && findPlaces(cell).length > 0 },
  {
    column: 'service',
    of: 5,
    is: (cell) => cell.length <= 60 && findKnownNames(cell).some((found) => found.value.is === 'product'),
  },
];

const isMachineName = (cell: string): boolean =>
  !isTyped(cell) && ['numbered', 'hyphened', 'domain'].includes(machineShape(cell));

function cellsAt(rows: readonly (readonly string[])[], at: number): string[] {
  return rows.map((row) => row[at] ?? '').filter((cell) => cell !== '' && cell !== '-');
}

/** What the columns of rows without a heading hold: names of machines first, and at least one column that is known by its look. */
function inferColumns(rows: readonly (readonly string[])[]): Map<Column, number> | null {
  const names = cellsAt(rows, 0);
  if (rows.length < 2 || new Set(names).size < rows.length || !names.every(isMachineName)) return null;
  const found = new Map<Column, number>([['server', 0]]);
  const width = Math.max(...rows.map((row) => row.length));
  for (let at = 1; at < width; at += 1) {
    const cells = cellsAt(rows, at);
    const known = looks.find(
      (look) =>
        !found.has(look.column) &&
        cells.length > 0 &&
        cells.filter(look.is).length * 10 >= cells.length * look.of,
    );
    if (known !== undefined) found.set(known.column, at);
  }
  const isKnown = found.size > 1;
  if (isKnown && !found.has('service') && !found.has('purpose') && ![...found.values()].includes(width - 1))
    found.set('purpose', width - 1);
  return isKnown ? found : null;
}

const textsOf = (rows: readonly Row[]): string[][] =>
  rows.map((row) => row.cells.map((cell) => tidyName(cell.plain)));

/** The columns of a table without a heading, by what stands in them; `null` when its first row is a heading or nothing is sure. */
export function findInferredColumns(rows: readonly Row[]): Columns | null {
  const texts = textsOf(rows);
  const at = inferColumns(texts);
  return at === null ? null : { at, width: texts[0]?.length ?? 0 };
}

const machineColumns: ReadonlySet<Column> = new Set<Column>([
  'address',
  'os',
  'memory',
  'cpu',
  'disk',
  'provider',
  'site',
  'service',
  'purpose',
  'owner',
  'size',
  'environment',
]);

/** Whether the rows of a listing are a list of machines that a person typed: not the output of a command, not code. */
export function isMachineListing(rows: readonly (readonly string[])[]): boolean {
  const texts = rows.map((row) => row.map(tidyName));
  if (inferColumns(texts) !== null) return true;
  const [header = [], ...rest] = texts;
  const columns = header.map((cell) => columnWords.find((entry) => entry.words.test(cell))?.column ?? null);
  const direct = columns.indexOf('server');
  const at = direct >= 0 ? direct : columns[0] === 'name' ? 0 : -1;
  const known = columns.filter((column) => column !== null && machineColumns.has(column)).length;
  return (
    at >= 0 &&
    known >= 2 &&
    rest.length >= 2 &&
    rest.every((row) => (at === 0 ? machineShape(row[at] ?? '') !== 'none' : isMachineName(row[at] ?? '')))
  );
}
