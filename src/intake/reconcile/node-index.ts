import type { ProposedNode } from '#core/importers/contract.ts';
import type { InventoryNode } from '#core/model/node.ts';
import { contradicts, findIdentityKey, type IdentityKey } from './identity-keys.ts';
import { findAddressKey, findShortName, normaliseName, toHostNames, toKindGroup } from './node-names.ts';

/** A node that a proposed one is the same as, and why. */
export interface NodeMatch {
  readonly node: InventoryNode;
  readonly because: string;
}

/** Finds nodes that are the same as a proposed one. What is only probable is no match: see `findProbablePairs`. */
export interface NodeIndex {
  readonly add: (node: InventoryNode, identities: readonly string[]) => void;
  /** `isFree` leaves out nodes that it can't be: the same source means them by another item, or a person said so. */
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

/** Outside ids that mean the same in every source, in the form in which they are compared. */
export function toIdentityKeys(identities: readonly string[]): readonly IdentityKey[] {
  return toOwnIdentityKeys(identities).filter((identity) => identity.sort !== 'local');
}

/** The ids by which one source tells its things apart from one import to the next. */
export function toOwnIdentityKeys(identities: readonly string[]): readonly IdentityKey[] {
  return identities.flatMap((identity) => findIdentityKey(identity) ?? []);
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

function areDisjoint(one: readonly string[], other: readonly string[]): boolean {
  return one.length > 0 && other.length > 0 && !one.some((each) => other.includes(each));
}

const privateAddress = /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|f[cd])/u;

/** Whether what is known of both says that they are elsewhere: other addresses of the same sort, or other environments. */
function liesElsewhere(item: ProposedNode, node: InventoryNode): boolean {
  const toKeys = (addresses: readonly string[], inside: boolean): readonly string[] =>
    addresses
      .flatMap((address) => findAddressKey(address) ?? [])
      .filter((key) => privateAddress.test(key) === inside);
  const isElsewhere = [true, false].some((inside) =>
    areDisjoint(toKeys(item.addresses ?? [], inside), toKeys(node.addresses, inside)),
  );
  const { environment } = item;
  return (
    isElsewhere ||
    (environment !== undefined && node.environment !== null && node.environment !== environment)
  );
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
  const identitiesOf = new Map<string, IdentityKey[]>();

  const add: NodeIndex['add'] = (node, identities) => {
    const names = [node.name, ...node.aliases];
    const group = toKindGroup(node.kind);
    const keys = toIdentityKeys(identities);
    if (keys.length > 0) identitiesOf.set(node.id, [...(identitiesOf.get(node.id) ?? []), ...keys]);
    for (const { key } of keys) put(byIdentity, key, node.id);
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

  /** Two machines that can't be told to be one by a name or an address, because something else tells them apart. */
  function isDoubtful(item: ProposedNode, keys: readonly IdentityKey[], id: string): boolean {
    const node = getNode(id);
    if (node === undefined || toKindGroup(node.kind) !== 'machine') return false;
    const own = toHostNames([item.name, ...(item.aliases ?? [])]);
    const other = toHostNames([node.name, ...node.aliases]);
    return areDisjoint(own, other) || contradicts(keys, identitiesOf.get(id) ?? []);
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
    const isOther = other === undefined || (full.length > 0 && toHostNames([other.name]).length > 0);
    return [isOther || liesElsewhere(item, other) ? undefined : byFirst, 'same short name'];
  }

  const find: NodeIndex['find'] = (item, parent, isFree) => {
    const answer = (id: string | undefined, because: string): NodeMatch | undefined => {
      const node = getNode(id ?? '');
      return node === undefined ? undefined : { node, because };
    };
    const names = [item.name, ...(item.aliases ?? [])];
    const group = toKindGroup(item.kind);
    const identities = toIdentityKeys(item.identities ?? []);
    const sameGroup = (id: string): boolean =>
      isFree(id) && toKindGroup(getNode(id)?.kind ?? item.kind) === group;
    for (const identity of identities) {
      const byId = findOnly(byIdentity, [identity.key], sameGroup);
      if (byId !== undefined) return answer(byId, `same id ${identity.key}`);
    }
    const isSafe = (id: string): boolean => isFree(id) && !isDoubtful(item, identities, id);
    const fits = (id: string): boolean => isSafe(id) && fitsPlace(item, parent, id);
    const keys = names.map((name) => `${group}|${normaliseName(name)}`);
    const own = findOnly(byName, keys.slice(0, 1), fits);
    if (own !== undefined) return answer(own, 'same name');
    const other = findOnly(byAlias, keys, fits) ?? findOnly(byName, keys.slice(1), fits);
    if (other !== undefined) return answer(other, 'same other name');
    if (group === 'machine') {
      const [machine, because] = findMachine(item, names, isSafe);
      if (machine !== undefined) return answer(machine, because);
    }
    const anyKind = (id: string): boolean => isSafe(id) && (isMention(item) || isOnlyNamed(getNode(id)));
    return answer(findOnly(byAnyName, [normaliseName(item.name)], anyKind), 'same name');
  };
  return { add, find };
}
