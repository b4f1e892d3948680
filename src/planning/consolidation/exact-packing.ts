import { toPacking, type PackingProblem, type Placement } from './packing-problem.ts';

/** What an exhaustive search found: a placement, that there is none, or nothing within its steps. */
export type ExactAnswer =
  | { readonly kind: 'found'; readonly placement: Placement }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown' };

/** Bins that are the same for every item while they are empty: only the first of them is tried. */
function toTwins(problem: PackingProblem): readonly number[] {
  const sets = new Set(problem.items.flatMap((item) => (item.allowed === null ? [] : [item.allowed])));
  const homes = new Set(problem.items.map((item) => item.home));
  const rootSizes = new Map<number, number>();
  for (const bin of problem.bins) rootSizes.set(bin.root, (rootSizes.get(bin.root) ?? 0) + 1);
  const keys = problem.bins.map((bin, index) => {
    const isOwn = (rootSizes.get(bin.root) ?? 0) > 1 || (!bin.isTarget && homes.has(index));
    if (isOwn) return `own ${index}`;
    const inSets = [...sets].map((set) => (set.has(index) ? 1 : 0)).join('');
    return `${bin.room.join(' ')}|${bin.isTarget}|${bin.isKept}|${bin.price}|${inSets}`;
  });
  return keys.map((key) => keys.indexOf(key));
}

/**
 * Looks through all placements whose price is below a limit, the largest items first and one of several equal empty bins
 * only. Exact when it ends within `steps`; meant for problems of a few dozen items.
 */
export function searchExactly(problem: PackingProblem, below: number, steps: number): ExactAnswer {
  const packing = toPacking(problem);
  const twins = toTwins(problem);
  const share = (item: number): number =>
    Math.max(
      0,
      ...(problem.items[item]?.sizes ?? []).map((size, at) => {
        const most = Math.max(
          ...problem.bins.map((bin) => (bin.room[at] === Infinity ? 0 : (bin.room[at] ?? 0))),
        );
        return most > 0 ? size / most : 0;
      }),
    );
  const shares = problem.items.map((_, index) => share(index));
  const freedom = (item: number): number => problem.items[item]?.allowed?.size ?? Infinity;
  const order = problem.items
    .map((_, index) => index)
    .sort(
      (a, b) =>
        Number(freedom(b) === 1) - Number(freedom(a) === 1) || (shares[b] ?? 0) - (shares[a] ?? 0) || a - b,
    );
  let left = steps;
  let found: Placement | null = null;
  const visit = (depth: number, price: number): void => {
    left -= 1;
    if (left < 0 || found !== null || price >= below - 1e-9) return;
    const item = order[depth];
    if (item === undefined) {
      found = Int32Array.from(packing.where);
      return;
    }
    const tried = new Set<number>();
    for (const [bin, each] of problem.bins.entries()) {
      if (left < 0 || found !== null) return;
      const isNew = packing.itemsOn(bin).size === 0;
      const twin = twins[bin] ?? bin;
      if (isNew && tried.has(twin)) continue;
      if (!packing.fits(item, bin)) continue;
      if (isNew) tried.add(twin);
      packing.place(item, bin);
      visit(depth + 1, price + (isNew && !each.isKept ? each.price : 0));
      packing.take(item);
    }
  };
  visit(
    0,
    problem.bins.reduce((sum, bin) => sum + (bin.isKept ? bin.price : 0), 0),
  );
  if (found !== null) return { kind: 'found', placement: found };
  return left < 0 ? { kind: 'unknown' } : { kind: 'none' };
}
