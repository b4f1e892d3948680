import { mdText } from '#core/exporters/encode/markdown-text.ts';
import { toDueDate, toOffset } from '#core/base/due-date.ts';
import type { PlanReader } from '#core/exporters/reading/plan-reader.ts';
import { sortedBy } from '#core/base/compare.ts';
import type { PartyId } from '#core/model/ids.ts';
import type { Task } from '#core/model/task.ts';
import { wrap } from './wrap.ts';

/** When a task is due, beside the work of its phase. */
export type TaskTime = 'before' | 'during' | 'after';

/** The tasks of something, in their order. */
export function tasksOn(reader: PlanReader, id: string): Task[] {
  const { party } = reader.options;
  const mine = reader.plan.tasks.filter((task) => task.on === id && (party === null || task.owner === party));
  return sortedBy(
    mine,
    (task) => task.order,
    (task) => task.id,
  );
}

/** Whether a task is due before, during or after the work of a phase with these dates. */
export function toTaskTime(task: Task, start: string | null, end: string | null): TaskTime {
  if (task.due === null) return 'during';
  const offset = toOffset(task.due);
  const date = toDueDate(task.due, start);
  if (date !== null && end !== null && date > end) return 'after';
  if (offset !== null) return offset < 0 ? 'before' : 'during';
  return date !== null && start !== null && date < start ? 'before' : 'during';
}

/** A party as the owner of a line: its login where one is known (that notifies, as it should), else its name. */
export function toOwnerWords(reader: PlanReader, owner: PartyId | null): string {
  const party = reader.plan.parties.get(owner);
  if (party === undefined) return '*nobody yet*';
  const login = party.contacts.find((contact) => /^@[a-z\d](?:[a-z\d-]{0,37}[a-z\d])?$/iu.test(contact));
  return login ?? mdText(party.name);
}

function toDueWords(due: string, start: string | null): string {
  const date = toDueDate(due, start);
  return date === null || date === due ? mdText(due) : `${date} (${mdText(due)})`;
}

/** A line of a checklist with its owner, its date and what proves that it was done. */
export function toTaskItem(reader: PlanReader, task: Task, start: string | null, indent = ''): string[] {
  const details = [
    `owner: ${toOwnerWords(reader, task.owner)}`,
    ...(task.due === null ? [] : [`due: ${toDueWords(task.due, start)}`]),
    ...(task.evidence === null || task.evidence === '' ? [] : [`evidence: ${mdText(task.evidence)}`]),
  ];
  const box = task.done ? 'x' : ' ';
  return wrap(`${mdText(task.text)} — ${details.join(' — ')}`, `${indent}- [${box}] `, `${indent}  `);
}
