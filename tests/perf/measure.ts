/** Durations of one contestant in milliseconds (or another unit that its row names). */
export interface Figure {
  readonly median: number;
  readonly p95: number;
  readonly runs: number;
}

/** One measured comparison. `ratio` is the peer's median by ours: above 1 we are faster (or smaller). */
export interface Line {
  readonly what: string;
  readonly unit: string;
  readonly ours: Figure;
  readonly peer: string | null;
  readonly theirs: Figure | null;
  readonly ratio: number | null;
  readonly target: string;
  /** `null` where the line has no target of its own. */
  readonly met: boolean | null;
  readonly note: string;
}

/** What a row is given. */
export interface Bench {
  readonly quick: boolean;
  /** Runs of each contestant that are counted. */
  readonly runs: number;
}

/** Work that is timed from outside, or answers its own duration where only a part of it counts. */
export type Work = () => number | void | Promise<number | void>;

/** The value that so many percent of a sorted list lie at or below. */
function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export function toFigure(samples: readonly number[]): Figure {
  const sorted = samples.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const median =
    sorted.length % 2 === 1
      ? (sorted[Math.floor(middle)] ?? Number.NaN)
      : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
  return { median, p95: percentile(sorted, 0.95), runs: sorted.length };
}

async function time(work: Work): Promise<number> {
  globalThis.gc?.();
  const before = performance.now();
  const own = await work();
  return typeof own === 'number' ? own : performance.now() - before;
}

/** Runs that a figure is made of at least, unless one run takes seconds. */
const leastRuns = 7;

/** Whoever needs longer than this for one run is not run again once the time of its row is used up, in ms. */
const slowMs = 5000;

/**
 * Runs all contestants in turn, after a warm-up of each, so that a slow minute of the machine hits all of them alike. When the
 * time is used up each still gets its seven runs, except whoever takes seconds for one: every figure says how many it is made of.
 */
export async function measureInTurn<K extends string>(
  contestants: Readonly<Record<K, Work>>,
  runs: number,
  warmups = 2,
  budgetMs = 25_000,
): Promise<Record<K, Figure>> {
  const names = Object.keys(contestants) as K[];
  const samples = new Map<K, number[]>(names.map((name) => [name, []]));
  const end = performance.now() + budgetMs;
  for (let round = -warmups; round < runs; round += 1) {
    for (const name of names) {
      const own = samples.get(name) ?? [];
      const isSlow = Math.min(...own, Infinity) > slowMs && own.length > 0;
      if (round > 0 && performance.now() > end && (isSlow || own.length >= leastRuns)) continue;
      const took = await time(contestants[name]);
      if (round >= 0) own.push(took);
    }
  }
  return Object.fromEntries(names.map((name) => [name, toFigure(samples.get(name) ?? [])])) as Record<
    K,
    Figure
  >;
}

/** A line of a row; what is not given has no peer, no target and no note. */
export function toLine(given: Pick<Line, 'what' | 'ours'> & Partial<Omit<Line, 'ratio'>>): Line {
  const { ours, theirs = null, unit = 'ms', peer = null, target = '', met = null, note = '', what } = given;
  const ratio = theirs === null ? null : theirs.median / ours.median;
  return { what, unit, ours, peer, theirs, ratio, target, met, note };
}

/** Each of a series of runs gets an input of its own, made outside of the clock, so that nothing is remembered from the last. */
export function toFresh<T>(make: () => T, work: (input: T) => unknown): Work {
  return async () => {
    const input = make();
    globalThis.gc?.();
    const before = performance.now();
    await work(input);
    return performance.now() - before;
  };
}
