import { expect, test } from 'vitest';
import { applyCommands } from '#core/commands/apply-commands.ts';
import { findFatesOf, toOrderAtPhaseEnd } from '#core/commands/change-index.ts';
import { toOrderAtEnd } from '#core/commands/order.ts';
import { toDraft } from '#core/commands/draft.ts';
import type { Table, TableRow } from '#core/base/table.ts';
import { toId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import { generateEstate } from '#support/estate/generate-estate.ts';
import { doCommands, makeCountingIds } from '#support/run-commands.ts';
import { toSeededRandom } from '#support/estate/seeded-random.ts';

/** A table that counts how many rows somebody goes through, in itself and in all that are made of it. */
function counted<T extends TableRow>(table: Table<T>, count: (rows: number) => void): Table<T> {
  const all = (): Table<T> => {
    count(table.size);
    return table;
  };
  return {
    size: table.size,
    get: table.get,
    has: table.has,
    pages: table.pages,
    put: (rows) => counted(table.put(rows), count),
    drop: (ids) => counted(table.drop(ids), count),
    filter: (test_) => all().filter(test_),
    map: (to) => all().map(to),
    [Symbol.iterator]: () => all()[Symbol.iterator](),
  };
}

function visitsOf(plan: Plan, commands: readonly object[]): number {
  let visits = 0;
  const changes = counted(plan.changes, (rows) => {
    visits += rows;
  });
  const applied = applyCommands({ ...plan, changes }, commands, { makeId: makeCountingIds() });
  expect(applied.ok).toBe(true);
  return visits;
}

const kinds = ['move', 'add', 'remove', 'into a phase'] as const;

test.each(kinds)('many commands that %s go through all changes only a few times', (kind) => {
  const plan = generateEstate({ servers: 400, phases: 4 });
  const toCommand = (index: number): object => {
    if (kind === 'add') return { command: 'plan-add', kind: 'server', name: `new-${index}`, phase: 'ph_2' };
    if (kind === 'remove') return { command: 'plan-remove', node: `nd_s${index}`, phase: 'ph_2' };
    if (kind === 'move')
      return { command: 'plan-move', node: `nd_s${index}`, to: `nd_h${index % 7}`, phase: 'ph_1' };
    return { command: 'move-to-phase', change: `ch_${index}`, phase: 'ph_3' };
  };
  const commands = Array.from({ length: 200 }, (_, index) => toCommand(index));
  // Once for each sort of look-up, however many commands there are.
  expect(visitsOf(plan, commands)).toBeLessThanOrEqual(6 * (plan.changes.size + commands.length));
});

test('a withdrawal goes through no part of the inventory', () => {
  const plan = generateEstate({ servers: 200, phases: 4 });
  let visits = 0;
  const count = (rows: number): void => {
    visits += rows;
  };
  const watched = {
    ...plan,
    nodes: counted(plan.nodes, count),
    dependencies: counted(plan.dependencies, count),
    duties: counted(plan.duties, count),
  };
  const commands = [{ command: 'withdraw-change', change: 'ch_7' }];
  expect(applyCommands(watched, commands, { makeId: makeCountingIds() }).ok).toBe(true);
  expect(visits).toBe(0);
});

test('what is remembered of changes stays what a look at all of them finds', () => {
  const random = toSeededRandom(7);
  const start = generateEstate({ servers: 30, phases: 3 });
  const draft = toDraft(start, makeCountingIds());
  const seen = [start];
  for (let round = 0; round < 400; round += 1) {
    const rows = [...draft.plan.changes];
    const row = random.pick(rows.length > 0 ? rows : [...start.changes]);
    const phase = random.pick([toId('ph', 'ph_0'), toId('ph', 'ph_1'), null]);
    const action = random.below(4);
    if (action === 0) draft.drop('changes', [row.id]);
    else if (action === 1) draft.drop('changes', [row.id, random.pick([...start.changes]).id]);
    else if (action === 2) draft.put('changes', { ...row, phase });
    else draft.put('changes', { ...row, phase, order: `a${random.below(30)}` });
    seen.push(draft.plan);
    // An older plan is asked too, as undo does: it must not hear of what came after it.
    for (const { changes } of [draft.plan, random.pick(seen)]) {
      const ofPhase = changes.filter((each) => each.phase === phase);
      expect(toOrderAtPhaseEnd(changes, phase)).toBe(toOrderAtEnd(ofPhase));
      if (row.kind !== 'move') continue;
      const fates = changes.filter((each) => each.kind === 'move' && each.node === row.node);
      expect(new Set(findFatesOf(changes, row.node))).toEqual(new Set(fates));
    }
  }
});

test('an older plan does not know what a later edit of it adds', () => {
  const plan = generateEstate({ servers: 5, phases: 1 });
  const knowsLate = (each: Plan): boolean => {
    const move = { command: 'plan-move', node: 'nd_late', to: 'nd_h0' };
    return applyCommands(each, [move], { makeId: makeCountingIds() }).ok;
  };
  expect(knowsLate(plan)).toBe(false);
  const resized = doCommands(plan, { command: 'plan-resize', node: 'nd_s1', capacity: { vcpu: 3 } }).plan;
  const add = { command: 'plan-add', kind: 'server', name: 'late', nodeId: 'nd_late' };
  const added = doCommands(resized, add).plan;
  expect([plan, resized, added].map(knowsLate)).toEqual([false, false, true]);
});
