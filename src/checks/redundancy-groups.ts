import type { Table } from '#core/base/table.ts';
import type { AddChange } from '#core/model/change.ts';
import type { InventoryNode } from '#core/model/node.ts';

/** Nodes by the redundancy group that they belong to. */
export type RedundancyGroups = ReadonlyMap<string, readonly InventoryNode[]>;

/** All redundancy groups, each with its nodes as the plan knows them: in the inventory or still to come. */
export function toRedundancyGroups(
  inventory: Table<InventoryNode>,
  adds: Iterable<AddChange>,
): RedundancyGroups {
  const groups = new Map<string, InventoryNode[]>();
  const nodes = [
    ...inventory.filter((node) => node.redundancy !== null),
    ...[...adds].map((change) => change.node),
  ];
  for (const node of nodes) {
    if (node.redundancy === null) continue;
    const members = groups.get(node.redundancy.group);
    if (members === undefined) groups.set(node.redundancy.group, [node]);
    else members.push(node);
  }
  return groups;
}

/** Whether a node is there and does its work: a dormant or planned one does not. */
export function isRunning(node: InventoryNode | undefined): boolean {
  return node !== undefined && node.status !== 'dormant' && node.status !== 'planned';
}
