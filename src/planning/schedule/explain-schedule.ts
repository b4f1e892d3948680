import { toIsoDate, toDayNumber } from '#core/base/plain-date.ts';
import { toChangeWords } from '#core/checks/change-words.ts';
import { toScene } from '#core/checks/scene.ts';
import { findCycles } from '#core/graph/cycles.ts';
import type { Change } from '#core/model/change.ts';
import type { Plan } from '#core/model/plan.ts';
import { phaseOf, phasesInOrder, plannedSequence } from '#core/state/plan-states.ts';
import type { ScheduleProblem } from './schedule-options.ts';
import type { PlanProject } from './to-project.ts';

/** That nobody said from which day on. */
export function noStart(given: string | null): ScheduleProblem {
  return {
    code: 'no-start',
    message:
      given === null
        ? 'No phase has a date yet: say from which day on work can begin.'
        : `"${given}" is no date: write the first day as year-month-day, for example 2026-12-07.`,
    changes: [],
  };
}

function waitsOf(plan: Plan): (change: Change) => Change[] {
  return (change) => change.after.flatMap((id) => (id === change.id ? [] : (plan.changes.get(id) ?? [])));
}

/** A change that waits for one of a later phase, in words; `null` when there is none. */
export function explainLaterPhase(plan: Plan): ScheduleProblem | null {
  const ranks = new Map<string, number>(phasesInOrder(plan).map(({ id }, index) => [id, index]));
  const rankOf = (change: Change): number => ranks.get(phaseOf(plan, change)) ?? ranks.size;
  const waits = waitsOf(plan);
  for (const change of plannedSequence(plan)) {
    const late = waits(change).find((each) => rankOf(each) > rankOf(change));
    if (late === undefined) continue;
    const scene = toScene(plan);
    const phase = plan.phases.get(late.phase)?.name;
    return {
      code: 'later-phase',
      message: `The step to ${toChangeWords(scene, change)} waits for the step to ${toChangeWords(scene, late)}, which comes ${phase === undefined ? 'after the last phase' : `in a later phase (${phase})`}: put one of them into another phase, or let it wait no more.`,
      changes: [change.id, late.id],
    };
  }
  return null;
}

/** The changes that wait for each other in a circle, in words. */
export function explainCircle(plan: Plan): ScheduleProblem {
  const scene = toScene(plan);
  const [circle = []] = findCycles(plannedSequence(plan), waitsOf(plan));
  const words = circle.slice(0, 4).map((change) => toChangeWords(scene, change));
  const rest = circle.length > words.length ? ` and ${circle.length - words.length} more` : '';
  return {
    code: 'circle',
    message: `These steps wait for each other in a circle: ${words.join('; ')}${rest}. Let one of them wait no more.`,
    changes: circle.map(({ id }) => id),
  };
}

function toReasons(plan: Plan, made: PlanProject, index: number): string[] {
  const change = made.changes[index];
  const job = made.project.jobs[index];
  if (change === undefined || job === undefined) return [];
  const { window, freeze } = made.calendarOf(change);
  const names = (list: readonly { readonly name: string }[]): string =>
    list.map(({ name }) => name).join(', ');
  if (job.calendar.findStart(job.release, job.days) < 0) {
    return [
      ...(window.length === 0 ? [] : [`the windows leave no room (${names(window)})`]),
      ...(freeze.length === 0 ? [] : [`of freezes (${names(freeze)})`]),
    ];
  }
  const crews = job.demands.flatMap(
    ({ resource }) => plan.parties.get(made.crews[resource]?.party ?? null)?.name ?? [],
  );
  return crews.length === 0 ? [] : [`nobody of ${crews.join(' and ')} has time`];
}

/** A change that finds no day, and what leaves it none, in words. */
export function explainNoPlace(plan: Plan, made: PlanProject, index: number, start: string): ScheduleProblem {
  const change = made.changes[index];
  const job = made.project.jobs[index];
  const until = toIsoDate((toDayNumber(start) ?? 0) + made.project.horizon);
  if (change === undefined) {
    return { code: 'no-place', message: `The plan does not fit in before ${until}.`, changes: [] };
  }
  const reasons = toReasons(plan, made, index);
  const days = job?.days ?? 1;
  return {
    code: 'no-place',
    message: `The step to ${toChangeWords(toScene(plan), change)} takes ${days} ${days === 1 ? 'day' : 'days'} of work and finds none between ${start} and ${until}${reasons.length === 0 ? '' : `, because ${reasons.join(' and ')}`}.`,
    changes: [change.id],
  };
}
