import { weekdayOf, type DayNumber } from '#core/base/plain-date.ts';
import { toOffset } from '#core/base/due-date.ts';
import type { Change } from '#core/model/change.ts';
import type { ChangeId, PhaseId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import {
  toChangeCalendars,
  toDayTest,
  toNoticeEnd,
  toOpenTest,
  type ChangeCalendar,
} from '#core/state/change-calendar.ts';
import { phaseOf, phasesInOrder, plannedSequence } from '#core/state/plan-states.ts';
import { dayParts, toCrews, toWorkers, type Crew } from './crews.ts';
import { toDuration, type Duration } from './durations.ts';
import type { Demand, Job, Project } from './project.ts';
import { hasNamesThatMove } from './lower-ttl.ts';
import type { ScheduleOptions } from './schedule-options.ts';
import { toWorkCalendar, type WorkCalendar } from './work-calendar.ts';

/** A project made of a plan: its first jobs are the changes in the planned order, then comes one for the end of each phase. */
export interface PlanProject {
  readonly project: Project;
  readonly changes: readonly Change[];
  readonly durations: readonly Duration[];
  readonly crews: readonly Crew[];
  readonly calendarOf: (change: Change) => ChangeCalendar;
}

/** A hundred years: what does not fit in there has no place. */
const longest = 36_500;

interface Timing {
  readonly days: number;
  readonly parts: number;
}

/** Whole days on the calendar, and the parts of a person's day that are taken on each of them. */
function toTiming({ days }: Duration): Timing {
  if (days >= 1) return { days: Math.ceil(days - 1e-9), parts: dayParts };
  return { days: 1, parts: Math.ceil(days * dayParts) };
}

function toLeads(plan: Plan): ReadonlyMap<string, number> {
  const phases = new Map<string, PhaseId | 'end'>();
  for (const change of plan.changes) {
    phases.set(change.id, phaseOf(plan, change));
    if (change.kind === 'hand-over') phases.set(change.handover, phaseOf(plan, change));
  }
  const leads = new Map<string, number>();
  for (const task of plan.tasks) {
    const phase = plan.phases.has(task.on) ? task.on : phases.get(task.on);
    const days = -(toOffset(task.due ?? '') ?? 0);
    if (!task.done && phase !== undefined) leads.set(phase, Math.max(leads.get(phase) ?? 0, days));
  }
  return leads;
}

function toRelease(
  plan: Plan,
  origin: DayNumber,
  options: ScheduleOptions,
): (change: Change, calendar: ChangeCalendar) => number {
  const leads = toLeads(plan);
  const ttl = options.ttlDays ?? 0;
  return (change, calendar) => {
    const notices = calendar.notice.map((entry) => (toNoticeEnd(entry, origin) ?? origin) - origin);
    const names = ttl > 0 && hasNamesThatMove(plan, change) ? ttl : 0;
    return Math.max(0, leads.get(phaseOf(plan, change)) ?? 0, names, ...notices);
  };
}

/** Makes work calendars; changes that the same windows and freezes concern share one. */
function toCalendarMaker(
  origin: DayNumber,
  horizon: number,
  weekends: boolean,
): (entries: Pick<ChangeCalendar, 'window' | 'freeze'>) => WorkCalendar {
  const known = new Map<string, WorkCalendar>();
  return ({ window, freeze }) => {
    const key = [...window, ...freeze].map(({ id }) => id).join(' ');
    const before = known.get(key);
    if (before !== undefined) return before;
    const isOpen = toOpenTest(window);
    const frozen = freeze.filter((entry) => entry.start !== null).map(toDayTest);
    const made = toWorkCalendar(horizon, (at) => {
      const day = origin + at;
      if (frozen.some((test) => test(day))) return 'frozen';
      if (window.length > 0) return isOpen(day) ? 'open' : 'closed';
      return weekends || weekdayOf(day) <= 5 ? 'open' : 'closed';
    });
    known.set(key, made);
    return made;
  };
}

/** Before what each change comes: those it waits for, and the end of the phase before its own. */
function toJobsBefore(
  plan: Plan,
  changes: readonly Change[],
  ends: ReadonlyMap<PhaseId | 'end', number>,
): (change: Change) => number[] {
  const places = new Map<ChangeId, number>(changes.map((change, index) => [change.id, index]));
  const order: (PhaseId | 'end')[] = [...phasesInOrder(plan).map(({ id }) => id), 'end'];
  const endsBefore = new Map<PhaseId | 'end', number | null>();
  let last: number | null = null;
  for (const phase of order) {
    endsBefore.set(phase, last);
    last = ends.get(phase) ?? last;
  }
  return (change) => {
    const before = new Set(change.after.flatMap((id) => (id === change.id ? [] : (places.get(id) ?? []))));
    const end = endsBefore.get(phaseOf(plan, change)) ?? null;
    if (end !== null) before.add(end);
    return [...before];
  };
}

/** The project of a plan, its days counted from `origin`. */
export function toPlanProject(
  plan: Plan,
  origin: DayNumber,
  notBefore: ReadonlyMap<string, number>,
  options: ScheduleOptions,
): PlanProject {
  const changes = plannedSequence(plan);
  const calendarOf = toChangeCalendars(plan);
  const durations = changes.map((change) => toDuration(plan, change, calendarOf(change)));
  const timings = durations.map(toTiming);
  const toDay = toRelease(plan, origin, options);
  const releases = changes.map((change) =>
    Math.max(toDay(change, calendarOf(change)), (notBefore.get(change.id) ?? origin) - origin),
  );
  const work = timings.reduce((sum, timing) => sum + timing.days, 0);
  const latest = releases.reduce((most, release) => Math.max(most, release), 0);
  const horizon = Math.min(longest, latest + work * 8 + 1100);
  const crews = toCrews(plan, origin, horizon);
  const workersOf = toWorkers(plan);
  const makeCalendar = toCalendarMaker(origin, horizon, options.weekends ?? false);
  const filled = phasesInOrder(plan).filter(({ id }) => changes.some((change) => change.phase === id));
  const ends = new Map<PhaseId | 'end', number>(filled.map(({ id }, index) => [id, changes.length + index]));
  const beforeOf = toJobsBefore(plan, changes, ends);
  const jobs = changes.map((change, index): Job => {
    const { days, parts } = timings[index] ?? { days: 1, parts: dayParts };
    const workers = workersOf(change);
    const demands = crews.flatMap(({ party }, resource): Demand[] =>
      workers.includes(party) && parts > 0 ? [{ resource, amount: parts }] : [],
    );
    return {
      days,
      demands,
      before: beforeOf(change),
      release: releases[index] ?? 0,
      calendar: makeCalendar(calendarOf(change)),
    };
  });
  const plain = makeCalendar({ window: [], freeze: [] });
  const gates = filled.map((phase): Job => ({
    days: phase.gate === null ? 0 : (options.gateDays ?? 1),
    demands: [],
    before: changes.flatMap((change, index) => (change.phase === phase.id ? [index] : [])),
    release: 0,
    calendar: plain,
  }));
  return {
    project: { jobs: [...jobs, ...gates], capacities: crews.map(({ capacity }) => capacity), horizon },
    changes,
    durations,
    crews,
    calendarOf,
  };
}
