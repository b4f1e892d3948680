import type { InventoryNode } from '#core/model/node.ts';
import { ancestorsIn, type Estate } from '#core/state/estate.ts';

interface Place {
  readonly site: InventoryNode | undefined;
  readonly root: InventoryNode | undefined;
}

/** The outermost site, and the outermost site or provider, that a node stands in; a place stands in itself. */
function findPlace(estate: Estate, id: string): Place {
  const self = estate.nodes.get(id);
  const way = self === undefined ? [] : [self, ...ancestorsIn(estate, id)];
  const root = way.at(-1);
  return {
    site: way.findLast((node) => node.kind === 'site'),
    root: root?.kind === 'provider' || root?.kind === 'site' ? root : undefined,
  };
}

/**
 * Whether two nodes stand in different sites, or under different providers. Where a place is not known (a node without
 * a provider, or a site named for only one of the two) they are not taken as apart.
 */
export function isAcross(estate: Estate, a: string, b: string): boolean {
  const one = findPlace(estate, a);
  const two = findPlace(estate, b);
  if (one.root === undefined || two.root === undefined) return false;
  if (one.root.id !== two.root.id) return true;
  return one.site !== undefined && two.site !== undefined && one.site.id !== two.site.id;
}

/** The name of the place a node stands in: "London (Example Host)", or the provider alone. */
export function placeWords(estate: Estate, id: string): string {
  const { site, root } = findPlace(estate, id);
  if (site === undefined || site.id === root?.id) return root?.name ?? 'an unknown place';
  return root === undefined ? site.name : `${site.name} (${root.name})`;
}
