import { compareText } from '#core/base/compare.ts';
import type { Table } from '#core/base/table.ts';
import {
  collectionNames,
  toTableOf,
  type CollectionName,
  type Plan,
  type RecordByCollection,
} from '#core/model/plan.ts';
import type { CollectionDiff, RecordsDiff } from '#core/model/records-diff.ts';
import { isSameJson } from '#core/base/same-json.ts';

/** What happened to one record: what was there and what is there now; `undefined` is no record. */
type Step<T> = readonly [from: T | undefined, to: T | undefined];
type Collections = RecordsDiff['collections'];

function toSteps<T>(diff: CollectionDiff<T> | undefined): Map<string, Step<T>> {
  const steps = new Map<string, Step<T>>();
  if (diff === undefined) return steps;
  for (const [id, row] of Object.entries(diff.added)) steps.set(id, [undefined, row]);
  for (const [id, [from, to]] of Object.entries(diff.updated)) steps.set(id, [from, to]);
  for (const [id, row] of Object.entries(diff.removed)) steps.set(id, [row, undefined]);
  return steps;
}

/** The diff of one collection; `undefined` when nothing happened. Ids are sorted, so that equal edits are equal texts. */
function toCollectionDiff<T>(steps: ReadonlyMap<string, Step<T>>): CollectionDiff<T> | undefined {
  const added: [string, T][] = [];
  const updated: [string, readonly [T, T]][] = [];
  const removed: [string, T][] = [];
  for (const [id, [from, to]] of [...steps].sort(([a], [b]) => compareText(a, b))) {
    if (from === undefined) {
      if (to !== undefined) added.push([id, to]);
    } else if (to === undefined) removed.push([id, from]);
    else if (!isSameJson(from, to)) updated.push([id, [from, to]]);
  }
  if (added.length + updated.length + removed.length === 0) return undefined;
  return {
    added: Object.fromEntries(added),
    updated: Object.fromEntries(updated),
    removed: Object.fromEntries(removed),
  };
}

type AnyCollectionDiff = CollectionDiff<RecordByCollection[CollectionName]>;

function withCollection(
  collections: Collections,
  name: CollectionName,
  diff: AnyCollectionDiff | undefined,
): Collections {
  return diff === undefined ? collections : { ...collections, [name]: diff };
}

/** The diff that renames a plan and changes its collections; the name is left out when it stays. */
function toDiff(from: string, to: string, collections: RecordsDiff['collections']): RecordsDiff {
  return from === to ? { collections } : { name: [from, to], collections };
}

function toTableAfter<C extends CollectionName>(
  plan: Plan,
  name: C,
  diff: RecordsDiff,
): Table<RecordByCollection[C]> {
  const own: CollectionDiff<RecordByCollection[C]> | undefined = diff.collections[name];
  const table = toTableOf(plan, name);
  if (own === undefined) return table;
  const rows = [...Object.values(own.added), ...Object.values(own.updated).map(([, to]) => to)];
  return table.drop(Object.keys(own.removed)).put(rows);
}

/** A plan after a diff. The revision stays: who applies an edit counts it. */
export function applyDiff(plan: Plan, diff: RecordsDiff): Plan {
  let next: Plan = diff.name === undefined ? plan : { ...plan, name: diff.name[1] };
  for (const name of collectionNames) {
    if (diff.collections[name] !== undefined) next = { ...next, [name]: toTableAfter(next, name, diff) };
  }
  return next;
}

function toInverted<C extends CollectionName>(
  name: C,
  diff: RecordsDiff,
): CollectionDiff<RecordByCollection[C]> | undefined {
  const own: CollectionDiff<RecordByCollection[C]> | undefined = diff.collections[name];
  const steps = [...toSteps(own)].map(([id, [from, to]]) => [id, [to, from]] as const);
  return toCollectionDiff(new Map(steps));
}

/** The diff that takes a diff back. */
export function invertDiff(diff: RecordsDiff): RecordsDiff {
  let collections: Collections = {};
  for (const name of collectionNames) {
    collections = withCollection(collections, name, toInverted(name, diff));
  }
  return diff.name === undefined ? { collections } : { name: [diff.name[1], diff.name[0]], collections };
}

function toSquashed<C extends CollectionName>(
  name: C,
  first: RecordsDiff,
  second: RecordsDiff,
): CollectionDiff<RecordByCollection[C]> | undefined {
  const one: CollectionDiff<RecordByCollection[C]> | undefined = first.collections[name];
  const two: CollectionDiff<RecordByCollection[C]> | undefined = second.collections[name];
  const steps = toSteps(one);
  for (const [id, [from, to]] of toSteps(two)) {
    const before = steps.get(id);
    steps.set(id, [before === undefined ? from : before[0], to]);
  }
  return toCollectionDiff(steps);
}

/** One diff that does what two diffs do one after the other. */
export function squashDiffs(first: RecordsDiff, second: RecordsDiff): RecordsDiff {
  let collections: Collections = {};
  for (const name of collectionNames) {
    collections = withCollection(collections, name, toSquashed(name, first, second));
  }
  const from = first.name?.[0] ?? second.name?.[0];
  const to = second.name?.[1] ?? first.name?.[1];
  return from === undefined || to === undefined ? { collections } : toDiff(from, to, collections);
}

/** The diff of one collection between two plans, of all rows or of those with the given ids. */
function diffTables<C extends CollectionName>(
  name: C,
  before: Plan,
  after: Plan,
  ids: Iterable<string> | undefined,
): CollectionDiff<RecordByCollection[C]> | undefined {
  const old = toTableOf(before, name);
  const now = toTableOf(after, name);
  if (old === now) return undefined;
  const steps = new Map<string, Step<RecordByCollection[C]>>();
  const look = (id: string): void => {
    const step: Step<RecordByCollection[C]> = [old.get(id), now.get(id)];
    if (step[0] !== step[1]) steps.set(id, step);
  };
  if (ids === undefined) {
    for (const row of old) look(row.id);
    for (const row of now) look(row.id);
  } else for (const id of ids) look(id);
  return toCollectionDiff(steps);
}

/** Which records an edit may have touched, by collection; what is not listed is known to be the same. */
export type TouchedIds = ReadonlyMap<CollectionName, ReadonlySet<string>>;

/**
 * What leads from one plan to another. With `touched`, only those records are compared, which keeps an edit of a large
 * plan cheap. The revision and unknown keys of the file are not part of a diff.
 */
export function diffPlans(before: Plan, after: Plan, touched?: TouchedIds): RecordsDiff {
  let collections: Collections = {};
  for (const name of collectionNames) {
    const ids = touched === undefined ? undefined : (touched.get(name) ?? []);
    collections = withCollection(collections, name, diffTables(name, before, after, ids));
  }
  return toDiff(before.name, after.name, collections);
}

/** Whether a diff changes nothing. */
export function isEmptyDiff(diff: RecordsDiff): boolean {
  return diff.name === undefined && collectionNames.every((name) => diff.collections[name] === undefined);
}

/** How many records a diff writes. */
export function countRows(diff: RecordsDiff): number {
  return Object.values(diff.collections).reduce((sum, { added, updated, removed }) => {
    return sum + [added, updated, removed].reduce((count, rows) => count + Object.keys(rows).length, 0);
  }, 0);
}
