import type { InventoryNode } from '#core/model/node.ts';
import { ancestorsIn, type Estate } from '#core/state/estate.ts';

/** Hosts and servers, and services that stand on neither (a managed database, a SaaS). What stands on a server is its owner's. */
export function isUnit(estate: Estate, node: InventoryNode): boolean {
  if (node.kind === 'host' || node.kind === 'server') return true;
  if (node.kind !== 'service') return false;
  return !ancestorsIn(estate, node.id).some((each) => each.kind !== 'provider' && each.kind !== 'site');
}
