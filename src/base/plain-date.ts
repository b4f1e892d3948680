/** Days since 1970-01-01 in the Gregorian calendar. Dates of a plan are plain dates: no zone, no clock, no daylight saving. */
export type DayNumber = number;

const isoDate = /^(\d{4})-(\d{2})-(\d{2})$/u;

/** Days before a year of the proleptic Gregorian calendar, counted from year 0. */
function daysBeforeYear(year: number): number {
  const before = year - 1;
  return year * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function monthLengths(year: number): readonly number[] {
  return [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
}

const epoch = daysBeforeYear(1970);
const firstDay = daysBeforeYear(0) - epoch;
const lastDay = daysBeforeYear(10_000) - epoch - 1;

/** The day number of an ISO date (`2026-12-07`), `null` for `null` and for what is no day of the calendar. */
export function toDayNumber(date: string | null): DayNumber | null {
  const [, years, months, days] = date === null ? [] : (isoDate.exec(date) ?? []);
  if (years === undefined) return null;
  const [year, month, day] = [Number(years), Number(months), Number(days)];
  const lengths = monthLengths(year);
  if (day < 1 || day > (lengths[month - 1] ?? 0)) return null;
  const before = lengths.slice(0, month - 1).reduce((sum, length) => sum + length, 0);
  return daysBeforeYear(year) - epoch + before + day - 1;
}

/** The ISO date of a day number. Only for days of the years 0000 to 9999: outside of them the nearest of their ends. */
export function toIsoDate(day: DayNumber): string {
  const days = Math.min(lastDay, Math.max(firstDay, Math.floor(day))) + epoch;
  let year = Math.floor(days / 365.2425);
  while (daysBeforeYear(year + 1) <= days) year += 1;
  while (daysBeforeYear(year) > days) year -= 1;
  let rest = days - daysBeforeYear(year);
  let month = 0;
  for (const length of monthLengths(year)) {
    if (rest < length) break;
    rest -= length;
    month += 1;
  }
  const pad = (value: number, width: number): string => String(value).padStart(width, '0');
  return `${pad(year, 4)}-${pad(month + 1, 2)}-${pad(rest + 1, 2)}`;
}

/** Whether a text is a day of the calendar, written as an ISO date. */
export function isIsoDate(text: string): boolean {
  return toDayNumber(text) !== null;
}

/** The date that lies a number of days after another; `null` when the text is no date. */
export function addDays(date: string, days: number): string | null {
  const day = toDayNumber(date);
  return day === null ? null : toIsoDate(day + days);
}

/** The day of the week: 1 for Monday to 7 for Sunday, as in ISO 8601. */
export function weekdayOf(day: DayNumber): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}
