import { compareText } from '#core/base/compare.ts';
import { isSameJson } from '#core/base/same-json.ts';
import { toTable } from '#core/base/table.ts';
import { compareFields } from '#core/document/compare/record-fields.ts';
import { recordSchemas } from '#core/document/records.ts';
import {
  collectionNames,
  toTableOf,
  type CollectionName,
  type Plan,
  type RecordByCollection,
} from '#core/model/plan.ts';
import { withScenarioHead } from '#core/model/scenario.ts';
import type { z } from '#core/document/zod.ts';
import { mendOrders } from './mend-orders.ts';
import { mendPlaces } from './mend-places.ts';
import { mendReferences } from './mend-references.ts';
import type { MergeConflict, MergeRepair, PlanMerge } from './merge-types.ts';
import { mergeExtra } from './merge-extra.ts';
import { mergeRecord } from './merge-record.ts';
import { withSharedDispositions } from './shared-dispositions.ts';

interface Sides {
  readonly base: Plan;
  readonly ours: Plan;
  readonly theirs: Plan;
}

/** Fields that an edit of something else renumbers: alone they are no reason to keep what the other side took out. */
function isSlight(name: CollectionName, before: object | undefined, after: object | undefined): boolean {
  if (name === 'layout') return true;
  return compareFields(before, after).every(({ field }) => field === 'order');
}

function toWhole(name: CollectionName, id: string, side: 'ours' | 'theirs'): MergeConflict {
  return { kind: 'removed-and-changed', collection: name, id, removedBy: side };
}

interface Chosen<T> {
  readonly row: T | undefined;
  readonly conflicts: readonly MergeConflict[];
}

function mergeRow<C extends CollectionName>(
  name: C,
  id: string,
  sides: Sides,
): Chosen<RecordByCollection[C]> {
  const base = toTableOf(sides.base, name).get(id);
  const ours = toTableOf(sides.ours, name).get(id);
  const theirs = toTableOf(sides.theirs, name).get(id);
  const clear = (row: RecordByCollection[C] | undefined): Chosen<RecordByCollection[C]> => ({
    row,
    conflicts: [],
  });
  if (ours === theirs || isSameJson(ours, theirs) || isSameJson(base, theirs)) return clear(ours);
  if (isSameJson(base, ours)) return clear(theirs);
  if (ours === undefined) {
    if (isSlight(name, base, theirs)) return clear(undefined);
    return { row: undefined, conflicts: [toWhole(name, id, 'ours')] };
  }
  if (theirs === undefined) {
    if (isSlight(name, base, ours)) return clear(undefined);
    return { row: ours, conflicts: [toWhole(name, id, 'theirs')] };
  }
  const merged = mergeRecord(name, id, base, ours, theirs);
  const schema: z.ZodType<RecordByCollection[C]> = recordSchemas[name];
  const read = schema.safeParse(merged.record);
  const conflicts = merged.conflicts.map((each): MergeConflict => ({
    kind: 'field',
    collection: name,
    id,
    ...each,
  }));
  if (read.success) return { row: read.data, conflicts };
  const whole: MergeConflict = { kind: 'field', collection: name, id, field: '', base, ours, theirs };
  return { row: ours, conflicts: [whole] };
}

function mergeCollection<C extends CollectionName>(name: C, sides: Sides, into: MergeConflict[]) {
  const [base, ours, theirs] = [sides.base, sides.ours, sides.theirs].map((plan) => toTableOf(plan, name));
  if (ours === undefined || theirs === undefined || ours === theirs || base === theirs) {
    return toTableOf(sides.ours, name);
  }
  const ids = new Set([...ours, ...theirs].map((row): string => row.id));
  const rows: RecordByCollection[C][] = [];
  for (const id of [...ids].sort(compareText)) {
    const { row, conflicts } = mergeRow(name, id, sides);
    if (row !== undefined) rows.push(row);
    into.push(...conflicts);
  }
  return toTable(rows);
}

function mergeHead(sides: Sides, into: MergeConflict[]): Plan {
  const { base, ours } = sides;
  // Another id is another alternative: its name and what it was branched from are no edits of this plan.
  const theirs = sides.theirs.id === ours.id ? sides.theirs : withScenarioHead(sides.theirs, base);
  let { name } = ours;
  if (ours.name === base.name) ({ name } = theirs);
  else if (theirs.name !== base.name && theirs.name !== ours.name) {
    into.push({
      kind: 'field',
      collection: null,
      id: ours.id,
      field: 'name',
      base: base.name,
      ours: ours.name,
      theirs: theirs.name,
    });
  }
  const extra = mergeExtra(base.extra, ours.extra, theirs.extra);
  for (const each of extra.conflicts) into.push({ kind: 'field', collection: null, id: ours.id, ...each });
  return { ...ours, name, revision: Math.max(ours.revision, theirs.revision), extra: extra.value };
}

/**
 * The three-way merge of two plans that come from a common base, by entity and field. What only one side changed is taken;
 * lists that are sets are merged as sets; what both changed in another way is a conflict, for which the result keeps what
 * ours says. The result never points at what is not there (unless a side did so already), nests nothing in a circle and has
 * no two rows of one list with the same new order key. Where nothing conflicts, who is "ours" makes no difference. Of another
 * alternative (a plan of another id) the records are merged, its name and origin are not.
 */
export function mergePlans(base: Plan, ours: Plan, theirs: Plan): PlanMerge {
  const sides = withSharedDispositions({ base, ours, theirs });
  const conflicts: MergeConflict[] = [];
  const repairs: MergeRepair[] = [];
  let merged = mergeHead(sides, conflicts);
  for (const name of collectionNames) {
    merged = { ...merged, [name]: mergeCollection(name, sides, conflicts) };
  }
  merged = mendReferences(merged, sides, conflicts, repairs);
  merged = mendPlaces(merged, sides, conflicts);
  merged = mendOrders(merged, sides.base, repairs);
  return { plan: merged, conflicts, repairs };
}
