import { toDayNumber, toIsoDate, weekdayOf, type DayNumber } from '#core/base/plain-date.ts';
import { checkPlan } from '#core/checks/check-plan.ts';
import { datesHold } from '#core/checks/rules/dates-hold.ts';
import type { Change } from '#core/model/change.ts';
import type { ChangeId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import { toDayTest } from '#core/state/change-calendar.ts';
import { phaseOf, phasesInOrder } from '#core/state/plan-states.ts';
import type { TimelineSpan } from './timeline-rows.ts';

/** A freeze or a window with dates, as the timeline draws it over all rows. */
export interface TimelineBand extends TimelineSpan {
  readonly id: string;
  readonly kind: 'freeze' | 'window';
  readonly name: string;
}

/** The freezes of a plan and the windows that have dates, cut to the days that are shown. */
export function toTimelineBands(plan: Plan, range: TimelineSpan): TimelineBand[] {
  return [...plan.calendar]
    .flatMap((entry): TimelineBand[] => {
      const { id, kind, name } = entry;
      if (kind !== 'freeze' && kind !== 'window') return [];
      if (entry.start === null && entry.end === null) return [];
      const start = Math.max(range.start, toDayNumber(entry.start) ?? range.start);
      const end = Math.min(range.end, toDayNumber(entry.end) ?? range.end);
      return end < start ? [] : [{ id, kind, name, start, end }];
    })
    .sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1));
}

interface Dated {
  readonly change: Change;
  readonly start: DayNumber;
  readonly end: DayNumber;
}

function toDated(plan: Plan): Dated[] {
  return plan.changes
    .filter(({ start, end }) => start !== null && end !== null)
    .flatMap((change) => {
      const [start, end] = [toDayNumber(change.start), toDayNumber(change.end)];
      return start === null || end === null ? [] : [{ change, start, end }];
    });
}

/** Whether work could go on between two days: more than one working day (the decision at a gate) that no freeze takes. */
function isGap(plan: Plan, after: DayNumber, before: DayNumber): boolean {
  const freezes = plan.calendar
    .filter(({ kind, start }) => kind === 'freeze' && start !== null)
    .map(toDayTest);
  let free = 0;
  for (let day = after + 1; day < before && free < 2; day += 1) {
    if (weekdayOf(day) <= 5 && !freezes.some((test) => test(day))) free += 1;
  }
  return free > 1;
}

/**
 * The chain of dated changes that leads to the last day without a gap: each waits for the one before, or follows it in the
 * next phase. Empty when nothing has dates of its own.
 */
export function findCriticalDates(plan: Plan): ReadonlySet<ChangeId> {
  const dated = toDated(plan);
  const byId = new Map(dated.map((each) => [each.change.id, each]));
  const ranks = new Map<string, number>(phasesInOrder(plan).map(({ id }, index) => [id, index]));
  const rankOf = ({ change }: Dated): number => ranks.get(phaseOf(plan, change)) ?? ranks.size;
  const later = (a: Dated, b: Dated): number => b.end - a.end || (a.change.id < b.change.id ? -1 : 1);
  const sorted = [...dated].sort(later);
  const chain = new Set<ChangeId>();
  let at = sorted[0];
  while (at !== undefined && !chain.has(at.change.id)) {
    chain.add(at.change.id);
    const current = at;
    const rank = rankOf(current);
    const own = current.change.after
      .flatMap((id) => byId.get(id) ?? [])
      .filter(({ end }) => end <= current.start);
    const before = sorted.find((each) => rankOf(each) < rank && each.end < current.start);
    const [next] = [...own, ...(before === undefined ? [] : [before])].sort(later);
    at = next === undefined || isGap(plan, next.end, current.start) ? undefined : next;
  }
  return chain;
}

/** What a change would have if it were some days later, and what that would break, in words. */
export interface ShiftedChange {
  readonly start: string;
  readonly end: string;
  readonly sentences: readonly string[];
}

/** Tries out moving a change by some days; `span` is where it is shown now. Only what is new is said. */
export function previewShift(plan: Plan, id: ChangeId, span: TimelineSpan, days: number): ShiftedChange {
  const start = toIsoDate(span.start + days);
  const end = toIsoDate(span.end + days);
  const change = plan.changes.get(id);
  if (change === undefined) return { start, end, sentences: [] };
  const known = new Set(checkPlan(plan, [datesHold]).findings.map((finding) => finding.id));
  const moved = { ...plan, changes: plan.changes.put([{ ...change, start, end }]) };
  const sentences = checkPlan(moved, [datesHold])
    .findings.filter((finding) => !known.has(finding.id))
    .map(({ message }) => message);
  return { start, end, sentences };
}
