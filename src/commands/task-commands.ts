import { fail, ok } from '#core/base/result.ts';
import { z } from '#core/document/zod.ts';
import { toTask, type Task } from '#core/model/task.ts';
import { maybeDue, maybeId, maybeText, someText, toNewId } from './arguments.ts';
import { defineCommand } from './define-command.ts';
import { toOrderAtEnd } from './order.ts';
import { refersTo } from './references.ts';

/** What a checklist hangs on. Where one command made a hand-over and its change, the hand-over is meant. */
export const taskPlace = refersTo('handover', 'change', 'phase');

const taskDetails = {
  owner: refersTo('party').nullable().exactOptional(),
  due: maybeDue,
  done: z.boolean().exactOptional(),
  evidence: maybeText,
};

function toTaskWords(task: Pick<Task, 'text'>): string {
  return task.text.length > 50 ? `${task.text.slice(0, 49)}…` : task.text;
}

/** Adds a line to the checklist of a change, a phase or a hand-over. */
export const addTask = defineCommand({
  name: 'add-task',
  title: 'Add a task',
  arguments: {
    id: maybeId('ta'),
    on: taskPlace,
    text: someText,
    order: someText.exactOptional(),
    ...taskDetails,
  },
  apply: ({ id: given, on, order, ...fields }, draft) => {
    const id = toNewId(draft, 'ta', given, (each) => draft.plan.tasks.has(each));
    if (!id.ok) return id;
    const key = order ?? toOrderAtEnd(draft.plan.tasks.filter((row) => row.on === on));
    const task = toTask({ ...fields, id: id.value, on, order: key });
    draft.put('tasks', task);
    return ok({ label: `Add the task "${toTaskWords(task)}"`, made: [id.value] });
  },
});

/** Changes fields of a task. */
export const editTask = defineCommand({
  name: 'edit-task',
  title: 'Edit a task',
  arguments: {
    task: refersTo('task'),
    text: someText.exactOptional(),
    order: someText.exactOptional(),
    ...taskDetails,
  },
  apply: ({ task: id, ...fields }, draft) => {
    const task = draft.plan.tasks.get(id);
    if (task === undefined) return fail('the task is not there');
    if (Object.keys(fields).length === 0) return fail('it changes nothing: give at least one field');
    draft.put('tasks', { ...task, ...fields });
    return ok({ label: `Edit the task "${toTaskWords(task)}"`, made: [] });
  },
});

/** Ticks a task, with what proves it (or, with `done: false`, takes the tick back). */
export const tickTask = defineCommand({
  name: 'tick-task',
  title: 'Tick a task',
  arguments: { task: refersTo('task'), evidence: maybeText, done: z.boolean().default(true) },
  apply: ({ task: id, done, ...fields }, draft) => {
    const task = draft.plan.tasks.get(id);
    if (task === undefined) return fail('the task is not there');
    draft.put('tasks', { ...task, ...fields, done });
    return ok({ label: `${done ? 'Tick' : 'Untick'} "${toTaskWords(task)}"`, made: [] });
  },
});

/** Takes a task away. */
export const removeTask = defineCommand({
  name: 'remove-task',
  title: 'Delete a task',
  arguments: { task: refersTo('task') },
  apply: ({ task: id }, draft) => {
    const task = draft.plan.tasks.get(id);
    if (task === undefined) return fail('the task is not there');
    draft.drop('tasks', [id]);
    return ok({ label: `Delete the task "${toTaskWords(task)}"`, made: [] });
  },
});
