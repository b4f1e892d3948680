import { mdText } from '#core/exporters/encode/markdown-text.ts';
import { toStep } from '#core/exporters/markdown/change-words.ts';
import type { PlanReader } from '#core/exporters/reading/plan-reader.ts';
import { toChangeTitle } from '#core/projections/change-title.ts';
import { toPhaseName, type DatedTask, type WorkItem } from './work-items.ts';

function toTaskLine({ task, due, owner }: DatedTask): string {
  const details = [
    ...(owner === '' ? [] : [`owner: ${mdText(owner)}`]),
    ...(task.due === null
      ? []
      : [`due: ${due === null || due === task.due ? mdText(task.due) : `${due} (${mdText(task.due)})`}`]),
    ...(task.evidence === null || task.evidence === '' ? [] : [`evidence: ${mdText(task.evidence)}`]),
  ];
  return `- [${task.done ? 'x' : ' '}] ${[mdText(task.text), ...details].join(' — ')}`;
}

function toFactLines(reader: PlanReader, item: WorkItem): string[] {
  const { part, step } = item;
  const phase = part?.phase ?? null;
  const name = toPhaseName(item);
  const dates = phase === null ? '' : [phase.start, phase.end].filter((date) => date !== null).join(' to ');
  const owner = reader.nameOf(item.owner);
  const waits = (step?.change.after ?? []).flatMap((id) => {
    const other = reader.findChange(id);
    return other === undefined
      ? []
      : [`- Waits for step ${other.number}: ${mdText(toChangeTitle(reader.plan, other.change))}`];
  });
  return [
    ...(name === null ? [] : [`- Phase: ${mdText(name)}${dates === '' ? '' : ` (${mdText(dates)})`}`]),
    ...(step === null ? [] : [`- Step ${step.number} of ${reader.changes.length}`]),
    ...(owner === '' ? [] : [`- Owner: ${mdText(owner)}`]),
    ...waits,
  ];
}

function toConditionLines({ step }: WorkItem): string[] {
  const conditions = step?.change.conditions ?? [];
  return conditions.map(({ text, met }) => `- [${met ? 'x' : ' '}] first: ${mdText(text)}`);
}

/** The first sentence: always words, so that no text begins with a sign that a spreadsheet would run. */
function toFirstLine(reader: PlanReader, { step, question }: WorkItem): string {
  if (step !== null) return `${toStep(reader, step)}.`;
  if (question === null) return 'What this part of the plan needs to be done:';
  return question.question.blocking
    ? 'An open question, which holds back steps of the plan until it is answered.'
    : 'An open question of the plan.';
}

function toQuestionLines(reader: PlanReader, { question }: WorkItem): string[] {
  if (question === null) return [];
  const names = question.question.about.map((id) => reader.nameOf(id)).filter((name) => name !== '');
  const places = question.question.evidence.map(reader.toPlace).filter((place) => place !== '');
  return [
    ...(names.length === 0 ? [] : [`- About: ${names.map(mdText).join(', ')}`]),
    ...(places.length === 0 ? [] : [`- Source: ${places.map(mdText).join(', ')}`]),
  ];
}

/** The body of an issue as Markdown: what to do, when, what it waits for, its checklist and notes. Parts are one blank line apart. */
export function toIssueBody(reader: PlanReader, item: WorkItem): string {
  const { step, tasks } = item;
  const notes = step === null || reader.options.without.includes('notes') ? '' : step.change.notes;
  const parts: readonly (readonly string[])[] = [
    [toFirstLine(reader, item)],
    toQuestionLines(reader, item),
    toFactLines(reader, item),
    toConditionLines(item),
    tasks.map(toTaskLine),
    notes === ''
      ? []
      : notes
          .split(/\r\n|[\n\r]/u)
          .map(mdText)
          .filter((line) => line !== ''),
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}
