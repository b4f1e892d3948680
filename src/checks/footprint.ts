import type { Table, TableRow } from '#core/base/table.ts';
import type { EstateEdit } from '#core/state/estate-edit.ts';
import type { Estate } from '#core/state/estate.ts';
import type { Groups } from '#core/state/groups.ts';
import type { Note, ReadLetter } from './read-log.ts';
import type { Scene } from './scene.ts';

function watchedTable<T extends TableRow>(
  table: Table<T>,
  letter: ReadLetter,
  presence: ReadLetter,
  note: Note,
): Table<T> {
  const all = (): Table<T> => {
    note('*', '');
    return table;
  };
  return {
    get size() {
      return all().size;
    },
    get: (id) => {
      if (id !== null) note(letter, id);
      return table.get(id);
    },
    has: (id) => {
      if (id !== null) note(presence, id);
      return table.has(id);
    },
    pages: () => all().pages(),
    put: (rows) => all().put(rows),
    drop: (ids) => all().drop(ids),
    filter: (test) => all().filter(test),
    map: (to) => all().map(to),
    [Symbol.iterator]: () => all()[Symbol.iterator](),
  };
}

function watchedGroups<I extends string>(groups: Groups<I>, letter: ReadLetter, note: Note): Groups<I> {
  return {
    of: (key) => {
      note(letter, key);
      return groups.of(key);
    },
    edited: (left, joined) => groups.edited(left, joined),
  };
}

function watchedMap<K extends string, V>(
  map: ReadonlyMap<K, V>,
  letter: ReadLetter,
  note: Note,
): ReadonlyMap<K, V> {
  const all = (): ReadonlyMap<K, V> => {
    note('*', '');
    return map;
  };
  return {
    get size() {
      note(letter, '');
      return map.size;
    },
    get: (id) => {
      note(letter, id);
      return map.get(id);
    },
    has: (id) => {
      note(letter, id);
      return map.has(id);
    },
    forEach: (visit) => {
      all().forEach(visit);
    },
    keys: () => all().keys(),
    values: () => all().values(),
    entries: () => all().entries(),
    [Symbol.iterator]: () => all()[Symbol.iterator](),
  };
}

/** The same estate, noting whatever is read of it. */
export function toWatchedEstate(estate: Estate, note: Note): Estate {
  return {
    nodes: watchedTable(estate.nodes, 'n', 'e', note),
    dependencies: watchedTable(estate.dependencies, 'l', 'l', note),
    duties: watchedTable(estate.duties, 'd', 'd', note),
    ended: watchedTable(estate.ended, 'e', 'e', note),
    children: watchedGroups(estate.children, 'c', note),
    outOf: watchedGroups(estate.outOf, 'o', note),
    into: watchedGroups(estate.into, 'i', note),
    dutiesOn: watchedGroups(estate.dutiesOn, 'u', note),
  };
}

/**
 * The same scene, noting what is read of the inventory: names, records, the estate as it is. The same keys stand for them as for
 * states, because a record that is another one today is another one in every state that it was not changed in.
 */
export function toWatchedScene(scene: Scene, note: Note): Scene {
  const { plan, start } = scene;
  return {
    ...scene,
    blocking: watchedMap(scene.blocking, 'q', note),
    dispositions: watchedMap(scene.dispositions, 'q', note),
    handOversOn: watchedMap(scene.handOversOn, 'h', note),
    handOverChanges: watchedMap(scene.handOverChanges, 'm', note),
    positions: watchedMap(scene.positions, 'm', note),
    phaseRanks: watchedMap(scene.phaseRanks, 'f', note),
    get sequence() {
      note('*', '');
      return scene.sequence;
    },
    get tickedTasks() {
      note('t', '');
      return scene.tickedTasks;
    },
    get acceptedHandOvers() {
      note('t', '');
      return scene.acceptedHandOvers;
    },
    plan: {
      ...plan,
      nodes: watchedTable(plan.nodes, 'n', 'e', note),
      dependencies: watchedTable(plan.dependencies, 'l', 'l', note),
      duties: watchedTable(plan.duties, 'd', 'd', note),
      changes: watchedTable(plan.changes, 'm', 'm', note),
      phases: watchedTable(plan.phases, 'f', 'f', note),
      handovers: watchedTable(plan.handovers, 'h', 'h', note),
      rules: watchedTable(plan.rules, 'g', 'g', note),
    },
    rulesOfKind: (kind) => {
      note('g', kind);
      return scene.rulesOfKind(kind);
    },
    rulesOn: (id) => {
      note('g', id);
      return scene.rulesOn(id);
    },
    start: toWatchedEstate(start, note),
    findNode: (id) => {
      if (id !== null) note('n', id);
      return scene.findNode(id);
    },
    nameOf: (id) => {
      if (id !== null) note('n', id);
      return scene.nameOf(id);
    },
    partyName: (id) => {
      if (id !== null) note('p', id);
      return scene.partyName(id);
    },
    membersOf: (group) => {
      note('g', group);
      return scene.membersOf(group);
    },
  };
}

/** The hand-overs of a plan, noting which are read. */
export function toWatchedHandOvers<T extends TableRow>(handovers: Table<T>, note: Note): Table<T> {
  return watchedTable(handovers, 'h', 'h', note);
}

/** Notes what an edit writes, and the lists that it changes by that. */
export function noteWrites(before: Estate, edit: EstateEdit, note: Note): void {
  for (const id of edit.endedNodes) {
    note('e', id);
    note('n', id);
    note('c', before.nodes.get(id)?.parent ?? '');
  }
  for (const node of edit.nodes) {
    const was = before.nodes.get(node.id);
    note('n', node.id);
    if (was === undefined) note('e', node.id);
    if (was === undefined || was.parent !== node.parent) {
      note('c', was?.parent ?? '');
      note('c', node.parent ?? '');
    }
  }
  const links = [
    ...edit.dependencies,
    ...[...edit.dependencies.map((each) => each.id), ...edit.endedDependencies].flatMap(
      (id) => before.dependencies.get(id) ?? [],
    ),
  ];
  for (const link of links) {
    note('l', link.id);
    note('o', link.from);
    note('i', link.to);
  }
  const duties = [
    ...edit.duties,
    ...[...edit.duties.map((each) => each.id), ...edit.endedDuties].flatMap(
      (id) => before.duties.get(id) ?? [],
    ),
  ];
  for (const duty of duties) {
    note('d', duty.id);
    note('u', duty.subject ?? '');
  }
}
