import type { Change } from '#core/model/change.ts';
import type { InventoryNode, Resources } from '#core/model/node.ts';
import { ancestorsIn, childrenIn, type Estate } from '#core/state/estate.ts';
import type { RulesOn } from './ruled-nodes.ts';

/** A size of which a host has so much: see `Resources`. */
export type Dimension = keyof Resources;

/** All of them, in the order in which a sentence names them. */
export const dimensions: readonly Dimension[] = ['vcpu', 'memoryMiB', 'diskGiB'];

/** What a host offers; a cluster without a figure of its own offers what its hosts do. `null`: not known. */
export function offerOf(estate: Estate, host: InventoryNode, dimension: Dimension): number | null {
  const own = host.capacity[dimension];
  return own ?? sumOfHosts(estate, host, dimension, new Set([host.id]));
}

function sumOfHosts(
  estate: Estate,
  cluster: InventoryNode,
  dimension: Dimension,
  seen: Set<string>,
): number | null {
  const hosts = childrenIn(estate, cluster.id).filter(
    (child) => child.kind === 'host' && !seen.has(child.id),
  );
  if (hosts.length === 0) return null;
  let sum = 0;
  for (const host of hosts) {
    seen.add(host.id);
    const offer = host.capacity[dimension] ?? sumOfHosts(estate, host, dimension, seen);
    if (offer === null) return null;
    sum += offer;
  }
  return sum;
}

/** What the nodes directly on a host take; what is not known takes nothing. `null`: nothing is known of any of them. */
export function takenOfAll(estate: Estate, host: InventoryNode): Resources {
  const sums: Record<Dimension, number | null> = { vcpu: null, memoryMiB: null, diskGiB: null };
  for (const child of childrenIn(estate, host.id)) {
    if (child.kind === 'host') continue;
    for (const dimension of dimensions) {
      const takes = child.usage[dimension] ?? child.capacity[dimension];
      if (takes !== null) sums[dimension] = (sums[dimension] ?? 0) + takes;
    }
  }
  return sums;
}

/** Whether so much is more than there is: by more than what adding up decimal fractions is off. */
export function isTooMuch(taken: number, usable: number): boolean {
  return taken - usable > 1e-9 * Math.max(1, Math.abs(usable));
}

function shareOf(value: unknown, dimension: Dimension): number {
  if (typeof value !== 'object' || value === null || !(dimension in value)) return 0;
  const share: unknown = Object.entries(value).find(([key]) => key === dimension)?.[1];
  return typeof share === 'number' && share > 0 && share < 1 ? share : 0;
}

/** The share (0 to 1) that rules keep free on a host: set on it or on a place it stands in, or, without nodes, everywhere. */
export function headroomOf(
  rulesOn: RulesOn,
  estate: Estate,
  host: InventoryNode,
): (dimension: Dimension) => number {
  const places = ['', host.id, ...ancestorsIn(estate, host.id).map((each) => each.id)];
  const rules = places.flatMap((id) => rulesOn(id).filter((rule) => rule.kind === 'headroom'));
  return (dimension) => rules.reduce((most, rule) => Math.max(most, shareOf(rule.value, dimension)), 0);
}

/** A number with at most one digit after the point. */
function toShort(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** A size with its unit, as a person says it: "12 vCPU", "1.5 GiB of memory", "200 GiB of disk". */
export function toAmount(value: number, dimension: Dimension): string {
  if (dimension === 'vcpu') return `${toShort(value)} vCPU`;
  if (dimension === 'diskGiB') return `${toShort(value)} GiB of disk`;
  return value < 1024 ? `${toShort(value)} MiB of memory` : `${toShort(value / 1024)} GiB of memory`;
}

/** Whether a change leaves the size of everything as it is: it moves or ends a machine or service, or touches no node. */
function keepsSizes(estate: Estate, change: Change): boolean {
  if (change.kind === 'rewire' || change.kind === 'hand-over') return true;
  if (change.kind !== 'move' && change.kind !== 'remove') return false;
  const kind = estate.nodes.get(change.node)?.kind;
  return kind === 'server' || kind === 'service';
}

/** What some changes may bring to each host; `null` where they do not keep sizes, so that anything may come. */
type Arrivals = ReadonlyMap<string, ReadonlyMap<string, InventoryNode>> | null;

function toArrivals(estate: Estate, changes: readonly Change[]): Arrivals {
  if (!changes.every((change) => keepsSizes(estate, change))) return null;
  const arrivals = new Map<string, Map<string, InventoryNode>>();
  for (const change of changes) {
    if (change.kind !== 'move' || change.to === null) continue;
    const node = estate.nodes.get(change.node);
    if (node === undefined || node.parent === change.to) continue;
    const coming = arrivals.get(change.to) ?? new Map<string, InventoryNode>();
    arrivals.set(change.to, coming.set(node.id, node));
  }
  return arrivals;
}

const lastArrivals = new WeakMap<
  Estate,
  { readonly changes: readonly Change[]; readonly arrivals: Arrivals }
>();

/** The arrivals in an estate, put together once for all hosts that are asked about. */
function arrivalsOf(estate: Estate, changes: readonly Change[]): Arrivals {
  const known = lastArrivals.get(estate);
  if (known?.changes === changes) return known.arrivals;
  const arrivals = toArrivals(estate, changes);
  lastArrivals.set(estate, { changes, arrivals });
  return arrivals;
}

/**
 * Whether some changes can fill up a host in any order at all: not when even all that comes, with nothing gone yet, has
 * room. Only asked of changes that keep sizes; `true` otherwise.
 */
export function canRunShort(
  rulesOn: RulesOn,
  estate: Estate,
  changes: readonly Change[],
  host: InventoryNode,
): boolean {
  const arrivals = arrivalsOf(estate, changes);
  if (arrivals === null) return true;
  const coming = arrivals.get(host.id);
  const taken = takenOfAll(estate, host);
  const headroom = headroomOf(rulesOn, estate, host);
  return dimensions.some((dimension) => {
    const offer = offerOf(estate, host, dimension);
    if (offer === null) return false;
    let most = taken[dimension] ?? 0;
    for (const node of coming?.values() ?? []) {
      most += node.usage[dimension] ?? node.capacity[dimension] ?? 0;
    }
    return isTooMuch(most, offer * (1 - headroom(dimension)));
  });
}
