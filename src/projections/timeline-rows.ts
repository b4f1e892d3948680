import { sortedBy } from '#core/base/compare.ts';
import { toDayNumber, type DayNumber } from '#core/base/plain-date.ts';
import type { Change } from '#core/model/change.ts';
import type { ChangeId, PhaseId } from '#core/model/ids.ts';
import type { Phase } from '#core/model/phase.ts';
import type { Plan } from '#core/model/plan.ts';
import { phaseOf, phasesInOrder } from '#core/state/plan-states.ts';

/** A bar of the timeline, both days included; `null` where the plan says no date. */
export interface TimelineSpan {
  readonly start: DayNumber;
  readonly end: DayNumber;
}

/** One phase with its changes in the planned order. `phase: null` holds the changes without a phase. */
export interface TimelineGroup {
  readonly phase: Phase | null;
  readonly id: PhaseId | 'end';
  readonly span: TimelineSpan | null;
  readonly rows: readonly TimelineRow[];
}

/** One change. Without dates of its own it shares those of its phase (`isOwn: false`). */
export interface TimelineRow {
  readonly change: Change;
  readonly span: TimelineSpan | null;
  readonly isOwn: boolean;
  readonly waitsFor: readonly ChangeId[];
  /** Conditions that are not met, in words. */
  readonly conditions: readonly string[];
}

function toSpan(start: string | null, end: string | null, days: number | null): TimelineSpan | null {
  const from = toDayNumber(start);
  const to = toDayNumber(end) ?? (from === null || days === null ? null : from + Math.max(1, days) - 1);
  if (from === null && to === null) return null;
  const first = from ?? to ?? 0;
  return { start: first, end: Math.max(first, to ?? first) };
}

function toRow(change: Change, phase: TimelineSpan | null): TimelineRow {
  const own = toSpan(change.start, change.end, change.durationDays);
  return {
    change,
    span: own ?? phase,
    isOwn: own !== null,
    waitsFor: change.after,
    conditions: change.conditions.filter((condition) => !condition.met).map((condition) => condition.text),
  };
}

/** The phases in order with their changes; changes without a phase come last. */
export function toTimeline(plan: Plan): TimelineGroup[] {
  const changes = sortedBy(
    plan.changes,
    (change) => change.order,
    (change) => change.id,
  );
  const inPhase = (id: PhaseId | 'end'): Change[] => changes.filter((change) => phaseOf(plan, change) === id);
  const groups = phasesInOrder(plan).map((phase): TimelineGroup => {
    const span = toSpan(phase.start, phase.end, null);
    return { phase, id: phase.id, span, rows: inPhase(phase.id).map((change) => toRow(change, span)) };
  });
  const rest = inPhase('end').map((change) => toRow(change, null));
  return rest.length === 0 ? groups : [...groups, { phase: null, id: 'end', span: null, rows: rest }];
}

/** The first and last day that the timeline shows, with a week of air; `null` when nothing has a date. */
export function findTimelineRange(groups: readonly TimelineGroup[]): TimelineSpan | null {
  const spans = groups.flatMap((group) => [group.span, ...group.rows.map((row) => row.span)]);
  const known = spans.filter((span) => span !== null);
  if (known.length === 0) return null;
  return {
    start: Math.min(...known.map((span) => span.start)) - 7,
    end: Math.max(...known.map((span) => span.end)) + 14,
  };
}
