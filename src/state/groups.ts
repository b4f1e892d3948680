import { toTable, type Table } from '#core/base/table.ts';

interface Group<I extends string> {
  readonly id: string;
  readonly ids: readonly I[];
}

/** Ids by a key, immutable like a table: an index that follows the estate from state to state. */
export interface Groups<I extends string> {
  readonly of: (key: string) => readonly I[];
  /** The groups after some ids left and some joined. */
  readonly edited: (
    left: readonly (readonly [key: string, id: I])[],
    joined: readonly (readonly [key: string, id: I])[],
  ) => Groups<I>;
}

const none: readonly never[] = [];

function over<I extends string>(table: Table<Group<I>>): Groups<I> {
  const of = (key: string): readonly I[] => table.get(key)?.ids ?? none;
  return {
    of,
    edited: (left, joined) => {
      if (left.length === 0 && joined.length === 0) return over(table);
      const leaving = new Map<string, Set<I>>();
      for (const [key, id] of left) leaving.set(key, (leaving.get(key) ?? new Set<I>()).add(id));
      const next = new Map<string, I[]>();
      for (const [key, ids] of leaving)
        next.set(
          key,
          of(key).filter((id) => !ids.has(id)),
        );
      for (const [key, id] of joined) {
        const list = next.get(key) ?? [...of(key)];
        list.push(id);
        next.set(key, list);
      }
      return over(table.put([...next].map(([id, ids]) => ({ id, ids }))));
    },
  };
}

/** The groups of some pairs of key and id. */
export function toGroups<I extends string>(pairs: Iterable<readonly [key: string, id: I]>): Groups<I> {
  const lists = new Map<string, I[]>();
  for (const [key, id] of pairs) {
    const list = lists.get(key);
    if (list === undefined) lists.set(key, [id]);
    else list.push(id);
  }
  return over(toTable<Group<I>>([...lists].map(([id, ids]) => ({ id, ids }))));
}
