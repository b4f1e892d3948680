import { describe, expect, it } from 'vitest';
import { weekdayOf, toDayNumber } from '#core/base/plain-date.ts';
import { datesHold } from '#core/checks/rules/dates-hold.ts';
import { checkPlan } from '#core/checks/check-plan.ts';
import { toId } from '#core/model/ids.ts';
import type { CalendarEntry } from '#core/model/calendar-entry.ts';
import type { Plan } from '#core/model/plan.ts';
import { proposeDates, type ProposedDates } from '#core/planning/schedule/propose-dates.ts';
import type { ScheduleOptions } from '#core/planning/schedule/schedule-options.ts';
import { planOf, type PlanRows } from '#support/build-plan.ts';
import { clearOutPlan } from '#support/clear-out-plan.ts';
import { ch, makeMove, makeNode, makePhase, makeRemove, nd } from '#support/plan-parts.ts';
import { doCommands } from '#support/run-commands.ts';

const nodes = [
  makeNode('one', 'provider'),
  makeNode('two', 'provider'),
  makeNode('a', 'server', 'one', { capacity: { vcpu: 2, memoryMiB: 4096, diskGiB: 40 } }),
  makeNode('b', 'server', 'one', { domains: ['b.example'] }),
  makeNode('c', 'server', 'one', { capacity: { vcpu: 2, memoryMiB: 4096, diskGiB: 3000 } }),
];
const crew = toId('pa', 'pa_1');
const parties = [{ id: crew, name: 'Operations', kind: 'team' as const, contacts: [], evidence: [] }];
const entry = (
  id: string,
  fields: Omit<CalendarEntry, 'id' | 'name' | 'start' | 'end'> & Partial<CalendarEntry>,
): CalendarEntry => ({
  id: toId('ca', `ca_${id}`),
  name: id,
  start: null,
  end: null,
  ...fields,
});

const plan = (rows: PlanRows): Plan =>
  planOf({ nodes, phases: [makePhase('1'), makePhase('2')], parties, ...rows });

function propose(of: Plan, options: Partial<ScheduleOptions> = {}): ProposedDates {
  const found = proposeDates(of, { start: '2026-12-07', ...options });
  if (!found.ok) throw new Error(found.error.message);
  const after = doCommands(of, ...found.value.commands).plan;
  expect(checkPlan(after, [datesHold]).findings).toEqual([]);
  return found.value;
}

const dates = (found: ProposedDates): string[] =>
  found.changes.map(({ id, start, end }) => `${id} ${start} ${end}`);

function refusal(of: Plan, options: Partial<ScheduleOptions> = {}): string {
  const found = proposeDates(of, { start: '2026-12-07', ...options });
  return found.ok ? 'was done' : found.error.message;
}

describe('proposeDates', () => {
  it('sets phases one after the other, steps beside each other, no work at weekends', () => {
    const changes = [
      makeMove('1', '1', 'a', 'two', { durationDays: 6 }),
      makeMove('2', '1', 'b', 'two'),
      makeRemove('3', '2', 'c', { after: [ch('2')] }),
    ];
    const found = propose(plan({ changes }), { ttlDays: null });
    expect(dates(found)).toEqual([
      'ch_1 2026-12-07 2026-12-14',
      'ch_2 2026-12-07 2026-12-07',
      'ch_3 2026-12-15 2026-12-15',
    ]);
    expect(found.phases).toEqual([
      { id: 'ph_1', start: '2026-12-07', end: '2026-12-14' },
      { id: 'ph_2', start: '2026-12-15', end: '2026-12-15' },
    ]);
    expect(found.criticalPath).toEqual(['ch_1', 'ch_3']);
    expect(found.changes.map(({ slackDays }) => slackDays)).toEqual([0, 7, 0]);
    expect(found.lengthDays).toBe(found.leastDays);
    const weekends = propose(plan({ changes }), { ttlDays: null, weekends: true });
    expect(weekends.end).toBe('2026-12-13');
  });

  it('leaves a working day for the decision after a phase with a gate', () => {
    const phases = [{ ...makePhase('1'), gate: 'restore proven' }, makePhase('2')];
    const changes = [makeMove('1', '1', 'a', 'two'), makeMove('2', '2', 'b', 'two')];
    expect(propose(plan({ phases, changes }), { ttlDays: null }).phases[1]?.start).toBe('2026-12-09');
    expect(propose(plan({ phases, changes }), { ttlDays: null, gateDays: 3 }).phases[1]?.start).toBe(
      '2026-12-11',
    );
  });

  it('keeps to windows, freezes and notice periods of what they are for', () => {
    const changes = [makeMove('1', '1', 'a', 'two'), makeRemove('2', '1', 'c')];
    const calendar = [
      entry('weekend', { kind: 'window', weekdays: [6, 7], nodes: [nd('a')] }),
      entry('holidays', { kind: 'freeze', start: '2026-12-12', end: '2027-01-03' }),
      entry('contract', { kind: 'notice', days: 60, nodes: [nd('c')] }),
    ];
    expect(dates(propose(plan({ changes, calendar })))).toEqual([
      'ch_1 2027-01-09 2027-01-09',
      'ch_2 2027-02-05 2027-02-05',
    ]);
  });

  it('takes crews with so many people, half days two to a day', () => {
    const tasks = ['1', '2', '3'].map((id, index) => ({
      id: toId('ta', `ta_${id}`),
      on: ch(id),
      text: 'do it',
      owner: crew,
      due: null,
      done: false,
      evidence: null,
      order: `a${index}`,
    }));
    const changes = [
      makeRemove('1', '1', 'a'),
      makeRemove('2', '1', 'b'),
      makeMove('3', '1', 'c', 'two', { durationDays: 2 }),
    ];
    const one = propose(
      plan({ changes, tasks, calendar: [entry('team', { kind: 'crew', party: crew, people: 1 })] }),
      { ttlDays: null },
    );
    expect(one.lengthDays).toBe(3);
    expect(one.changes.every(({ crews }) => crews[0] === crew)).toBe(true);
    const two = propose(
      plan({ changes, tasks, calendar: [entry('team', { kind: 'crew', party: crew, people: 2 })] }),
      { ttlDays: null },
    );
    expect(two.lengthDays).toBe(2);
  });

  it('adds the time to copy data to another place, at the bandwidth of the calendar', () => {
    const changes = [makeMove('1', '1', 'a', 'two'), makeMove('2', '1', 'c', 'two')];
    const found = propose(plan({ changes }));
    expect(found.changes.map(({ duration }) => duration.why)).toEqual(['usual', 'copy']);
    expect(found.changes[1]?.duration.days).toBeCloseTo(1 + 4.26, 1);
    const calendar = [entry('line', { kind: 'bandwidth', megabits: 10_000 })];
    expect(propose(plan({ changes, calendar })).changes[1]?.duration).toEqual({ days: 1, why: 'usual' });
  });

  it('lowers the TTL of names before they move, and gives tasks with a lead time their time', () => {
    const changes = [makeMove('1', '1', 'b', 'two')];
    const found = propose(plan({ changes }));
    expect(found.tasks).toEqual([{ on: 'ch_1', text: 'Lower the TTL of b.example to 300 s', due: 'T-2' }]);
    expect(found.start).toBe('2026-12-09');
    const again = propose(doCommands(plan({ changes }), ...found.commands).plan);
    expect(again.tasks).toEqual([]);
    const due = plan({ changes });
    const task = { command: 'add-task', on: 'ph_1', text: 'Order the host', due: 'T-14' };
    expect(propose(doCommands(due, task).plan).start).toBe('2026-12-21');
  });

  it('takes the start from the plan, and proposes the same again', () => {
    const found = propose(clearOutPlan(), { start: null });
    expect(found.start >= '2026-12-07').toBe(true);
    expect(propose(clearOutPlan(), { start: null })).toEqual(found);
    for (const each of found.changes) {
      expect(weekdayOf(toDayNumber(each.start) ?? 0)).toBeLessThan(6);
    }
  });

  it('lets a change begin no earlier than asked for, and the others follow', () => {
    const changes = [makeMove('1', '1', 'a', 'two'), makeMove('2', '1', 'b', 'two', { after: [ch('1')] })];
    const notBefore = new Map([[ch('1'), '2026-12-10']]);
    expect(dates(propose(plan({ changes }), { notBefore }))).toEqual([
      'ch_1 2026-12-10 2026-12-10',
      'ch_2 2026-12-11 2026-12-11',
    ]);
  });

  it('has nothing to say of an empty plan, and says why it can say nothing', () => {
    expect(propose(planOf()).commands).toEqual([]);
    const changes = [makeMove('1', '1', 'a', 'two')];
    expect(refusal(plan({ changes }), { start: null })).toContain('say from which day on');
    expect(refusal(plan({ changes }), { start: '2026-02-30' })).toContain('"2026-02-30" is no date');
    const circle = [
      makeMove('1', '1', 'a', 'two', { after: [ch('2')] }),
      makeMove('2', '1', 'b', 'two', { after: [ch('1')] }),
    ];
    expect(refusal(plan({ changes: circle }))).toMatch(/in a circle: move . to two; move . to two\./u);
    const turned = [makeMove('1', '1', 'a', 'two', { after: [ch('2')] }), makeMove('2', '2', 'b', 'two')];
    expect(refusal(plan({ changes: turned }))).toContain('which comes in a later phase (Phase 2)');
    const self = [makeMove('1', '1', 'a', 'two', { after: [ch('1')] })];
    expect(propose(plan({ changes: self })).changes).toHaveLength(1);
  });

  it('says which window, freeze or crew leaves no day', () => {
    const changes = [makeMove('1', '1', 'a', 'two', { durationDays: 3 })];
    const past = [entry('last week', { kind: 'window', start: '2026-11-30', end: '2026-12-04' })];
    expect(refusal(plan({ changes, calendar: past }))).toContain(
      'because the windows leave no room (last week)',
    );
    const ever = [entry('for good', { kind: 'freeze', start: '2026-12-01' })];
    expect(refusal(plan({ changes, calendar: ever }))).toContain('because of freezes (for good)');
    const gone = [entry('team', { kind: 'crew', party: crew, people: 1, end: '2026-12-08' })];
    const owned = plan({ changes, calendar: gone, phases: [{ ...makePhase('1'), owner: crew }] });
    expect(refusal(owned)).toContain('because nobody of Operations has time');
  });
});
