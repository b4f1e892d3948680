import type { Table } from '#core/base/table.ts';
import { fromRecordFields, toRecordFields } from '#core/document/compare/record-fields.ts';
import { recordSchemas } from '#core/document/records.ts';
import type { z } from '#core/document/zod.ts';
import {
  collectionNames,
  toTableOf,
  type CollectionName,
  type Plan,
  type RecordByCollection,
} from '#core/model/plan.ts';
import { isPlaced } from './mend-places.ts';
import { mergePlans } from './merge-plans.ts';
import { toFieldGroup } from './merge-record.ts';
import type { MergeConflict, MergeRepair, MergeSides, Side } from './merge-types.ts';
import { referencesOf, withoutGone } from './plan-references.ts';
import { withSharedDispositions } from './shared-dispositions.ts';

/** A conflict, and whose word stands in the merged plan. */
export interface SettledConflict {
  readonly key: string;
  readonly conflict: MergeConflict;
  readonly takes: Side;
}

/** A merge in which a person chose the other side's word for some conflicts. */
export interface ChosenMerge {
  readonly plan: Plan;
  readonly conflicts: readonly SettledConflict[];
  readonly repairs: readonly MergeRepair[];
}

/** What tells a conflict from all others of a merge, however often that is made again. */
export function toConflictKey(conflict: MergeConflict): string {
  const { kind, collection, id } = conflict;
  const rest =
    kind === 'field'
      ? conflict.field
      : kind === 'removed-and-needed'
        ? conflict.neededBy.id
        : conflict.removedBy;
  return [kind, collection ?? '', id, rest].join(' ');
}

function withRow<C extends CollectionName>(
  plan: Plan,
  name: C,
  id: string,
  row: RecordByCollection[C] | undefined,
): Plan {
  const table = toTableOf(plan, name);
  return { ...plan, [name]: row === undefined ? table.drop([id]) : table.put([row]) };
}

/** A record of ours with the fields that a conflict is about as they are on their side. */
function withTheirFields<C extends CollectionName>(
  name: C,
  mine: RecordByCollection[C],
  other: RecordByCollection[C],
  field: string,
): RecordByCollection[C] {
  if (field === '' || field === 'kind') return other;
  const [fields, wanted] = [new Map(toRecordFields(mine)), toRecordFields(other)];
  for (const each of toFieldGroup(name, field)) {
    const value = wanted.get(each);
    if (value === undefined) fields.delete(each);
    else fields.set(each, value);
  }
  const schema: z.ZodType<RecordByCollection[C]> = recordSchemas[name];
  const read = schema.safeParse(fromRecordFields(mine.id, fields));
  return read.success ? read.data : other;
}

/** Without a record that only we have, and without what rests on it there. */
function withoutOwn(plan: Plan, name: CollectionName, id: string): Plan {
  const gone = new Set([id]);
  let next = withRow(plan, name, id, undefined);
  const clean = <C extends CollectionName>(each: C, table: Table<RecordByCollection[C]>): boolean => {
    let isChanged = false;
    for (const row of table) {
      const { needs, mentions } = referencesOf(each, row);
      if (![...needs, ...mentions].some((other) => gone.has(other))) continue;
      const left = withoutGone(each, row, (other) => typeof other === 'string' && gone.has(other));
      if (left === null) gone.add(row.id);
      isChanged ||= left === null;
      next = withRow(next, each, row.id, left ?? undefined);
    }
    return isChanged;
  };
  for (let isOpen = true; isOpen;) {
    isOpen = false;
    for (const each of collectionNames) isOpen = clean(each, toTableOf(next, each)) || isOpen;
  }
  return next;
}

/** A node that our other edits leave no place for at its old one comes without a place. */
function withFittingPlace(ours: Plan, next: Plan, id: string): Plan {
  const node = next.nodes.get(id);
  if (node === undefined || isPlaced(next, id)) return next;
  const free = { ...next, nodes: next.nodes.put([{ ...node, parent: null }]) };
  return isPlaced(free, id) ? free : ours;
}

/** A record of ours as it was before both sides began: what we did to it is forgotten. */
function asBefore(sides: MergeSides, name: CollectionName, id: string): Plan {
  const before = toTableOf(sides.base, name).get(id);
  if (before === undefined) return withoutOwn(sides.ours, name, id);
  return withFittingPlace(sides.ours, withRow(sides.ours, name, id, before), id);
}

/** Our plan with their word on one conflict: merged again it conflicts there no more. */
function takeTheirs(sides: MergeSides, conflict: MergeConflict): Plan {
  const { ours, theirs } = sides;
  if (conflict.kind === 'field') {
    const { collection, id, field } = conflict;
    if (collection !== null) {
      const [mine, other] = [toTableOf(ours, collection).get(id), toTableOf(theirs, collection).get(id)];
      if (mine === undefined || other === undefined) return ours;
      const next = withRow(ours, collection, id, withTheirFields(collection, mine, other, field));
      // Their place for it may be right only beside their other edits.
      return collection === 'nodes' && isPlaced(ours, id) && !isPlaced(next, id) ? ours : next;
    }
    if (field === 'name') return { ...ours, name: theirs.name };
    const extra = Object.keys({ ...ours.extra, ...theirs.extra }).map((section) => {
      const own = { ...ours.extra[section] };
      const other = { ...theirs.extra[section] };
      return [section, field in own || field in other ? { ...own, [field]: other[field] } : own] as const;
    });
    return { ...ours, extra: Object.fromEntries(extra) };
  }
  if (conflict.kind === 'removed-and-changed') return asBefore(sides, conflict.collection, conflict.id);
  if (conflict.removedBy === 'theirs') {
    return asBefore(sides, conflict.neededBy.collection, conflict.neededBy.id);
  }
  const { collection, id } = conflict;
  const home = toTableOf(sides.base, collection).get(id) ?? toTableOf(theirs, collection).get(id);
  return withFittingPlace(ours, withRow(ours, collection, id, home), id);
}

/**
 * The three-way merge with a person's choices: for each conflict whose key is in `taken` their word stands, for all others ours. Taking
 * something back can bring up a conflict that was hidden by it; such a one is listed too. What can't be taken beside the other choices
 * keeps our word.
 */
export function mergeWithChoices(
  base: Plan,
  ours: Plan,
  theirs: Plan,
  taken: ReadonlySet<string>,
): ChosenMerge {
  let sides = withSharedDispositions({ base, ours, theirs });
  const met = new Map<string, MergeConflict>();
  const tried = new Set<string>();
  for (;;) {
    const merge = mergePlans(sides.base, sides.ours, sides.theirs);
    const left = new Set(merge.conflicts.map(toConflictKey));
    for (const conflict of merge.conflicts) {
      const key = toConflictKey(conflict);
      if (!met.has(key)) met.set(key, conflict);
    }
    const [next] = merge.conflicts.filter((each) => {
      const key = toConflictKey(each);
      return taken.has(key) && !tried.has(key);
    });
    if (next === undefined) {
      // What another choice has settled along with its own is asked no more.
      const conflicts = [...met].flatMap(([key, conflict]): SettledConflict[] =>
        left.has(key)
          ? [{ key, conflict, takes: 'ours' }]
          : tried.has(key)
            ? [{ key, conflict, takes: 'theirs' }]
            : [],
      );
      return { plan: merge.plan, conflicts, repairs: merge.repairs };
    }
    tried.add(toConflictKey(next));
    sides = { ...sides, ours: takeTheirs(sides, next) };
  }
}
