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

// One change touches two or three keys: with many small buckets what is copied for them stays small in big estates.
const bucketCount = 1024;
const none: readonly never[] = [];
const emptyBucket: Bucket<never> = new Map<string, never[]>();

function bucketOf(key: string): number {
  let hash = 7;
  for (let at = 0; at < key.length; at += 1) hash = (hash * 31 + key.charCodeAt(at)) | 0;
  return (hash ^ (hash >>> 15)) & (bucketCount - 1);
}

function over<I extends string>(buckets: readonly Bucket<I>[]): Groups<I> {
  const of = (key: string): readonly I[] => buckets[bucketOf(key)]?.get(key) ?? none;
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
      return over(withLists(buckets, lists));
    },
  };
  return groups;
}

/** The buckets with some lists replaced; each touched bucket is copied once. */
function withLists<I extends string>(
  buckets: readonly Bucket<I>[],
  lists: ReadonlyMap<string, readonly I[]>,
): readonly Bucket<I>[] {
  const next = [...buckets];
  const copied = new Map<number, Map<string, readonly I[]>>();
  for (const [key, list] of lists) {
    const index = bucketOf(key);
    const copy = copied.get(index) ?? new Map(next[index] ?? []);
    copied.set(index, copy);
    next[index] = copy;
    if (list.length === 0) copy.delete(key);
    else copy.set(key, list);
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
  return over(
    withLists(
      Array.from({ length: bucketCount }, (): Bucket<I> => emptyBucket),
      lists,
    ),
  );
}
