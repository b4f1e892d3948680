import { isSameJson } from '#core/base/same-json.ts';
import { checkNodePlace } from '#core/commands/node-arguments.ts';
import type { Draft } from '#core/commands/draft.ts';
import { recordSchemas } from '#core/document/records.ts';
import type { InventoryNode } from '#core/model/node.ts';
import { toTableOf, type Plan, type RecordByCollection } from '#core/model/plan.ts';
import { withPaths } from '../reconcile/node-paths.ts';
import type { ImportedCollection } from '../imported-collections.ts';

/** A field on whose value sources differ. */
export interface ContestedField {
  readonly collection: ImportedCollection;
  readonly record: string;
  readonly field: string;
}

function settleNode(draft: Draft, node: InventoryNode, field: string, value: unknown): void {
  const next = withPaths(node, new Map([[field, value]]));
  const conflicts = node.conflicts.filter((each) => each.field !== field);
  const settled = { ...next, conflicts };
  if (field === 'parent' && !checkNodePlace(draft.plan, settled).ok) return;
  if (!isSameJson(settled, node)) draft.put('nodes', settled);
}

/** A record with another value in a field; `undefined` when there is no such record or the value does not fit. */
function findSettled<C extends Exclude<ImportedCollection, 'nodes'>>(
  plan: Plan,
  name: C,
  { record, field }: ContestedField,
  value: unknown,
): RecordByCollection[C] | undefined {
  const row = toTableOf(plan, name).get(record);
  return row === undefined ? undefined : recordSchemas[name].safeParse({ ...row, [field]: value }).data;
}

/**
 * Gives a contested field the value that a person chose, and takes its contradiction away: no later import brings it back unless a
 * source then says something else. A record that is gone, and a value that does not fit, leave the plan as it is.
 */
export function settleField(draft: Draft, contested: ContestedField, value: unknown): void {
  const { collection, record, field } = contested;
  if (collection === 'nodes') {
    const node = draft.plan.nodes.get(record);
    if (node !== undefined) settleNode(draft, node, field, value);
    return;
  }
  const settled = findSettled(draft.plan, collection, contested, value);
  if (settled !== undefined && !isSameJson(settled, draft.plan[collection].get(record)))
    draft.put(collection, settled);
}
