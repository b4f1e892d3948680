import { isSameJson } from '#core/base/same-json.ts';
import { checkNodePlace } from '#core/commands/node-arguments.ts';
import type { Draft } from '#core/commands/draft.ts';
import { recordSchemas } from '#core/document/records.ts';
import type { InventoryNode } from '#core/model/node.ts';
import { withPaths } from '../reconcile/node-paths.ts';
import type { ImportedCollection } from '../source-memory.ts';

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

/** Writes a value into a field of a record, when it fits there. */
function put<C extends Exclude<ImportedCollection, 'nodes'>>(draft: Draft, name: C, next: unknown): void {
  const parsed = recordSchemas[name].safeParse(next);
  if (parsed.success) draft.put(name, parsed.data);
}

/**
 * Gives a contested field the value that a person chose, and takes its contradiction away: no later import brings it back unless a
 * source then says something else. A record that is gone, and a value that does not fit, leave the plan as it is.
 */
export function settleField(draft: Draft, { collection, record, field }: ContestedField, value: unknown): void {
  if (collection === 'nodes') {
    const node = draft.plan.nodes.get(record);
    if (node !== undefined) settleNode(draft, node, field, value);
    return;
  }
  const row = draft.plan[collection].get(record);
  if (row === undefined) return;
  const next = { ...row, [field]: value };
  if (!isSameJson(next, row)) put(draft, collection, next);
}
