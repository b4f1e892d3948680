import { toIsoDate, type DayNumber } from '#core/base/plain-date.ts';

const withYear = new Intl.DateTimeFormat(undefined, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A plain date with its year in the reader's way of writing it. */
export function formatDate(day: DayNumber): string {
  return withYear.format(new Date(`${toIsoDate(day)}T00:00:00Z`));
}
