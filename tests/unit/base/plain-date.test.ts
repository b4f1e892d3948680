import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDueDate, toOffset } from '#core/base/due-date.ts';
import { addDays, isIsoDate, toDayNumber, toIsoDate, weekdayOf } from '#core/base/plain-date.ts';
import { runs } from '#support/counts.ts';

describe('plain dates', () => {
  it('agree with the calendar of the platform in UTC, for 10,000 years', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_528, max: 2_932_896 }), (day) => {
        const date = new Date(day * 86_400_000);
        expect(toIsoDate(day)).toBe(date.toISOString().slice(0, 10));
        expect(toDayNumber(toIsoDate(day))).toBe(day);
        expect(weekdayOf(day) % 7).toBe(date.getUTCDay());
      }),
      { numRuns: runs('property') * 5, verbose: 1 },
    );
  });

  it.each(['2026-02-29', '2026-00-10', '2026-13-01', '2026-04-31', '26-04-01', '2026-4-1', 'next week', ''])(
    'take no "%s"',
    (text) => {
      expect(toDayNumber(text)).toBeNull();
      expect(isIsoDate(text)).toBe(false);
      expect(addDays(text, 1)).toBeNull();
    },
  );

  it('go over leap days, year ends and the days when clocks change', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(addDays('2026-10-26', -2)).toBe('2026-10-24');
    expect(toDayNumber('1970-01-01')).toBe(0);
    expect(toDayNumber(null)).toBeNull();
  });

  it('stay inside of the years that four digits can write', () => {
    expect(toIsoDate(1e9)).toBe('9999-12-31');
    expect(toIsoDate(-1e9)).toBe('0000-01-01');
  });
});

describe('due dates', () => {
  it('are days, or days from the start of a phase', () => {
    expect([toOffset('T-7'), toOffset('t'), toOffset('T+3'), toOffset('soon')]).toEqual([-7, 0, 3, null]);
    expect(toDueDate('T-7', '2026-12-07')).toBe('2026-11-30');
    expect(toDueDate('T-7', null)).toBeNull();
    expect(toDueDate('2026-12-01', null)).toBe('2026-12-01');
    expect(toDueDate('2026-02-30', null)).toBeNull();
  });
});
