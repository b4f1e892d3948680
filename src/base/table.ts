/** Anything that a table can hold: plain data with an id. */
export interface TableRow {
  readonly id: string;
}

/**
 * An immutable collection of records by id. Writing copies one bucket of 128, not the whole collection, so an edit of
 * a 20,000-row table stays cheap. Iteration order is deterministic for the same history but means nothing: sort where
 * order matters.
 */
export interface Table<T extends TableRow> extends Iterable<T> {
  readonly size: number;
  readonly get: (id: string | null) => T | undefined;
  readonly has: (id: string | null) => boolean;
  /** A table in which these rows stand, replacing rows of the same id. */
  readonly put: (rows: Iterable<T>) => Table<T>;
  /** A table without these ids. */
  readonly drop: (ids: Iterable<string>) => Table<T>;
  /** Whether a row passes. */
  readonly filter: (test: (row: T) => boolean) => T[];
  readonly map: <U>(to: (row: T) => U) => U[];
}

const bucketCount = 128;

function bucketOf(id: string): number {
  let hash = 7;
  for (let i = 0; i < id.length; i += 1) hash = (hash * 31 + id.charCodeAt(i)) | 0;
  return hash & (bucketCount - 1);
}

type Bucket<T> = ReadonlyMap<string, T>;
const emptyBucket: Bucket<never> = new Map<string, never>();

function over<T extends TableRow>(buckets: readonly Bucket<T>[], size: number): Table<T> {
  const bucket = (id: string): Bucket<T> => buckets[bucketOf(id)] ?? emptyBucket;
  function* rows(): Generator<T> {
    for (const each of buckets) yield* each.values();
  }
  /** Copies each touched bucket once, however many rows are written. */
  function edited(edit: (writable: (id: string) => Map<string, T>) => void): Table<T> {
    const next = [...buckets];
    const copied = new Map<number, Map<string, T>>();
    edit((id) => {
      const index = bucketOf(id);
      const known = copied.get(index);
      if (known !== undefined) return known;
      const copy = new Map(next[index] ?? []);
      copied.set(index, copy);
      next[index] = copy;
      return copy;
    });
    return over(
      next,
      next.reduce((sum, each) => sum + each.size, 0),
    );
  }
  return {
    size,
    get: (id) => (id === null ? undefined : bucket(id).get(id)),
    has: (id) => id !== null && bucket(id).has(id),
    put: (added) =>
      edited((writable) => {
        for (const row of added) writable(row.id).set(row.id, row);
      }),
    drop: (ids) =>
      edited((writable) => {
        for (const id of ids) writable(id).delete(id);
      }),
    filter: (test) => {
      const found: T[] = [];
      for (const row of rows()) if (test(row)) found.push(row);
      return found;
    },
    map: (to) => {
      const made: ReturnType<typeof to>[] = [];
      for (const row of rows()) made.push(to(row));
      return made;
    },
    [Symbol.iterator]: rows,
  };
}

/** A table of the given rows; the last one of an id wins. */
export function toTable<T extends TableRow>(rows: Iterable<T> = []): Table<T> {
  const empty: Bucket<T>[] = Array.from({ length: bucketCount }, () => emptyBucket);
  return over(empty, 0).put(rows);
}
