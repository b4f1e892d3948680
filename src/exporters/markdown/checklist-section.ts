import type { NumberedChange, PlanPart, PlanReader } from '#core/exporters/reading/plan-reader.ts';
import type { Task } from '#core/model/task.ts';
import { toStep } from './change-words.ts';
import { toChecksAfter } from './checks-after.ts';
import { markOf } from './mark-words.ts';
import { findOwnTask } from './own-tasks.ts';
import { stacked } from './section.ts';
import { tasksOn, toTaskItem, toTaskTime, type TaskTime } from './task-item.ts';
import { toWayBack } from './way-back.ts';
import { wrap } from './wrap.ts';

interface Timed {
  readonly task: Task;
  readonly time: TaskTime;
}

/** What a phase is worked through by: the tasks around its steps, its steps with their tasks, and what to check after. */
export interface PhaseLists {
  readonly before: readonly string[];
  readonly steps: readonly { readonly each: NumberedChange; readonly lines: readonly string[] }[];
  readonly during: readonly string[];
  readonly after: readonly string[];
}

/** A step of the phase as a line to tick, with the tasks of the day below it. */
function toStepItem(reader: PlanReader, each: NumberedChange, own: Task | undefined): string[] {
  // It is due when it is to be done: of several days the last one.
  const due = each.change.end ?? each.change.start;
  const when = due === null ? '' : ` — due: ${due}`;
  const days = each.change.durationDays;
  const takes = days === null ? '' : ` — takes ${days} ${days === 1 ? 'day' : 'days'}`;
  const mark = markOf(reader, 'step', each.change.id);
  const line = `${each.number} · ${toStep(reader, each)}${when}${takes}${mark}`;
  return wrap(line, `- [${own?.done === true ? 'x' : ' '}] `, '  ');
}

/** The lists of a phase. A line that Rehome wrote and somebody ticked is a task: it is shown at its line, not twice. */
export function toPhaseLists(reader: PlanReader, part: PlanPart): PhaseLists {
  const [start, end] = [part.phase?.start ?? null, part.phase?.end ?? null];
  const timed = (tasks: readonly Task[]): Timed[] =>
    tasks.map((task) => ({ task, time: toTaskTime(task, start, end) }));
  const items = (all: readonly Timed[], time: TaskTime, indent = ''): string[] =>
    all.filter((each) => each.time === time).flatMap(({ task }) => toTaskItem(reader, task, start, indent));
  const phaseTasks = part.phase === null ? [] : tasksOn(reader, part.phase.id);
  const checks = toChecksAfter(reader, part).map((words) => ({ words, own: findOwnTask(phaseTasks, words) }));
  const checked = new Set(checks.map(({ own }) => own));
  const ofPhase = timed(phaseTasks.filter((task) => !checked.has(task)));
  const ofChanges = part.changes.map((each) => {
    const tasks = tasksOn(reader, each.change.id);
    const own = findOwnTask(tasks, toStep(reader, each));
    return { each, own, tasks: timed(tasks.filter((task) => task !== own)) };
  });
  const all = [...ofPhase, ...ofChanges.flatMap(({ tasks }) => tasks)];
  return {
    before: items(all, 'before'),
    during: items(ofPhase, 'during'),
    steps: ofChanges.map(({ each, own, tasks }) => ({
      each,
      lines: [...toStepItem(reader, each, own), ...items(tasks, 'during', '  ')],
    })),
    after: [
      ...items(all, 'after'),
      ...checks.flatMap(({ words, own }) =>
        own === undefined ? wrap(words, '- [ ] ', '  ') : toTaskItem(reader, own, start),
      ),
    ],
  };
}

/** The checklists of a phase: what comes before, the steps in order with their tasks, what to check after, the way back. */
export function checklistSection(reader: PlanReader, part: PlanPart): readonly string[] {
  const lists = toPhaseLists(reader, part);
  const block = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [`### ${title}`, '', ...lines];
  return stacked(
    block('Before', lists.before),
    block('Steps', [...lists.during, ...lists.steps.flatMap(({ lines }) => lines)]),
    block('Check after', lists.after),
    block('Way back', toWayBack(reader, part)),
  );
}
