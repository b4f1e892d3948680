import { priceOf, toPacking, type PackingProblem, type Placement } from './packing-problem.ts';

/** Bins that can trade all that is on them: they differ in nothing that an item could mind. */
function toKeys(problem: PackingProblem): readonly string[] {
  const sets = [...new Set(problem.items.flatMap((item) => (item.allowed === null ? [] : [item.allowed])))];
  const rootSizes = new Map<number, number>();
  for (const bin of problem.bins) rootSizes.set(bin.root, (rootSizes.get(bin.root) ?? 0) + 1);
  return problem.bins.map((bin, index) => {
    if (!bin.isTarget || bin.isKept || (rootSizes.get(bin.root) ?? 0) > 1) return `own ${index}`;
    const inSets = sets.map((set) => (set.has(index) ? 1 : 0)).join('');
    return `${bin.room.join(' ')}|${bin.price}|${inSets}`;
  });
}

interface Trade {
  readonly from: number;
  readonly to: number;
  readonly stay: number;
}

/** Gives what was put together to the equal bin where most of it stands already. */
function rename(problem: PackingProblem, placement: Placement): Placement {
  const keys = toKeys(problem);
  const stays = new Map<string, Trade>();
  for (const [index, item] of problem.items.entries()) {
    const from = placement[index] ?? -1;
    const to = item.home;
    if (from < 0 || to < 0 || keys[from] !== keys[to]) continue;
    const key = `${from} ${to}`;
    stays.set(key, { from, to, stay: (stays.get(key)?.stay ?? 0) + item.moves });
  }
  const newName = new Map<number, number>();
  const given = new Set<number>();
  const trades = [...stays.values()].sort((a, b) => b.stay - a.stay || a.from - b.from || a.to - b.to);
  for (const { from, to } of trades) {
    if (newName.has(from) || given.has(to)) continue;
    newName.set(from, to);
    given.add(to);
  }
  const used = new Set(placement);
  const free = new Map<string, number[]>();
  for (const [index, key] of keys.entries()) {
    if (!given.has(index)) free.set(key, [...(free.get(key) ?? []), index]);
  }
  for (const [index, key] of keys.entries()) {
    if (!used.has(index) || newName.has(index)) continue;
    const list = free.get(key) ?? [];
    const at = Math.max(0, list.indexOf(index));
    newName.set(index, list.splice(at, 1)[0] ?? index);
  }
  return placement.map((bin) => newName.get(bin) ?? bin);
}

/** Puts back what need not have moved, one by one. */
function putBack(problem: PackingProblem, placement: Placement): Placement {
  const packing = toPacking(problem, placement);
  for (const [index, item] of problem.items.entries()) {
    const now = packing.where[index] ?? -1;
    if (now < 0 || item.home < 0 || now === item.home || !packing.isUsed(item.home)) continue;
    packing.take(index);
    packing.place(index, packing.fits(index, item.home) ? item.home : now);
  }
  return packing.where;
}

/** A placement as good as a given one, with fewer items that leave the place they stand on. */
export function keepAtHome(problem: PackingProblem, placement: Placement): Placement {
  const renamed = rename(problem, placement);
  const best = priceOf(problem, renamed) <= priceOf(problem, placement) + 1e-9 ? renamed : placement;
  return putBack(problem, best);
}
