import type { AddChange, Change } from '#core/model/change.ts';
import type { NodeId } from '#core/model/ids.ts';
import type { InventoryNode } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';
import type { Table } from '#core/base/table.ts';

const addsByTable = new WeakMap<Table<Change>, Map<string, AddChange>>();

/** The changes that add a node, by the id of that node. Computed once for each table of changes. */
export function toAddsByNode(changes: Table<Change>): ReadonlyMap<string, AddChange> {
  const before = addsByTable.get(changes);
  if (before !== undefined) return before;
  const adds = new Map<string, AddChange>();
  for (const change of changes) if (change.kind === 'add') adds.set(change.node.id, change);
  addsByTable.set(changes, adds);
  return adds;
}

/**
 * Passes what is known of the adds of a table on to the one that was made of it by writing or dropping one change. The
 * older table gives it away, since it is changed in place: so 1,000 additions cost what each of them adds.
 */
export function carryAdds(before: Table<Change>, after: Table<Change>, id: string): void {
  const adds = addsByTable.get(before);
  if (adds === undefined || before === after) return;
  const [was, is] = [before.get(id), after.get(id)];
  if (was?.kind === 'add' || (is?.kind === 'add' && adds.has(is.node.id))) return;
  if (is?.kind === 'add') adds.set(is.node.id, is);
  addsByTable.delete(before);
  addsByTable.set(after, adds);
}

/** A node of the inventory, or one that lives in the change that adds it (placed where that change puts it). */
export function findKnownNode(plan: Plan, id: string | null): InventoryNode | undefined {
  if (id === null) return undefined;
  const node = plan.nodes.get(id);
  if (node !== undefined) return node;
  const add = toAddsByNode(plan.changes).get(id);
  return add === undefined ? undefined : { ...add.node, parent: add.to };
}

/** All nodes that ids and names may point at: the inventory and what changes add. */
export function* toKnownNodes(plan: Plan): Generator<InventoryNode> {
  yield* plan.nodes;
  for (const add of toAddsByNode(plan.changes).values()) {
    if (!plan.nodes.has(add.node.id)) yield { ...add.node, parent: add.to };
  }
}

/** The nodes that a node lies in, innermost first. Ends where a file placed nodes in a circle. */
export function toPlaces(plan: Plan, node: InventoryNode): InventoryNode[] {
  const places: InventoryNode[] = [];
  const seen = new Set<string>([node.id]);
  for (let at = findKnownNode(plan, node.parent); at !== undefined && !seen.has(at.id);) {
    places.push(at);
    seen.add(at.id);
    at = findKnownNode(plan, at.parent);
  }
  return places;
}

/** What a person calls a node; its id where the name is empty or the node is not there. */
export function toNodeName(plan: Plan, id: NodeId | null): string {
  const node = findKnownNode(plan, id);
  return node === undefined || node.name === '' ? (id ?? 'nothing') : node.name;
}

/** A node with its kind and place: `service web in web02`. */
export function toNodeWords(plan: Plan, node: InventoryNode): string {
  const parent = findKnownNode(plan, node.parent);
  return `${node.kind} ${node.name}${parent === undefined ? '' : ` in ${parent.name}`}`;
}
