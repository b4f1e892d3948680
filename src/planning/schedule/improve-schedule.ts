import { toSeededRandom, type SeededRandom } from '#core/base/seeded-random.ts';
import { toLatestEnds, toLowerBound } from './lower-bound.ts';
import type { PreparedProject, Schedule } from './project.ts';
import { justify, sortJobs, toEarlySchedule, type NoPlace } from './serial-schedule.ts';

/** How much work the search may do, and what it tells about it. A step is one job placed once. */
export interface SearchLimits {
  readonly steps: number;
  readonly onProgress?: (share: number) => void;
}

/** The best schedule that was found, and the length that no schedule goes below. */
export interface FoundSchedule {
  readonly schedule: Schedule;
  readonly lowerBound: number;
}

interface Candidate {
  readonly list: Int32Array;
  readonly schedule: Schedule;
  /** Less is better: the length, then the sum of all ends, because what is done earlier on the whole can slip more. */
  readonly score: number;
}

function toScore({ length, ends }: Schedule): number {
  let sum = 0;
  for (const end of ends) sum += end;
  return length + sum / (1 + length * ends.length);
}

function countFollowers({ order, after }: PreparedProject): Int32Array {
  const counts = new Int32Array(order.length);
  for (let at = order.length - 1; at >= 0; at -= 1) {
    const index = order[at] ?? 0;
    for (const each of after[index] ?? []) {
      counts[index] = Math.min(1_000_000_000, (counts[index] ?? 0) + (counts[each] ?? 0) + 1);
    }
  }
  return counts;
}

/** Lists by priority rules: latest finish, latest start, most followers. Each keeps to `before` by its nature. */
function toRuleLists(project: PreparedProject, latest: Int32Array): Int32Array[] {
  const latestStarts = latest.map((end, index) => {
    const job = project.jobs[index];
    if (job === undefined) return 0;
    const last = job.calendar.findEnd(end, job.days);
    return last < 0 ? 0 : job.calendar.startOf(last, job.days);
  });
  const followers = countFollowers(project);
  const most = followers.reduce((max, each) => Math.max(max, each), 0);
  return [latest, latestStarts, followers.map((each) => most - each)].map((keys) => sortJobs(project, keys));
}

/** A list in which jobs that must be over early mostly come early, with some chance in it (regret-based sampling). */
function toSampledList(project: PreparedProject, latest: Int32Array, random: SeededRandom): Int32Array {
  const waiting = Int32Array.from(project.jobs, (job) => job.before.length);
  const ready: number[] = [];
  for (const index of project.order) if (waiting[index] === 0) ready.push(index);
  const list = new Int32Array(project.jobs.length);
  for (let at = 0; at < list.length; at += 1) {
    // The best of three that are drawn: a bias to the early ones that costs the same whatever the number of ready jobs.
    let best = random(ready.length);
    for (let draw = 0; draw < 2; draw += 1) {
      const other = random(ready.length);
      if ((latest[ready[other] ?? 0] ?? 0) < (latest[ready[best] ?? 0] ?? 0)) best = other;
    }
    const index = ready[best] ?? 0;
    const last = ready.pop() ?? index;
    if (best < ready.length) ready[best] = last;
    list[at] = index;
    for (const each of project.after[index] ?? []) {
      waiting[each] = (waiting[each] ?? 0) - 1;
      if (waiting[each] === 0) ready.push(each);
    }
  }
  return list;
}

/** Two-point crossover of lists: the ends as in one parent, the middle in the order of the other; `before` stays kept. */
function cross(mother: Int32Array, father: Int32Array, random: SeededRandom): Int32Array {
  const size = mother.length;
  const [one, two] = [random(size + 1), random(size + 1)];
  const [from, to] = one < two ? [one, two] : [two, one];
  const child = new Int32Array(size);
  const taken = new Uint8Array(size);
  child.set(mother.subarray(0, from));
  for (let at = 0; at < from; at += 1) taken[mother[at] ?? 0] = 1;
  let at = from;
  for (const index of father) {
    if (at >= to) break;
    if (taken[index] === 1) continue;
    child[at] = index;
    taken[index] = 1;
    at += 1;
  }
  for (const index of mother) {
    if (taken[index] === 1) continue;
    child[at] = index;
    at += 1;
  }
  return child;
}

/** Swaps some neighbours that do not wait for each other. */
function mutate({ jobs }: PreparedProject, list: Int32Array, random: SeededRandom): void {
  for (let at = 1; at < list.length; at += 1) {
    if (random(60) > 0) continue;
    const [before, after] = [list[at - 1] ?? 0, list[at] ?? 0];
    if (jobs[after]?.before.includes(before) === true) continue;
    list[at - 1] = after;
    list[at] = before;
  }
}

function toCandidate(project: PreparedProject, list: Int32Array): Candidate | NoPlace {
  const early = toEarlySchedule(project, list);
  if ('job' in early) return early;
  const schedule = justify(project, early);
  return { list: sortJobs(project, schedule.starts), schedule, score: toScore(schedule) };
}

/** Takes a child in for the worst of the population when it is better and none has its score. */
function settle(population: Candidate[], child: Candidate): void {
  let worst = 0;
  for (let at = 0; at < population.length; at += 1) {
    const score = population[at]?.score ?? 0;
    if (score === child.score) return;
    if (score > (population[worst]?.score ?? 0)) worst = at;
  }
  if (child.score < (population[worst]?.score ?? 0)) population[worst] = child;
}

const populationSize = 100;

/**
 * A schedule as short as the search finds: priority rules, sampled lists, then crossing the best ones, each improved forward
 * and backward. Stops at the lower bound or after so many steps; the same project gives the same schedule everywhere.
 * Source: V. Valls, F. Ballestín, S. Quintanilla, "A hybrid genetic algorithm for the resource-constrained project
 * scheduling problem", 2008, in the steady state. Returns the job that finds no place when there is one.
 */
export function findSchedule(project: PreparedProject, limits: SearchLimits): FoundSchedule | NoPlace {
  const size = project.jobs.length;
  const first = toCandidate(project, project.order);
  if ('job' in first) return first;
  const lowerBound = toLowerBound(project) ?? 0;
  let best: Candidate = first;
  let left = limits.steps - 3 * size;
  const population: Candidate[] = [first];
  const isDone = (): boolean => best.schedule.length <= lowerBound || left < 3 * size;
  const look = (list: Int32Array): Candidate | null => {
    const found = toCandidate(project, list);
    left -= 3 * size;
    if ('job' in found) return null;
    if (found.score < best.score) best = found;
    return found;
  };
  const latest = toLatestEnds(project, first.schedule.length);
  for (const list of toRuleLists(project, latest)) {
    const found = look(list);
    if (found !== null) population.push(found);
  }
  const random = toSeededRandom(size);
  while (!isDone() && population.length < populationSize) {
    const found = look(toSampledList(project, latest, random));
    if (found !== null) population.push(found);
  }
  while (!isDone()) {
    limits.onProgress?.(1 - left / limits.steps);
    const pick = (): Candidate => {
      const one = population[random(population.length)] ?? first;
      const two = population[random(population.length)] ?? first;
      return two.score < one.score ? two : one;
    };
    const child = cross(pick().list, pick().list, random);
    mutate(project, child, random);
    const found = look(child);
    if (found !== null) settle(population, found);
  }
  return { schedule: best.schedule, lowerBound };
}
