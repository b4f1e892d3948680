import { everything } from './read-log.ts';

/** Which spots read what, both as numbers: asked the other way round, which spots may be other ones when something has changed. */
export interface SpotReaders {
  /** What a spot reads from now on, in place of what it read before. */
  readonly add: (spot: number, keys: Int32Array) => void;
  /** The spots that read any of the keys; some may be among them that did so only before they were looked at again. */
  readonly find: (keys: Int32Array) => ReadonlySet<number>;
}

interface Entries {
  keys: Int32Array;
  spots: Int32Array;
  count: number;
}

/** All entries by key: those of a key stand between `starts[key]` and `starts[key + 1]`. */
interface Index {
  readonly starts: Int32Array;
  readonly spots: Int32Array;
}

const noIndex: Index = { starts: new Int32Array(1), spots: new Int32Array(0) };
/** So many entries may stand outside of the index before it is made anew. */
const mostLate = 20_000;

function grown(list: Int32Array, size: number): Int32Array {
  const next = new Int32Array(size);
  next.set(list);
  return next;
}

function append(entries: Entries, spot: number, keys: Int32Array): void {
  const size = entries.count + keys.length;
  if (size > entries.keys.length) {
    const room = Math.max(4096, size, entries.keys.length * 2);
    entries.keys = grown(entries.keys, room);
    entries.spots = grown(entries.spots, room);
  }
  entries.keys.set(keys, entries.count);
  entries.spots.fill(spot, entries.count, size);
  entries.count = size;
}

/** Leaves out what spots read before they were looked at again: only entries from the last look on count. */
function compact(entries: Entries, lastLook: number[]): void {
  let kept = 0;
  for (let at = 0; at < entries.count; at += 1) {
    const spot = entries.spots[at] ?? 0;
    const look = lastLook[spot] ?? 0;
    if (at < look) continue;
    if (at === look) lastLook[spot] = kept;
    entries.keys[kept] = entries.keys[at] ?? 0;
    entries.spots[kept] = spot;
    kept += 1;
  }
  entries.count = kept;
}

/** Sorts the entries by key, by counting. */
function toIndex({ keys, spots, count }: Entries): Index {
  let most = 0;
  for (let at = 0; at < count; at += 1) most = Math.max(most, keys[at] ?? 0);
  const starts = new Int32Array(most + 2);
  for (let at = 0; at < count; at += 1) {
    const next = (keys[at] ?? 0) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let key = 1; key < starts.length; key += 1) starts[key] = (starts[key] ?? 0) + (starts[key - 1] ?? 0);
  const places = starts.slice();
  const sorted = new Int32Array(count);
  for (let at = 0; at < count; at += 1) {
    const key = keys[at] ?? 0;
    const place = places[key] ?? 0;
    sorted[place] = spots[at] ?? 0;
    places[key] = place + 1;
  }
  return { starts, spots: sorted };
}

/** Nobody has read anything yet. To add is cheap; the index is made when it is asked for the first time. */
export function toSpotReaders(): SpotReaders {
  const entries: Entries = { keys: new Int32Array(0), spots: new Int32Array(0), count: 0 };
  const lastLook: number[] = [];
  let index = noIndex;
  let indexed = 0;
  const late = new Map<number, number[]>();
  const noteLate = (spot: number, keys: Int32Array): void => {
    for (const key of keys) {
      const spots = late.get(key);
      if (spots === undefined) late.set(key, [spot]);
      else spots.push(spot);
    }
  };
  return {
    add: (spot, keys) => {
      lastLook[spot] = entries.count;
      append(entries, spot, keys);
      if (indexed > 0) noteLate(spot, keys);
    },
    find: (keys) => {
      if (entries.count - indexed > (indexed === 0 ? 0 : mostLate)) {
        compact(entries, lastLook);
        index = toIndex(entries);
        indexed = entries.count;
        late.clear();
      }
      const found = new Set<number>();
      const addReaders = (key: number): void => {
        const [from, to] = [index.starts[key] ?? 0, index.starts[key + 1] ?? 0];
        for (let at = from; at < to; at += 1) found.add(index.spots[at] ?? 0);
        for (const spot of late.get(key) ?? []) found.add(spot);
      };
      if (keys.length > 0) addReaders(everything);
      keys.forEach(addReaders);
      return found;
    },
  };
}
