import { describe, expect, it } from 'vitest';
import type { CalendarEntry } from '#core/model/calendar-entry.ts';
import { toId } from '#core/model/ids.ts';
import { planOf, type PlanRows } from '#support/build-plan.ts';
import { findingsOf } from '#support/find-findings.ts';
import { ch, makeMove, makeNode, makePhase, nd } from '#support/plan-parts.ts';

const nodes = [
  makeNode('one', 'provider'),
  makeNode('two', 'provider'),
  makeNode('h1', 'host', 'one'),
  makeNode('h2', 'host', 'one'),
  makeNode('a', 'server', 'h1'),
  makeNode('b', 'server', 'h2'),
];
const phases = [makePhase('1'), makePhase('2')];

function messages(rule: string, rows: PlanRows): string[] {
  return findingsOf(planOf({ nodes, phases, ...rows }), rule).map((finding) => finding.message);
}

describe('dates-hold', () => {
  it('reports dates that exclude each other, and none that are not set', () => {
    const dated = [
      { ...makePhase('1'), start: '2027-01-04', end: '2027-01-08' },
      { ...makePhase('2'), start: '2027-01-06', end: '2027-01-05' },
    ];
    expect(messages('dates-hold', { phases: dated })).toEqual(
      [
        'Phase 2 ends on 2027-01-05, before it starts on 2027-01-06.',
        'Phase 2 starts on 2027-01-06, before Phase 1, which comes first, is over on 2027-01-08.',
      ].sort(),
    );
    expect(messages('dates-hold', { changes: [makeMove('1', '1', 'a', 'two')] })).toEqual([]);
  });

  it('looks at steps: in their phase, after what they wait for, out of freezes', () => {
    const dated = [{ ...makePhase('1'), start: '2027-01-04', end: '2027-01-08' }];
    const first = makeMove('1', '1', 'a', 'two', { start: '2027-01-05', end: '2027-01-06' });
    const second = makeMove('2', '1', 'b', 'two', {
      start: '2027-01-05',
      end: '2027-01-12',
      after: [ch('1')],
    });
    const calendar = [
      {
        id: toId('ca', 'ca_1'),
        kind: 'freeze' as const,
        name: 'Inventory week',
        start: '2027-01-11',
        end: '2027-01-15',
      },
    ];
    expect(messages('dates-hold', { phases: dated, changes: [first], calendar })).toEqual([]);
    expect(messages('dates-hold', { phases: dated, changes: [first, second], calendar }).sort()).toEqual([
      'The step to move b to two ends on 2027-01-12, after Phase 1 does on 2027-01-08.',
      'The step to move b to two falls into the freeze Inventory week.',
      'The step to move b to two starts on 2027-01-05, but what it waits for is done only on 2027-01-06.',
    ]);
  });

  it('looks at windows and notice periods, for what they are for', () => {
    const at = (start: string, end: string) => [makeMove('1', '1', 'a', 'two', { start, end })];
    const open = {
      id: toId('ca', 'ca_1'),
      kind: 'window' as const,
      name: 'Weekends',
      start: null,
      end: null,
    };
    const calendar = [{ ...open, weekdays: [6, 7], nodes: [nd('h1')] }];
    expect(messages('dates-hold', { changes: at('2027-01-02', '2027-01-09'), calendar })).toEqual([]);
    expect(messages('dates-hold', { changes: at('2027-01-02', '2027-01-04'), calendar })).toEqual([
      'The step to move a to two ends on Monday, 2027-01-04, when no window is open (Weekends).',
    ]);
    const elsewhere = [{ ...open, weekdays: [6, 7], nodes: [nd('h2')] }];
    expect(messages('dates-hold', { changes: at('2027-01-05', '2027-01-06'), calendar: elsewhere })).toEqual(
      [],
    );
    const notice = [{ ...open, kind: 'notice' as const, name: 'Contract', days: 30, start: '2026-12-10' }];
    expect(messages('dates-hold', { changes: at('2027-01-09', '2027-01-09'), calendar: notice })).toEqual([]);
    expect(messages('dates-hold', { changes: at('2027-01-08', '2027-01-09'), calendar: notice })).toEqual([
      'The step to move a to two starts on 2027-01-08, before the notice period Contract is over on 2027-01-09.',
    ]);
    const untold = [{ ...open, kind: 'notice' as const, name: 'Contract', days: 30 }];
    expect(messages('dates-hold', { changes: at('2027-01-08', '2027-01-09'), calendar: untold })).toEqual([]);
  });

  describe('a phase with dates and steps without', () => {
    const dated = [{ ...makePhase('1'), start: '2027-01-04', end: '2027-01-08' }];
    const changes = [makeMove('1', '1', 'a', 'two'), makeMove('2', '1', 'b', 'two')];
    const entry = (
      number: number,
      kind: CalendarEntry['kind'],
      fields: Partial<CalendarEntry>,
    ): CalendarEntry => ({
      id: toId('ca', `ca_${number}`),
      kind,
      name: `entry ${number}`,
      start: null,
      end: null,
      ...fields,
    });
    const said = (calendar: CalendarEntry[], more: PlanRows = {}): string[] =>
      messages('dates-hold', { phases: dated, changes, calendar, ...more });

    it('has a day left by the freezes, of which several may cover it together', () => {
      const early = entry(1, 'freeze', { start: '2026-12-20', end: '2027-01-06' });
      const late = entry(2, 'freeze', { start: '2027-01-07' });
      expect(said([early])).toEqual([]);
      expect(said([late])).toEqual([]);
      expect(said([early, late])).toEqual([
        'Phase 1 (2027-01-04 to 2027-01-08) leaves no day for 2 steps, because of the freeze entry 1 and the freeze entry 2.',
      ]);
      const one = entry(3, 'freeze', { start: '2027-01-01', end: '2027-01-31', nodes: [nd('a')] });
      expect(said([one])).toEqual([
        'Phase 1 (2027-01-04 to 2027-01-08) leaves no day for the step to move a to two, because of the freeze entry 3.',
      ]);
      expect(said([early, late], { phases })).toEqual([]);
      const open = [{ ...makePhase('1'), start: '2027-01-04' }];
      expect(said([early, late], { phases: open })).toEqual([]);
    });

    it('has one in a window, after the notice periods', () => {
      expect(said([entry(1, 'window', { weekdays: [5, 6] })])).toEqual([]);
      expect(said([entry(1, 'window', { weekdays: [6, 7] })])).toEqual([
        'Phase 1 (2027-01-04 to 2027-01-08) leaves no day for 2 steps, because of the windows (entry 1).',
      ]);
      expect(said([entry(1, 'notice', { start: '2027-01-01', days: 7 })])).toEqual([]);
      expect(said([entry(1, 'notice', { start: '2027-01-01', days: 8 })])).toEqual([
        'Phase 1 (2027-01-04 to 2027-01-08) leaves no day for 2 steps, because of the notice period entry 1 until 2027-01-09.',
      ]);
      const both = [
        entry(1, 'window', { weekdays: [1] }),
        entry(2, 'notice', { start: '2027-01-04', days: 1 }),
      ];
      expect(said(both)).toHaveLength(1);
    });

    it('has as many as a step is known to take', () => {
      const long = [makeMove('1', '1', 'a', 'two', { durationDays: 4.5 })];
      expect(said([], { changes: long })).toEqual([]);
      const longer = [makeMove('1', '1', 'a', 'two', { durationDays: 5.5 })];
      expect(said([], { changes: longer })).toEqual([
        'The step to move a to two takes 6 days, but Phase 1 (2027-01-04 to 2027-01-08) has only 5 days for it.',
      ]);
      const freeze = entry(1, 'freeze', { start: '2027-01-08', end: '2027-01-09' });
      expect(said([freeze], { changes: long })).toHaveLength(1);
    });

    it('is not asked for days when its steps have dates, or when its own are turned', () => {
      const freeze = entry(1, 'freeze', { start: '2027-01-01', end: '2027-01-31' });
      const own = [makeMove('1', '1', 'a', 'two', { start: '2027-01-05', end: '2027-01-05' })];
      expect(said([freeze], { changes: own })).toEqual([
        'The step to move a to two falls into the freeze entry 1.',
      ]);
      const turned = [{ ...makePhase('1'), start: '2027-01-08', end: '2027-01-04' }];
      expect(said([freeze], { phases: turned })).toEqual([
        'Phase 1 ends on 2027-01-04, before it starts on 2027-01-08.',
      ]);
    });
  });
});
