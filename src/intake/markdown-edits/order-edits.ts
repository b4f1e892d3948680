import { isSameJson } from '#core/base/same-json.ts';
import { sortedBy } from '#core/base/compare.ts';
import { orderKeyBetween } from '#core/base/order-key.ts';
import type { ReportItem } from '#core/exporters/marked/read-items.ts';
import type { Change } from '#core/model/change.ts';
import type { Command } from '#core/model/command.ts';
import type { Plan } from '#core/model/plan.ts';
import type { Task } from '#core/model/task.ts';
import type { MarkedThings } from './find-things.ts';

/** A list whose order was edited: what it belongs to, its keys as they stood, as they stand in the plan, as they were put. */
export interface OrderEdit {
  readonly group: string;
  readonly kind: 'change' | 'step' | 'task';
  readonly line: number;
  readonly base: readonly string[];
  readonly now: readonly string[];
  readonly edited: readonly string[];
}

interface Placed {
  readonly key: string;
  readonly group: string;
}

function toGroup(things: MarkedThings, key: string): string | null {
  const thing = things.get(key);
  if (thing?.kind === 'change' || thing?.kind === 'step') return `${thing.kind} ${thing.record.phase ?? ''}`;
  return thing?.kind === 'task' ? `task ${thing.record.on}` : null;
}

function inGroups(things: MarkedThings, keys: Iterable<string>): Map<string, string[]> {
  const placed = [...keys].flatMap((key): Placed[] => {
    const group = toGroup(things, key);
    return group === null ? [] : [{ key, group }];
  });
  const groups = new Map<string, string[]>();
  for (const { key, group } of placed) groups.set(group, [...(groups.get(group) ?? []), key]);
  return groups;
}

/** The lists of steps and tasks that stand in another order than in the export. */
export function findOrderEdits(
  things: MarkedThings,
  base: Iterable<string>,
  now: readonly ReportItem[],
  edited: readonly ReportItem[],
): OrderEdit[] {
  const was = inGroups(things, base);
  const is = inGroups(
    things,
    now.map((item) => item.key),
  );
  const lines = new Map(edited.map((item) => [item.key, item.line]));
  return [
    ...inGroups(
      things,
      edited.filter((item) => !item.isStruck).map((item) => item.key),
    ),
  ].flatMap(([group, keys]) => {
    const known = new Set(was.get(group) ?? []);
    const put = keys.filter((key) => known.has(key));
    const shown = new Set(put);
    const old = (was.get(group) ?? []).filter((key) => shown.has(key));
    if (isSameJson(old, put)) return [];
    const [name = 'task'] = group.split(' ');
    const kind = name === 'change' || name === 'step' ? name : 'task';
    const moved = put.find((key, index) => old[index] !== key) ?? '';
    const current = (is.get(group) ?? []).filter((key) => shown.has(key));
    return [{ group, kind, line: lines.get(moved) ?? 1, base: old, now: current, edited: put }];
  });
}

/** The moves that bring changes into an order, each directly behind the one before it. */
export function toChangeMoves(plan: Plan, things: MarkedThings, edited: readonly string[]): Command[] {
  const wanted = edited.flatMap((key): Change[] => {
    const thing = things.get(key);
    return thing?.kind === 'change' || thing?.kind === 'step' ? [thing.record] : [];
  });
  const [first] = wanted;
  if (first === undefined) return [];
  const all = sortedBy(
    plan.changes.filter((row) => row.phase === first.phase),
    (row) => row.order,
    (row) => row.id,
  ).map((row) => row.id);
  const commands: Command[] = [];
  let order = all;
  for (const [index, change] of wanted.entries()) {
    const after = wanted[index - 1];
    const rest = order.filter((id) => id !== change.id);
    const ids = new Set(wanted.slice(index + 1).map((each) => each.id));
    const at = after === undefined ? rest.findIndex((id) => ids.has(id)) : rest.indexOf(after.id) + 1;
    const next = [...rest.slice(0, at), change.id, ...rest.slice(at)];
    // Only a step that stands behind a wanted one which should follow it has to move.
    const relative = order.filter((id) => id === change.id || ids.has(id));
    const isPlaced =
      relative[0] === change.id &&
      (after === undefined || order.indexOf(after.id) < order.indexOf(change.id));
    if (isPlaced) continue;
    const beside = next[at + 1];
    commands.push(
      after === undefined && beside !== undefined
        ? { command: 'order-change', change: change.id, before: beside }
        : { command: 'order-change', change: change.id, after: after?.id ?? '' },
    );
    order = next;
  }
  return commands;
}

/** The order keys that bring tasks into an order: those that they have, in another turn, or new ones where some are equal. */
export function toTaskMoves(things: MarkedThings, edited: readonly string[]): Command[] {
  const wanted = edited.flatMap((key): Task[] => {
    const thing = things.get(key);
    return thing?.kind === 'task' ? [thing.record] : [];
  });
  let keys = wanted.map((task) => task.order).sort();
  if (new Set(keys).size < keys.length) {
    keys = [];
    for (let count = 0; count < wanted.length; count += 1)
      keys.push(orderKeyBetween(keys.at(-1) ?? null, null));
  }
  return wanted.flatMap((task, index): Command[] => {
    const order = keys[index] ?? task.order;
    return order === task.order ? [] : [{ command: 'edit-task', task: task.id, order }];
  });
}
