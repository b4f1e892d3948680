import { compareText } from '#core/base/compare.ts';
import { isSameJson } from '#core/base/same-json.ts';
import { toCanonicalJson } from '#core/document/canonical.ts';

const toKey = (value: unknown): string => JSON.stringify(toCanonicalJson(value)) ?? 'null';

/** Whether all entries of a list are objects with an id of their own (conditions are). */
function hasIds(list: readonly unknown[]): list is readonly { readonly id: string }[] {
  return list.every(
    (each) => typeof each === 'object' && each !== null && 'id' in each && typeof each.id === 'string',
  );
}

/**
 * The three-way merge of lists whose order means nothing (tags, domains, addresses, evidence, ...): what stood in the base
 * and nobody took out, then what either side added, in an order that does not depend on who is who.
 */
export function mergeSets(
  base: readonly unknown[],
  ours: readonly unknown[],
  theirs: readonly unknown[],
): unknown[] {
  const [mine, other] = [ours, theirs].map(
    (list) => new Map(list.map((each) => [toKey(each), each] as const)),
  );
  if (mine === undefined || other === undefined) return [...ours];
  const old = new Map(base.map((each) => [toKey(each), each] as const));
  const kept = [...old].filter(([key]) => mine.has(key) && other.has(key));
  const added = [...new Map([...mine, ...other])].filter(([key]) => !old.has(key));
  return [...kept, ...added.sort(([a], [b]) => compareText(a, b))].map(([, value]) => value);
}

/** What a merge of lists with ids came to; `conflicts` holds the ids of entries that both sides changed differently. */
export interface MergedList {
  readonly list: unknown[];
  readonly conflicts: readonly string[];
}

type Entries = ReadonlyMap<string, object>;

const toEntries = (list: readonly { readonly id: string }[]): Entries =>
  new Map(list.map((each) => [each.id, each]));

function mergeEntry(base: object | undefined, ours: object | undefined, theirs: object | undefined) {
  if (isSameJson(ours, theirs) || isSameJson(base, theirs)) return { value: ours, isConflict: false };
  if (isSameJson(base, ours)) return { value: theirs, isConflict: false };
  if (ours === undefined || theirs === undefined) return { value: ours, isConflict: true };
  const merged: Record<string, unknown> = {};
  let isConflict = false;
  const [b, o, t] = [base ?? {}, ours, theirs].map((each) => new Map(Object.entries<unknown>({ ...each })));
  for (const key of new Set([...(o?.keys() ?? []), ...(t?.keys() ?? [])])) {
    const [was, mine, other] = [b?.get(key), o?.get(key), t?.get(key)];
    const takesTheirs = isSameJson(was, mine);
    if (!takesTheirs && !isSameJson(was, other) && !isSameJson(mine, other)) isConflict = true;
    const value = takesTheirs ? other : mine;
    if (value !== undefined) merged[key] = value;
  }
  return { value: merged, isConflict };
}

/** Merges two lists that both sides changed: entry by entry where entries have ids, else as sets. */
export function mergeLists(
  base: readonly unknown[],
  ours: readonly unknown[],
  theirs: readonly unknown[],
): MergedList {
  if (!hasIds(base) || !hasIds(ours) || !hasIds(theirs)) {
    return { list: mergeSets(base, ours, theirs), conflicts: [] };
  }
  const [b, o, t] = [toEntries(base), toEntries(ours), toEntries(theirs)];
  const conflicts: string[] = [];
  const take = (id: string): unknown[] => {
    const { value, isConflict } = mergeEntry(b.get(id), o.get(id), t.get(id));
    if (isConflict) conflicts.push(id);
    return value === undefined ? [] : [value];
  };
  const added = [...new Set([...o.keys(), ...t.keys()])].filter((id) => !b.has(id)).sort(compareText);
  return { list: [...b.keys(), ...added].flatMap(take), conflicts };
}
