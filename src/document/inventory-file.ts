import type { RecordByCollection } from '#core/model/plan.ts';
import { toCanonicalRows } from './canonical-rows.ts';

/** The records of an inventory at some state. */
export interface InventoryRecords {
  readonly nodes: Iterable<RecordByCollection['nodes']>;
  readonly dependencies: Iterable<RecordByCollection['dependencies']>;
  readonly parties: Iterable<RecordByCollection['parties']>;
  readonly duties: Iterable<RecordByCollection['duties']>;
  readonly questions: Iterable<RecordByCollection['questions']>;
}

/** An inventory in the plan file's own form: what stands under its key `inventory`, ready for `JSON.stringify`. */
export function toInventoryObject(records: InventoryRecords): Record<keyof InventoryRecords, unknown[]> {
  return {
    nodes: toCanonicalRows('nodes', records.nodes),
    dependencies: toCanonicalRows('dependencies', records.dependencies),
    parties: toCanonicalRows('parties', records.parties),
    duties: toCanonicalRows('duties', records.duties),
    questions: toCanonicalRows('questions', records.questions),
  };
}
