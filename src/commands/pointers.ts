import type { Table, TableRow } from '#core/base/table.ts';
import { findChangedNode, type Change } from '#core/model/change.ts';
import type { Dependency } from '#core/model/dependency.ts';
import type { Duty } from '#core/model/duty.ts';
import type { InventoryNode } from '#core/model/node.ts';
import type { CollectionName, Plan } from '#core/model/plan.ts';

/** Which rows of a table point at something: looked up, not searched for. */
export interface Pointers<T extends TableRow> {
  /** Ids of the rows that point at a target. Goes through the table once, then never again while its edits are carried. */
  readonly find: (table: Table<T>, target: string) => ReadonlySet<string>;
  /**
   * Passes the look-up on to the table that was made of another one by writing or dropping some rows. The older table gives
   * it away, since it is changed in place.
   */
  readonly carry: (before: Table<T>, after: Table<T>, ids: Iterable<string>) => void;
}

type Index = Map<string, Set<string>>;

const none: ReadonlySet<string> = new Set<string>();

/** Pointers of the rows of a collection; `targetsOf` names what a row points at. */
export function toPointers<T extends TableRow>(targetsOf: (row: T) => readonly string[]): Pointers<T> {
  const indexes = new WeakMap<Table<T>, Index>();
  const add = (index: Index, row: T): void => {
    for (const target of targetsOf(row)) {
      const ids = index.get(target);
      if (ids === undefined) index.set(target, new Set([row.id]));
      else ids.add(row.id);
    }
  };
  const toIndex = (table: Table<T>): Index => {
    const index: Index = new Map();
    for (const row of table) add(index, row);
    indexes.set(table, index);
    return index;
  };
  return {
    find: (table, target) => (indexes.get(table) ?? toIndex(table)).get(target) ?? none,
    carry: (before, after, ids) => {
      const index = indexes.get(before);
      if (index === undefined || before === after) return;
      for (const id of ids) {
        const [was, is] = [before.get(id), after.get(id)];
        for (const target of was === undefined ? [] : targetsOf(was)) index.get(target)?.delete(id);
        if (is !== undefined) add(index, is);
      }
      indexes.delete(before);
      indexes.set(after, index);
    },
  };
}

const given = (...ids: readonly (string | null | undefined)[]): string[] =>
  ids.flatMap((id) => (id === null || id === undefined ? [] : id));

/** What stands on a node. */
export const nodesByParent: Pointers<InventoryNode> = toPointers((node) => given(node.parent));

/** The dependencies that begin or end at a node. */
export const dependenciesByEnd: Pointers<Dependency> = toPointers((each) => [each.from, each.to]);

/** The duties on a node. */
export const dutiesBySubject: Pointers<Duty> = toPointers((duty) => given(duty.subject));

/** What a change can point at, as one text. */
export function toTarget(kind: 'node' | 'dependency' | 'hand-over' | 'change', id: string): string {
  return `${kind} ${id}`;
}

function nodesOf(change: Change): string[] {
  const own = findChangedNode(change);
  switch (change.kind) {
    case 'move':
    case 'add':
      return given(own, change.to);
    case 'merge':
      return given(own, change.into);
    case 'rewire':
      return given(own, change.from, change.to);
    default:
      return given(own);
  }
}

/** The changes that are on something, lead there or wait for it, by `toTarget`. */
export const changesByTarget: Pointers<Change> = toPointers((change) => [
  ...nodesOf(change).map((id) => toTarget('node', id)),
  ...change.after.map((id) => toTarget('change', id)),
  ...(change.kind === 'rewire' ? [toTarget('dependency', change.dependency)] : []),
  ...(change.kind === 'hand-over' ? [toTarget('hand-over', change.handover)] : []),
]);

/** Passes on what is known of a collection, where anything is. */
export function carryPointers(before: Plan, after: Plan, name: CollectionName, ids: Iterable<string>): void {
  if (name === 'nodes') nodesByParent.carry(before.nodes, after.nodes, ids);
  else if (name === 'dependencies') dependenciesByEnd.carry(before.dependencies, after.dependencies, ids);
  else if (name === 'duties') dutiesBySubject.carry(before.duties, after.duties, ids);
  else if (name === 'changes') changesByTarget.carry(before.changes, after.changes, ids);
}
