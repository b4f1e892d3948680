import { mdText } from '#core/exporters/encode/markdown-text.ts';
import type { NumberedChange, PlanPart, PlanReader } from '#core/exporters/reading/plan-reader.ts';
import { toPartTitle } from '#core/exporters/reading/part-title.ts';
import { checklistSection } from './checklist-section.ts';
import { toFromTo, toPartyName, toWhat } from './change-words.ts';
import { markOf } from './mark-words.ts';
import { mdNotes } from './notes-words.ts';
import { stacked } from './section.ts';
import { mdTable } from './table.ts';
import { tasksOn } from './task-item.ts';
import { capitalised } from './words.ts';
import { toWaits } from './waits-for.ts';
import { toWhy } from './why-words.ts';
import { wrap } from './wrap.ts';

function toDates(start: string | null, end: string | null): string {
  if (start !== null && end !== null)
    return start === end ? mdText(start) : `${mdText(start)} to ${mdText(end)}`;
  if (start !== null) return `from ${mdText(start)}`;
  return end === null ? 'no dates yet' : `until ${mdText(end)}`;
}

/** When a phase is, whose it is, and what must be true to go on. */
export function toMeta(reader: PlanReader, part: PlanPart): string {
  const { phase } = part;
  if (phase === null) return 'These changes come last: nobody has put them into a phase yet.';
  const gate = phase.gate === null || phase.gate.trim() === '' ? '' : ` · go when: ${mdText(phase.gate)}`;
  const mark = markOf(reader, 'phase', phase.id);
  return `${capitalised(toDates(phase.start, phase.end))} · owner: ${toPartyName(reader, phase.owner)}${gate}${mark}`;
}

function toRow(reader: PlanReader, each: NumberedChange): string[] {
  const { change } = each;
  const { without } = reader.options;
  const when = change.start === null && change.end === null ? '' : toDates(change.start, change.end);
  return [
    `${each.number}${markOf(reader, 'change', change.id)}`,
    toWhat(reader, each),
    toFromTo(reader, each),
    toWhy(reader, each),
    toWaits(reader, each).join('; '),
    when,
    without.includes('notes') ? '' : mdNotes(change.notes),
  ];
}

/** Whether a party has to do with a change: a duty or hand-over of its own, or a task on it. */
function concerns(reader: PlanReader, part: PlanPart, each: NumberedChange): boolean {
  const { party } = reader.options;
  if (party === null || part.phase?.owner === party) return true;
  const { change } = each;
  const handOver = change.kind === 'hand-over' ? reader.plan.handovers.get(change.handover) : undefined;
  if (handOver?.from === party || handOver?.to === party) return true;
  return reader.plan.tasks.filter((task) => task.on === change.id && task.owner === party).length > 0;
}

/** One phase: when, who, what changes from where to where and why, and its checklists. */
export function partSection(reader: PlanReader, part: PlanPart): readonly string[] {
  const changes = part.changes.filter((each) => concerns(reader, part, each));
  const columns = [
    { title: '#', right: true },
    { title: 'what' },
    { title: 'from → to' },
    { title: 'why' },
    { title: 'waits for' },
    { title: 'when' },
    { title: 'notes', keep: !reader.options.without.includes('notes') },
  ];
  const table =
    changes.length === 0
      ? ['No changes yet.']
      : mdTable(
          columns,
          changes.map((each) => toRow(reader, each)),
        );
  return stacked(
    [`## ${mdText(toPartTitle(part))}`],
    wrap(toMeta(reader, part)),
    table,
    checklistSection(reader, { ...part, changes }),
  );
}

/** Phases that nothing is in yet, a line each: there is nothing to do in them, only to fill them. */
function emptyPhases(reader: PlanReader, parts: readonly PlanPart[]): readonly string[] {
  const lines = parts.flatMap((part) =>
    wrap(`**${mdText(toPartTitle(part))}** · ${toMeta(reader, part)}`, '- ', '  '),
  );
  return parts.length === 0 ? [] : stacked(['## Phases'], ['No change is in any of them yet.'], lines);
}

/** All phases of the document, or the one that it is narrowed to. */
export function partsSection(reader: PlanReader): readonly string[] {
  const { phase } = reader.options;
  const shown = reader.parts.filter((part) => phase === null || part.phase?.id === phase);
  const hasTasks = shown.some((part) => part.phase !== null && tasksOn(reader, part.phase.id).length > 0);
  if (reader.changes.length === 0 && !hasTasks) return emptyPhases(reader, shown);
  return stacked(...shown.map((part) => partSection(reader, part)));
}
