import type { CalendarEntry, CalendarKind } from '#core/model/calendar-entry.ts';
import { calendarText as text } from '#text/calendar.ts';

/** An entry of the calendar as it stands in the form: everything is text. */
export interface CalendarDraft {
  readonly kind: CalendarKind;
  readonly name: string;
  readonly start: string;
  readonly end: string;
  readonly weekdays: readonly number[];
  readonly days: string;
  readonly party: string | null;
  readonly people: string;
  readonly megabits: string;
  readonly nodes: readonly string[];
}

/** An empty form, or the one of an entry. */
export function toDraft(entry: CalendarEntry | null): CalendarDraft {
  return {
    kind: entry?.kind ?? 'window',
    name: entry?.name ?? '',
    start: entry?.start ?? '',
    end: entry?.end ?? '',
    weekdays: entry?.weekdays ?? [],
    days: String(entry?.days ?? ''),
    party: entry?.party ?? null,
    people: String(entry?.people ?? ''),
    megabits: String(entry?.megabits ?? ''),
    nodes: entry?.nodes ?? [],
  };
}

function isCount(value: string): boolean {
  return /^[1-9]\d{0,3}$/u.test(value.trim());
}

/** What is still missing, as a sentence; `null` when the entry can be added. */
export function findMissing(draft: CalendarDraft): string | null {
  const { kind, name, start, end } = draft;
  if (name.trim() === '') return text.needsName;
  if (start !== '' && end !== '' && end < start) return text.order;
  switch (kind) {
    case 'window':
      return draft.weekdays.length === 0 && start === '' && end === '' ? text.needsWindow : null;
    case 'freeze':
      return start === '' ? text.needsStart : null;
    case 'notice':
      return isCount(draft.days) ? null : text.needsNumber;
    case 'crew':
      if (draft.party === null) return text.needsParty;
      return isCount(draft.people) ? null : text.needsNumber;
    default:
      return isCount(draft.megabits) ? null : text.needsNumber;
  }
}

/** The fields of the command that adds or edits the entry: only those that its kind has. */
export function toEntryFields(draft: CalendarDraft): Readonly<Record<string, unknown>> {
  const { kind } = draft;
  return {
    name: draft.name.trim(),
    start: draft.start === '' ? null : draft.start,
    end: draft.end === '' ? null : draft.end,
    nodes: draft.nodes,
    ...(kind === 'window' ? { weekdays: [...draft.weekdays].sort((a, b) => a - b) } : {}),
    ...(kind === 'notice' ? { days: Number(draft.days) } : {}),
    ...(kind === 'crew' ? { party: draft.party, people: Number(draft.people) } : {}),
    ...(kind === 'bandwidth' ? { megabits: Number(draft.megabits) } : {}),
  };
}
