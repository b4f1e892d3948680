import type { Table } from '#core/base/table.ts';
import type { InventoryNode } from '#core/model/node.ts';

/** Ids by lower-case name and alias. May hold ids that have another name by now, never lacks one: readers look again. */
type NameIndex = Map<string, Set<string>>;

const indexes = new WeakMap<Table<InventoryNode>, NameIndex>();

function addNames(index: NameIndex, node: InventoryNode): void {
  for (const name of [node.name, ...node.aliases]) {
    const key = name.trim().toLowerCase();
    const ids = index.get(key);
    if (ids === undefined) index.set(key, new Set([node.id]));
    else ids.add(node.id);
  }
}

/** The ids of nodes that may have this name or alias (in lower case); built once, then carried from table to table. */
export function findIdsByName(nodes: Table<InventoryNode>, name: string): Iterable<string> {
  let index = indexes.get(nodes);
  if (index === undefined) {
    index = new Map();
    for (const node of nodes) addNames(index, node);
    indexes.set(nodes, index);
  }
  return index.get(name) ?? [];
}

/** Lets a table that was made of another by writing one node share its index, so that 1,000 edits build it once. */
export function carryNames(
  before: Table<InventoryNode>,
  after: Table<InventoryNode>,
  written: InventoryNode | null,
): void {
  const index = indexes.get(before);
  if (index === undefined) return;
  if (written !== null) addNames(index, written);
  indexes.set(after, index);
}
