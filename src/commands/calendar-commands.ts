import { assertNever } from '#core/base/assert-never.ts';
import { fail, ok, type Result } from '#core/base/result.ts';
import { z } from '#core/document/zod.ts';
import { calendarKinds, type CalendarEntry, type CalendarKind } from '#core/model/calendar-entry.ts';
import { maybeDate, maybeId, someText, toNewId } from './arguments.ts';
import { defineCommand } from './define-command.ts';
import { refersTo } from './references.ts';

const calendarDetails = {
  start: maybeDate,
  end: maybeDate,
  nodes: z.array(refersTo('node')).exactOptional(),
  weekdays: z.array(z.number().int().min(1).max(7)).exactOptional(),
  days: z.number().int().min(0).max(3650).exactOptional(),
  party: refersTo('party').exactOptional(),
  people: z.number().int().min(1).max(10_000).exactOptional(),
  megabits: z.number().positive().exactOptional(),
};

/** The fields that only some kinds have. */
const own = ['weekdays', 'days', 'party', 'people', 'megabits'] as const;

/** What each kind needs beside its name, and what else it may have. */
const fieldsOf: {
  readonly [K in CalendarKind]: { readonly needs: readonly string[]; readonly may: readonly string[] };
} = {
  window: { needs: [], may: ['weekdays'] },
  freeze: { needs: ['start'], may: [] },
  notice: { needs: ['days'], may: [] },
  crew: { needs: ['party', 'people'], may: [] },
  bandwidth: { needs: ['megabits'], may: [] },
};

const examples: { readonly [K in CalendarKind]: string } = {
  window: '"weekdays": [6, 7] or "start" and "end"',
  freeze: '"start" and "end"',
  notice: '"days": 30',
  crew: '"party" and "people": 2',
  bandwidth: '"megabits": 200',
};

function checkEntry(entry: CalendarEntry): Result<null, string> {
  const { needs, may } = fieldsOf[entry.kind];
  const given: Readonly<Record<string, unknown>> = { ...entry };
  const missing = needs.find((field) => given[field] === undefined || given[field] === null);
  if (missing !== undefined)
    return fail(`"${missing}" is missing: a ${entry.kind} needs ${examples[entry.kind]}`);
  const strange = own.find(
    (field) => given[field] !== undefined && !needs.includes(field) && !may.includes(field),
  );
  if (strange !== undefined)
    return fail(`a ${entry.kind} has no "${strange}"; it has ${examples[entry.kind]}`);
  if (entry.start !== null && entry.end !== null && entry.end < entry.start) {
    return fail(`it ends on ${entry.end}, before it starts on ${entry.start}`);
  }
  if (
    entry.kind === 'window' &&
    entry.start === null &&
    entry.end === null &&
    (entry.weekdays ?? []).length === 0
  ) {
    return fail(`a window needs ${examples.window}`);
  }
  return ok(null);
}

/** What a calendar entry is called in the words of undo: `the freeze Year end`. */
function toEntryWords({ kind, name }: CalendarEntry): string {
  switch (kind) {
    case 'notice':
      return `the notice period ${name}`;
    case 'window':
    case 'freeze':
    case 'crew':
    case 'bandwidth':
      return `the ${kind} ${name}`;
    default:
      return assertNever(kind);
  }
}

/** Adds a window, freeze, notice period, crew or bandwidth. */
export const addCalendarEntry = defineCommand({
  name: 'add-calendar-entry',
  title: 'Add to the calendar',
  arguments: { id: maybeId('ca'), kind: z.enum(calendarKinds), name: someText, ...calendarDetails },
  apply: ({ id: given, ...fields }, draft) => {
    const id = toNewId(draft, 'ca', given, (each) => draft.plan.calendar.has(each));
    if (!id.ok) return id;
    const entry: CalendarEntry = { start: null, end: null, ...fields, id: id.value };
    const fits = checkEntry(entry);
    if (!fits.ok) return fits;
    draft.put('calendar', entry);
    return ok({ label: `Add ${toEntryWords(entry)}`, made: [id.value] });
  },
});

/** Changes fields of a calendar entry; its kind stays. */
export const editCalendarEntry = defineCommand({
  name: 'edit-calendar-entry',
  title: 'Edit the calendar',
  arguments: { entry: refersTo('calendar'), name: someText.exactOptional(), ...calendarDetails },
  apply: ({ entry: id, ...fields }, draft) => {
    const before = draft.plan.calendar.get(id);
    if (before === undefined) return fail('the calendar entry is not there');
    if (Object.keys(fields).length === 0) return fail('it changes nothing: give at least one field');
    const entry = { ...before, ...fields };
    const fits = checkEntry(entry);
    if (!fits.ok) return fits;
    draft.put('calendar', entry);
    return ok({ label: `Edit ${toEntryWords(entry)}`, made: [] });
  },
});

/** Takes a calendar entry away. */
export const removeCalendarEntry = defineCommand({
  name: 'remove-calendar-entry',
  title: 'Delete from the calendar',
  arguments: { entry: refersTo('calendar') },
  apply: ({ entry: id }, draft) => {
    const entry = draft.plan.calendar.get(id);
    draft.drop('calendar', [id]);
    return ok({ label: `Delete ${entry === undefined ? id : toEntryWords(entry)}`, made: [] });
  },
});
