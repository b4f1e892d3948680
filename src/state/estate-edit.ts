import { isSameList } from '#core/base/same-list.ts';
import type { Table } from '#core/base/table.ts';
import type { Dependency } from '#core/model/dependency.ts';
import type { Duty } from '#core/model/duty.ts';
import type { ChangeId, DependencyId, DutyId, NodeId } from '#core/model/ids.ts';
import type { InventoryNode } from '#core/model/node.ts';
import type { Estate } from './estate.ts';

/** What one change does to an estate, record by record. Empty lists: it has no effect there. */
export interface EstateEdit {
  readonly change: ChangeId;
  /** Nodes as they are afterwards: new ones and changed ones. */
  readonly nodes: readonly InventoryNode[];
  readonly endedNodes: readonly NodeId[];
  readonly dependencies: readonly Dependency[];
  readonly endedDependencies: readonly DependencyId[];
  readonly duties: readonly Duty[];
  readonly endedDuties: readonly DutyId[];
}

interface RowChanges<T> {
  readonly put: readonly T[];
  readonly dropped: readonly T[];
}

/** The edit that puts rows and ends those that are dropped, table by table. */
export function toTablesEdit(
  change: ChangeId,
  nodes: RowChanges<InventoryNode>,
  dependencies: RowChanges<Dependency>,
  duties: RowChanges<Duty>,
): EstateEdit {
  return {
    change,
    nodes: nodes.put,
    endedNodes: nodes.dropped.map((node) => node.id),
    dependencies: dependencies.put,
    endedDependencies: dependencies.dropped.map((each) => each.id),
    duties: duties.put,
    endedDuties: duties.dropped.map((duty) => duty.id),
  };
}

/** An edit that does nothing but what is given. */
export function toEstateEdit(change: ChangeId, fields: Partial<EstateEdit> = {}): EstateEdit {
  return {
    change,
    nodes: [],
    endedNodes: [],
    dependencies: [],
    endedDependencies: [],
    duties: [],
    endedDuties: [],
    ...fields,
  };
}

/** Puts and drops rows, leaving the table alone where there is nothing to do. */
function edited<T extends { readonly id: string }>(
  table: Table<T>,
  put: readonly T[],
  ended: readonly string[],
): Table<T> {
  const after = put.length === 0 ? table : table.put(put);
  return ended.length === 0 ? after : after.drop(ended);
}

function withNodes(estate: Estate, edit: EstateEdit): Estate {
  if (edit.nodes.length === 0 && edit.endedNodes.length === 0) return estate;
  const left: [string, NodeId][] = [];
  const joined: [string, NodeId][] = [];
  const leave = (id: NodeId): void => {
    const parent = estate.nodes.get(id)?.parent ?? null;
    if (parent !== null) left.push([parent, id]);
  };
  for (const node of edit.nodes) {
    const before = estate.nodes.get(node.id);
    if (before !== undefined && before.parent === node.parent) continue;
    leave(node.id);
    if (node.parent !== null) joined.push([node.parent, node.id]);
  }
  edit.endedNodes.forEach(leave);
  const { change } = edit;
  return {
    ...estate,
    nodes: edited(estate.nodes, edit.nodes, edit.endedNodes),
    ended:
      edit.endedNodes.length === 0
        ? estate.ended
        : estate.ended.put(edit.endedNodes.map((id) => ({ id, change }))),
    children: left.length + joined.length === 0 ? estate.children : estate.children.edited(left, joined),
  };
}

function withDependencies(estate: Estate, edit: EstateEdit): Estate {
  if (edit.dependencies.length === 0 && edit.endedDependencies.length === 0) return estate;
  const before = [...edit.dependencies.map((each) => each.id), ...edit.endedDependencies].flatMap(
    (id) => estate.dependencies.get(id) ?? [],
  );
  return {
    ...estate,
    dependencies: edited(estate.dependencies, edit.dependencies, edit.endedDependencies),
    outOf: estate.outOf.edited(
      before.map((each) => [each.from, each.id]),
      edit.dependencies.map((each) => [each.from, each.id]),
    ),
    into: estate.into.edited(
      before.map((each) => [each.to, each.id]),
      edit.dependencies.map((each) => [each.to, each.id]),
    ),
  };
}

function withDuties(estate: Estate, edit: EstateEdit): Estate {
  if (edit.duties.length === 0 && edit.endedDuties.length === 0) return estate;
  const before = [...edit.duties.map((each) => each.id), ...edit.endedDuties].flatMap(
    (id) => estate.duties.get(id) ?? [],
  );
  return {
    ...estate,
    duties: edited(estate.duties, edit.duties, edit.endedDuties),
    dutiesOn: estate.dutiesOn.edited(
      before.map((each) => [each.subject ?? '', each.id]),
      edit.duties.map((each) => [each.subject ?? '', each.id]),
    ),
  };
}

/** The estate after an edit. Costs what the edit touches, not the size of the estate. */
export function applyEdit(estate: Estate, edit: EstateEdit): Estate {
  return withDuties(withDependencies(withNodes(estate, edit), edit), edit);
}

function isSameRecord(a: object, b: object): boolean {
  const [one, two] = [Object.entries(a), new Map(Object.entries(b))];
  return one.length === two.size && one.every(([field, value]) => two.get(field) === value);
}

/** Whether two edits do the same. May say `false` of records that were put together anew with equal parts. */
export function isSameEdit(a: EstateEdit, b: EstateEdit): boolean {
  return (
    a.change === b.change &&
    isSameList(a.nodes, b.nodes, isSameRecord) &&
    isSameList(a.endedNodes, b.endedNodes) &&
    isSameList(a.dependencies, b.dependencies, isSameRecord) &&
    isSameList(a.endedDependencies, b.endedDependencies) &&
    isSameList(a.duties, b.duties, isSameRecord) &&
    isSameList(a.endedDuties, b.endedDuties)
  );
}
