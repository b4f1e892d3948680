import { sortedBy } from '#core/base/compare.ts';
import { toDayNumber, weekdayOf, type DayNumber } from '#core/base/plain-date.ts';
import type { CalendarEntry, CalendarKind } from '#core/model/calendar-entry.ts';
import { findChangedNode, type Change } from '#core/model/change.ts';
import type { NodeId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';

/** The calendar entries that concern one change, each list by name. */
export type ChangeCalendar = { readonly [K in Exclude<CalendarKind, 'crew'>]: readonly CalendarEntry[] };

/** The nodes that a change itself is about: what it changes, where that goes, both ends of a dependency. */
function touchedBy(plan: Plan, change: Change): (NodeId | null | undefined)[] {
  switch (change.kind) {
    case 'move':
    case 'add':
      return [findChangedNode(change), change.to];
    case 'merge':
      return [change.node, change.into];
    case 'rewire': {
      const dependency = plan.dependencies.get(change.dependency);
      return [dependency?.from, dependency?.to, change.from, change.to];
    }
    case 'hand-over':
      return [plan.handovers.get(change.handover)?.subject];
    default:
      return [change.node];
  }
}

/**
 * Which entries of the calendar concern a change: those for everything, and those for a node that the change touches or
 * that such a node stands on (as the inventory is today). The look-up of the plan is made once.
 */
export function toChangeCalendars(plan: Plan): (change: Change) => ChangeCalendar {
  const entries = sortedBy(
    plan.calendar,
    (entry) => entry.name,
    (entry) => entry.id,
  );
  const isScoped = entries.some((entry) => (entry.nodes ?? []).length > 0);
  const adds = new Map<string, NodeId | null>();
  if (isScoped) {
    for (const change of plan.changes) if (change.kind === 'add') adds.set(change.node.id, change.to);
  }
  const places = (change: Change): ReadonlySet<string> => {
    const found = new Set<string>();
    for (const start of touchedBy(plan, change)) {
      let at = start ?? null;
      while (at !== null && !found.has(at)) {
        found.add(at);
        at = plan.nodes.get(at)?.parent ?? adds.get(at) ?? null;
      }
    }
    return found;
  };
  const pick = (kept: readonly CalendarEntry[]): ChangeCalendar => ({
    window: kept.filter(({ kind }) => kind === 'window'),
    freeze: kept.filter(({ kind }) => kind === 'freeze'),
    notice: kept.filter(({ kind }) => kind === 'notice'),
    bandwidth: kept.filter(({ kind }) => kind === 'bandwidth'),
  });
  const known = new Map<string, ChangeCalendar>();
  return (change) => {
    const here = isScoped ? places(change) : new Set<string>();
    const kept = entries.filter(({ nodes = [] }) => nodes.length === 0 || nodes.some((id) => here.has(id)));
    const key = kept.map(({ id }) => id).join(' ');
    const calendar = known.get(key) ?? pick(kept);
    known.set(key, calendar);
    return calendar;
  };
}

/** Whether a day lies between the start and the end of an entry, both included; `null` is open on that side. */
export function toDayTest(entry: CalendarEntry): (day: DayNumber) => boolean {
  const [start, end] = [toDayNumber(entry.start) ?? -Infinity, toDayNumber(entry.end) ?? Infinity];
  return (day) => start <= day && day <= end;
}

/** Whether work may begin or end on a day: any of the windows is open then. Without windows every day is open. */
export function toOpenTest(windows: readonly CalendarEntry[]): (day: DayNumber) => boolean {
  const tests = windows.map((entry) => {
    const covers = toDayTest(entry);
    const weekdays = entry.weekdays ?? [];
    return (day: DayNumber): boolean =>
      covers(day) && (weekdays.length === 0 || weekdays.includes(weekdayOf(day)));
  });
  return (day) => tests.length === 0 || tests.some((test) => test(day));
}

/** The first day that a notice period leaves free: `start`, the day of telling, and so many days. `null`: nobody was told yet. */
export function toNoticeEnd(entry: CalendarEntry, told: DayNumber | null = null): DayNumber | null {
  const start = toDayNumber(entry.start) ?? told;
  return start === null ? null : start + (entry.days ?? 0);
}
