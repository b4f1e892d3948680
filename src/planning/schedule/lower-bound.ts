import type { Job, PreparedProject } from './project.ts';

/** Without resources: the day after the last day of each job when all begin as early as they can; `null` when one has no place. */
export function toEarliestEnds(project: PreparedProject): Int32Array | null {
  const ends = new Int32Array(project.jobs.length);
  for (const index of project.order) {
    const job = project.jobs[index];
    if (job === undefined) continue;
    let from = job.release;
    for (const each of job.before) from = Math.max(from, ends[each] ?? 0);
    const start = job.calendar.findStart(from, job.days);
    if (start < 0) return null;
    ends[index] = job.calendar.endOf(start, job.days);
  }
  return ends;
}

/** Without resources: the day before which each job must be over so that the whole ends by `until`. */
export function toLatestEnds(project: PreparedProject, until: number): Int32Array {
  const latest = new Int32Array(project.jobs.length).fill(until);
  for (let at = project.order.length - 1; at >= 0; at -= 1) {
    const index = project.order[at] ?? 0;
    const job = project.jobs[index];
    if (job === undefined) continue;
    const end = job.calendar.findEnd(latest[index] ?? until, job.days);
    const start = end < 0 ? 0 : job.calendar.startOf(end, job.days);
    for (const each of job.before) latest[each] = Math.min(latest[each] ?? until, start);
  }
  return latest;
}

function energyEnd(jobs: readonly Job[], capacity: Int32Array, resource: number): number {
  let work = 0;
  for (const job of jobs) {
    for (const demand of job.demands) if (demand.resource === resource) work += demand.amount * job.days;
  }
  let day = 0;
  while (work > 0 && day < capacity.length) {
    work -= capacity[day] ?? 0;
    day += 1;
  }
  return day;
}

/**
 * A length that no schedule goes below: the longest chain with its calendars, and for each resource the day on which all
 * its work can be done at the earliest. `null` when a job has no place at all.
 */
export function toLowerBound(project: PreparedProject): number | null {
  const ends = toEarliestEnds(project);
  if (ends === null) return null;
  const work = project.capacities.map((capacity, resource) => energyEnd(project.jobs, capacity, resource));
  return Math.max(
    0,
    ...work,
    ends.reduce((most, end) => Math.max(most, end), 0),
  );
}
