import type { NumberedChange, PlanPart, PlanReader } from '#core/exporters/reading/plan-reader.ts';
import type { Task } from '#core/model/task.ts';
import { toStep } from './change-words.ts';
import { toChecksAfter } from './checks-after.ts';
import { stacked } from './section.ts';
import { tasksOn, toTaskItem, toTaskTime, type TaskTime } from './task-item.ts';
import { toWayBack } from './way-back.ts';
import { wrap } from './wrap.ts';

interface Timed {
  readonly task: Task;
  readonly time: TaskTime;
}

function timed(tasks: readonly Task[], start: string | null, end: string | null): Timed[] {
  return tasks.map((task) => ({ task, time: toTaskTime(task, start, end) }));
}

function items(
  reader: PlanReader,
  all: readonly Timed[],
  time: TaskTime,
  start: string | null,
  indent = '',
): string[] {
  return all
    .filter((each) => each.time === time)
    .flatMap(({ task }) => toTaskItem(reader, task, start, indent));
}

/** A step of the phase as a line to tick, with the tasks of the day below it. */
function toStepItem(
  reader: PlanReader,
  each: NumberedChange,
  tasks: readonly Timed[],
  start: string | null,
): string[] {
  const when = each.change.start === null ? '' : ` — due: ${each.change.start}`;
  const days = each.change.durationDays;
  const takes = days === null ? '' : ` — takes ${days} ${days === 1 ? 'day' : 'days'}`;
  const line = `${each.number} · ${toStep(reader, each)}${when}${takes}`;
  return [...wrap(line, '- [ ] ', '  '), ...items(reader, tasks, 'during', start, '  ')];
}

/** The checklists of a phase: what comes before, the steps in order with their tasks, what to check after, the way back. */
export function checklistSection(reader: PlanReader, part: PlanPart): readonly string[] {
  const start = part.phase?.start ?? null;
  const end = part.phase?.end ?? null;
  const ofPhase = part.phase === null ? [] : timed(tasksOn(reader, part.phase.id), start, end);
  const ofChanges = part.changes.map((each) => ({
    each,
    tasks: timed(tasksOn(reader, each.change.id), start, end),
  }));
  const all = [...ofPhase, ...ofChanges.flatMap(({ tasks }) => tasks)];
  const before = items(reader, all, 'before', start);
  const steps = [
    ...items(reader, ofPhase, 'during', start),
    ...ofChanges.flatMap(({ each, tasks }) => toStepItem(reader, each, tasks, start)),
  ];
  const after = [...items(reader, all, 'after', start), ...toChecksAfter(reader, part)];
  const back = toWayBack(reader, part);
  const block = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [`### ${title}`, '', ...lines];
  return stacked(
    block('Before', before),
    block('Steps', steps),
    block('Check after', after),
    block('Way back', back),
  );
}
