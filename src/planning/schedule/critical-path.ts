import type { PreparedProject, Schedule } from './project.ts';
import { toLateSchedule } from './serial-schedule.ts';

/** How much a schedule can slip, and what it cannot. */
export interface Slack {
  /** Days that each job can begin later without the whole ending later, as the others then also give way. */
  readonly days: Int32Array;
  /** The chain of jobs without slack that leads to the end, first to last. */
  readonly critical: readonly number[];
}

function sharesResource({ jobs }: PreparedProject, a: number, b: number): boolean {
  const demands = jobs[b]?.demands ?? [];
  return (jobs[a]?.demands ?? []).some((one) => demands.some((two) => two.resource === one.resource));
}

/**
 * The slack of each job, by moving all as late as the end allows, and the critical chain: from the job that ends last back
 * to what it waited for, be it a job before it or one that held its crew.
 */
export function toSlack(project: PreparedProject, schedule: Schedule): Slack {
  const late = toLateSchedule(project, schedule);
  const days = late.starts.map((start, index) => start - (schedule.starts[index] ?? 0));
  const endOf = (index: number): number => schedule.ends[index] ?? 0;
  const tight = [...project.order].filter((index) => days[index] === 0);
  const byEnd = tight.sort(
    (a, b) => endOf(a) - endOf(b) || (project.ranks[a] ?? 0) - (project.ranks[b] ?? 0),
  );
  const chain: number[] = [];
  let at = byEnd.at(-1);
  let place = byEnd.length - 1;
  while (at !== undefined) {
    chain.push(at);
    const current = at;
    const start = schedule.starts[current] ?? 0;
    const before = new Set(project.jobs[current]?.before);
    at = undefined;
    for (place -= 1; place >= 0; place -= 1) {
      const each = byEnd[place];
      if (each === undefined || endOf(each) > start) continue;
      if (before.has(each) || sharesResource(project, each, current)) {
        at = each;
        break;
      }
    }
  }
  return { days, critical: chain.reverse() };
}
