import { isSameList } from '#core/base/same-list.ts';
import type { Change } from '#core/model/change.ts';
import type { Estate } from '#core/state/estate.ts';
import type { FreeOrder } from './free-order.ts';
import {
  toFollower,
  toMarks,
  toMeetingGroups,
  type Follower,
  type OrderTrouble,
  type SearchPlace,
  type Trial,
} from './order-search.ts';
import type { ReadLog } from './read-log.ts';
import type { StateRule } from './rule.ts';

/** What the allowed orders of a phase lead to. */
export interface OrderReport {
  /** Each trouble once by its `troubleKey`, with the shortest way there; also those that the planned order has. */
  readonly troubles: ReadonlyMap<string, OrderTrouble>;
  /** Whether every order is covered; `false` when the budget of steps ran out before. */
  readonly isComplete: boolean;
  /** How many changes were tried in some state. */
  readonly steps: number;
}

interface Reached {
  readonly done: ReadonlySet<number>;
  readonly path: readonly number[];
  readonly estate: Estate;
  readonly marks: ReadonlyMap<string, string>;
}

interface Search {
  readonly order: FreeOrder;
  readonly follower: Follower;
}

/** All that has to be done for some changes, in an order: before each what it waits for. */
function toWay({ closures }: FreeOrder, path: readonly number[]): number[] {
  const way = new Set<number>();
  for (const index of path) {
    const before = [...(closures[index] ?? [])].sort(
      (a, b) => (closures[a]?.size ?? 0) - (closures[b]?.size ?? 0) || a - b,
    );
    for (const each of before) way.add(each);
  }
  return [...way];
}

function canFollow(order: FreeOrder, members: ReadonlySet<number>, reached: Reached, index: number): boolean {
  if (reached.done.has(index)) return false;
  for (const each of order.closures[index] ?? []) {
    if (each !== index && members.has(each) && !reached.done.has(each)) return false;
  }
  return true;
}

function toStateKey(reached: Reached): string {
  return [...reached.marks]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map((mark) => mark.join('='))
    .concat([...reached.done].sort((a, b) => a - b).join(' '))
    .join('\n');
}

/**
 * Tries the orders of one group breadth first, by how many changes of the phase a state takes, so that the first way to a
 * trouble is a shortest one. States that several orders lead to are gone on from once. `false`: the budget ran out.
 */
function searchGroup(
  { order, follower }: Search,
  group: readonly number[],
  start: Estate,
  budget: { left: number },
  report: (key: string, trouble: OrderTrouble) => void,
): boolean {
  const members = new Set(group);
  const seen = new Set<string>();
  const waiting: Reached[][] = [[{ done: new Set(), path: [], estate: start, marks: new Map() }]];
  for (let cost = 0; cost < waiting.length; cost += 1) {
    for (const reached of waiting[cost] ?? []) {
      const key = toStateKey(reached);
      if (seen.has(key)) continue;
      seen.add(key);
      for (const index of group) {
        if (!canFollow(order, members, reached, index)) continue;
        if (budget.left <= 0) return false;
        budget.left -= 1;
        const { step, found } = follower.follow(reached.estate, index);
        const path = [...reached.path, index];
        const way = toWay(order, path);
        for (const [trouble, { rule, troubles }] of found) {
          report(trouble, { rule, troubles, after: way });
        }
        const next: Reached = {
          done: new Set(reached.done).add(index),
          path,
          estate: step.estate,
          marks: new Map([...reached.marks, ...toMarks(step.edit)]),
        };
        (waiting[way.length] ??= []).push(next);
      }
    }
  }
  return true;
}

interface LastSearch {
  readonly rules: readonly StateRule[];
  readonly changes: readonly Change[];
  readonly budget: number;
  /** Keys of all that the search read. */
  readonly reads: Int32Array;
  readonly report: OrderReport;
  /** What came of each change when it was made first. */
  readonly trials: ReadonlyMap<Change, Trial>;
}

/** What is remembered of the orders of one phase. */
export interface OrderMemory {
  last: LastSearch | null;
}

/** `searchOrders`, remembered as long as the phase has the same changes and nothing that the search read has changed. */
export function searchOrdersAgain(
  place: Omit<SearchPlace, 'log'>,
  order: FreeOrder,
  budget: number,
  {
    memory,
    log,
    isChanged,
  }: { memory: OrderMemory; log: ReadLog; isChanged: (reads: Int32Array) => boolean },
): OrderReport {
  const last = memory.last !== null && isSameList(memory.last.rules, place.rules) ? memory.last : null;
  const isSame =
    last !== null &&
    last.budget === budget &&
    isSameList(last.changes, place.changes) &&
    !isChanged(last.reads);
  if (isSame) return last.report;
  log.take();
  const follower = toFollower({ ...place, log });
  const trials = new Map<Change, Trial>();
  for (const [index, change] of place.changes.entries()) {
    const known = last?.trials.get(change);
    const trial = follower.tryFirst(index, known === undefined || isChanged(known.keys) ? undefined : known);
    trials.set(change, trial);
  }
  const report = searchOrders(place, { order, follower }, budget);
  for (const { keys } of trials.values()) log.noteKeys(keys);
  memory.last = { rules: place.rules, changes: place.changes, budget, reads: log.take(), report, trials };
  return report;
}

/**
 * Proves that no allowed order of a phase breaks a rule, or gives the shortest ways that do. Changes that never meet (none
 * writes what another one, or a rule that it may break, reads) can't disturb each other, so only groups that meet are tried out
 * in all their orders; what a group reads while it is tried may join it with another. `budget` bounds the steps.
 * Idea: independence of transitions, as in partial-order reduction (P. Godefroid, 1996).
 */
function searchOrders(
  place: Omit<SearchPlace, 'log'>,
  { order, follower }: Search,
  budget: number,
): OrderReport {
  const outcomes = new Map<string, { isComplete: boolean; found: ReadonlyMap<string, OrderTrouble> }>();
  let left = budget;
  const keyOf = (group: readonly number[]): string => group.join(' ');
  const findGroups = (): number[][] =>
    toMeetingGroups(place.changes.length, follower)
      .filter((group) => group.length > 1)
      .sort((a, b) => a.length - b.length);
  for (let isNew = true; isNew;) {
    const groups = findGroups().filter((group) => !outcomes.has(keyOf(group)));
    isNew = groups.length > 0;
    for (const [at, group] of groups.entries()) {
      // Small groups come first; a large one may not use up what the others need.
      const given = Math.ceil(left / (groups.length - at));
      const share = { left: given };
      const found = new Map<string, OrderTrouble>();
      const report = (key: string, trouble: OrderTrouble): void => {
        const known = found.get(key);
        if (known === undefined || trouble.after.length < known.after.length) found.set(key, trouble);
      };
      const isComplete = searchGroup({ order, follower }, group, place.start, share, report);
      outcomes.set(keyOf(group), { isComplete, found });
      left -= given - share.left;
    }
  }
  // What was found before a group was joined with another does not count: the other may have been in the way.
  const last = findGroups().flatMap((group) => outcomes.get(keyOf(group)) ?? []);
  return {
    troubles: new Map(last.flatMap(({ found }) => [...found])),
    isComplete: last.every((each) => each.isComplete),
    steps: budget - left,
  };
}
