import { toSeededRandom } from '#core/base/seeded-random.ts';
import type { Job, Project } from '#core/planning/schedule/project.ts';
import { toWorkCalendar } from '#core/planning/schedule/work-calendar.ts';

/**
 * A project of the form of the PSPLIB sets (j30, j90): durations 1 to 10, four resources, each job after up to three of the
 * fifteen before it. `strength` from 0 to 1 says how much there is of each resource between the least and the most that is of use.
 */
export function makeLibraryProject(jobs: number, seed: number, strength: number): Project {
  const random = toSeededRandom(seed);
  const days = Array.from({ length: jobs }, () => 1 + random(10));
  const horizon = days.reduce((sum, each) => sum + each, 1);
  const calendar = toWorkCalendar(horizon, () => 'open');
  const made: Job[] = days.map((each, index) => ({
    days: each,
    demands: [0, 1, 2, 3].flatMap((resource) =>
      random(2) === 0 ? [] : [{ resource, amount: 1 + random(10) }],
    ),
    before: [
      ...new Set(
        Array.from({ length: index === 0 ? 0 : 1 + random(3) }, () => Math.max(0, index - 1 - random(15))),
      ),
    ],
    release: 0,
    calendar,
  }));
  const least = 10;
  const capacities = [0, 1, 2, 3].map((resource) => {
    const all = made.flatMap((job) => job.demands.filter((each) => each.resource === resource));
    const most = all.reduce((sum, each) => sum + each.amount, 0) / 4;
    return new Int32Array(horizon).fill(Math.round(least + strength * Math.max(0, most - least)));
  });
  return { jobs: made, capacities, horizon };
}
