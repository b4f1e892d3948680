import type { CalendarId, NodeId, PartyId } from './ids.ts';

/** Kinds of calendar entry. */
export const calendarKinds = ['window', 'freeze', 'notice', 'crew', 'bandwidth'] as const;

/** What a calendar entry says. */
export type CalendarKind = (typeof calendarKinds)[number];

/**
 * What the dates of a plan keep to. Dates are ISO days, both included; `null` is open on that side.
 *
 * - `window`: days on which work may begin and end. Where windows concern a node, its other days are closed.
 * - `freeze`: days on which nothing may be in work.
 * - `notice`: somebody must be told `days` days before: nothing begins earlier than `start` (the day of telling) and so many days.
 * - `crew`: how many `people` of a `party` can work at the same time, between `start` and `end`.
 * - `bandwidth`: `megabits` a second that are there for copying data.
 */
export interface CalendarEntry {
  readonly id: CalendarId;
  readonly kind: CalendarKind;
  readonly name: string;
  readonly start: string | null;
  readonly end: string | null;
  /** Whom it concerns, each with all inside; absent or empty: everything. */
  readonly nodes?: readonly NodeId[];
  /** Of a window: its days of the week, 1 for Monday to 7 for Sunday; absent or empty: all. */
  readonly weekdays?: readonly number[];
  readonly days?: number;
  readonly party?: PartyId;
  readonly people?: number;
  readonly megabits?: number;
}
