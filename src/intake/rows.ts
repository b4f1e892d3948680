import type { Table, TableRow } from '#core/base/table.ts';

/** Rows that are being written: reads see what was put, the table is made once at the end. */
export interface Rows<T extends TableRow> {
  readonly get: (id: string | null) => T | undefined;
  readonly put: (row: T) => void;
  readonly values: () => readonly T[];
  /** The rows that were there before anything was put. */
  readonly before: () => Iterable<T>;
  readonly toTable: () => Table<T>;
}

/** Lays writable rows over a table. */
export function makeRows<T extends TableRow>(table: Table<T>): Rows<T> {
  const written = new Map<string, T>();
  return {
    get: (id) => (id === null ? undefined : (written.get(id) ?? table.get(id))),
    put: (row) => {
      if (table.get(row.id) !== row || written.has(row.id)) written.set(row.id, row);
    },
    before: () => table,
    values: () => {
      const added = [...written.values()].filter((row) => !table.has(row.id));
      return [...table.map((row) => written.get(row.id) ?? row), ...added];
    },
    toTable: () => (written.size === 0 ? table : table.put(written.values())),
  };
}
