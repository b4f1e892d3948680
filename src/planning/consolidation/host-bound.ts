import type { PackingProblem } from './packing-problem.ts';

/** Shares of a bin as a bound counts them: low for what is asked, high for what is there. */
interface Counting {
  readonly ofItem: (share: number) => number;
  readonly ofBin: (share: number) => number;
}

const tiny = 1e-9;

/**
 * Superadditive dual-feasible functions, whose sums over what is asked never exceed what a bin counts: the plain share, the
 * one that lets more than `1 - e` fill a bin and less than `e` count nothing, and rounding down to parts of `k`. After
 * Fekete and Schepers, "New classes of fast lower bounds for bin packing problems" (2001).
 */
function toCountings(shares: readonly number[]): Counting[] {
  const plain = (share: number): number => share;
  const countings: Counting[] = [{ ofItem: plain, ofBin: plain }];
  const edges = [...new Set(shares.filter((share) => share > 0 && share <= 0.5))].sort((a, b) => a - b);
  const step = Math.max(1, Math.floor(edges.length / 40));
  for (let at = 0; at < edges.length; at += step) {
    const edge = edges[at] ?? 0;
    countings.push({
      ofItem: (share) => (share > 1 - edge + tiny ? 1 : share < edge - tiny ? 0 : share),
      ofBin: (share) => (share > 1 - edge - tiny ? 1 : share < edge - tiny ? 0 : share),
    });
  }
  for (let k = 1; k <= 20; k += 1) {
    const isWhole = (share: number): boolean =>
      Math.abs(share * (k + 1) - Math.round(share * (k + 1))) < tiny;
    countings.push({
      ofItem: (share) => Math.min(share, isWhole(share) ? share : Math.floor((k + 1) * share - tiny) / k),
      ofBin: (share) => Math.max(share, Math.floor((k + 1) * share + tiny) / k),
    });
  }
  return countings;
}

interface Asked {
  /** What is asked of one dimension, as shares of the largest bin, per item. */
  readonly items: readonly number[];
  readonly kept: readonly number[];
  readonly others: readonly number[];
}

/** How many bins must be used so that what counts there reaches what is asked, the kept ones among them. */
function binsFor({ items, kept, others }: Asked, counting: Counting): number {
  let missing = items.reduce((sum, share) => sum + counting.ofItem(share), 0) - tiny * (items.length + 1);
  for (const share of kept) missing -= counting.ofBin(share);
  let used = kept.length;
  for (const share of others.map(counting.ofBin).sort((a, b) => b - a)) {
    if (missing <= 0) break;
    missing -= share;
    used += 1;
  }
  // What does not even fit on all of them is a conflict, not a count.
  return used;
}

function boundBySizes(problem: PackingProblem): number {
  let best = problem.bins.filter((bin) => bin.isKept).length;
  for (let at = 0; at < problem.dimensions; at += 1) {
    const rooms = problem.bins.map((bin) => bin.room[at] ?? 0);
    const largest = Math.max(0, ...rooms);
    if (largest === Infinity || largest <= 0) continue;
    const shares = (isKept: boolean): number[] =>
      problem.bins.flatMap((bin) => (bin.isKept === isKept ? [(bin.room[at] ?? 0) / largest] : []));
    const items = problem.items.map((item) => (item.sizes[at] ?? 0) / largest);
    const asked = { items, kept: shares(true), others: shares(false) };
    for (const counting of toCountings(items)) best = Math.max(best, binsFor(asked, counting));
  }
  return best;
}

/** Whether two items can never share a bin: they must stay apart, or are too large for every one. */
function canNeverMeet(problem: PackingProblem, a: number, b: number, largest: readonly number[]): boolean {
  const [one, two] = [problem.items[a], problem.items[b]];
  if (one === undefined || two === undefined) return false;
  if (one.apart.some((group) => two.apart.includes(group))) return true;
  return largest.some((room, at) => (one.sizes[at] ?? 0) + (two.sizes[at] ?? 0) > room + tiny);
}

/** As many items as can be found of which no two can share a bin, each needing one of its own. */
function boundByCliques(problem: PackingProblem): number {
  const largest = Array.from({ length: problem.dimensions }, (_, at) =>
    Math.max(0, ...problem.bins.map((bin) => bin.room[at] ?? 0)),
  );
  const share = (item: number): number =>
    Math.max(0, ...(problem.items[item]?.sizes ?? []).map((size, at) => size / (largest[at] ?? 1)));
  const order = problem.items
    .map((_, index) => index)
    .filter((index) => share(index) > 0.3 || (problem.items[index]?.apart.length ?? 0) > 0)
    .sort((a, b) => share(b) - share(a) || a - b)
    .slice(0, 1500);
  let best = 0;
  const groups = new Map<number, number>();
  for (const item of problem.items) {
    for (const group of item.apart) {
      const size = (groups.get(group) ?? 0) + 1;
      groups.set(group, size);
      best = Math.max(best, size);
    }
  }
  const clique: number[] = [];
  for (const item of order) {
    if (clique.every((each) => canNeverMeet(problem, each, item, largest))) clique.push(item);
  }
  return Math.max(best, clique.length);
}

/** The parts of a problem that share no bin: each bin belongs to one part, or to none when nothing may stand there. */
function toParts(problem: PackingProblem): PackingProblem[] {
  const group = problem.bins.map((_, index) => index);
  const rootOf = (bin: number): number => {
    let at = bin;
    while (group[at] !== at) at = group[at] ?? at;
    return at;
  };
  const targets = new Set(problem.bins.flatMap((bin, index) => (bin.isTarget ? [index] : [])));
  const firstBin = new Map<number, number>();
  const join = (bins: Iterable<number>, item: number): void => {
    for (const bin of bins) {
      const first = firstBin.get(item) ?? bin;
      firstBin.set(item, first);
      group[rootOf(bin)] = rootOf(first);
    }
  };
  let hasJoinedTargets = false;
  for (const [index, item] of problem.items.entries()) {
    if (item.allowed !== null) join(item.allowed, index);
    else {
      const [some] = targets;
      join(hasJoinedTargets && some !== undefined ? [some] : targets, index);
      hasJoinedTargets = true;
      if (item.home >= 0) join([item.home], index);
    }
  }
  const parts = new Map<
    number,
    { items: PackingProblem['items'][number][]; bins: PackingProblem['bins'][number][] }
  >();
  const partOf = (
    bin: number,
  ): { items: PackingProblem['items'][number][]; bins: PackingProblem['bins'][number][] } => {
    const known = parts.get(rootOf(bin)) ?? { items: [], bins: [] };
    parts.set(rootOf(bin), known);
    return known;
  };
  for (const [index, bin] of problem.bins.entries()) partOf(index).bins.push(bin);
  for (const [index, item] of problem.items.entries()) {
    const first = firstBin.get(index);
    if (first !== undefined) partOf(first).items.push(item);
  }
  return [...parts.values()].map((part) => ({ dimensions: problem.dimensions, ...part }));
}

/**
 * How many bins every placement uses at least, proven: by what is asked of each dimension (counted with dual-feasible
 * functions), by items that can't share a bin, and by bins that stay in use whatever is done; for parts that share no
 * bin each on its own. Linear in the items for each of about sixty countings.
 */
export function boundBins(problem: PackingProblem): number {
  return toParts(problem).reduce((sum, part) => {
    const kept = part.bins.filter((bin) => bin.isKept).length;
    if (part.items.length === 0) return sum + kept;
    return sum + Math.max(kept, boundBySizes(part), boundByCliques(part));
  }, 0);
}

/** The least price that every placement has, proven: kept bins, and for what does not fit there the cheapest room in each dimension. */
export function boundPrice(problem: PackingProblem): number {
  const kept = problem.bins.filter((bin) => bin.isKept);
  const fixed = kept.reduce((sum, bin) => sum + bin.price, 0);
  const others = problem.bins.filter((bin) => !bin.isKept);
  const more = Math.max(0, boundBins(problem) - kept.length);
  const cheapest = others.map((bin) => bin.price).sort((a, b) => a - b);
  let best = cheapest.slice(0, more).reduce((sum, price) => sum + price, 0);
  for (let at = 0; at < problem.dimensions; at += 1) {
    const roomOf = (bin: PackingProblem['bins'][number]): number => bin.room[at] ?? 0;
    let missing = problem.items.reduce((sum, item) => sum + (item.sizes[at] ?? 0), 0);
    for (const bin of kept) missing -= roomOf(bin);
    let price = 0;
    const byRate = others
      .filter((bin) => roomOf(bin) > 0)
      .sort((a, b) => a.price / roomOf(a) - b.price / roomOf(b));
    for (const bin of byRate) {
      if (missing <= tiny) break;
      price += bin.price * Math.min(1, missing / roomOf(bin));
      missing -= roomOf(bin);
    }
    best = Math.max(best, price);
  }
  return fixed + best;
}

/** The fewest moves that every placement needs, proven: what may not stay, and what must leave a bin that is over-full. */
export function boundMoves(problem: PackingProblem): number {
  const byHome = new Map<number, PackingProblem['items'][number][]>();
  let moves = 0;
  for (const item of problem.items) {
    if (item.home < 0 || (item.allowed !== null && !item.allowed.has(item.home))) moves += item.moves;
    else byHome.set(item.home, [...(byHome.get(item.home) ?? []), item]);
  }
  for (const [bin, items] of byHome) {
    const room = problem.bins[bin]?.room ?? [];
    const least = room.map((most, at) => {
      let excess = items.reduce((sum, item) => sum + (item.sizes[at] ?? 0), 0) - most;
      let count = 0;
      for (const item of items.toSorted((a, b) => (b.sizes[at] ?? 0) - (a.sizes[at] ?? 0))) {
        if (!(excess > tiny)) break;
        excess -= item.sizes[at] ?? 0;
        count += 1;
      }
      return count;
    });
    moves += Math.max(0, ...least);
  }
  return moves;
}
