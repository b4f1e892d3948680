import type { Packing } from './packing-problem.ts';

/** Where a search may put items, and how long it may look. */
export interface RelocateLimits {
  /** Bins that take items. */
  readonly bins: readonly number[];
  /** How much it may do until it gives up, in about nanoseconds of an ordinary machine: counted, not timed. */
  readonly work: number;
  readonly random: (below: number) => number;
}

/** Whether all found a place, and how much work that took. */
export interface Relocated {
  readonly isDone: boolean;
  readonly work: number;
}

interface Search extends RelocateLimits {
  readonly packing: Packing;
  /** How often an item could not be placed: what is hard to place is not pushed out lightly. */
  readonly penalties: Int32Array;
  spent: number;
}

interface Ejection {
  readonly bin: number;
  readonly out: readonly number[];
  readonly penalty: number;
}

/** How many bins are looked at for an ejection, and how many items of one bin in pairs. */
const most = 48;

/** The free share of a bin after an item came, squared and summed: the least is the tightest fit; `null` without room. */
function slackAfter({ packing }: Search, item: number, bin: number): number | null {
  const { dimensions } = packing.problem;
  let slack = 0;
  for (let at = 0; at < dimensions; at += 1) {
    const room = packing.room[bin * dimensions + at] ?? 0;
    const free =
      room - (packing.load[bin * dimensions + at] ?? 0) - (packing.sizes[item * dimensions + at] ?? 0);
    if (free < 0) return null;
    if (room === Infinity || room === 0) continue;
    slack += (free / room) ** 2;
  }
  return slack;
}

/** The bin with the tightest fit, its own home before all others. */
function findTightest(search: Search, item: number): number | null {
  const { packing } = search;
  const home = packing.problem.items[item]?.home ?? -1;
  let best: number | null = null;
  let least = Infinity;
  search.spent += search.bins.length / 4;
  for (const bin of search.bins) {
    const slack = slackAfter(search, item, bin);
    if (slack === null || (slack >= least && bin !== home) || !packing.fits(item, bin)) continue;
    if (bin === home) return bin;
    [best, least] = [bin, slack];
  }
  return best;
}

function canLeave(search: Search, item: number): boolean {
  const allowed = search.packing.problem.items[item]?.allowed ?? null;
  return allowed === null || allowed.size > 1;
}

/** Whether `item` would fit into a bin when these went: asked by trying, so that all rules are the packing's own. */
function fitsWithout({ packing }: Search, item: number, bin: number, out: readonly number[]): boolean {
  for (const each of out) packing.take(each);
  const fits = packing.fits(item, bin);
  for (const each of out) packing.place(each, bin);
  return fits;
}

/** How much of each dimension a bin lacks for an item; `null` when even the empty bin would not do. */
function findNeed({ packing }: Search, item: number, bin: number): readonly number[] | null {
  const { dimensions } = packing.problem;
  const need: number[] = [];
  for (let at = 0; at < dimensions; at += 1) {
    const room = packing.room[bin * dimensions + at] ?? 0;
    const size = packing.sizes[item * dimensions + at] ?? 0;
    if (size > room) return null;
    need.push((packing.load[bin * dimensions + at] ?? 0) + size - room);
  }
  return need;
}

/** The cheapest one or two items of a bin to push out for another. */
function findEjection(search: Search, item: number, bin: number, below: number): Ejection | null {
  const need = findNeed(search, item, bin);
  if (need === null) return null;
  const { packing, penalties } = search;
  const { dimensions } = packing.problem;
  const candidates = [...packing.itemsOn(bin)].filter((each) => canLeave(search, each));
  const priceOf = (each: number): number => 1 + (penalties[each] ?? 0);
  const frees = (one: number, two: number): boolean => {
    for (let at = 0; at < dimensions; at += 1) {
      const second = two < 0 ? 0 : (packing.sizes[two * dimensions + at] ?? 0);
      if ((packing.sizes[one * dimensions + at] ?? 0) + second < (need[at] ?? 0)) return false;
    }
    return true;
  };
  const found: Ejection[] = [];
  let least = below;
  const consider = (one: number, two: number, penalty: number): void => {
    if (!frees(one, two)) return;
    const out = two < 0 ? [one] : [one, two];
    if (!fitsWithout(search, item, bin, out)) return;
    found.push({ bin, out, penalty });
    least = penalty;
  };
  search.spent += 40 + 6 * candidates.length;
  for (const one of candidates) if (priceOf(one) < least) consider(one, -1, priceOf(one));
  if (found.length > 0 || candidates.length > most) return found.at(-1) ?? null;
  search.spent += candidates.length * candidates.length;
  for (let first = 0; first < candidates.length; first += 1) {
    const one = candidates[first] ?? 0;
    if (priceOf(one) + 1 >= least) continue;
    for (let second = first + 1; second < candidates.length; second += 1) {
      const two = candidates[second] ?? 0;
      const penalty = priceOf(one) + priceOf(two);
      if (penalty < least) consider(one, two, penalty);
    }
  }
  return found.at(-1) ?? null;
}

/** Of some bins (all, when there are few) the place where the least important items make room. */
function findCheapest(search: Search, item: number): Ejection | null {
  const { bins, random, packing } = search;
  const tries = Math.min(bins.length, most);
  const from = random(bins.length);
  return Array.from({ length: tries }, (_, at) => bins[(from + at) % bins.length] ?? -1)
    .filter((bin) => packing.mayStand(item, bin))
    .reduce<Ejection | null>(
      (best, bin) => findEjection(search, item, bin, best?.penalty ?? Infinity) ?? best,
      null,
    );
}

/** Some moves at random that keep everything fitting: they let a search that is stuck see other placements. */
function shake(search: Search): void {
  const { bins, random, packing } = search;
  search.spent += 700;
  for (let times = 0; times < 12; times += 1) {
    const from = bins[random(bins.length)] ?? -1;
    const on = [...packing.itemsOn(from)];
    const item = on[random(Math.max(on.length, 1))];
    const to = bins[random(bins.length)] ?? -1;
    if (item === undefined || to === from || !canLeave(search, item) || !packing.fits(item, to)) continue;
    packing.take(item);
    packing.place(item, to);
  }
}

/** How much an item takes, as shares of the bins' average room. */
function toVolumes({ problem, sizes, room }: Packing): (item: number) => number {
  const { dimensions, bins } = problem;
  const sums = Array.from({ length: dimensions }, (_, at) => {
    const rooms = bins.map((_, bin) => room[bin * dimensions + at] ?? 0).filter((each) => each < Infinity);
    return rooms.reduce((sum, each) => sum + each, 0);
  });
  return (item) =>
    sums.reduce((sum, all, at) => sum + (all > 0 ? (sizes[item * dimensions + at] ?? 0) / all : 0), 0);
}

/**
 * Places items of no place, pushing others out where that is needed until all stand somewhere, or until the work runs
 * out. On failure the packing is left as it is at that moment: the caller keeps a copy. The search is the guided ejection
 * search of Nagata and Bräysy ("A powerful route minimization heuristic for the vehicle routing problem with time
 * windows", 2009), with bins for routes.
 */
export function relocate(packing: Packing, items: readonly number[], limits: RelocateLimits): Relocated {
  const penalties = new Int32Array(packing.problem.items.length);
  const search: Search = { ...limits, packing, penalties, spent: 0 };
  const volume = toVolumes(packing);
  const pool = items.toSorted((a, b) => volume(a) - volume(b) || a - b);
  const end = (isDone: boolean): Relocated => ({ isDone, work: search.spent });
  if (search.bins.length === 0) return end(pool.length === 0);
  while (pool.length > 0) {
    if (search.spent > limits.work) return end(false);
    const item = pool.pop() ?? 0;
    const bin = findTightest(search, item);
    if (bin !== null) {
      packing.place(item, bin);
      continue;
    }
    penalties[item] = (penalties[item] ?? 0) + 1;
    const ejection = findCheapest(search, item);
    if (ejection === null) {
      pool.push(item);
      // Nothing that is there can make room for it: no longer search helps.
      if ((penalties[item] ?? 0) > 8) return end(false);
    } else {
      for (const each of ejection.out) packing.take(each);
      packing.place(item, ejection.bin);
      pool.push(...ejection.out);
    }
    shake(search);
  }
  return end(true);
}
