import { toPacking, type PackingProblem, type Placement } from './packing-problem.ts';

/** How the next item for a bin is chosen: by what fills it evenly, or by what leaves the least behind. */
export type FillBy = 'product' | 'rest';

/** How much each dimension counts: the share of all room that is asked for. What is scarce counts most. */
export function toWeights(problem: PackingProblem): readonly number[] {
  return Array.from({ length: problem.dimensions }, (_, at) => {
    const asked = problem.items.reduce((sum, item) => sum + (item.sizes[at] ?? 0), 0);
    const room = problem.bins.reduce((sum, bin) => {
      const own = bin.room[at] ?? 0;
      return sum + (own === Infinity ? 0 : own);
    }, 0);
    return room > 0 ? asked / room : 0;
  });
}

/** Items that are the same for every purpose: tried once a bin instead of once each. */
interface Sort {
  readonly sizes: readonly number[];
  readonly left: number[];
}

function toSorts(problem: PackingProblem): Sort[] {
  const sorts = new Map<string, Sort>();
  const sets = new Map<ReadonlySet<number>, number>();
  for (const [index, item] of problem.items.entries()) {
    if (item.allowed !== null && !sets.has(item.allowed)) sets.set(item.allowed, sets.size);
    const where = item.allowed === null ? 'any' : String(sets.get(item.allowed));
    const apart = item.apart.length > 0 ? `own ${index}` : '';
    const key = `${item.sizes.join(' ')}|${where}|${apart}`;
    const known = sorts.get(key);
    if (known === undefined) sorts.set(key, { sizes: item.sizes, left: [index] });
    else known.left.push(index);
  }
  return [...sorts.values()];
}

function scoreOf(
  sizes: readonly number[],
  free: readonly number[],
  weights: readonly number[],
  by: FillBy,
): number {
  let score = 0;
  for (const [at, weight] of weights.entries()) {
    const rest = free[at] ?? 0;
    const size = sizes[at] ?? 0;
    score += by === 'product' ? weight * size * rest : -weight * (rest - size) * (rest - size);
  }
  return score;
}

/**
 * Fills one bin after the other, in the given order: into each goes the item that suits what is still free best, until
 * nothing fits. Items that stay at the end have no place (`-1`). After Panigrahy, Talwar, Uyeda and Wieder, "Heuristics
 * for vector bin packing" (2011).
 */
export function packAfresh(problem: PackingProblem, order: readonly number[], by: FillBy): Placement {
  const packing = toPacking(problem);
  const weights = toWeights(problem);
  // What can stand on one bin only stands there before anything else asks for the room.
  for (const [index, item] of problem.items.entries()) {
    if (item.allowed?.size !== 1) continue;
    const [only = -1] = item.allowed;
    if (packing.fits(index, only)) packing.place(index, only);
  }
  let sorts = toSorts(problem);
  for (const sort of sorts)
    sort.left.splice(0, sort.left.length, ...sort.left.filter((item) => packing.where[item] === -1));
  for (const bin of order) {
    sorts = sorts.filter((sort) => sort.left.length > 0);
    if (sorts.length === 0) break;
    const room = (problem.bins[bin]?.room ?? []).map((each) => (each === Infinity || each === 0 ? 1 : each));
    for (;;) {
      const free = room.map((each, at) => (each - (packing.load[bin * problem.dimensions + at] ?? 0)) / each);
      let best: Sort | null = null;
      let most = -Infinity;
      for (const sort of sorts) {
        const item = sort.left.at(-1);
        if (item === undefined || !packing.fits(item, bin)) continue;
        const share = sort.sizes.map((size, at) => size / (room[at] ?? 1));
        const score = scoreOf(share, free, weights, by);
        if (score > most) [best, most] = [sort, score];
      }
      const next = best?.left.pop();
      if (next === undefined) break;
      packing.place(next, bin);
    }
  }
  return packing.where;
}
