/** A source of numbers that look random and are the same for the same seed: a whole number from 0 to below `limit`. */
export type SeededRandom = (limit: number) => number;

/**
 * Makes a seeded source: what it is used for comes out the same on every machine and every time.
 * Source: mulberry32 by Tommy Ettinger (public domain).
 */
export function toSeededRandom(seed: number): SeededRandom {
  let state = seed | 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((((mixed ^ (mixed >>> 14)) >>> 0) * limit) / 4_294_967_296) | 0;
  };
}
