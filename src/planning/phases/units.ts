import { findComponents } from '#core/graph/cycles.ts';
import type { Change } from '#core/model/change.ts';
import { isNeed } from '#core/model/dependency.ts';
import type { NodeId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import type { OrderLink } from './change-order.ts';
import type { CoveredNodes } from './covered-nodes.ts';

/** Changes that stay in one phase. */
export interface Units {
  readonly members: readonly (readonly number[])[];
  readonly unitOf: Int32Array;
  /** Circles of what must come before what, and of nodes that need each other, that are too large for one phase. */
  readonly bridged: number;
}

interface Groups {
  readonly find: (item: number) => number;
  readonly sizeOf: (item: number) => number;
  readonly join: (a: number, b: number) => void;
}

/** Disjoint sets with sizes. Source: R. Tarjan, "Efficiency of a good but not linear set union algorithm", 1975. */
function toGroups(count: number): Groups {
  const parents = Int32Array.from({ length: count }, (_, index) => index);
  const sizes = new Int32Array(count).fill(1);
  const find = (item: number): number => {
    let root = item;
    while (parents[root] !== root) root = parents[root] ?? root;
    for (let at = item; at !== root;) {
      const next = parents[at] ?? root;
      parents[at] = root;
      at = next;
    }
    return root;
  };
  return {
    find,
    sizeOf: (item) => sizes[find(item)] ?? 1,
    join: (a, b) => {
      const [one, two] = [find(a), find(b)];
      if (one === two) return;
      const [root, child] = one < two ? [one, two] : [two, one];
      parents[child] = root;
      sizes[root] = (sizes[root] ?? 1) + (sizes[child] ?? 1);
    },
  };
}

/** What the units of some changes are made from. */
export interface UnitParts {
  readonly plan: Plan;
  readonly changes: readonly Change[];
  readonly places: ReadonlyMap<string, number>;
  readonly covered: CoveredNodes;
  readonly links: readonly OrderLink[];
  readonly together: readonly (readonly NodeId[])[];
  readonly maxSize: number;
}

function toNext(
  count: number,
  pairs: Iterable<readonly [number, number]>,
): (item: number) => readonly number[] {
  const next: number[][] = Array.from({ length: count }, () => []);
  for (const [from, to] of pairs) next[from]?.push(to);
  return (item) => next[item] ?? [];
}

/** Joins all of a list, when they fit into one phase or must be together whatever its size. */
function joinAll(groups: Groups, items: readonly number[], maxSize: number): boolean {
  const roots = new Set(items.map(groups.find));
  const size = [...roots].reduce((sum, root) => sum + groups.sizeOf(root), 0);
  if (size > maxSize) return false;
  const [first = 0] = roots;
  for (const root of roots) groups.join(first, root);
  return true;
}

function coveringPlaces({ covered, places }: UnitParts, node: NodeId): number[] {
  return covered.coverOf(node).flatMap(({ id }) => places.get(id) ?? []);
}

function joinWhatBelongs(parts: UnitParts, groups: Groups): void {
  const { plan, changes, covered, places, maxSize } = parts;
  for (const nodes of parts.together)
    joinAll(
      groups,
      nodes.flatMap((node) => coveringPlaces(parts, node)),
      maxSize,
    );
  for (const rule of plan.rules) {
    if (rule.kind === 'together') {
      joinAll(
        groups,
        rule.nodes.flatMap((node) => coveringPlaces(parts, node)),
        maxSize,
      );
    }
  }
  for (const { from, to, type } of plan.dependencies) {
    if (type === 'replicates')
      joinAll(groups, [...coveringPlaces(parts, from), ...coveringPlaces(parts, to)], maxSize);
  }
  for (const [index, change] of changes.entries()) {
    if (change.kind !== 'hand-over') continue;
    const subject = plan.handovers.get(change.handover)?.subject ?? null;
    const moves =
      subject === null
        ? []
        : covered.coverOf(subject).filter(({ kind }) => kind === 'move' || kind === 'merge');
    const [first] = moves.flatMap(({ id }) => places.get(id) ?? []);
    if (first !== undefined) joinAll(groups, [index, first], maxSize);
  }
}

/** Nodes that need each other in a circle move at once, where that fits. */
function joinNeedCircles(parts: UnitParts, groups: Groups): number {
  const { plan, changes } = parts;
  const pairs = [...plan.dependencies]
    .filter(({ type }) => isNeed(type))
    .flatMap(({ from, to }) =>
      coveringPlaces(parts, from).flatMap((one) =>
        coveringPlaces(parts, to).map((two) => [one, two] as const),
      ),
    );
  const circles = findComponents(changes.keys(), toNext(changes.length, pairs)).filter(
    ({ length }) => length > 1,
  );
  return circles.filter((circle) => !joinAll(groups, circle, parts.maxSize)).length;
}

function toUnits(groups: Groups, count: number): Pick<Units, 'members' | 'unitOf'> {
  const numbers = new Map<number, number>();
  const members: number[][] = [];
  const unitOf = new Int32Array(count);
  for (let item = 0; item < count; item += 1) {
    const root = groups.find(item);
    const known = numbers.get(root) ?? members.length;
    if (known === members.length) {
      numbers.set(root, known);
      members.push([]);
    }
    members[known]?.push(item);
    unitOf[item] = known;
  }
  return { members, unitOf };
}

/**
 * Groups changes that go together: databases with their replicas, what a rule keeps together, a duty with the move of what
 * it is for, nodes that need each other in a circle. What must come before each other in a circle is condensed too.
 */
export function findUnits(parts: UnitParts): Units {
  const { changes, links, places, maxSize } = parts;
  const groups = toGroups(changes.length);
  joinWhatBelongs(parts, groups);
  let bridged = joinNeedCircles(parts, groups);
  const pairsOf = (isHardOnly: boolean): (readonly [number, number])[] =>
    links.flatMap((link) => {
      const [from, to] = [places.get(link.before), places.get(link.after)];
      return from === undefined || to === undefined || (isHardOnly && !link.isHard)
        ? []
        : [[groups.find(from), groups.find(to)] as const];
    });
  // Circles over what is only better so may be left in several phases; those over what must be so may not.
  for (const isHardOnly of [false, true]) {
    const roots = new Set(Array.from(changes.keys(), groups.find));
    const circles = findComponents(roots, toNext(changes.length, pairsOf(isHardOnly))).filter(
      ({ length }) => length > 1,
    );
    for (const circle of circles) {
      if (!joinAll(groups, circle, isHardOnly ? Infinity : maxSize)) bridged += 1;
    }
  }
  return { ...toUnits(groups, changes.length), bridged };
}
