/** Ids by a key, immutable like a table: an index that follows the estate from state to state. */
export interface Groups<I extends string> {
  readonly of: (key: string) => readonly I[];
  /** The groups after some ids left and some joined. */
  readonly edited: (
    left: readonly (readonly [key: string, id: I])[],
    joined: readonly (readonly [key: string, id: I])[],
  ) => Groups<I>;
}

type Bucket<I> = ReadonlyMap<string, readonly I[]>;
type Page<I> = readonly Bucket<I>[];

// Two levels of 64, as in a table: one change touches two or three keys, and copies 64 pages and 64 buckets for each.
const bits = 6;
const width = 2 ** bits;
const mask = width - 1;
const none: readonly never[] = [];
const emptyBucket: Bucket<never> = new Map<string, never[]>();
const emptyPage: Page<never> = Array.from({ length: width }, () => emptyBucket);
const emptyPages: readonly Page<never>[] = Array.from({ length: width }, () => emptyPage);

/** Twelve bits of a key: the upper six choose the page, the lower six the bucket. */
function hashOf(key: string): number {
  let hash = 7;
  for (let at = 0; at < key.length; at += 1) hash = (hash * 31 + key.charCodeAt(at)) | 0;
  return (hash ^ (hash >>> 15)) & (width * width - 1);
}

function over<I extends string>(pages: readonly Page<I>[]): Groups<I> {
  const of = (key: string): readonly I[] => {
    const hash = hashOf(key);
    return pages[hash >>> bits]?.[hash & mask]?.get(key) ?? none;
  };
  const groups: Groups<I> = {
    of,
    edited: (left, joined) => {
      if (left.length === 0 && joined.length === 0) return groups;
      const leaving = new Map<string, Set<I>>();
      for (const [key, id] of left) leaving.set(key, (leaving.get(key) ?? new Set<I>()).add(id));
      const lists = new Map<string, I[]>();
      for (const [key, ids] of leaving) {
        lists.set(
          key,
          of(key).filter((id) => !ids.has(id)),
        );
      }
      for (const [key, id] of joined) {
        const list = lists.get(key) ?? [...of(key)];
        list.push(id);
        lists.set(key, list);
      }
      return over(withLists(pages, lists));
    },
  };
  return groups;
}

/** The pages with some lists replaced; each touched page and bucket is copied once. */
function withLists<I extends string>(
  pages: readonly Page<I>[],
  lists: ReadonlyMap<string, readonly I[]>,
): readonly Page<I>[] {
  const next = [...pages];
  const ownPages = new Map<number, Bucket<I>[]>();
  const ownBuckets = new Map<number, Map<string, readonly I[]>>();
  for (const [key, list] of lists) {
    const hash = hashOf(key);
    const at = hash >>> bits;
    const page = ownPages.get(at) ?? [...(next[at] ?? emptyPage)];
    ownPages.set(at, page);
    next[at] = page;
    const bucket = ownBuckets.get(hash) ?? new Map(page[hash & mask]);
    ownBuckets.set(hash, bucket);
    page[hash & mask] = bucket;
    if (list.length === 0) bucket.delete(key);
    else bucket.set(key, list);
  }
  return next;
}

/** The groups of some pairs of key and id. */
export function toGroups<I extends string>(pairs: Iterable<readonly [key: string, id: I]>): Groups<I> {
  const lists = new Map<string, I[]>();
  for (const [key, id] of pairs) {
    const list = lists.get(key);
    if (list === undefined) lists.set(key, [id]);
    else list.push(id);
  }
  return over(withLists(emptyPages, lists));
}
