import { toDayNumber, toIsoDate, type DayNumber } from '#core/base/plain-date.ts';
import { toChangeWords } from '#core/graph/change-words.ts';
import { findChangedNode, type Change } from '#core/model/change.ts';
import type { Phase } from '#core/model/phase.ts';
import {
  toChangeCalendars,
  toDayTest,
  toNoticeEnd,
  toOpenTest,
  type ChangeCalendar,
} from '#core/state/change-calendar.ts';
import type { PlanTrouble } from './rule.ts';
import type { Scene } from './scene.ts';
import { toCountWords, toNameList } from './words.ts';

interface Span {
  readonly first: DayNumber;
  readonly last: DayNumber;
}

/** Longer phases than about ten years are not counted day by day: there is a free day in them. */
const mostDays = 4000;

function toSpan({ start, end }: Phase): Span | null {
  const [first, last] = [toDayNumber(start), toDayNumber(end)];
  return first === null || last === null || last < first || last - first > mostDays ? null : { first, last };
}

/** On how many days of a phase a step may be in work, as far as the calendar says. */
function countFreeDays({ freeze, window, notice }: ChangeCalendar, { first, last }: Span): number {
  const frozen = freeze.filter((entry) => entry.start !== null).map(toDayTest);
  const isOpen = toOpenTest(window);
  const told = notice.reduce((latest, entry) => Math.max(latest, toNoticeEnd(entry) ?? first), first);
  let count = 0;
  for (let day = told; day <= last; day += 1) {
    if (isOpen(day) && !frozen.some((test) => test(day))) count += 1;
  }
  return count;
}

/** What of a calendar keeps days of a phase from being used, in words. */
function toReasons({ freeze, window, notice }: ChangeCalendar, { first, last }: Span): string {
  const meets = freeze.filter(
    ({ start, end }) =>
      start !== null && start <= toIsoDate(last) && (end === null || end >= toIsoDate(first)),
  );
  const late = notice.filter((entry) => (toNoticeEnd(entry) ?? first) > first);
  const named = [
    ...meets.map(({ name }) => `the freeze ${name}`),
    ...(window.length === 0 ? [] : [`the windows (${window.map(({ name }) => name).join(', ')})`]),
    ...late.map((entry) => `the notice period ${entry.name} until ${toIsoDate(toNoticeEnd(entry) ?? first)}`),
  ];
  return named.length === 0 ? '' : `, because of ${toNameList(named)}`;
}

function toKey({ freeze, window, notice }: ChangeCalendar): string {
  return [...freeze, ...window, ...notice].map(({ id }) => id).join(' ');
}

function toTrouble(key: string, words: string, changes: readonly Change[]): PlanTrouble {
  const first = changes[0];
  return {
    about: [],
    key,
    others: changes.flatMap((change) => findChangedNode(change) ?? []),
    words,
    change: first?.id ?? null,
    after: first === undefined ? [] : [first.id],
  };
}

function lookAtPhase(
  phase: Phase,
  span: Span,
  waiting: ReadonlyMap<ChangeCalendar, readonly Change[]>,
  toWords: (change: Change) => string,
): PlanTrouble[] {
  const found: PlanTrouble[] = [];
  const dates = `${phase.name} (${phase.start} to ${phase.end})`;
  for (const [calendar, changes] of waiting) {
    const days = countFreeDays(calendar, span);
    const reasons = toReasons(calendar, span);
    if (days === 0) {
      const [first] = changes;
      const steps =
        changes.length === 1 && first !== undefined
          ? `the step to ${toWords(first)}`
          : toCountWords(changes.length, 'step');
      const words = `${dates} leaves no day for ${steps}${reasons}.`;
      found.push(toTrouble(`${phase.id} closed ${toKey(calendar)}`, words, changes));
      continue;
    }
    for (const change of changes) {
      const takes = Math.ceil((change.durationDays ?? 0) - 1e-9);
      if (takes <= days) continue;
      const left = `only ${toCountWords(days, 'day')}`;
      const words = `The step to ${toWords(change)} takes ${takes} days, but ${dates} has ${left} for it${reasons}.`;
      found.push(toTrouble(`${change.id} short`, words, [change]));
    }
  }
  return found;
}

/**
 * Phases with dates in which the calendar leaves no day, or too few days, for steps that have no dates of their own: all of them
 * frozen, outside of every window, or before a notice period is over. One trouble a phase and reason.
 */
export function findClosedPhases(scene: Scene): PlanTrouble[] {
  const { plan, sequence } = scene;
  const spans = new Map(
    [...plan.phases].flatMap((phase) => {
      const span = toSpan(phase);
      return span === null ? [] : [[phase.id, span] as const];
    }),
  );
  if (spans.size === 0) return [];
  const calendarOf = toChangeCalendars(plan);
  const waiting = new Map<Phase, Map<ChangeCalendar, Change[]>>();
  for (const change of sequence) {
    const phase = plan.phases.get(change.phase);
    if (phase === undefined || !spans.has(phase.id)) continue;
    if (change.start !== null || change.end !== null) continue;
    const ofPhase = waiting.get(phase) ?? new Map<ChangeCalendar, Change[]>();
    waiting.set(phase, ofPhase);
    const calendar = calendarOf(change);
    const steps = ofPhase.get(calendar);
    if (steps === undefined) ofPhase.set(calendar, [change]);
    else steps.push(change);
  }
  return [...waiting].flatMap(([phase, ofPhase]) => {
    const span = spans.get(phase.id);
    return span === undefined
      ? []
      : lookAtPhase(phase, span, ofPhase, (change) => toChangeWords(scene, change));
  });
}
