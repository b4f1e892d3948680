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

interface Clue {
  readonly key: string;
  readonly because: string;
}

const clueSorts = ['id', 'full', 'address', 'name', 'short', 'loose'];

/** The strongest clue of a pair is the one that is told, whatever the order of the nodes. */
function clueRank(key: string): string {
  return String(clueSorts.indexOf(key.slice(0, key.indexOf(' '))));
}

/** By what a machine could be taken for another one, the strongest first. */
function toClues(node: InventoryNode, identities: readonly string[]): readonly Clue[] {
  const names = [node.name, ...node.aliases];
  const clue = (sort: string, value: string | undefined, because: string): readonly Clue[] =>
    value === undefined ? [] : [{ key: `${sort} ${value}`, because }];
  return [
    ...toIdentityKeys(identities).flatMap(({ key }) => clue('id', key, `both have the id ${key}`)),
    ...toHostNames(names).flatMap((name) => clue('full', name, `both are called ${name}`)),
    ...node.addresses.flatMap((address) => {
      const key = findAddressKey(address);
      return clue('address', key, `both have the address ${key}`);
    }),
    ...names.flatMap((name) => clue('name', normaliseName(name), `both are called ${name}`)),
    ...names.flatMap((name) => {
      const short = findShortName(name);
      return clue('short', short, `both are called ${short} without the domain`);
    }),
    ...names.flatMap((name) =>
      clue('loose', findLooseName(name), 'their names differ only in signs or zeros'),
    ),
  ];
}

/**
 * Machines that may be one and were not joined: they share an id, an address or a name, but something speaks against it or more than
 * two share it, or their names are only alike. Two full names of one first part (`web.a.test`, `web.b.test`) are two machines. It
 * depends on nothing but the nodes as they are, so the same import asks the same. Linear in the number of nodes.
 */
export function findProbablePairs(search: PairSearch): readonly ProbablePair[] {
  const byClue = new Map<string, { readonly because: string; readonly ids: Set<string> }>();
  const full = new Map<string, boolean>();
  for (const node of search.nodes) {
    if (toKindGroup(node.kind) !== 'machine' || node.count !== 1) continue;
    full.set(node.id, toHostNames([node.name, ...node.aliases]).length > 0);
    for (const { key, because } of toClues(node, search.identitiesOf(node.id))) {
      const known = byClue.get(key);
      if (known === undefined) byClue.set(key, { because, ids: new Set([node.id]) });
      else known.ids.add(node.id);
    }
  }
  const pairs = new Map<string, ProbablePair>();
  const shared = [...byClue].filter(([, { ids }]) => ids.size > 1 && ids.size <= mostSharing);
  for (const [key, { because, ids }] of sortedBy(
    shared,
    ([key]) => clueRank(key),
    ([key]) => key,
  )) {
    const sorted = [...ids].sort();
    for (const [index, one] of sorted.entries()) {
      for (const other of sorted.slice(index + 1)) {
        const isOnlyAlike =
          /^(?:short|loose) /u.test(key) && full.get(one) === true && full.get(other) === true;
        const name = `${one} ${other}`;
        if (isOnlyAlike || pairs.has(name)) continue;
        if (search.isOneSource(one, other) || search.isApart(one, other)) continue;
        pairs.set(name, { ids: [one, other], because });
      }
    }
  }
  return [...pairs.values()];
}
