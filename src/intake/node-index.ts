import type { ProposedNode } from '#core/importers/contract.ts';
import type { InventoryNode } from '#core/model/node.ts';
import {
  findAddressKey,
  findIdentityKey,
  findShortName,
  normaliseName,
  toHostNames,
  toKindGroup,
} from './node-names.ts';

/** A node that a proposed one is the same as, and why. */
export interface NodeMatch {
  readonly node: InventoryNode;
  readonly because: string;
}

/** Finds nodes that are the same as a proposed one. */
export interface NodeIndex {
  readonly add: (node: InventoryNode, identities: readonly string[]) => void;
  /** `isFree` leaves out nodes that the same source already means by another item. */
  readonly find: (
    item: ProposedNode,
    parent: string | null | undefined,
    isFree: (id: string) => boolean,
  ) => NodeMatch | undefined;
}

/** Whether a source only names a thing, without saying what it is or where it runs. */
export function isMention(item: ProposedNode): boolean {
  return item.type === 'unknown' || (item.kind === 'service' && item.parent === null);
}

/** Whether a node is known by its name only, so that a source which describes it may say what it is. */
export function isOnlyNamed(node: InventoryNode | undefined): boolean {
  return node?.type === 'unknown' && node.parent === null;
}

type Lookup = Map<string, Set<string>>;

function put(lookup: Lookup, key: string, id: string): void {
  const ids = lookup.get(key);
  if (ids === undefined) lookup.set(key, new Set([id]));
  else ids.add(id);
}

/** The one id that keys lead to; none when they lead to several. */
function findOnly(
  lookup: Lookup,
  keys: readonly string[],
  isFree: (id: string) => boolean,
): string | undefined {
  const ids = new Set(keys.flatMap((key) => [...(lookup.get(key) ?? [])].filter(isFree)));
  return ids.size === 1 ? [...ids][0] : undefined;
}

/** An index over nodes; `getNode` answers their newest form. */
export function makeNodeIndex(getNode: (id: string) => InventoryNode | undefined): NodeIndex {
  const byIdentity: Lookup = new Map();
  const byHostName: Lookup = new Map();
  const byAddress: Lookup = new Map();
  const byName: Lookup = new Map();
  const byAlias: Lookup = new Map();
  const byShort: Lookup = new Map();
  const byAnyName: Lookup = new Map();

  const add: NodeIndex['add'] = (node, identities) => {
    const names = [node.name, ...node.aliases];
    const group = toKindGroup(node.kind);
    for (const identity of identities) {
      const key = findIdentityKey(identity);
      if (key !== undefined) put(byIdentity, key, node.id);
    }
    for (const name of names) {
      put(name === node.name ? byName : byAlias, `${group}|${normaliseName(name)}`, node.id);
      put(byAnyName, normaliseName(name), node.id);
    }
    if (group !== 'machine') return;
    for (const name of toHostNames(names)) put(byHostName, name, node.id);
    for (const name of names) {
      const short = findShortName(name);
      if (short !== undefined) put(byShort, short, node.id);
    }
    for (const address of node.addresses) {
      const key = findAddressKey(address);
      if (key !== undefined) put(byAddress, key, node.id);
    }
  };

  /** Places that can't be the same: sites and services of one name in two different known places. */
  function fitsPlace(item: ProposedNode, parent: string | null | undefined, id: string): boolean {
    const node = getNode(id);
    if (node === undefined) return false;
    if (item.kind === 'provider' || toKindGroup(item.kind) === 'machine') return true;
    const own = parent ?? null;
    if (own === node.parent) return true;
    return item.kind === 'site'
      ? own === null || node.parent === null
      : own === null && item.type === 'unknown';
  }

  function findMachine(
    item: ProposedNode,
    names: readonly string[],
    isFree: (id: string) => boolean,
  ): [string | undefined, string] {
    const full = toHostNames(names);
    const byFull = findOnly(byHostName, full, isFree);
    if (byFull !== undefined) return [byFull, 'same full name'];
    const keys = (item.addresses ?? []).flatMap((address) => findAddressKey(address) ?? []);
    const address = findOnly(byAddress, keys, isFree);
    if (address !== undefined)
      return [address, `same address ${keys.find((key) => byAddress.get(key)?.has(address)) ?? ''}`];
    const short = findShortName(item.name);
    const byFirst = short === undefined ? undefined : findOnly(byShort, [short], isFree);
    const other = getNode(byFirst ?? '');
    const bothFull = full.length > 0 && other !== undefined && toHostNames([other.name]).length > 0;
    return [bothFull ? undefined : byFirst, 'same short name'];
  }

  const find: NodeIndex['find'] = (item, parent, isFree) => {
    const answer = (id: string | undefined, because: string): NodeMatch | undefined => {
      const node = getNode(id ?? '');
      return node === undefined ? undefined : { node, because };
    };
    const names = [item.name, ...(item.aliases ?? [])];
    const group = toKindGroup(item.kind);
    const identities = (item.identities ?? []).flatMap((identity) => findIdentityKey(identity) ?? []);
    const sameGroup = (id: string): boolean =>
      isFree(id) && toKindGroup(getNode(id)?.kind ?? item.kind) === group;
    const byId = findOnly(byIdentity, identities, sameGroup);
    if (byId !== undefined) return answer(byId, 'same id');
    const fits = (id: string): boolean => isFree(id) && fitsPlace(item, parent, id);
    const keys = names.map((name) => `${group}|${normaliseName(name)}`);
    const own = findOnly(byName, keys.slice(0, 1), fits);
    if (own !== undefined) return answer(own, 'same name');
    const other = findOnly(byAlias, keys, fits) ?? findOnly(byName, keys.slice(1), fits);
    if (other !== undefined) return answer(other, 'same other name');
    if (group === 'machine') {
      const [machine, because] = findMachine(item, names, isFree);
      if (machine !== undefined) return answer(machine, because);
    }
    const anyKind = (id: string): boolean => isFree(id) && (isMention(item) || isOnlyNamed(getNode(id)));
    return answer(findOnly(byAnyName, [normaliseName(item.name)], anyKind), 'same name');
  };
  return { add, find };
}
