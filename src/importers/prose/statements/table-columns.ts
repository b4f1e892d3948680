import { columnWords, type Column } from '#core/importers/prose/lexicon/facts.ts';
import type { RichText, Row } from '#core/importers/prose/outline/block.ts';
import { tidyName } from './names.ts';

/** Which column of a table holds what. */
export interface Columns {
  readonly at: ReadonlyMap<Column, number>;
  readonly width: number;
}

const factColumns: ReadonlySet<Column> = new Set<Column>([
  'address',
  'provider',
  'site',
  'os',
  'memory',
  'disk',
  'cpu',
  'size',
  'status',
  'cost',
  'environment',
]);

/** Whether a line opens with a label behind which a value of a machine stands ("Location: Oslo"): it names nothing that runs there. */
export function opensWithFact(plain: string): boolean {
  const label = /^([\p{L} -]{2,24}):\s/u.exec(plain)?.[1] ?? '';
  const column = columnWords.find((entry) => entry.words.test(label))?.column;
  return column !== undefined && factColumns.has(column);
}

/** Cells that hold nothing. */
export const hasNoValue = /^(?:-|–|n\/?a|none|unknown|\?+|tbd|null|ok|x|—)?$/iu;

/** What the columns of a table hold, by the words in its header; `null` when it has none that is known. */
export function findColumns(header: Row | undefined): Columns | null {
  if (header === undefined) return null;
  const at = new Map<Column, number>();
  header.cells.forEach((cell, index) => {
    const words = tidyName(cell.plain);
    const known = columnWords.find((entry) => entry.words.test(words));
    const isGuests = known?.column === 'server' && at.has('server') && /^vms?$/iu.test(words);
    if (isGuests) at.set('guests', index);
    else if (known !== undefined && !at.has(known.column)) at.set(known.column, index);
  });
  return at.size === 0 ? null : { at, width: header.cells.length };
}

/** The cell of a row in a column; `null` when there is none or it is empty. */
export function cellOf(row: Row, columns: Columns, column: Column): RichText | null {
  const index = columns.at.get(column);
  const cell = index === undefined ? undefined : row.cells[index];
  return cell === undefined || hasNoValue.test(cell.plain.trim()) ? null : cell;
}
