import { diffPlans } from '#core/commands/records-diff.ts';
import { toTable } from '#core/base/table.ts';
import { toId } from '#core/model/ids.ts';
import {
  collectionNames,
  toEmptyPlan,
  toTableOf,
  type CollectionName,
  type Plan,
  type RecordByCollection,
} from '#core/model/plan.ts';
import type { CollectionDiff, RecordsDiff } from '#core/model/records-diff.ts';

/** What an import does to the plan that it was taken into, as one edit. */
export interface TakenEdit {
  readonly plan: Plan;
  readonly diff: RecordsDiff;
  readonly label: string;
}

/** Ids by the collection that they are in. */
export type IdsByCollection = { readonly [C in CollectionName]?: readonly string[] };

/** What an edit writes: records that come or stand in place of others, as a plan of nothing else, and what it takes away. */
export interface Written {
  readonly put: Plan;
  readonly removed: IdsByCollection;
}

function toPutRows<C extends CollectionName>(name: C, diff: RecordsDiff): readonly RecordByCollection[C][] {
  const own: CollectionDiff<RecordByCollection[C]> | undefined = diff.collections[name];
  return own === undefined
    ? []
    : [...Object.values(own.added), ...Object.values(own.updated).map(([, to]) => to)];
}

/** What a diff writes. What was there before stays behind: who has the plan has that. */
export function toWritten(diff: RecordsDiff): Written {
  let put = toEmptyPlan(toId('pl', 'written'), '');
  const removed: { [C in CollectionName]?: readonly string[] } = {};
  for (const name of collectionNames) {
    put = { ...put, [name]: toTable(toPutRows(name, diff)) };
    removed[name] = Object.keys(diff.collections[name]?.removed ?? {});
  }
  return { put, removed };
}

/** The edit of a plan that writes this. */
export function toTakenEdit(plan: Plan, written: Written, label: string): TakenEdit {
  let after: Plan = { ...plan, revision: plan.revision + 1 };
  const touched = new Map<CollectionName, ReadonlySet<string>>();
  for (const name of collectionNames) {
    const rows = toTableOf<CollectionName>(written.put, name);
    const removed = written.removed[name] ?? [];
    touched.set(name, new Set([...rows.map((row) => row.id), ...removed]));
    after = { ...after, [name]: toTableOf<CollectionName>(plan, name).drop(removed).put(rows) };
  }
  return { plan: after, diff: diffPlans(plan, after, touched), label };
}
