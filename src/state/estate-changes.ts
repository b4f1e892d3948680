import { findTableChanges } from '#core/base/table.ts';
import { toTablesEdit, type EstateEdit } from './estate-edit.ts';
import { toId } from '#core/model/ids.ts';
import type { Estate } from './estate.ts';

/** More records than this, or than a quarter of the nodes, are no edit but another inventory. */
const mostRecords = 400;

/**
 * What leads from one inventory to another, as an edit; `null` when they have too little in common. Cheap where one was made
 * of the other by editing.
 */
export function findEstateChanges(
  before: Pick<Estate, 'nodes' | 'dependencies' | 'duties'>,
  after: Pick<Estate, 'nodes' | 'dependencies' | 'duties'>,
): EstateEdit | null {
  const most = Math.min(mostRecords, Math.ceil(before.nodes.size / 4));
  const nodes = findTableChanges(before.nodes, after.nodes, most);
  if (nodes === null) return null;
  const dependencies = findTableChanges(before.dependencies, after.dependencies, mostRecords);
  if (dependencies === null) return null;
  const duties = findTableChanges(before.duties, after.duties, mostRecords);
  if (duties === null) return null;
  return toTablesEdit(toId('ch', 'ch_inventory'), nodes, dependencies, duties);
}
