import type { Table, TableRow } from '#core/base/table.ts';
import type { EstateEdit } from '#core/state/estate-edit.ts';
import type { Estate } from '#core/state/estate.ts';
import type { Groups } from '#core/state/groups.ts';

/**
 * What part of an estate was read or written, as keys: `e` whether a node is there, `n` its record, `c` what stands on it,
 * `o` and `i` its dependencies by end, `l` a dependency, `d` a duty, `u` the duties on a node; `*` everything.
 */
export type Footprint = Set<string>;

function watchedTable<T extends TableRow>(
  table: Table<T>,
  letter: string,
  presence: string,
  seen: Footprint,
): Table<T> {
  const all = (): Table<T> => {
    seen.add('*');
    return table;
  };
  return {
    get size() {
      return all().size;
    },
    get: (id) => {
      if (id !== null) seen.add(`${letter}${id}`);
      return table.get(id);
    },
    has: (id) => {
      if (id !== null) seen.add(`${presence}${id}`);
      return table.has(id);
    },
    put: (rows) => all().put(rows),
    drop: (ids) => all().drop(ids),
    filter: (test) => all().filter(test),
    map: (to) => all().map(to),
    [Symbol.iterator]: () => all()[Symbol.iterator](),
  };
}

function watchedGroups<I extends string>(groups: Groups<I>, letter: string, seen: Footprint): Groups<I> {
  return {
    of: (key) => {
      seen.add(`${letter}${key}`);
      return groups.of(key);
    },
    edited: (left, joined) => groups.edited(left, joined),
  };
}

/** The same estate, noting in `seen` whatever is read of it. */
export function toWatchedEstate(estate: Estate, seen: Footprint): Estate {
  return {
    nodes: watchedTable(estate.nodes, 'n', 'e', seen),
    dependencies: watchedTable(estate.dependencies, 'l', 'l', seen),
    duties: watchedTable(estate.duties, 'd', 'd', seen),
    ended: watchedTable(estate.ended, 'e', 'e', seen),
    children: watchedGroups(estate.children, 'c', seen),
    outOf: watchedGroups(estate.outOf, 'o', seen),
    into: watchedGroups(estate.into, 'i', seen),
    dutiesOn: watchedGroups(estate.dutiesOn, 'u', seen),
  };
}

/** Notes what an edit writes, and the lists that it changes by that. */
export function addWrites(before: Estate, edit: EstateEdit, written: Footprint): void {
  for (const id of edit.endedNodes) {
    written.add(`e${id}`).add(`n${id}`);
    written.add(`c${before.nodes.get(id)?.parent ?? ''}`);
  }
  for (const node of edit.nodes) {
    const was = before.nodes.get(node.id);
    written.add(`n${node.id}`);
    if (was === undefined) written.add(`e${node.id}`);
    if (was === undefined || was.parent !== node.parent) {
      written.add(`c${was?.parent ?? ''}`).add(`c${node.parent ?? ''}`);
    }
  }
  const links = [
    ...edit.dependencies,
    ...[...edit.dependencies.map((each) => each.id), ...edit.endedDependencies].flatMap(
      (id) => before.dependencies.get(id) ?? [],
    ),
  ];
  for (const link of links) written.add(`l${link.id}`).add(`o${link.from}`).add(`i${link.to}`);
  const duties = [
    ...edit.duties,
    ...[...edit.duties.map((each) => each.id), ...edit.endedDuties].flatMap(
      (id) => before.duties.get(id) ?? [],
    ),
  ];
  for (const duty of duties) written.add(`d${duty.id}`).add(`u${duty.subject ?? ''}`);
}
