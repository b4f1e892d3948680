import type { Exporter } from '#core/exporters/contract.ts';
import { toFileName } from '#core/exporters/encode/file-name.ts';
import { toIcsLine, toIcsText } from '#core/exporters/encode/ics-line.ts';
import { makeLoss } from '#core/exporters/reading/loss.ts';
import { toPlanReader } from '#core/exporters/reading/plan-reader.ts';
import type { Plan } from '#core/model/plan.ts';
import { toCalendarItems, type CalendarItem } from './calendar-items.ts';
import { toIcsMoment } from './ics-moments.ts';

/**
 * The moment of a revision: iCalendar asks for one, and a plan has no clock. It counts a second a revision from the year 2000, so
 * that the same plan gives the same bytes and a later revision is the later one.
 */
function toStamp(plan: Plan): string {
  return toIcsMoment(Date.UTC(2000, 0, 1) + plan.revision * 1000);
}

function toEvent(plan: Plan, item: CalendarItem): string {
  return [
    toIcsLine('BEGIN', 'VEVENT'),
    toIcsLine('UID', `${item.id}.${plan.id}@rehome.invalid`),
    toIcsLine('DTSTAMP', toStamp(plan)),
    toIcsLine('SEQUENCE', String(plan.revision)),
    toIcsLine(...item.span.start),
    toIcsLine(...item.span.end),
    toIcsLine('SUMMARY', toIcsText(item.title)),
    ...(item.lines.length === 0 ? [] : [toIcsLine('DESCRIPTION', toIcsText(item.lines.join('\n')))]),
    toIcsLine('CATEGORIES', toIcsText(item.category)),
    toIcsLine('TRANSP', item.isBusy ? 'OPAQUE' : 'TRANSPARENT'),
    toIcsLine('END', 'VEVENT'),
  ].join('');
}

/**
 * The dates of a plan for a calendar (RFC 5545): phases, steps, windows, freezes and tasks, tasks as all-day events because the large
 * calendars drop to-dos. Ids stay the same for ever and the sequence is the plan's revision, so a later export replaces an
 * earlier one. No attendees, no alarms: importing it sends nothing to anybody.
 */
export const icsExporter: Exporter = {
  format: 'ics',
  title: 'Calendar (iCalendar)',
  export: (plan, report, options) => {
    const reader = toPlanReader(plan, report, options);
    const loss = makeLoss();
    const content = [
      toIcsLine('BEGIN', 'VCALENDAR'),
      toIcsLine('VERSION', '2.0'),
      toIcsLine('PRODID', '-//Rehome//Plan//EN'),
      toIcsLine('CALSCALE', 'GREGORIAN'),
      toIcsLine('X-WR-CALNAME', toIcsText(plan.name)),
      ...toCalendarItems(reader, loss).map((item) => toEvent(plan, item)),
      toIcsLine('END', 'VCALENDAR'),
    ].join('');
    return { files: [{ path: `${toFileName(plan.name)}.ics`, content }], notFitted: loss.toNotFitted() };
  },
};
