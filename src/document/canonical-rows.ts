import { sortedBy } from '#core/base/compare.ts';
import type { Change } from '#core/model/change.ts';
import type { CollectionName, RecordByCollection } from '#core/model/plan.ts';
import { toCanonicalRecord } from './canonical.ts';
import {
  dependencySchema,
  dutySchema,
  nodeSchema,
  partySchema,
  questionSchema,
  sourceSchema,
} from './inventory-records.ts';
import {
  acceptedSchema,
  calendarSchema,
  changeSchemas,
  dispositionSchema,
  handOverSchema,
  layoutSchema,
  phaseSchema,
  ruleSchema,
  taskSchema,
} from './plan-records.ts';
import type { z } from './zod.ts';

const objectSchemas: { readonly [C in Exclude<CollectionName, 'changes'>]: z.ZodObject } = {
  sources: sourceSchema,
  nodes: nodeSchema,
  dependencies: dependencySchema,
  parties: partySchema,
  duties: dutySchema,
  questions: questionSchema,
  dispositions: dispositionSchema,
  phases: phaseSchema,
  handovers: handOverSchema,
  tasks: taskSchema,
  rules: ruleSchema,
  calendar: calendarSchema,
  accepted: acceptedSchema,
  layout: layoutSchema,
};

/** The records of one collection as they stand in the file: sorted by id (by code unit), keys in schema order. */
export function toCanonicalRows<C extends Exclude<CollectionName, 'changes'>>(
  name: C,
  rows: Iterable<RecordByCollection[C]>,
): unknown[] {
  return sortedBy(rows, (row) => row.id).map((row) => toCanonicalRecord(row, objectSchemas[name]));
}

/** The changes as they stand in the file; each kind has keys of its own. */
export function toCanonicalChanges(changes: Iterable<Change>): unknown[] {
  return sortedBy(changes, (row) => row.id).map((row) => toCanonicalRecord(row, changeSchemas[row.kind]));
}
