import type { DayKind } from '#core/planning/schedule/work-calendar.ts';

/** A job as plainly as it can be said. */
export interface PlainJob {
  readonly days: number;
  readonly amounts: readonly number[];
  readonly before: readonly number[];
  readonly release: number;
  readonly calendar: readonly DayKind[];
}

/** The day after the last one of a job that begins on a day, walking day by day; `null` when it may not begin or go on there. */
export function findPlainEnd(job: PlainJob, start: number): number | null {
  if (job.days === 0) return start;
  let left = job.days;
  let rest = 0;
  for (let day = start; day < job.calendar.length; day += 1) {
    const kind = job.calendar[day];
    if (kind === 'frozen' || (day === start && kind === 'closed')) return null;
    rest = kind === 'open' ? 0 : rest + 1;
    if (rest > 6) return null;
    if (kind === 'open') left -= 1;
    if (left === 0) return day + 1;
  }
  return null;
}

/** The least length of all schedules there are: every job on every day. `null` when none fits. Jobs come after those before them. */
export function findShortest(
  jobs: readonly PlainJob[],
  capacities: readonly number[],
  horizon: number,
): number | null {
  let best: number | null = null;
  const used = capacities.map(() => Array.from({ length: horizon }, () => 0));
  const ends: number[] = [];
  const place = (index: number, length: number): void => {
    if (best !== null && length >= best) return;
    const job = jobs[index];
    if (job === undefined) {
      best = length;
      return;
    }
    const from = Math.max(job.release, ...job.before.map((each) => ends[each] ?? 0));
    for (let start = from; start <= horizon; start += 1) {
      const end = findPlainEnd(job, start);
      if (end === null) continue;
      const days = Array.from({ length: end - start }, (_, offset) => start + offset);
      const fits = job.amounts.every((amount, resource) =>
        days.every(
          (day) => (used[resource]?.[day] ?? 0) + amount <= (capacities[resource] ?? 0) || amount === 0,
        ),
      );
      if (!fits) continue;
      const add = (sign: number): void => {
        for (const [resource, amount] of job.amounts.entries()) {
          for (const day of days) {
            const row = used[resource];
            if (row !== undefined) row[day] = (row[day] ?? 0) + sign * amount;
          }
        }
      };
      add(1);
      ends[index] = end;
      place(index + 1, Math.max(length, end));
      add(-1);
    }
  };
  place(0, 0);
  return best;
}
