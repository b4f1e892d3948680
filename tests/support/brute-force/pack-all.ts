import type { PackingProblem } from '#core/planning/consolidation/packing-problem.ts';

/** Whether one placement of all items breaks nothing: written down plainly, without the packing's own bookkeeping. */
export function isAllowedPlacement(problem: PackingProblem, where: readonly number[]): boolean {
  const { items, bins } = problem;
  for (const [at, bin] of bins.entries()) {
    for (let dimension = 0; dimension < problem.dimensions; dimension += 1) {
      const load = items.reduce(
        (sum, item, index) => sum + (where[index] === at ? (item.sizes[dimension] ?? 0) : 0),
        0,
      );
      if (load > (bin.room[dimension] ?? 0)) return false;
    }
  }
  return items.every((item, index) => {
    const at = where[index] ?? -1;
    const bin = bins[at];
    if (bin === undefined) return false;
    if (item.allowed === null ? !bin.isTarget && item.home !== at : !item.allowed.has(at)) return false;
    return items.every(
      (other, otherIndex) =>
        otherIndex === index ||
        bins[where[otherIndex] ?? -1]?.root !== bin.root ||
        !other.apart.some((group) => item.apart.includes(group)),
    );
  });
}

/** The best there is, found by trying every placement: the least price, the fewest bins and the fewest moves. */
export function packByTryingAll(
  problem: PackingProblem,
): { readonly price: number; readonly bins: number; readonly moves: number } | null {
  const { items, bins } = problem;
  let best: { price: number; bins: number; moves: number } | null = null;
  const visit = (where: readonly number[]): void => {
    if (where.length < items.length) {
      for (let bin = 0; bin < bins.length; bin += 1) visit([...where, bin]);
      return;
    }
    if (!isAllowedPlacement(problem, where)) return;
    const used = bins.filter((bin, at) => bin.isKept || where.includes(at));
    const price = used.reduce((sum, bin) => sum + bin.price, 0);
    const moves = items.reduce((sum, item, index) => sum + (where[index] === item.home ? 0 : item.moves), 0);
    best = {
      price: Math.min(best?.price ?? Infinity, price),
      bins: Math.min(best?.bins ?? Infinity, used.length),
      moves: Math.min(best?.moves ?? Infinity, moves),
    };
  };
  visit([]);
  return best;
}
