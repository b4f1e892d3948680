import * as fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { toTable } from '#core/base/table.ts';
import type { ExportOptions } from '#core/exporters/contract.ts';
import { toIcsLine, toIcsText } from '#core/exporters/encode/ics-line.ts';
import { icsExporter } from '#core/exporters/ics/ics-exporter.ts';
import { toIcsSpan } from '#core/exporters/ics/ics-moments.ts';
import type { CalendarEntry } from '#core/model/calendar-entry.ts';
import { toId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import { clearOutPlan } from '#support/clear-out-plan.ts';
import { runs } from '#support/counts.ts';
import { emptyReport } from '#support/example-reports.ts';
import { hostileNames } from '#support/hostile-names.ts';

const all: ExportOptions = { phase: null, party: null, without: [] };

function calendarOf(plan: Plan, options = all): { text: string; events: ICAL.Event[] } {
  const [file] = icsExporter.export(plan, emptyReport, options).files;
  const text = String(file?.content);
  const root = new ICAL.Component(ICAL.parse(text));
  return { text, events: root.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each)) };
}

/** The plan with a window, a freeze and an entry without a date. */
function withCalendar(plan: Plan): Plan {
  return {
    ...plan,
    calendar: toTable<CalendarEntry>([
      {
        id: toId('ca', 'ca_1'),
        kind: 'window',
        name: 'Sunday night',
        start: '2026-12-06T20:00:00Z',
        end: '2026-12-06T23:30:00+01:00',
      },
      { id: toId('ca', 'ca_2'), kind: 'freeze', name: 'Christmas', start: '2026-12-20', end: '2027-01-03' },
      { id: toId('ca', 'ca_3'), kind: 'notice', name: 'Contract', start: null, end: null },
    ]),
  };
}

const lineEnds = /\r\n|[\n\r\u0085\u2028\u2029]/gu;
// oxlint-disable-next-line eslint/no-control-regex -- iCalendar has no place for them
const controls = /[\u0000-\u0008\u000b-\u001f\u007f]/gu;

describe('a line of iCalendar', () => {
  it('holds hostile texts: no line over 75 octets, no character cut, the same after unfolding', () => {
    fc.assert(
      fc.property(fc.array(hostileNames(), { maxLength: 6 }), (names) => {
        const text = names.join(' ');
        const line = toIcsLine('SUMMARY', toIcsText(text));
        for (const each of line.split('\r\n'))
          expect(new TextEncoder().encode(each).length).toBeLessThanOrEqual(75);
        expect(line.isWellFormed()).toBe(true);
        expect(line.replaceAll('\r\n ', '')).toBe(`SUMMARY:${toIcsText(text)}\r\n`);
        const [, parsed] = ICAL.parse(`BEGIN:VCALENDAR\r\n${line}END:VCALENDAR\r\n`);
        const said = text.toWellFormed().replaceAll(lineEnds, '\n').replaceAll(controls, '');
        expect(parsed).toEqual([['summary', {}, 'text', said]]);
      }),
      { numRuns: runs('hostileNames') },
    );
  });
});

describe('the calendar', () => {
  it('has the phases with exclusive ends, windows in UTC, and tasks on the day that T-7 means', () => {
    const { text, events } = calendarOf(withCalendar(clearOutPlan()));
    const found = Object.fromEntries(
      events.map((event) => [event.summary, `${event.startDate.toString()} – ${event.endDate.toString()}`]),
    );
    expect(found).toMatchObject({
      'Clear out': '2026-12-07 – 2026-12-12',
      'Window: Sunday night': '2026-12-06T20:00:00Z – 2026-12-06T22:30:00Z',
      'Freeze: Christmas': '2026-12-20 – 2027-01-04',
      'Watch the incoming connections of news1 for a week': '2026-11-30 – 2026-12-01',
      'Done: Tell everybody that the old machines go': '2026-12-01 – 2026-12-02',
    });
    expect(text).not.toMatch(/METHOD|ATTENDEE|ORGANIZER|VALARM/u);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
  });

  it('replaces what an earlier export brought: the same ids, a higher sequence', () => {
    const before = calendarOf(clearOutPlan());
    const after = calendarOf({ ...clearOutPlan(), revision: 7 });
    expect(after.events.map((event) => event.uid)).toEqual(before.events.map((event) => event.uid));
    expect(new Set(before.events.map((event) => event.uid)).size).toBe(before.events.length);
    expect(
      after.events.every((event) => event.sequence === 7 && event.uid.endsWith('.pl_test@rehome.invalid')),
    ).toBe(true);
    expect(after.text).toContain('DTSTAMP:20000101T000007Z');
  });

  it('lists what has no date, and narrows to a phase and a party', () => {
    const fields = icsExporter
      .export(withCalendar(clearOutPlan()), emptyReport, all)
      .notFitted.map((each) => each.field);
    expect(fields).toEqual([
      'phases without a date',
      'steps without a date',
      'windows, freezes and notice periods without a date',
      'tasks without a day',
    ]);
    const phase = calendarOf(clearOutPlan(), { ...all, phase: toId('ph', 'ph_clear') });
    expect(phase.events.map((event) => event.summary)).toContain('Clear out');
    const party = calendarOf(clearOutPlan(), { ...all, party: toId('pa', 'pa_mia') });
    expect(party.events.map((event) => event.summary)).toEqual([
      'Done: Tell everybody that the old machines go',
    ]);
  });

  it('reads only real days', () => {
    expect(toIcsSpan('2026-02-30', null)).toBeNull();
    expect(toIcsSpan('soon', '2026-02-03')?.start).toEqual(['DTSTART;VALUE=DATE', '20260203']);
    expect(toIcsSpan('2026-02-03', '2026-02-01')?.end).toEqual(['DTEND;VALUE=DATE', '20260204']);
  });
});
