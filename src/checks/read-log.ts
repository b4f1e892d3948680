/**
 * What part of a plan was read or written: `e` whether a node is there, `n` its record, `c` what stands on it, `o` and `i`
 * its dependencies by end, `l` a dependency, `d` a duty, `u` the duties on a node, `h` a hand-over or those on a node, `g` a
 * redundancy group, or rules of the team by kind, node or id, `p` a party, `q` the blocking questions about something and what shall become of it, `f` a phase, `m` a change and
 * its place in the order, `t` ticked tasks and accepted hand-overs; `*` everything.
 */
export type ReadLetter =
  | 'e'
  | 'n'
  | 'c'
  | 'o'
  | 'i'
  | 'l'
  | 'd'
  | 'u'
  | 'h'
  | 'g'
  | 'p'
  | 'q'
  | 'f'
  | 'm'
  | 't'
  | '*';

/** Takes note of one thing that is read or written. */
export type Note = (letter: ReadLetter, id: string) => void;

const places: Readonly<Record<ReadLetter, number>> = {
  '*': 0,
  e: 1,
  n: 2,
  c: 3,
  o: 4,
  i: 5,
  l: 6,
  d: 7,
  u: 8,
  h: 9,
  g: 10,
  p: 11,
  q: 12,
  f: 13,
  m: 14,
  t: 15,
};
const lettersAnId = 16;

/** The key that stands for everything. */
export const everything = 0;

/** Gives everything that can be read a number, always the same one. */
export type KeyOf = (letter: ReadLetter, id: string) => number;

/** A numbering of what can be read. */
export function toKeyNumbers(): KeyOf {
  const numbers = new Map<string, number>([['*', 0]]);
  return (letter, id) => {
    if (letter === '*') return everything;
    let number = numbers.get(id);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(id, number);
    }
    return number * lettersAnId + places[letter];
  };
}

/** Notes what is read by numbers, each once, so little that it can be kept for every step of a large plan. */
export interface ReadLog {
  readonly note: Note;
  /** Notes what has a number already. */
  readonly noteKey: (key: number) => void;
  readonly noteKeys: (keys: Int32Array) => void;
  readonly keyOf: KeyOf;
  /** The keys that were noted since the last time, each once. */
  readonly take: () => Int32Array;
}

/** A log that uses a numbering. */
export function toReadLog(keyOf: KeyOf): ReadLog {
  let stamps = new Int32Array(4096);
  let stamp = 1;
  let seen: number[] = [];
  const noteKey = (key: number): void => {
    if (key >= stamps.length) stamps = grown(stamps, key);
    if (stamps[key] === stamp) return;
    stamps[key] = stamp;
    seen.push(key);
  };
  return {
    keyOf,
    noteKey,
    noteKeys: (keys) => {
      keys.forEach(noteKey);
    },
    note: (letter, id) => {
      noteKey(keyOf(letter, id));
    },
    take: () => {
      const keys = Int32Array.from(seen);
      seen = [];
      stamp += 1;
      return keys;
    },
  };
}

function grown(list: Int32Array, key: number): Int32Array<ArrayBuffer> {
  const next = new Int32Array(Math.max(list.length * 2, key + 1));
  next.set(list);
  return next;
}

/** Keys that are other ones than they were, each with the step from which on. */
export interface ChangedKeys {
  readonly add: (keys: Int32Array, step: number) => void;
  /** Whether any of the keys has changed by the time of a step; `everything` has as soon as anything has. */
  readonly meets: (keys: Int32Array, step: number) => boolean;
}

/** An empty set of changed keys. Steps must not go down from one `add` to the next. */
export function toChangedKeys(): ChangedKeys {
  let since = new Int32Array(0);
  let first = Number.MAX_SAFE_INTEGER;
  return {
    add: (keys, step) => {
      if (keys.length === 0) return;
      first = Math.min(first, step);
      const most = keys.reduce((a, b) => Math.max(a, b), 0);
      if (most >= since.length) since = grown(since, most);
      // 0 means: not changed; so steps are kept one higher.
      for (const key of keys) if (since[key] === 0) since[key] = step + 1;
    },
    meets: (keys, step) => {
      if (first > step) return false;
      for (let at = 0; at < keys.length; at += 1) {
        const key = keys[at] ?? 0;
        if (key === everything) return true;
        const from = since[key] ?? 0;
        if (from !== 0 && from <= step + 1) return true;
      }
      return false;
    },
  };
}
