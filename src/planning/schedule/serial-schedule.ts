import type { Demand, Job, PreparedProject, Schedule } from './project.ts';

type Free = readonly Int32Array[];

function toFree({ capacities }: PreparedProject): Free {
  return capacities.map((capacity) => capacity.slice());
}

/** The last day of a stretch on which a job finds too little of something; -1 when it fits. */
function findLastConflict(free: Free, demands: readonly Demand[], start: number, end: number): number {
  let last = start - 1;
  for (const { resource, amount } of demands) {
    const there = free[resource];
    if (there === undefined) continue;
    for (let day = end - 1; day > last; day -= 1) {
      if ((there[day] ?? 0) < amount) last = day;
    }
  }
  return last < start ? -1 : last;
}

/** The first day of a stretch on which a job finds too little of something; -1 when it fits. */
function findFirstConflict(free: Free, demands: readonly Demand[], start: number, end: number): number {
  let first = end;
  for (const { resource, amount } of demands) {
    const there = free[resource];
    if (there === undefined) continue;
    for (let day = start; day < first; day += 1) {
      if ((there[day] ?? 0) < amount) first = day;
    }
  }
  return first === end ? -1 : first;
}

function take(free: Free, demands: readonly Demand[], start: number, end: number): void {
  for (const { resource, amount } of demands) {
    const there = free[resource];
    if (there === undefined) continue;
    for (let day = start; day < end; day += 1) there[day] = (there[day] ?? 0) - amount;
  }
}

/** The first day on which a job can begin, -1 when there is none. */
function findEarly(free: Free, { calendar, days, demands }: Job, from: number): number {
  let day = from;
  for (;;) {
    const start = calendar.findStart(day, days);
    if (start < 0) return -1;
    const conflict = findLastConflict(free, demands, start, calendar.endOf(start, days));
    if (conflict < 0) return start;
    day = conflict + 1;
  }
}

/** The latest day after the last one that a job can have, -1 when there is none. */
function findLate(free: Free, { calendar, days, demands }: Job, until: number): number {
  let day = until;
  for (;;) {
    const end = calendar.findEnd(day, days);
    if (end < 0) return -1;
    const conflict = findFirstConflict(free, demands, calendar.startOf(end, days), end);
    if (conflict < 0) return end;
    day = conflict;
  }
}

/** The day from which a job can begin: its release, and the end of all before it. */
function readyDay({ jobs }: PreparedProject, ends: Int32Array, index: number): number {
  const job = jobs[index];
  if (job === undefined) return 0;
  let from = job.release;
  for (const each of job.before) from = Math.max(from, ends[each] ?? 0);
  return from;
}

/** Why there is no schedule: the first job of the list that finds no place before the horizon. */
export interface NoPlace {
  readonly job: number;
}

/**
 * Gives each job, in the order of the list, the earliest place that its calendar, those before it and the resources leave.
 * The list must keep to `before`. Source: the serial schedule generation scheme, J. Kelley, "The critical-path method:
 * resources planning and scheduling", 1963.
 */
export function toEarlySchedule(project: PreparedProject, list: Int32Array): Schedule | NoPlace {
  const free = toFree(project);
  const starts = new Int32Array(list.length);
  const ends = new Int32Array(list.length);
  let length = 0;
  for (const index of list) {
    const job = project.jobs[index];
    if (job === undefined) continue;
    const start = findEarly(free, job, readyDay(project, ends, index));
    if (start < 0) return { job: index };
    const end = job.calendar.endOf(start, job.days);
    take(free, job.demands, start, end);
    starts[index] = start;
    ends[index] = end;
    length = Math.max(length, end);
  }
  return { starts, ends, length };
}

/** Jobs by a key from 0 up, equal keys by their order; `sign` -1 turns both round. Numbers sort faster than a comparison. */
export function sortJobs({ order, ranks }: PreparedProject, keys: Int32Array, sign: 1 | -1 = 1): Int32Array {
  const size = keys.length;
  const packed = new Float64Array(size);
  for (let index = 0; index < size; index += 1) {
    packed[index] = (keys[index] ?? 0) * size + (ranks[index] ?? 0);
  }
  packed.sort();
  const list = new Int32Array(size);
  for (let at = 0; at < size; at += 1) {
    const rank = (packed[at] ?? 0) % size;
    list[sign === 1 ? at : size - 1 - at] = order[rank] ?? 0;
  }
  return list;
}

/**
 * Moves each job as late as the end of the whole allows, the last ones first. No job begins earlier than before, so a
 * schedule that holds still holds. The distance is the slack that it has beside the others.
 */
export function toLateSchedule(project: PreparedProject, early: Schedule): Schedule {
  const free = toFree(project);
  const starts = Int32Array.from(early.starts);
  const ends = Int32Array.from(early.ends);
  for (const index of sortJobs(project, early.ends, -1)) {
    const job = project.jobs[index];
    if (job === undefined) continue;
    let until = early.length;
    for (const each of project.after[index] ?? []) until = Math.min(until, starts[each] ?? until);
    const latest = findLate(free, job, until);
    const start = latest < 0 ? -1 : job.calendar.startOf(latest, job.days);
    // Where it stood it always still fits.
    if (start >= (early.starts[index] ?? 0)) {
      starts[index] = start;
      ends[index] = latest;
    }
    take(free, job.demands, starts[index] ?? 0, ends[index] ?? 0);
  }
  return { starts, ends, length: early.length };
}

/**
 * Forward-backward improvement: late, then early again in the order of the late starts; never longer than before.
 * Source: K. Li and R. Willis, "An iterative scheduling technique for resource-constrained project scheduling", 1992.
 */
export function justify(project: PreparedProject, schedule: Schedule): Schedule {
  const late = toLateSchedule(project, schedule);
  const again = toEarlySchedule(project, sortJobs(project, late.starts));
  return 'job' in again || again.length > schedule.length ? schedule : again;
}
