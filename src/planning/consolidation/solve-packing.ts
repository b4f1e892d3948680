import { searchExactly } from './exact-packing.ts';
import { boundBins, boundMoves, boundPrice } from './host-bound.ts';
import { packAfresh } from './pack-afresh.ts';
import { priceOf, toPacking, type Packing, type PackingProblem, type Placement } from './packing-problem.ts';
import { keepAtHome } from './keep-at-home.ts';
import { toRandomSequence } from './random-sequence.ts';
import { relocate } from './relocate.ts';

/** What a consolidation wants least of: hosts (or their cost: both are prices of bins), or moves. */
export type PackingGoal = 'price' | 'moves';

/** The best placement that was found, with what is proven of the best one there is. */
export interface Solution {
  /** `null`: none was found that places everything. */
  readonly placement: Placement | null;
  /** No placement uses fewer bins. */
  readonly leastBins: number;
  /** No placement has a lower price, or fewer moves when that is the goal. */
  readonly bound: number;
  /** Whether it is proven that no placement exists. */
  readonly isImpossible: boolean;
}

/** How much a search may do, counted and not timed: the same on every machine. */
export interface SearchBudget {
  readonly work: number;
  readonly exactSteps: number;
}

/** Enough for about a second or two on an ordinary machine. */
export const ordinaryBudget: SearchBudget = { work: 240_000_000, exactSteps: 60_000 };

interface Solver {
  readonly problem: PackingProblem;
  readonly random: (below: number) => number;
  readonly budget: SearchBudget;
  work: number;
}

function allBins({ problem }: Solver): number[] {
  return problem.bins.map((_, index) => index);
}

/** Lets a search run and adds its work up. */
function run(
  solver: Solver,
  packing: Packing,
  items: readonly number[],
  bins: readonly number[],
  share: number,
): boolean {
  const limits = { bins, work: solver.budget.work * share, random: solver.random };
  const { isDone, work } = relocate(packing, items, limits);
  solver.work += work;
  return isDone;
}

/** Everything where it stands, what can't stay there brought elsewhere with few moves; `null` when nothing was found. */
function findStart(solver: Solver): Placement | null {
  const { problem } = solver;
  const packing = toPacking(problem);
  const out: number[] = [];
  const volume = (index: number): number =>
    problem.items[index]?.sizes.reduce((sum, size) => sum + size, 0) ?? 0;
  // The largest stay: many small ones are easier to bring elsewhere, and what can stand nowhere else goes first.
  const order = problem.items
    .map((_, index) => index)
    .sort(
      (a, b) =>
        Number(problem.items[b]?.allowed?.size === 1) - Number(problem.items[a]?.allowed?.size === 1) ||
        volume(b) - volume(a) ||
        a - b,
    );
  for (const index of order) {
    const home = problem.items[index]?.home ?? -1;
    if (home >= 0 && packing.fits(index, home)) packing.place(index, home);
    else out.push(index);
  }
  return run(solver, packing, out, allBins(solver), 0.2) ? packing.where : null;
}

/** Bins that may become empty, the most worthwhile first: dear and with little on them. */
function toCandidates(packing: Packing): number[] {
  const { problem } = packing;
  const share = (bin: number): number => {
    let sum = 0;
    for (let at = 0; at < problem.dimensions; at += 1) {
      const room = problem.bins[bin]?.room[at] ?? 0;
      if (room > 0 && room !== Infinity) sum += (packing.load[bin * problem.dimensions + at] ?? 0) / room;
    }
    return sum;
  };
  return problem.bins
    .flatMap((bin, index) => (!bin.isKept && bin.price > 0 && packing.itemsOn(index).size > 0 ? [index] : []))
    .map((bin) => ({ bin, worth: share(bin) / (problem.bins[bin]?.price ?? 1) }))
    .sort((a, b) => a.worth - b.worth || a.bin - b.bin)
    .map(({ bin }) => bin);
}

/** Puts every item back to where it stood. */
function goBack(packing: Packing, before: Placement): void {
  const changed = [...before.keys()].filter((item) => packing.where[item] !== before[item]);
  for (const item of changed) packing.take(item);
  for (const item of changed) packing.place(item, before[item] ?? -1);
}

/** Empties one bin after another into the others that are used, as long as that succeeds; `tries` get a long look. */
function emptyBins(
  solver: Solver,
  start: Placement,
  bound: number,
  effort: { tries: number; share: number },
): Placement {
  const packing = toPacking(solver.problem, start);
  let price = priceOf(solver.problem, start);
  let candidates = toCandidates(packing);
  for (let rank = 0; rank < candidates.length && price > bound + 1e-9; rank += 1) {
    if (solver.work > solver.budget.work) break;
    const bin = candidates[rank] ?? -1;
    const before = Int32Array.from(packing.where);
    const others = allBins(solver).filter((each) => each !== bin && packing.isUsed(each));
    const items = [...packing.itemsOn(bin)];
    for (const item of items) packing.take(item);
    // That a full one can be emptied is unlikely: only the first few are worth a long look.
    const share = rank < effort.tries ? effort.share : 0.00005;
    if (run(solver, packing, items, others, share)) {
      price = priceOf(solver.problem, packing.where);
      candidates = toCandidates(packing);
      rank = -1;
    } else goBack(packing, before);
  }
  return packing.where;
}

function toOrders(problem: PackingProblem): readonly (readonly number[])[] {
  const all = problem.bins.map((_, index) => index);
  const kept = (bin: number): number => (problem.bins[bin]?.isKept === true ? 0 : 1);
  const room = (bin: number): number => {
    let sum = 0;
    for (let at = 0; at < problem.dimensions; at += 1) {
      const most = Math.max(...problem.bins.map((each) => each.room[at] ?? 0));
      if (most > 0 && most !== Infinity) sum += (problem.bins[bin]?.room[at] ?? 0) / most;
    }
    return sum;
  };
  const rooms = all.map(room);
  const rate = (bin: number): number => (problem.bins[bin]?.price ?? 0) / Math.max(rooms[bin] ?? 0, 1e-9);
  return [all.toSorted((a, b) => kept(a) - kept(b) || rate(a) - rate(b) || a - b)];
}

/** A new placement from nothing: bins filled in order, what is left over brought into the bins that are used. */
function packNew(
  solver: Solver,
  order: readonly number[],
  by: 'product' | 'rest',
  best: Placement | null,
): Placement | null {
  const { problem } = solver;
  const packed = packAfresh(problem, order, by);
  const packing = toPacking(problem, packed);
  solver.work += problem.items.length * problem.dimensions;
  const left = problem.items.flatMap((_, index) => (packing.where[index] === -1 ? [index] : []));
  if (left.length > 0 && !run(solver, packing, left, allBins(solver), 0.1)) return null;
  const whole = Int32Array.from(packing.where);
  return best === null || priceOf(problem, whole) < priceOf(problem, best) ? whole : null;
}

/** Tries at once to do with as many bins as are proven to be needed: those that carry most take what stands on the others. */
function aimAtBound(solver: Solver, start: Placement, bound: number): Placement | null {
  const { problem } = solver;
  if (problem.bins.some((bin) => bin.price !== 1)) return null;
  const packing = toPacking(problem, start);
  const emptied = toCandidates(packing);
  const surplus = Math.max(0, Math.round(priceOf(problem, start) - bound));
  const out = new Set(emptied.slice(0, surplus));
  const items = [...out].flatMap((bin) => [...packing.itemsOn(bin)]);
  for (const item of items) packing.take(item);
  const bins = allBins(solver).filter((bin) => !out.has(bin) && packing.isUsed(bin));
  return run(solver, packing, items, bins, 0.3) ? Int32Array.from(packing.where) : null;
}

function findCheapest(solver: Solver, start: Placement | null, bound: number): Placement | null {
  const { problem } = solver;
  const isBest = (placement: Placement): boolean => priceOf(problem, placement) <= bound + 1e-9;
  let best = start === null ? null : emptyBins(solver, start, bound, { tries: 0, share: 0 });
  for (const order of toOrders(problem)) {
    for (const by of ['rest', 'product'] as const) {
      if (best !== null && isBest(best)) return best;
      best = packNew(solver, order, by, best) ?? best;
      if (best !== null && !isBest(best)) best = aimAtBound(solver, best, bound) ?? best;
    }
  }
  if (best === null) return null;
  return isBest(best) ? best : emptyBins(solver, best, bound, { tries: 3, share: 0.2 });
}

/** A problem that the exhaustive search can end on. */
function isSmall(problem: PackingProblem): boolean {
  return problem.items.length <= 40 && problem.bins.length <= 40;
}

/** Improves the answer to a small problem until it is proven, as far as the steps reach. */
function prove(
  solver: Solver,
  found: Placement | null,
  bound: number,
): { placement: Placement | null; bound: number } {
  const { problem, budget } = solver;
  let placement = found;
  for (;;) {
    const price = placement === null ? Infinity : priceOf(problem, placement);
    if (price <= bound + 1e-9) return { placement, bound };
    const answer = searchExactly(problem, price, budget.exactSteps);
    if (answer.kind === 'unknown') return { placement, bound };
    if (answer.kind === 'none') return { placement, bound: placement === null ? bound : price };
    placement = answer.placement;
  }
}

/**
 * The best placement that a fixed amount of work finds. `onProgress` gets the share of the work that is done (0 to 1).
 * The same problem gives the same answer on every machine.
 */
export function solvePacking(
  problem: PackingProblem,
  goal: PackingGoal,
  budget: SearchBudget = ordinaryBudget,
  onProgress: (share: number) => void = () => {},
): Solution {
  // What the exhaustive search answers needs no long one before it.
  const own = isSmall(problem) ? { ...budget, work: Math.min(budget.work, 20_000_000) } : budget;
  const random = toRandomSequence(problem.items.length + 1);
  const solver: Solver = { problem, random, budget: own, work: 0 };
  const leastBins = boundBins(problem);
  const bound = goal === 'moves' ? boundMoves(problem) : boundPrice(problem);
  onProgress(0.1);
  const start = findStart(solver);
  onProgress(0.3);
  if (goal === 'moves' && start !== null) {
    return { placement: keepAtHome(problem, start), leastBins, bound, isImpossible: false };
  }
  const found = findCheapest(solver, start, bound);
  onProgress(0.9);
  const kept = found === null ? null : keepAtHome(problem, found);
  if (!isSmall(problem)) return { placement: kept, leastBins, bound, isImpossible: false };
  const proven = prove(solver, kept, bound);
  const isHosts = problem.bins.every((bin) => bin.price === 1);
  const placement = proven.placement === null ? null : keepAtHome(problem, proven.placement);
  return {
    placement,
    leastBins: isHosts ? Math.max(leastBins, Math.round(proven.bound)) : leastBins,
    bound: goal === 'moves' ? bound : proven.bound,
    isImpossible: placement === null && searchExactly(problem, Infinity, budget.exactSteps).kind === 'none',
  };
}
