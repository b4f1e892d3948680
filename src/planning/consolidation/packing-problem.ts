/** Something that must stand on one bin: a server, or servers that stay together. All numbers are in the problem's own dimensions. */
export interface PackingItem {
  readonly sizes: readonly number[];
  /** The bin that it stands on, `-1` when on none. */
  readonly home: number;
  /** Bins that it may stand on besides those that are no targets; `null`: every target, and its home. */
  readonly allowed: ReadonlySet<number> | null;
  /** Groups of which no two items may share a root. */
  readonly apart: readonly number[];
  /** How many moves it takes to bring it elsewhere. */
  readonly moves: number;
}

/** A host as a place for items. */
export interface PackingBin {
  /** What may be used of it; `Infinity` where a dimension is not limited. */
  readonly room: readonly number[];
  /** Whether something new may come here; what is here may stay in either case. */
  readonly isTarget: boolean;
  /** Whether it is used whatever is done: something on it never goes. */
  readonly isKept: boolean;
  /** Bins of one root count as one machine for what must stay apart: the hosts of a cluster. */
  readonly root: number;
  /** What it adds to the goal when it is used. */
  readonly price: number;
}

/** Items to be placed on bins: fewest (or cheapest) used bins, every item on one that has room. */
export interface PackingProblem {
  readonly dimensions: number;
  readonly items: readonly PackingItem[];
  readonly bins: readonly PackingBin[];
}

/** Where each item stands: the number of a bin, or `-1`. */
export type Placement = Int32Array;

/** A placement while it is worked on: what each bin carries is kept up with every step. */
export interface Packing {
  readonly problem: PackingProblem;
  readonly where: Placement;
  /** Sizes of all items, room and load of all bins, one dimension after the other: for the inner loops of searches. */
  readonly sizes: Float64Array;
  readonly room: Float64Array;
  readonly load: Float64Array;
  /** Whether an item may come to a bin now: it is allowed, has room, and nobody is there that it must not meet. */
  readonly fits: (item: number, bin: number) => boolean;
  /** Whether it may ever stand there, however much room there is. */
  readonly mayStand: (item: number, bin: number) => boolean;
  readonly place: (item: number, bin: number) => void;
  readonly take: (item: number) => void;
  readonly itemsOn: (bin: number) => ReadonlySet<number>;
  readonly isUsed: (bin: number) => boolean;
}

/** Whether an item may stand on a bin at all. */
export function mayStand(problem: PackingProblem, item: number, bin: number): boolean {
  const what = problem.items[item];
  const where = problem.bins[bin];
  if (what === undefined || where === undefined) return false;
  if (what.allowed !== null) return what.allowed.has(bin);
  return where.isTarget || what.home === bin;
}

interface Sizes {
  readonly item: Float64Array;
  readonly room: Float64Array;
}

function toSizes({ dimensions, items, bins }: PackingProblem): Sizes {
  const item = new Float64Array(items.length * dimensions);
  for (const [index, each] of items.entries()) item.set(each.sizes.slice(0, dimensions), index * dimensions);
  const room = new Float64Array(bins.length * dimensions);
  for (const [index, each] of bins.entries()) room.set(each.room.slice(0, dimensions), index * dimensions);
  return { item, room };
}

/** How many items of each apart group stand on each root. */
function toMeetings(problem: PackingProblem): {
  readonly isFree: (item: number, bin: number) => boolean;
  readonly count: (item: number, bin: number, by: 1 | -1) => void;
} {
  const groups = 1 + problem.items.reduce((most, each) => Math.max(most, ...each.apart), -1);
  const met = new Map<number, number>();
  const keyOf = (bin: number, group: number): number => (problem.bins[bin]?.root ?? 0) * groups + group;
  return {
    isFree: (item, bin) =>
      problem.items[item]?.apart.every((group) => (met.get(keyOf(bin, group)) ?? 0) === 0) ?? false,
    count: (item, bin, by) => {
      for (const group of problem.items[item]?.apart ?? []) {
        const key = keyOf(bin, group);
        met.set(key, (met.get(key) ?? 0) + by);
      }
    },
  };
}

/** A packing that begins with a placement; items of it that do not fit together are placed all the same. */
export function toPacking(problem: PackingProblem, start?: Placement): Packing {
  const { dimensions, items, bins } = problem;
  const sizes = toSizes(problem);
  const load = new Float64Array(bins.length * dimensions);
  const where = new Int32Array(items.length).fill(-1);
  const onBin = bins.map(() => new Set<number>());
  const meetings = toMeetings(problem);
  const add = (item: number, bin: number, by: 1 | -1): void => {
    for (let at = 0; at < dimensions; at += 1) {
      const cell = bin * dimensions + at;
      load[cell] = (load[cell] ?? 0) + by * (sizes.item[item * dimensions + at] ?? 0);
    }
    meetings.count(item, bin, by);
  };
  const hasRoom = (item: number, bin: number): boolean => {
    for (let at = 0; at < dimensions; at += 1) {
      const cell = bin * dimensions + at;
      if ((load[cell] ?? 0) + (sizes.item[item * dimensions + at] ?? 0) > (sizes.room[cell] ?? 0))
        return false;
    }
    return true;
  };
  const place = (item: number, bin: number): void => {
    where[item] = bin;
    onBin[bin]?.add(item);
    add(item, bin, 1);
  };
  start?.forEach((bin, item) => {
    if (bin >= 0) place(item, bin);
  });
  return {
    problem,
    where,
    sizes: sizes.item,
    room: sizes.room,
    load,
    mayStand: (item, bin) => mayStand(problem, item, bin),
    fits: (item, bin) => hasRoom(item, bin) && mayStand(problem, item, bin) && meetings.isFree(item, bin),
    place,
    take: (item) => {
      const bin = where[item] ?? -1;
      if (bin < 0) return;
      where[item] = -1;
      onBin[bin]?.delete(item);
      add(item, bin, -1);
      // Sums of fractions drift: an empty bin is exactly empty again.
      if (onBin[bin]?.size === 0) load.fill(0, bin * dimensions, (bin + 1) * dimensions);
    },
    itemsOn: (bin) => onBin[bin] ?? new Set(),
    isUsed: (bin) => bins[bin]?.isKept === true || (onBin[bin]?.size ?? 0) > 0,
  };
}

/** What a placement costs: the prices of all bins that are used. */
export function priceOf(problem: PackingProblem, placement: Placement): number {
  const used = new Set(placement.filter((bin) => bin >= 0));
  return problem.bins.reduce((sum, bin, at) => sum + (bin.isKept || used.has(at) ? bin.price : 0), 0);
}
