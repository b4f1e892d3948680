import type { CalendarEntry, CalendarKind } from '#core/model/calendar-entry.ts';

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** Words of the calendar: windows, freezes, notice periods, crews and bandwidth. */
export const calendarText = {
  title: 'Calendar',
  open: 'Calendar…',
  intro:
    'What the dates keep to: the schedule looks for days that fit, and the checks say where dates break it.',
  list: 'Calendar entries',
  empty: 'Nothing in the calendar yet',
  emptyNext: 'Add a window in which work is allowed, a freeze, a notice period or a crew.',
  kind: 'Kind',
  kinds: {
    window: 'Window',
    freeze: 'Freeze',
    notice: 'Notice period',
    crew: 'Crew',
    bandwidth: 'Bandwidth',
  } satisfies Record<CalendarKind, string>,
  purpose: {
    window: 'days on which work may begin and end',
    freeze: 'days on which nothing is in work',
    notice: 'somebody is told so many days before',
    crew: 'how many people work at the same time',
    bandwidth: 'what is there for copying data',
  } satisfies Record<CalendarKind, string>,
  name: 'Name',
  nameHint: {
    window: 'Weekends',
    freeze: 'Year end',
    notice: 'Contract',
    crew: 'Night shift',
    bandwidth: 'Link',
  },
  start: 'From',
  told: 'Told on',
  end: 'Until',
  weekdays: 'Days of the week',
  weekday: (day: number): string => weekdays[day - 1] ?? String(day),
  days: 'Days before',
  party: 'Party',
  people: 'People at once',
  megabits: 'Megabits a second',
  concerns: 'Concerns',
  everything: 'Everything',
  notConcerned: (name: string): string => `Does not concern ${name}`,
  add: 'Add',
  save: 'Save',
  cancel: 'Cancel',
  close: 'Close',
  edit: (name: string): string => `Edit ${name}`,
  remove: (name: string): string => `Delete ${name}`,
  needsName: 'Give it a name.',
  needsWindow: 'Choose days of the week, or a first or last day.',
  needsStart: 'A freeze needs its first day.',
  needsNumber: 'Write a whole number from 1 on.',
  needsParty: 'Choose whose people they are.',
  order: 'The last day lies before the first.',
  span: (start: string | null, end: string | null): string =>
    start === null
      ? end === null
        ? ''
        : `until ${end}`
      : end === null
        ? `from ${start}`
        : `${start} – ${end}`,
  details: (entry: CalendarEntry, party: string, nodes: readonly string[]): string =>
    [
      (entry.weekdays ?? []).map((day) => weekdays[day - 1] ?? '').join(', '),
      entry.days === undefined ? '' : `${entry.days} ${entry.days === 1 ? 'day' : 'days'} before`,
      party,
      entry.people === undefined ? '' : `${entry.people} ${entry.people === 1 ? 'person' : 'people'} at once`,
      entry.megabits === undefined ? '' : `${entry.megabits} Mbit/s`,
      nodes.length === 0 ? '' : `only ${nodes.join(', ')}`,
    ]
      .filter((part) => part !== '')
      .join(' · '),
} as const;
