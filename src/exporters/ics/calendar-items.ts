import { sortedBy } from '#core/base/compare.ts';
import { toDueDate } from '#core/exporters/reading/iso-date.ts';
import type { Loss } from '#core/exporters/reading/loss.ts';
import { toPartName } from '#core/exporters/reading/part-title.ts';
import type { PlanPart, PlanReader } from '#core/exporters/reading/plan-reader.ts';
import { toTaskPlace } from '#core/exporters/reading/task-place.ts';
import { toChangeTitle } from '#core/projections/change-title.ts';
import { toIcsSpan, type IcsSpan } from './ics-moments.ts';

/** One entry of the calendar. */
export interface CalendarItem {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly span: IcsSpan;
  readonly category: string;
  /** Whether a calendar shows the time as taken. */
  readonly isBusy: boolean;
}

function toPhaseItems(reader: PlanReader, parts: readonly PlanPart[], loss: Loss): CalendarItem[] {
  return parts.flatMap((part): CalendarItem[] => {
    const { phase } = part;
    if (phase === null) return [];
    const span = toIcsSpan(phase.start, phase.end);
    if (span === null) {
      loss.add('phases without a date', phase.name);
      return [];
    }
    const owner = reader.nameOf(phase.owner);
    const lines = [
      ...part.changes.map((each) => `${each.number}. ${toChangeTitle(reader.plan, each.change)}`),
      ...(phase.gate === null ? [] : [`Go or no-go: ${phase.gate}`]),
      ...(owner === '' ? [] : [`Owner: ${owner}`]),
    ];
    return [{ id: phase.id, title: toPartName(part), lines, span, category: 'Phase', isBusy: false }];
  });
}

function toChangeItems(reader: PlanReader, parts: readonly PlanPart[], loss: Loss): CalendarItem[] {
  return parts.flatMap((part) =>
    part.changes.flatMap(({ change }): CalendarItem[] => {
      const title = toChangeTitle(reader.plan, change);
      const span = toIcsSpan(change.start, change.end);
      if (span === null) {
        // A change without a date of its own is named in its phase; only where that has none either is it lost.
        if (part.phase === null || toIcsSpan(part.phase.start, part.phase.end) === null) {
          loss.add('steps without a date', title);
        }
        return [];
      }
      const lines = reader.options.without.includes('notes') || change.notes === '' ? [] : [change.notes];
      return [{ id: change.id, title, lines, span, category: 'Step', isBusy: true }];
    }),
  );
}

function toTaskItems(reader: PlanReader, loss: Loss): CalendarItem[] {
  const { phase, party } = reader.options;
  return sortedBy(reader.plan.tasks, (task) => task.id).flatMap((task): CalendarItem[] => {
    const { part, name } = toTaskPlace(reader, task);
    if ((party !== null && task.owner !== party) || (phase !== null && part?.phase?.id !== phase)) return [];
    const due = task.due === null ? null : toDueDate(task.due, part?.phase?.start ?? null);
    const span = toIcsSpan(due, due);
    if (span === null) {
      loss.add('tasks without a day', task.text);
      return [];
    }
    const owner = reader.nameOf(task.owner);
    const lines = [
      ...(name === '' ? [] : [`For: ${name}`]),
      ...(owner === '' ? [] : [`Owner: ${owner}`]),
      ...(task.evidence === null ? [] : [`Evidence: ${task.evidence}`]),
    ];
    const title = task.done ? `Done: ${task.text}` : task.text;
    return [{ id: task.id, title, lines, span, category: 'Task', isBusy: false }];
  });
}

const entryWords = { window: 'Window', freeze: 'Freeze', notice: 'Notice period' } as const;

function toEntryItems(reader: PlanReader, loss: Loss): CalendarItem[] {
  return sortedBy(reader.plan.calendar, (entry) => entry.id).flatMap((entry): CalendarItem[] => {
    const span = toIcsSpan(entry.start, entry.end);
    const category = entryWords[entry.kind];
    if (span === null) {
      loss.add('windows, freezes and notice periods without a date', entry.name);
      return [];
    }
    return [{ id: entry.id, title: `${category}: ${entry.name}`, lines: [], span, category, isBusy: false }];
  });
}

/** Everything of a plan that has a date, narrowed to a phase and a party; what has none is listed. */
export function toCalendarItems(reader: PlanReader, loss: Loss): readonly CalendarItem[] {
  const { phase, party } = reader.options;
  const parts = reader.parts.filter((part) => phase === null || part.phase?.id === phase);
  const mine = parts.filter((part) => party === null || part.phase?.owner === party);
  return [
    ...toPhaseItems(reader, mine, loss),
    ...(party === null ? toChangeItems(reader, parts, loss) : []),
    ...(phase === null ? toEntryItems(reader, loss) : []),
    ...toTaskItems(reader, loss),
  ];
}
