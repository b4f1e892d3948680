import { addDays } from '#core/exporters/reading/iso-date.ts';

/** When something begins and ends, as lines of an event: whole days, or moments in UTC. */
export interface IcsSpan {
  readonly start: readonly [name: string, value: string];
  readonly end: readonly [name: string, value: string];
}

const day = /^\d{4}-\d{2}-\d{2}$/u;
const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/u;

/** A moment in UTC as iCalendar writes it: `20261207T200000Z`. */
export function toIcsMoment(time: number): string {
  return new Date(time).toISOString().replace(/\.\d+/u, '').replace(/[-:]/gu, '');
}

function isDay(text: string | null): text is string {
  return text !== null && day.test(text) && addDays(text, 0) === text;
}

/**
 * The span from a start to an end (the last day counts, as in a plan; in iCalendar the end is the day after). Where only one of
 * both is known it is that day alone. `null` when neither is a date.
 */
export function toIcsSpan(start: string | null, end: string | null): IcsSpan | null {
  if (start !== null && moment.test(start)) {
    const from = Date.parse(start);
    const to = end !== null && moment.test(end) ? Date.parse(end) : from;
    if (Number.isNaN(from) || Number.isNaN(to)) return null;
    return {
      start: ['DTSTART', toIcsMoment(from)],
      end: ['DTEND', toIcsMoment(Math.max(from, to))],
    };
  }
  const first = isDay(start) ? start : isDay(end) ? end : null;
  if (first === null) return null;
  const last = isDay(end) && end >= first ? end : first;
  const after = addDays(last, 1) ?? last;
  return {
    start: ['DTSTART;VALUE=DATE', first.replaceAll('-', '')],
    end: ['DTEND;VALUE=DATE', after.replaceAll('-', '')],
  };
}
