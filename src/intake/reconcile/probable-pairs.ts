import { sortedBy } from '#core/base/compare.ts';
import type { InventoryNode } from '#core/model/node.ts';
import {
  findAddressKey,
  findLooseName,
  findShortName,
  normaliseName,
  toHostNames,
  toKindGroup,
} from './node-names.ts';
import { toIdentityKeys } from './node-index.ts';

/** Two nodes of different sources that may be one machine: the ids in their order, and what speaks for it. */
export interface ProbablePair {
  readonly ids: readonly [string, string];
  readonly because: string;
}

/** What the pairs are looked for in. */
export interface PairSearch {
  readonly nodes: Iterable<InventoryNode>;
  readonly identitiesOf: (id: string) => readonly string[];
  /** Whether one source names both, as two things. */
  readonly isOneSource: (one: string, other: string) => boolean;
  /** Whether a person said that they are two. */
  readonly isApart: (one: string, other: string) => boolean;
}

/** A clue that more things share tells none of them apart. */
const mostSharing = 4;

const clueSorts = ['id', 'full', 'address', 'name', 'short', 'loose'];

/** The strongest clue of a pair is the one that is told, whatever the order of the nodes. */
function clueRank(key: string): string {
  return String(clueSorts.indexOf(key.slice(0, key.indexOf(' '))));
}

/** By what a machine could be taken for another one, the strongest first; each begins with its sort. */
function toClues(
  node: InventoryNode,
  names: readonly string[],
  full: readonly string[],
  identities: readonly string[],
): readonly string[] {
  const clues: string[] =
    identities.length === 0 ? [] : toIdentityKeys(identities).map(({ key }) => `id ${key}`);
  for (const name of full) clues.push(`full ${name}`);
  for (const address of node.addresses) {
    const key = findAddressKey(address);
    if (key !== undefined) clues.push(`address ${key}`);
  }
  for (const name of names) {
    clues.push(`name ${normaliseName(name)}`);
    const short = findShortName(name);
    if (short !== undefined) clues.push(`short ${short}`);
    const loose = findLooseName(name);
    if (loose !== undefined) clues.push(`loose ${loose}`);
  }
  return clues;
}

/** What a clue says, in words; `names` are those of a node that has it. */
function tellClue(clue: string, names: readonly string[]): string {
  const at = clue.indexOf(' ');
  const value = clue.slice(at + 1);
  switch (clue.slice(0, at)) {
    case 'id':
      return `both have the id ${value}`;
    case 'address':
      return `both have the address ${value}`;
    case 'name':
      return `both are called ${names.find((name) => normaliseName(name) === value) ?? value}`;
    case 'short':
      return `both are called ${value} without the domain`;
    case 'loose':
      return 'their names differ only in signs or zeros';
    default:
      return `both are called ${value}`;
  }
}

/** Nodes by a clue that several of them have. */
interface SharedClues {
  readonly byClue: ReadonlyMap<string, ReadonlySet<string>>;
  readonly namesOf: (id: string) => readonly string[];
  /** Whether a node has a full name. */
  readonly isFull: (id: string) => boolean;
}

function findShared({ nodes, identitiesOf }: PairSearch): SharedClues {
  const machines = new Map<string, InventoryNode>();
  const full = new Set<string>();
  const first = new Map<string, string>();
  const byClue = new Map<string, Set<string>>();
  const toNames = (node: InventoryNode): readonly string[] => [node.name, ...node.aliases];
  for (const node of nodes) {
    if (toKindGroup(node.kind) !== 'machine' || node.count !== 1) continue;
    machines.set(node.id, node);
    const names = toNames(node);
    const hostNames = toHostNames(names);
    if (hostNames.length > 0) full.add(node.id);
    for (const clue of toClues(node, names, hostNames, identitiesOf(node.id))) {
      const other = first.get(clue);
      if (other === undefined) first.set(clue, node.id);
      else if (other !== node.id) byClue.set(clue, (byClue.get(clue) ?? new Set([other])).add(node.id));
    }
  }
  const namesOf = (id: string): readonly string[] => {
    const node = machines.get(id);
    return node === undefined ? [] : toNames(node);
  };
  return { byClue, namesOf, isFull: (id) => full.has(id) };
}

/**
 * Machines that may be one and were not joined: they share an id, an address or a name, but something speaks against it or more than
 * two share it, or their names are only alike. Two full names of one first part (`web.a.test`, `web.b.test`) are two machines. It
 * depends on nothing but the nodes as they are, so the same import asks the same. Linear in the number of nodes.
 */
export function findProbablePairs(search: PairSearch): readonly ProbablePair[] {
  const { byClue, namesOf, isFull } = findShared(search);
  const pairs = new Map<string, ProbablePair>();
  const shared = [...byClue].filter(([, ids]) => ids.size <= mostSharing);
  for (const [key, ids] of sortedBy(
    shared,
    ([key]) => clueRank(key),
    ([key]) => key,
  )) {
    const sorted = [...ids].sort();
    const [known = ''] = ids;
    for (const [index, one] of sorted.entries()) {
      for (const other of sorted.slice(index + 1)) {
        const isOnlyAlike = /^(?:short|loose) /u.test(key) && isFull(one) && isFull(other);
        const name = `${one} ${other}`;
        if (isOnlyAlike || pairs.has(name)) continue;
        if (search.isOneSource(one, other) || search.isApart(one, other)) continue;
        pairs.set(name, { ids: [one, other], because: tellClue(key, namesOf(known)) });
      }
    }
  }
  return [...pairs.values()];
}
