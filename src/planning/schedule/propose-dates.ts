import { addDays, toDayNumber, toIsoDate, type DayNumber } from '#core/base/plain-date.ts';
import { fail, ok, type Result } from '#core/base/result.ts';
import type { Change } from '#core/model/change.ts';
import type { Command } from '#core/model/command.ts';
import type { ChangeId, PartyId, PhaseId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import { phasesInOrder } from '#core/state/plan-states.ts';
import { toSlack, type Slack } from './critical-path.ts';
import type { Duration } from './durations.ts';
import { explainCircle, explainLaterPhase, explainNoPlace, noStart } from './explain-schedule.ts';
import { findSchedule } from './improve-schedule.ts';
import { proposeTtlTasks, type ProposedTask } from './lower-ttl.ts';
import { prepareProject, type Schedule } from './project.ts';
import type { ScheduleOptions, ScheduleProblem } from './schedule-options.ts';
import { toPlanProject, type PlanProject } from './to-project.ts';

/** When a change is done. Dates are ISO days, both included. */
export interface ScheduledChange {
  readonly id: ChangeId;
  readonly start: string;
  readonly end: string;
  readonly duration: Duration;
  /** Days that it can begin later without the whole ending later. */
  readonly slackDays: number;
  readonly isCritical: boolean;
  readonly crews: readonly PartyId[];
}

/** From when to when a phase goes. */
export interface ScheduledPhase {
  readonly id: PhaseId;
  readonly start: string;
  readonly end: string;
}

/** Dates for a plan, and the commands that set them. Nothing is applied. */
export interface ProposedDates {
  readonly start: string;
  readonly end: string;
  readonly changes: readonly ScheduledChange[];
  readonly phases: readonly ScheduledPhase[];
  /** The changes that make the plan as long as it is, first to last. */
  readonly criticalPath: readonly ChangeId[];
  /** Days from the first to the last, and how many no schedule of these changes can go below. */
  readonly lengthDays: number;
  readonly leastDays: number;
  readonly tasks: readonly ProposedTask[];
  readonly commands: readonly Command[];
}

const usualSteps = 300_000;
const usualTtlDays = 2;

/** The earliest day that a phase or a change of a plan starts on. */
export function findPlannedStart(plan: Plan): string | null {
  const days = [...plan.phases, ...plan.changes].flatMap(({ start }) => toDayNumber(start) ?? []);
  return days.length === 0 ? null : toIsoDate(days.reduce((least, day) => Math.min(least, day)));
}

function toScheduled(
  made: PlanProject,
  origin: DayNumber,
  schedule: Schedule,
  slack: Slack,
): readonly ScheduledChange[] {
  return made.changes.map((change, index): ScheduledChange => {
    const demands = made.project.jobs[index]?.demands ?? [];
    return {
      id: change.id,
      start: toIsoDate(origin + (schedule.starts[index] ?? 0)),
      end: toIsoDate(origin + (schedule.ends[index] ?? 1) - 1),
      duration: made.durations[index] ?? { days: 1, why: 'usual' },
      slackDays: slack.days[index] ?? 0,
      isCritical: slack.days[index] === 0,
      crews: demands.flatMap(({ resource }) => made.crews[resource]?.party ?? []),
    };
  });
}

function toPhaseDates(
  plan: Plan,
  changes: readonly Change[],
  dates: readonly ScheduledChange[],
): ScheduledPhase[] {
  const spans = new Map<PhaseId, { start: string; end: string }>();
  for (const [index, change] of changes.entries()) {
    const own = dates[index];
    if (change.phase === null || own === undefined) continue;
    const span = spans.get(change.phase);
    if (span === undefined) spans.set(change.phase, { start: own.start, end: own.end });
    else {
      if (own.start < span.start) span.start = own.start;
      if (own.end > span.end) span.end = own.end;
    }
  }
  return phasesInOrder(plan).flatMap(({ id }) => {
    const span = spans.get(id);
    return span === undefined ? [] : [{ id, ...span }];
  });
}

function toCommands(
  plan: Plan,
  phases: readonly ScheduledPhase[],
  dates: readonly ScheduledChange[],
  tasks: readonly ProposedTask[],
): Command[] {
  const isOther = (
    before: { readonly start: string | null; readonly end: string | null } | undefined,
    now: ScheduledPhase | ScheduledChange,
  ): boolean => before === undefined || before.start !== now.start || before.end !== now.end;
  return [
    ...phases
      .filter((each) => isOther(plan.phases.get(each.id), each))
      .map(({ id, start, end }) => ({ command: 'edit-phase', phase: id, start, end })),
    ...dates
      .filter((each) => isOther(plan.changes.get(each.id), each))
      .map(({ id, start, end }) => ({ command: 'edit-change', change: id, start, end })),
    ...tasks.map(({ on, text, due }) => ({ command: 'add-task', on, text, due })),
  ];
}

function toNotBefore(options: ScheduleOptions): Map<string, DayNumber> {
  return new Map(
    [...(options.notBefore ?? [])].flatMap(([id, date]) => {
      const day = toDayNumber(date);
      return day === null ? [] : [[id, day] as const];
    }),
  );
}

function nothing(start: string): ProposedDates {
  return {
    start,
    end: start,
    changes: [],
    phases: [],
    criticalPath: [],
    lengthDays: 0,
    leastDays: 0,
    tasks: [],
    commands: [],
  };
}

/**
 * Proposes dates for all changes and phases of a plan: as early as its order, durations, windows, freezes, notice periods,
 * tasks with a lead time and crews allow. Dates that stand there already are proposed anew. The same plan and options give
 * the same dates everywhere; `dates-hold` accepts them. Where no dates can hold, a sentence says why.
 */
export function proposeDates(plan: Plan, options: ScheduleOptions): Result<ProposedDates, ScheduleProblem> {
  const start = options.start ?? findPlannedStart(plan);
  const origin = toDayNumber(start);
  if (start === null || origin === null || addDays(start, 0) === null) return fail(noStart(start));
  if (plan.changes.size === 0) return ok(nothing(start));
  const later = explainLaterPhase(plan);
  if (later !== null) return fail(later);
  const chosen = { ttlDays: usualTtlDays, ...options };
  const made = toPlanProject(plan, origin, toNotBefore(options), chosen);
  const prepared = prepareProject(made.project);
  if (prepared === null) return fail(explainCircle(plan));
  const found = findSchedule(prepared, {
    steps: options.steps ?? usualSteps,
    ...(options.onProgress === undefined ? {} : { onProgress: options.onProgress }),
  });
  if ('job' in found) return fail(explainNoPlace(plan, made, found.job, start));
  const slack = toSlack(prepared, found.schedule);
  const changes = toScheduled(made, origin, found.schedule, slack);
  const phases = toPhaseDates(plan, made.changes, changes);
  const tasks = chosen.ttlDays === null ? [] : proposeTtlTasks(plan, made.changes, chosen.ttlDays);
  const firstDay = changes.reduce(
    (least, each) => (each.start < least ? each.start : least),
    changes[0]?.start ?? start,
  );
  return ok({
    start: firstDay,
    end: changes.reduce((last, each) => (each.end > last ? each.end : last), start),
    changes,
    phases,
    criticalPath: slack.critical.flatMap((index) => made.changes[index]?.id ?? []),
    lengthDays: found.schedule.length,
    leastDays: found.lowerBound,
    tasks,
    commands: toCommands(plan, phases, changes, tasks),
  });
}
