import type { ReportItem } from '#core/exporters/marked/read-items.ts';
import { toThingTitle } from './find-things.ts';
import { findOrderEdits, toChangeMoves, toTaskMoves, type OrderEdit } from './order-edits.ts';
import { keep, type Reading } from './reading.ts';

/** The phase under which each step stands, as the key of its mark; steps below no phase stand under an empty key. */
function toPhases(items: Iterable<Pick<ReportItem, 'key'>>): Map<string, string> {
  const phases = new Map<string, string>();
  let phase = '';
  for (const { key } of items) {
    if (key.startsWith('p')) phase = key;
    else if (key.startsWith('c') || key.startsWith('s')) phases.set(key, phase);
  }
  return phases;
}

/** Steps that were put below another phase. */
function readMoves(reading: Reading): void {
  const was = toPhases([...reading.memory.items.keys()].map((key) => ({ key })));
  const is = toPhases(reading.now.items);
  const put = toPhases(reading.edited.items);
  const moved = new Set<string>();
  for (const item of reading.edited.items) {
    const thing = reading.things.get(item.key);
    const [base, edited] = [was.get(item.key), put.get(item.key)];
    if (base === undefined || edited === undefined || base === edited || item.isStruck) continue;
    if ((thing?.kind !== 'change' && thing?.kind !== 'step') || moved.has(thing.record.id)) continue;
    moved.add(thing.record.id);
    const title = toThingTitle(reading.context.plan, thing);
    const place = reading.things.get(edited);
    if (place?.kind !== 'phase') {
      reading.unknown.push({ line: item.line, text: title, why: { code: 'no-place' } });
      continue;
    }
    const { record } = place;
    if (thing.record.phase === record.id) continue;
    const before = reading.context.plan.phases.get(thing.record.phase)?.name ?? '';
    const commands = [{ command: 'move-to-phase', change: thing.record.id, phase: record.id }];
    const edit = {
      id: `${item.key}.phase`,
      line: item.line,
      title,
      field: 'phase',
      before,
      after: record.name,
    };
    keep(reading, { ...edit, commands, newParty: null }, is.get(item.key) !== base);
  }
}

function readOrder(reading: Reading, order: OrderEdit): void {
  const { plan } = reading.context;
  const commands =
    order.kind === 'task'
      ? toTaskMoves(reading.things, order.edited)
      : toChangeMoves(plan, reading.things, order.edited);
  if (commands.length === 0) return;
  const say = (keys: readonly string[]): string =>
    keys
      .flatMap((key) => {
        const thing = reading.things.get(key);
        return thing === undefined ? [] : [toThingTitle(plan, thing).replace(/^step: /u, '')];
      })
      .join(', ');
  const [, id = ''] = order.group.split(' ');
  const title = plan.phases.get(id)?.name ?? plan.handovers.get(id)?.area ?? 'the list';
  const isConflict =
    order.now.join(' ') !== order.base.join(' ') && order.now.join(' ') !== order.edited.join(' ');
  const edit = { id: `order ${order.group}`, line: order.line, title, field: 'order' };
  keep(
    reading,
    { ...edit, before: say(order.now), after: say(order.edited), commands, newParty: null },
    isConflict,
  );
}

/** Reads which lists were sorted anew, and which steps went to another phase. Both the table and the checklist of a phase show its steps: one of them may be sorted, not both in two ways. */
export function readOrders(reading: Reading): void {
  readMoves(reading);
  const orders = findOrderEdits(
    reading.things,
    reading.memory.items.keys(),
    reading.now.items,
    reading.edited.items,
  );
  const toIds = (order: OrderEdit): string =>
    order.edited.map((key) => reading.things.get(key)?.record.id).join(' ');
  const taken = new Map<string, string>();
  for (const order of orders) {
    const phase = order.group.replace(/^\w+ /u, '');
    const before = order.kind === 'task' ? undefined : taken.get(phase);
    if (before === undefined) {
      if (order.kind !== 'task') taken.set(phase, toIds(order));
      readOrder(reading, order);
    } else if (before !== toIds(order)) {
      reading.unknown.push({
        line: order.line,
        text: reading.context.plan.phases.get(phase)?.name ?? '',
        why: { code: 'not-editable' },
      });
    }
  }
}
