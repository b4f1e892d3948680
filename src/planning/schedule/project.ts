import type { WorkCalendar } from './work-calendar.ts';

/** How much of a resource a job takes on each of its days. */
export interface Demand {
  readonly resource: number;
  readonly amount: number;
}

/** A piece of work that is done in one go. Jobs are known by their place in the list. */
export interface Job {
  /** Open days that it takes; 0 is a milestone. */
  readonly days: number;
  readonly demands: readonly Demand[];
  /** Jobs that must be over before it begins. */
  readonly before: readonly number[];
  /** The first day on which it may begin. */
  readonly release: number;
  readonly calendar: WorkCalendar;
}

/** What is to be scheduled: the resource-constrained project scheduling problem with calendars. Days count from 0. */
export interface Project {
  readonly jobs: readonly Job[];
  /** Amount of each resource that is there on each day of the horizon. */
  readonly capacities: readonly Int32Array[];
  /** Days that are looked at; what does not fit before has no place. */
  readonly horizon: number;
}

/** A project with what every pass over it needs. */
export interface PreparedProject extends Project {
  readonly after: readonly (readonly number[])[];
  /** Jobs so that each comes after those before it, and where each stands there. */
  readonly order: Int32Array;
  readonly ranks: Int32Array;
}

/** When each job begins, and the day after its last one. */
export interface Schedule {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The day after the last day of all. */
  readonly length: number;
}

/**
 * Looks up the followers of each job and an order that keeps to `before`. `null` when jobs wait for each other in a circle.
 * Linear time.
 */
export function prepareProject(project: Project): PreparedProject | null {
  const { jobs } = project;
  const after: number[][] = jobs.map(() => []);
  const waiting = new Int32Array(jobs.length);
  for (const [index, job] of jobs.entries()) {
    waiting[index] = job.before.length;
    for (const each of job.before) after[each]?.push(index);
  }
  const order: number[] = [];
  for (let job = 0; job < jobs.length; job += 1) if (waiting[job] === 0) order.push(job);
  for (let at = 0; at < order.length; at += 1) {
    for (const follower of after[order[at] ?? 0] ?? []) {
      waiting[follower] = (waiting[follower] ?? 0) - 1;
      if (waiting[follower] === 0) order.push(follower);
    }
  }
  if (order.length < jobs.length) return null;
  const ranks = new Int32Array(jobs.length);
  for (const [rank, job] of order.entries()) ranks[job] = rank;
  return { ...project, after, order: Int32Array.from(order), ranks };
}
