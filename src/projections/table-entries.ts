import { compareText } from '#core/base/compare.ts';
import type { NodeKind } from '#core/model/node.ts';
import type { TableFilter, TableGroup } from './table-columns.ts';
import { toCellValue, type TableRow } from './table-rows.ts';

/** What rows have in common: a value of a column, `null` where it is not known. */
export interface TableGroupHead {
  readonly kind: 'group';
  readonly key: string;
  readonly value: string | null;
  readonly count: number;
  /** The known sizes of its rows added up; `null` where none is known. Memory and disk in GB. */
  readonly sums: Readonly<Record<'vcpu' | 'memory' | 'disk', number | null>>;
  readonly isOpen: boolean;
}

/** One line of the table: a row, or the head of the rows below it. */
export type TableEntry = TableGroupHead | { readonly kind: 'row'; readonly row: TableRow };

/** By what rows are narrowed: all words somewhere in it, and a value a column (`null`: not known). */
export interface TableNarrowing {
  readonly words: string;
  readonly filters: Readonly<Partial<Record<TableFilter, string | null>>>;
}

/** The known values of a size of several rows, added up; `null` where none is known. */
export function sumOf(rows: readonly TableRow[], column: 'vcpu' | 'memory' | 'disk'): number | null {
  const known = rows.flatMap((row) => toCellValue(row, column) ?? []).map(Number);
  return known.length === 0 ? null : Math.round(known.reduce((sum, value) => sum + value, 0) * 100) / 100;
}

function valueOf(row: TableRow, column: TableGroup | TableFilter): string | null {
  const value = toCellValue(row, column);
  return value === null ? null : String(value);
}

function hasWords(row: TableRow, words: readonly string[]): boolean {
  const { node } = row;
  const text = [
    node.name,
    node.aliases,
    node.domains,
    node.addresses,
    row.place,
    row.owner,
    row.runs,
    node.os,
  ]
    .flat()
    .join(' ')
    .toLowerCase();
  return words.every((word) => text.includes(word));
}

/** The rows that are left. */
export function narrowRows(rows: readonly TableRow[], { words, filters }: TableNarrowing): TableRow[] {
  const wanted = words.toLowerCase().split(/\s+/u).filter(Boolean);
  const chosen = ['provider' as const, 'environment' as const, 'fate' as const, 'owner' as const].flatMap(
    (column) => {
      const value = filters[column];
      return value === undefined ? [] : [{ column, value }];
    },
  );
  return rows.filter(
    (row) => hasWords(row, wanted) && chosen.every(({ column, value }) => valueOf(row, column) === value),
  );
}

/** The values that rows have in a column, sorted, `null` last when some have none. */
export function toValues(rows: readonly TableRow[], column: TableFilter | TableGroup): (string | null)[] {
  const values = new Set(rows.map((row) => valueOf(row, column)));
  const known = [...values].filter((value) => value !== null).sort(compareText);
  return values.has(null) ? [...known, null] : known;
}

/** Rows (sorted already) under heads, the values of the column in their order; without a column the rows alone. */
export function toTableEntries(
  rows: readonly TableRow[],
  column: TableGroup | null,
  closed: ReadonlySet<string>,
): TableEntry[] {
  if (column === null) return rows.map((row) => ({ kind: 'row', row }));
  const groups = new Map<string | null, TableRow[]>();
  for (const row of rows) {
    const value = valueOf(row, column);
    const known = groups.get(value);
    if (known === undefined) groups.set(value, [row]);
    else known.push(row);
  }
  return toValues(rows, column).flatMap((value) => {
    const inside = groups.get(value) ?? [];
    const key = `${column}:${value ?? ''}`;
    const isOpen = !closed.has(key);
    const head: TableGroupHead = {
      kind: 'group',
      key,
      value,
      count: inside.length,
      sums: {
        vcpu: sumOf(inside, 'vcpu'),
        memory: sumOf(inside, 'memory'),
        disk: sumOf(inside, 'disk'),
      },
      isOpen,
    };
    return [head, ...(isOpen ? inside.map((row) => ({ kind: 'row' as const, row })) : [])];
  });
}

/** What a person looks at: a kind of node, or all. */
export type TableKind = NodeKind | 'all';
