import type { InventoryNode } from '#core/model/node.ts';
import {
  ancestorsIn,
  dependenciesInto,
  dependenciesOutOf,
  subtreeIn,
  type Estate,
} from '#core/state/estate.ts';

const keepingTypes: ReadonlySet<string> = new Set(['database', 'storage', 'repository', 'wiki']);

/**
 * Whether a node says itself that it keeps data: by the kinds of data it holds, or by its type. A mail server keeps
 * mailboxes; a service of the type mail may just send.
 */
export function keepsData(node: InventoryNode): boolean {
  if (node.data.length > 0) return true;
  if (node.type === 'mail') return node.kind === 'server';
  return node.type !== null && keepingTypes.has(node.type);
}

/** Whether a node is there to hold copies of others: then its own backup is not asked for. */
export function isBackupPlace(estate: Estate, node: InventoryNode): boolean {
  return (
    node.type === 'backup' || dependenciesInto(estate, node.id).some((each) => each.type === 'backs-up-to')
  );
}

/** Whether a node or something inside it is copied to a place that is there. */
function isCopied(estate: Estate, id: string): boolean {
  return subtreeIn(estate, id).some((inside) =>
    dependenciesOutOf(estate, inside.id).some(
      (each) => each.type === 'backs-up-to' && estate.nodes.has(each.to),
    ),
  );
}

/** The machines that a node stands on, nearest first; a provider's or site's backups are not its own. */
export function machinesOf(estate: Estate, id: string): InventoryNode[] {
  return ancestorsIn(estate, id).filter((each) => each.kind === 'server' || each.kind === 'host');
}

/** A node, what stands inside it, and the servers it stands on: a replica or a backup of one is often written on another. */
function familyOf(estate: Estate, id: string): string[] {
  const servers = machinesOf(estate, id).filter((each) => each.kind === 'server');
  return [...subtreeIn(estate, id), ...servers].map((each) => each.id);
}

/** Nodes that hold the same data, over any number of `replicates`. */
export function replicasOf(estate: Estate, id: string): ReadonlySet<string> {
  const found = new Set<string>(familyOf(estate, id));
  for (const at of found) {
    const follow = (other: string): void => {
      if (estate.nodes.has(other)) for (const each of familyOf(estate, other)) found.add(each);
    };
    for (const each of dependenciesOutOf(estate, at)) if (each.type === 'replicates') follow(each.to);
    for (const each of dependenciesInto(estate, at)) if (each.type === 'replicates') follow(each.from);
  }
  return found;
}

/** Whether a backup of a node's data is written down: of itself, of what it stands on, or of a replica. */
export function hasBackup(estate: Estate, id: string): boolean {
  if (machinesOf(estate, id).some((each) => isCopiedItself(estate, each.id))) return true;
  return [...replicasOf(estate, id)].some((each) => isCopied(estate, each));
}

function isCopiedItself(estate: Estate, id: string): boolean {
  return dependenciesOutOf(estate, id).some(
    (each) => each.type === 'backs-up-to' && estate.nodes.has(each.to),
  );
}
