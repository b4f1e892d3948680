import type { Loss } from '#core/exporters/reading/loss.ts';
import { toCellText, toLabelText } from '#core/exporters/vendor/cells.ts';
import type { Machine } from '#core/exporters/vendor/machines.ts';
import type { InventoryNode } from '#core/model/node.ts';

/** Where a machine stands, as NetBox asks it. */
export interface Stand {
  readonly site: InventoryNode | undefined;
  readonly cluster: InventoryNode | undefined;
  readonly device: InventoryNode | undefined;
  /** The name of a cluster that stands for a provider, or for no place at all, where nothing else is known. */
  readonly standIn: string | null;
}

/** The cluster of machines whose place is not known: NetBox takes none without a place. */
export const unplaced = 'Unplaced';

/** The site, cluster and device of a machine; a provider that is all that is known counts as a cluster of its name. */
export function toStand(machine: Pick<Machine, 'places'>): Stand {
  const { places } = machine;
  const site = places.find((place) => place.kind === 'site');
  const hosts = places.filter((place) => place.kind === 'host');
  const cluster = hosts.find((place) => place.type === 'cluster');
  const device = hosts.find((place) => place.type !== 'cluster');
  const provider = places.find((place) => place.kind === 'provider');
  const isKnown = site !== undefined || hosts.length > 0;
  return {
    site,
    cluster,
    device,
    standIn: isKnown ? null : (toCellText(provider?.name ?? null) ?? unplaced),
  };
}

/** The statuses of NetBox for ours; `unknown` has none. */
export function toStatus(node: InventoryNode, loss: Loss): string {
  if (node.status === 'unknown') loss.add('status that is not known: written as active', node.name);
  return node.status === 'dormant' ? 'offline' : node.status === 'planned' ? 'planned' : 'active';
}

const noRole: ReadonlySet<string> = new Set(['vm', 'physical', 'cluster', 'unknown']);

/** What a machine is for, where its type says more than what it is. */
export function toRole(node: InventoryNode): string | null {
  return node.type === null || noRole.has(node.type) ? null : toCellText(node.type);
}

/** Tags as slugs, the phase among them; what had to be changed is listed. */
export function toTagSlugs(machine: Machine, loss: Loss): string | null {
  const slugs = [...machine.node.tags, ...(machine.phase === null ? [] : [machine.phase])].flatMap((tag) => {
    const slug = toLabelText(tag);
    if (slug === '') loss.add('tags that no slug can say', tag);
    else if (slug !== tag) loss.add('tags that were changed to slugs', tag);
    return slug === '' ? [] : [slug];
  });
  return slugs.length === 0 ? null : [...new Set(slugs)].join(',');
}

/** An address with the prefix length of a single one. */
export function toPrefixed(address: string): string {
  return `${address}/${address.includes(':') ? 128 : 32}`;
}
