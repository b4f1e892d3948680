import { compareText } from '#core/base/compare.ts';
import { findCountry } from '#core/checks/countries.ts';
import { dimensions, headroomOf, offerOf, type Dimension } from '#core/checks/room.ts';
import { toRulesOn, type RulesOn } from '#core/checks/ruled-nodes.ts';
import type { HostType } from '#core/model/host-type.ts';
import { toId, type NodeId } from '#core/model/ids.ts';
import { toNode, type InventoryNode, type Resources } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';
import { ancestorsIn, childrenIn, type Estate } from '#core/state/estate.ts';

/** A host that is there, or one that would be bought, as a place for servers. */
export interface HostPlace {
  /** `null` for one that would be bought. */
  readonly node: InventoryNode | null;
  readonly type: HostType | null;
  readonly name: string;
  /** What may be used of it, headroom taken off; `null`: nobody said. */
  readonly room: Resources;
  readonly country: string | null;
  /** Places that share a root are one machine for what must stay apart. */
  readonly root: string;
  /** Servers stand on a cluster and on its hosts too: how much is free is not clear. */
  readonly isMixed: boolean;
  readonly residents: readonly InventoryNode[];
}

/** What stands directly on a host. */
export function residentsOf(estate: Estate, host: NodeId): InventoryNode[] {
  return childrenIn(estate, host)
    .filter((child) => child.kind === 'server' || child.kind === 'service')
    .sort((a, b) => compareText(a.id, b.id));
}

function hostsAround(estate: Estate, host: InventoryNode): InventoryNode[] {
  return ancestorsIn(estate, host.id).filter((each) => each.kind === 'host');
}

function hasHosts(estate: Estate, host: InventoryNode): boolean {
  return childrenIn(estate, host.id).some((child) => child.kind === 'host');
}

/** A figure for each dimension. */
function toResources(figure: (dimension: Dimension) => number | null): Resources {
  return { vcpu: figure('vcpu'), memoryMiB: figure('memoryMiB'), diskGiB: figure('diskGiB') };
}

function toPlace(rulesOn: RulesOn, estate: Estate, host: InventoryNode): HostPlace {
  const around = hostsAround(estate, host);
  const residents = residentsOf(estate, host.id);
  const headroom = headroomOf(rulesOn, estate, host);
  const isShared = around.some((cluster) => residentsOf(estate, cluster.id).length > 0);
  return {
    node: host,
    type: null,
    name: host.name,
    residents,
    room: toResources((dimension) => {
      const offer = offerOf(estate, host, dimension);
      return offer === null ? null : offer * (1 - headroom(dimension));
    }),
    country: findCountry(estate, host)?.toUpperCase() ?? null,
    root: around.at(-1)?.id ?? host.id,
    isMixed: isShared || (residents.length > 0 && holdsUsedHosts(estate, host)),
  };
}

function holdsUsedHosts(estate: Estate, host: InventoryNode): boolean {
  return childrenIn(estate, host.id).some(
    (child) =>
      child.kind === 'host' && (residentsOf(estate, child.id).length > 0 || holdsUsedHosts(estate, child)),
  );
}

function toNewPlaces(rulesOn: RulesOn, estate: Estate, type: HostType, names: Set<string>): HostPlace[] {
  const place = estate.nodes.get(type.place);
  return Array.from({ length: Math.max(0, type.count) }, (_, index) => {
    let name = type.count === 1 ? type.name : `${type.name} ${index + 1}`;
    for (let number = index + 2; names.has(name); number += 1) name = `${type.name} ${number}`;
    names.add(name);
    const host = place ?? toNode({ id: toId('nd', ''), kind: 'host', name });
    const headroom = headroomOf(rulesOn, estate, host);
    const ownCountry = type.jurisdiction ?? (place === undefined ? null : findCountry(estate, place));
    const around = place === undefined ? [] : [place, ...ancestorsIn(estate, place.id)];
    return {
      node: null,
      type,
      name,
      residents: [],
      room: toResources((dimension) => {
        const offer = type.capacity[dimension];
        return offer === null ? null : offer * (1 - headroom(dimension));
      }),
      country: ownCountry?.toUpperCase() ?? null,
      root: around.findLast((each) => each.kind === 'host')?.id ?? `new ${name}`,
      isMixed: false,
    };
  });
}

/**
 * All places for servers in a state: hosts that servers stand on or could stand on, by id, then those that may be bought.
 * A cluster is one place when servers stand on it; otherwise its hosts are.
 */
export function toHostPlaces(plan: Plan, estate: Estate, types: readonly HostType[]): HostPlace[] {
  const hosts = estate.nodes
    .filter((node) => node.kind === 'host')
    .sort((a, b) => compareText(a.id, b.id))
    .filter((host) => {
      if (residentsOf(estate, host.id).length > 0) return true;
      const isInUsedCluster = hostsAround(estate, host).some(
        (each) => residentsOf(estate, each.id).length > 0,
      );
      return !hasHosts(estate, host) && !isInUsedCluster;
    });
  const names = new Set(estate.nodes.map((node) => node.name));
  const rulesOn = toRulesOn(plan.rules);
  return [
    ...hosts.map((host) => toPlace(rulesOn, estate, host)),
    ...types.flatMap((type) => toNewPlaces(rulesOn, estate, type, names)),
  ];
}

/** What a node takes of each dimension: its usage, else its capacity; `null` where nobody said. */
export function takesOf(node: InventoryNode): Resources {
  return toResources((dimension) => node.usage[dimension] ?? node.capacity[dimension]);
}

/** The dimensions that something is known of, on both sides: the others can't be compared. */
export function knownDimensions(places: readonly HostPlace[], nodes: readonly InventoryNode[]): Dimension[] {
  return dimensions.filter(
    (dimension) =>
      places.some((place) => place.room[dimension] !== null) &&
      nodes.some((node) => takesOf(node)[dimension] !== null),
  );
}
