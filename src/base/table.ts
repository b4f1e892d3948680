type Bucket<T> = ReadonlyMap<string, T>;
type Page<T> = readonly Bucket<T>[];

/** Anything that a table can hold: plain data with an id. */
export interface TableRow {
  readonly id: string;
}

/**
 * An immutable collection of records by id. Writing copies one bucket of 1,024 and the page that it stands on, never the
 * whole collection, so an edit of a 20,000-row table takes microseconds; a table of a few rows has only a few pages.
 * Iteration order is deterministic for the same history but means nothing: sort where order matters.
 */
export interface Table<T extends TableRow> extends Iterable<T> {
  readonly size: number;
  readonly get: (id: string | null) => T | undefined;
  readonly has: (id: string | null) => boolean;
  /** A table in which these rows stand, replacing rows of the same id. The table itself when all of them stand already. */
  readonly put: (rows: Iterable<T>) => Table<T>;
  /** A table without these ids. The table itself when it has none of them. */
  readonly drop: (ids: Iterable<string>) => Table<T>;
  /** The rows that pass. */
  readonly filter: (test: (row: T) => boolean) => T[];
  readonly map: <U>(to: (row: T) => U) => U[];
  /** How the rows are kept: what two tables share was not written since one was made of the other. */
  readonly pages: () => readonly Page<T>[];
}

// Two levels of 32: an edit copies 32 pages, 32 buckets and about 20 rows; what is empty is shared and skipped.
const bits = 5;
const width = 2 ** bits;
const mask = width - 1;

const emptyBucket: Bucket<never> = new Map<string, never>();
const emptyPage: Page<never> = Array.from({ length: width }, () => emptyBucket);
const emptyPages: readonly Page<never>[] = Array.from({ length: width }, () => emptyPage);

/** Ten bits of an id: the upper five choose the page, the lower five the bucket. */
function hashOf(id: string): number {
  let hash = 7;
  for (let i = 0; i < id.length; i += 1) hash = (hash * 31 + id.charCodeAt(i)) | 0;
  return ((hash & 127) << 3) | ((hash >>> 7) & 7);
}

function pageOf(hash: number): number {
  return hash >>> bits;
}

/** Writes into pages; each touched page and bucket is copied once, however many rows are written. */
interface Writing<T> {
  readonly bucket: (hash: number) => Map<string, T>;
  readonly pages: () => readonly Page<T>[];
}

function toWriting<T>(pages: readonly Page<T>[]): Writing<T> {
  const next = [...pages];
  const ownPages = new Map<number, Bucket<T>[]>();
  const ownBuckets = new Map<number, Map<string, T>>();
  return {
    pages: () => next,
    bucket: (hash) => {
      const at = pageOf(hash);
      const key = at * width + (hash & mask);
      const known = ownBuckets.get(key);
      if (known !== undefined) return known;
      const page = ownPages.get(at) ?? [...(next[at] ?? emptyPage)];
      ownPages.set(at, page);
      next[at] = page;
      const copy = new Map(page[hash & mask]);
      ownBuckets.set(key, copy);
      page[hash & mask] = copy;
      return copy;
    },
  };
}

function over<T extends TableRow>(pages: readonly Page<T>[], size: number): Table<T> {
  const find = (id: string): T | undefined => {
    const hash = hashOf(id);
    return pages[pageOf(hash)]?.[hash & mask]?.get(id);
  };
  const forEach = (visit: (row: T) => void): void => {
    for (const page of pages) {
      if (page === emptyPage) continue;
      for (const bucket of page) if (bucket.size > 0) bucket.forEach(visit);
    }
  };
  const table: Table<T> = {
    size,
    pages: () => pages,
    get: (id) => (id === null ? undefined : find(id)),
    has: (id) => id !== null && find(id) !== undefined,
    put: (rows) => {
      let writing: Writing<T> | undefined;
      let grown = size;
      for (const row of rows) {
        if (writing === undefined && find(row.id) === row) continue;
        writing ??= toWriting(pages);
        const bucket = writing.bucket(hashOf(row.id));
        if (!bucket.has(row.id)) grown += 1;
        bucket.set(row.id, row);
      }
      return writing === undefined ? table : over(writing.pages(), grown);
    },
    drop: (ids) => {
      let writing: Writing<T> | undefined;
      let left = size;
      for (const id of ids) {
        if (find(id) === undefined) continue;
        writing ??= toWriting(pages);
        if (writing.bucket(hashOf(id)).delete(id)) left -= 1;
      }
      if (writing === undefined) return table;
      return over(left === 0 ? emptyPages : writing.pages(), left);
    },
    filter: (test) => {
      const found: T[] = [];
      forEach((row) => {
        if (test(row)) found.push(row);
      });
      return found;
    },
    map: (to) => {
      const made: ReturnType<typeof to>[] = [];
      forEach((row) => {
        made.push(to(row));
      });
      return made;
    },
    *[Symbol.iterator]() {
      for (const page of pages) {
        if (page === emptyPage) continue;
        for (const bucket of page) if (bucket.size > 0) yield* bucket.values();
      }
    },
  };
  return table;
}

/** A table of the given rows; the last one of an id wins. */
export function toTable<T extends TableRow>(rows: Iterable<T> = []): Table<T> {
  return over<T>(emptyPages, 0).put(rows);
}

/** What leads from one table to another. */
export interface TableChanges<T> {
  /** Rows that are new or another object than before. */
  readonly put: readonly T[];
  readonly dropped: readonly T[];
}

function addBucketChanges<T extends TableRow>(
  before: Bucket<T>,
  after: Bucket<T>,
  into: { readonly put: T[]; readonly dropped: T[] },
): void {
  for (const [id, row] of after) if (before.get(id) !== row) into.put.push(row);
  for (const [id, row] of before) if (!after.has(id)) into.dropped.push(row);
}

/**
 * What leads from one table to another, `null` when that is more than `most` rows. Costs what differs where one table was made
 * of the other by edits; tables that share nothing are compared until there is too much.
 */
export function findTableChanges<T extends TableRow>(
  before: Table<T>,
  after: Table<T>,
  most: number,
): TableChanges<T> | null {
  const changes = { put: new Array<T>(), dropped: new Array<T>() };
  for (const [at, page] of after.pages().entries()) {
    const old = before.pages()[at] ?? emptyPage;
    if (old === page) continue;
    for (const [index, bucket] of page.entries()) {
      const was = old[index] ?? emptyBucket;
      if (was !== bucket) addBucketChanges(was, bucket, changes);
      if (changes.put.length + changes.dropped.length > most) return null;
    }
  }
  return changes;
}
