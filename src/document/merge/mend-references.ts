import type { Table } from '#core/base/table.ts';
import {
  collectionNames,
  toTableOf,
  type CollectionName,
  type Plan,
  type RecordByCollection,
} from '#core/model/plan.ts';
import { findHome, toKnownIds } from './homes.ts';
import type { MergeConflict, MergeRepair, MergeSides } from './merge-types.ts';
import { referencesOf, withoutGone } from './plan-references.ts';

function toTableWith<C extends CollectionName>(
  plan: Plan,
  from: Plan,
  name: C,
  id: string,
): Table<RecordByCollection[C]> {
  const row = toTableOf(from, name).get(id);
  return row === undefined ? toTableOf(plan, name) : toTableOf(plan, name).put([row]);
}

interface Dangling {
  readonly collection: CollectionName;
  readonly id: string;
  readonly gone: string;
  readonly isNeeded: boolean;
}

/** References that point at nothing in the merged plan and pointed at something on the side that they come from. */
function findDangling(plan: Plan, sides: MergeSides): Dangling[] {
  const known = toKnownIds(plan);
  const [ours, theirs] = [toKnownIds(sides.ours), toKnownIds(sides.theirs)];
  const found: Dangling[] = [];
  const look = <C extends CollectionName>(name: C, rows: Table<RecordByCollection[C]>): void => {
    for (const row of rows) {
      const { needs, mentions } = referencesOf(name, row);
      const add = (gone: string, isNeeded: boolean): void => {
        // What dangled before the merge is kept: reading is tolerant of it, and it is nobody's edit.
        if (!known.has(gone) && (ours.has(gone) || theirs.has(gone))) {
          found.push({ collection: name, id: row.id, gone, isNeeded });
        }
      };
      for (const id of needs) add(id, true);
      for (const id of mentions) add(id, false);
    }
  };
  for (const name of collectionNames) look(name, toTableOf(plan, name));
  return found;
}

function toTableWithout<C extends CollectionName>(
  plan: Plan,
  name: C,
  id: string,
  gone: ReadonlySet<string>,
): Table<RecordByCollection[C]> {
  const table = toTableOf(plan, name);
  const row = table.get(id);
  if (row === undefined) return table;
  const left = withoutGone(name, row, (each) => each !== null && each !== undefined && gone.has(each));
  return left === null ? table.drop([id]) : table.put([left]);
}

function toConflict(plan: Plan, each: Dangling, removedBy: 'ours' | 'theirs'): MergeConflict {
  const { collection, id, gone } = each;
  const home = findHome(plan, gone) ?? { collection: 'nodes' as const, id: gone };
  return { kind: 'removed-and-needed', ...home, removedBy, neededBy: { collection, id } };
}

/** Brings back what we have and they took out, where something of the merged plan rests on it. */
function withBroughtBack(plan: Plan, sides: MergeSides, conflicts: MergeConflict[]): Plan {
  let next = plan;
  for (;;) {
    const needed = findDangling(next, sides).filter(
      (each) => each.isNeeded && findHome(sides.ours, each.gone) !== null,
    );
    const [first] = needed;
    if (first === undefined) return next;
    const before = next;
    for (const each of needed) {
      const home = findHome(sides.ours, each.gone);
      if (home === null || toKnownIds(next).has(each.gone)) continue;
      conflicts.push(toConflict(sides.ours, each, 'theirs'));
      const { collection, id } = home;
      next = { ...next, [collection]: toTableWith(next, sides.ours, collection, id) };
    }
    if (before === next) return next;
  }
}

/**
 * Sets right what one side took out while the other made something that points at it. What we have stays, with what it rests
 * on; what they made and that rests on what we took out is left out. Both are conflicts. A mere mention (a question's
 * subjects, a place on the map) goes without one.
 */
export function mendReferences(
  plan: Plan,
  sides: MergeSides,
  conflicts: MergeConflict[],
  repairs: MergeRepair[],
): Plan {
  let next = withBroughtBack(plan, sides, conflicts);
  for (let dangling = findDangling(next, sides); dangling.length > 0; dangling = findDangling(next, sides)) {
    const byRow = new Map<string, Dangling[]>();
    for (const each of dangling) {
      const key = `${each.collection} ${each.id}`;
      byRow.set(key, [...(byRow.get(key) ?? []), each]);
    }
    for (const list of byRow.values()) {
      const [first] = list;
      if (first === undefined) continue;
      for (const each of list) {
        if (each.isNeeded) conflicts.push(toConflict(sides.theirs, each, 'ours'));
        else
          repairs.push({
            kind: 'mention-dropped',
            collection: each.collection,
            id: each.id,
            gone: each.gone,
          });
      }
      const gone = new Set(list.map((each) => each.gone));
      const { collection, id } = first;
      next = { ...next, [collection]: toTableWithout(next, collection, id, gone) };
    }
  }
  return next;
}
