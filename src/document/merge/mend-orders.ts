import { sortedBy } from '#core/base/compare.ts';
import { orderKeyBetween } from '#core/base/order-key.ts';
import type { Plan } from '#core/model/plan.ts';
import type { MergeRepair } from './merge-types.ts';

interface OrderedRow {
  readonly id: string;
  readonly order: string;
}

/** A key between two others, or `null` where no Rehome wrote them and none can be found. */
function findKey(before: string, after: string | null): string | null {
  try {
    return orderKeyBetween(before, after);
  } catch {
    return null;
  }
}

/**
 * New keys for rows that got the same key on two sides: the row of the smallest id keeps it, the others follow directly
 * after. Only rows that are new at their place are moved, so that a plan that had equal keys before keeps them.
 */
function toNewKeys<T extends OrderedRow>(
  rows: readonly T[],
  isNew: (row: T) => boolean,
): Map<string, string> {
  const keys = new Map<string, string>();
  const sorted = sortedBy(
    rows,
    (row) => row.order,
    (row) => row.id,
  );
  let last: { readonly order: string; readonly key: string } | null = null;
  for (const [index, row] of sorted.entries()) {
    const follows: boolean = last !== null && last.order === row.order && isNew(row);
    const next = sorted.slice(index + 1).find((each) => each.order > row.order)?.order ?? null;
    const key: string | null = follows && last !== null ? findKey(last.key, next) : null;
    if (key !== null) keys.set(row.id, key);
    last = { order: row.order, key: key ?? row.order };
  }
  return keys;
}

function grouped<T>(rows: Iterable<T>, toGroup: (row: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const list = groups.get(toGroup(row));
    if (list === undefined) groups.set(toGroup(row), [row]);
    else list.push(row);
  }
  return [...groups.values()];
}

/** Phases, changes of a phase and tasks of a checklist, without two new rows at the same place. */
export function mendOrders(plan: Plan, base: Plan, repairs: MergeRepair[]): Plan {
  let next = plan;
  const note = (collection: MergeRepair['collection'], id: string): void => {
    repairs.push({ kind: 'order-moved', collection, id, gone: null });
  };
  const phases = toNewKeys([...plan.phases], (row) => base.phases.get(row.id)?.order !== row.order);
  for (const [id, order] of phases) {
    const row = plan.phases.get(id);
    if (row !== undefined) next = { ...next, phases: next.phases.put([{ ...row, order }]) };
    note('phases', id);
  }
  for (const rows of grouped(plan.changes, (row) => row.phase ?? '')) {
    const keys = toNewKeys(rows, (row) => {
      const old = base.changes.get(row.id);
      return old?.order !== row.order || old.phase !== row.phase;
    });
    for (const [id, order] of keys) {
      const row = plan.changes.get(id);
      if (row !== undefined) next = { ...next, changes: next.changes.put([{ ...row, order }]) };
      note('changes', id);
    }
  }
  for (const rows of grouped(plan.tasks, (row) => row.on)) {
    const keys = toNewKeys(rows, (row) => {
      const old = base.tasks.get(row.id);
      return old?.order !== row.order || old.on !== row.on;
    });
    for (const [id, order] of keys) {
      const row = plan.tasks.get(id);
      if (row !== undefined) next = { ...next, tasks: next.tasks.put([{ ...row, order }]) };
      note('tasks', id);
    }
  }
  return next;
}
