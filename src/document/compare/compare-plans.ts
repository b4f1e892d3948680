import { compareText } from '#core/base/compare.ts';
import { collectionNames, toTableOf, type CollectionName, type Plan } from '#core/model/plan.ts';
import { compareFields, type FieldDifference } from './record-fields.ts';

/** One record that is not the same in two plans. The records themselves stand in the plans, under the same id. */
export interface RecordDifference {
  readonly collection: CollectionName;
  readonly id: string;
  readonly what: 'added' | 'removed' | 'changed';
  /** Where it changed: each field with both values. Empty for what was added or removed. */
  readonly fields: readonly FieldDifference[];
}

/** How one plan differs from another, record by record; revisions and unknown keys of the file are not looked at. */
export interface PlanComparison {
  readonly before: Plan;
  readonly after: Plan;
  /** Both names where the plan was renamed. */
  readonly name: FieldDifference | null;
  readonly records: readonly RecordDifference[];
}

function compareCollection(name: CollectionName, before: Plan, after: Plan): RecordDifference[] {
  const old = toTableOf(before, name);
  const now = toTableOf(after, name);
  if (old === now) return [];
  const ids = new Set([...old, ...now].map((row): string => row.id));
  return [...ids].sort(compareText).flatMap((id): RecordDifference[] => {
    const [from, to] = [old.get(id), now.get(id)];
    if (from === to) return [];
    if (from === undefined) return [{ collection: name, id, what: 'added', fields: [] }];
    if (to === undefined) return [{ collection: name, id, what: 'removed', fields: [] }];
    const fields = compareFields(from, to);
    return fields.length === 0 ? [] : [{ collection: name, id, what: 'changed', fields }];
  });
}

/** What is not the same in two plans, in the order of the plan file, records by id. */
export function comparePlans(before: Plan, after: Plan): PlanComparison {
  const { name: from } = before;
  const { name: to } = after;
  return {
    before,
    after,
    name: from === to ? null : { field: 'name', from, to },
    records: collectionNames.flatMap((name) => compareCollection(name, before, after)),
  };
}
