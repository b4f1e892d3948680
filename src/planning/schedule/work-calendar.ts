/**
 * On which days a job can be in work. A job takes so many open days; it may rest over closed ones (a weekend), but never
 * over a frozen day and never for longer than a pause.
 */
export interface WorkCalendar {
  /** The first day, from `from` on, on which a job of so many open days can begin; -1 when there is none before the horizon. */
  readonly findStart: (from: number, days: number) => number;
  /** The day after the last one of a job that begins on a day that `findStart` gave. */
  readonly endOf: (start: number, days: number) => number;
  /** The latest day after the last one, up to `until`, that a job of so many open days can have; -1 when there is none. */
  readonly findEnd: (until: number, days: number) => number;
  /** The first day of a job that ends on what `findEnd` gave. */
  readonly startOf: (end: number, days: number) => number;
}

/** What a day is to a job. */
export type DayKind = 'open' | 'closed' | 'frozen';

/** The longest rest inside of a job, in days: a window once a week can be used week after week. */
const longestPause = 6;

interface OpenDays {
  readonly days: Int32Array;
  /** How many open days lie before a day. */
  readonly rank: Int32Array;
  /** For each open day the first and the last one that can be reached from it without a freeze or too long a rest. */
  readonly first: Int32Array;
  readonly last: Int32Array;
}

function toOpenDays(horizon: number, kindOf: (day: number) => DayKind): OpenDays {
  const open: number[] = [];
  const breaks: boolean[] = [];
  const rank = new Int32Array(horizon + 1);
  let isFrozen = false;
  for (let day = 0; day < horizon; day += 1) {
    rank[day] = open.length;
    const kind = kindOf(day);
    if (kind === 'frozen') isFrozen = true;
    if (kind !== 'open') continue;
    const before = open.at(-1);
    breaks.push(before === undefined || isFrozen || day - before - 1 > longestPause);
    open.push(day);
    isFrozen = false;
  }
  rank[horizon] = open.length;
  const first = new Int32Array(open.length);
  const last = new Int32Array(open.length);
  for (let at = 0; at < open.length; at += 1) first[at] = breaks[at] === true ? at : (first[at - 1] ?? 0);
  for (let at = open.length - 1; at >= 0; at -= 1) {
    last[at] = at === open.length - 1 || breaks[at + 1] === true ? at : (last[at + 1] ?? at);
  }
  return { days: Int32Array.from(open), rank, first, last };
}

/** The calendar of a kind of job over so many days. Look-ups take constant time but for freezes that are stepped over. */
export function toWorkCalendar(horizon: number, kindOf: (day: number) => DayKind): WorkCalendar {
  const { days, rank, first, last } = toOpenDays(horizon, kindOf);
  const rankOf = (day: number): number => rank[Math.min(horizon, Math.max(0, day))] ?? days.length;
  return {
    findStart: (from, count) => {
      if (count === 0) return from <= horizon ? from : -1;
      let at = rankOf(from);
      while (at < days.length) {
        const reach = last[at] ?? at;
        if (at + count - 1 <= reach) return days[at] ?? -1;
        at = reach + 1;
      }
      return -1;
    },
    endOf: (start, count) => (count === 0 ? start : (days[rankOf(start) + count - 1] ?? start) + 1),
    findEnd: (until, count) => {
      if (count === 0) return until;
      let at = rankOf(until) - 1;
      while (at >= 0) {
        const reach = first[at] ?? at;
        if (at - count + 1 >= reach) return (days[at] ?? 0) + 1;
        at = reach - 1;
      }
      return -1;
    },
    startOf: (end, count) => (count === 0 ? end : (days[rankOf(end) - count] ?? end)),
  };
}
