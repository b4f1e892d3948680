/** A stream of numbers from 0 up to 1 that is the same for the same seed on every machine (the mulberry32 generator). */
export interface SeededRandom {
  readonly next: () => number;
  /** A whole number from 0 up to, not including, `below`. */
  readonly below: (below: number) => number;
  /** One of a list, which must not be empty. */
  readonly pick: <T>(list: readonly T[]) => T;
}

/** Starts a stream. */
export function toSeededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    pick: (list) => {
      const [first] = list;
      if (first === undefined) throw new Error('nothing to pick from');
      return list[below(list.length)] ?? first;
    },
  };
}
