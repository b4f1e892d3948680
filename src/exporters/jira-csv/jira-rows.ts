import { toJiraText } from '#core/exporters/encode/jira-text.ts';
import type { RawCell } from '#core/exporters/encode/raw-csv.ts';
import { toLimited, toTitle } from '#core/exporters/issues/losses.ts';
import {
  toPhaseName,
  toWorkItems,
  type DatedTask,
  type WorkItem,
} from '#core/exporters/issues/work-items.ts';
import { toPartName } from '#core/exporters/reading/part-title.ts';
import type { Loss } from '#core/exporters/reading/loss.ts';
import type { PlanPart, PlanReader } from '#core/exporters/reading/plan-reader.ts';
import type { PartyId } from '#core/model/ids.ts';
import { toChangeTitle } from '#core/projections/change-title.ts';

/** The columns; Jira takes several values of a field as the same column again. */
export const jiraHeadings =
  'Summary,Issue Type,Description,Status,Priority,Assignee,Due Date,Issue ID,Parent ID,Labels,Labels,Component'.split(
    ',',
  );

/** What Jira takes at most. */
const limits = { summary: 255, description: 32_767 };

interface Ticket {
  readonly summary: string;
  readonly type: 'Epic' | 'Task' | 'Sub-task';
  readonly lines: readonly string[];
  readonly isDone: boolean;
  readonly owner: PartyId | null;
  readonly due: string | null;
  readonly id: number;
  readonly parent: number | null;
  readonly label: string;
}

function findMail(reader: PlanReader, party: PartyId | null): string | null {
  const contacts = reader.plan.parties.get(party)?.contacts ?? [];
  return contacts.find((contact) => /^[\w.+-]{1,64}@[\w.-]{1,128}$/u.test(contact)) ?? null;
}

function toRow(reader: PlanReader, ticket: Ticket, loss: Loss): RawCell[] {
  const mail = findMail(reader, ticket.owner);
  if (ticket.owner !== null && mail === null)
    loss.add('owners without a mail address', reader.nameOf(ticket.owner));
  const summary = toTitle(ticket.summary, ticket.type);
  return [
    toLimited(summary, limits.summary, 'Summary', loss),
    ticket.type,
    toLimited(
      ticket.lines
        .map(toJiraText)
        .filter((line) => line !== '')
        .join('\n'),
      limits.description,
      'Description',
      loss,
    ),
    ticket.isDone ? 'Done' : 'To Do',
    null,
    mail,
    ticket.due,
    ticket.id,
    ticket.parent,
    'rehome',
    ticket.label.replace(/\s+/gu, '-'),
    null,
  ];
}

function toLines(reader: PlanReader, item: WorkItem): string[] {
  const { step, question } = item;
  const phase = toPhaseName(item);
  const waits = (step?.change.after ?? []).flatMap((id) => {
    const other = reader.findChange(id);
    return other === undefined
      ? []
      : [`Waits for step ${other.number}: ${toChangeTitle(reader.plan, other.change)}`];
  });
  const about = (question?.question.about ?? []).map((id) => reader.nameOf(id)).filter((name) => name !== '');
  const notes = step === null || reader.options.without.includes('notes') ? '' : step.change.notes;
  return [
    ...(step === null ? [] : [`Step ${step.number} of ${reader.changes.length}`]),
    ...(phase === null ? [] : [`Phase: ${phase}`]),
    ...waits,
    ...(step?.change.conditions ?? []).map(({ text, met }) => `${met ? 'Met' : 'First'}: ${text}`),
    ...(about.length === 0 ? [] : [`About: ${about.join(', ')}`]),
    ...(question?.question.blocking === true
      ? ['It holds back steps of the plan until it is answered.']
      : []),
    ...notes.split(/\r\n|[\n\r]/u),
  ];
}

function toPhaseTicket(part: PlanPart, id: number): Ticket | null {
  const { phase } = part;
  if (phase === null) return null;
  return {
    summary: toPartName(part),
    type: 'Epic',
    lines: phase.gate === null ? [] : [`Go or no-go: ${phase.gate}`],
    isDone: false,
    owner: phase.owner,
    due: phase.end,
    id,
    parent: null,
    label: 'phase',
  };
}

function toTaskTicket({ task, due }: DatedTask, id: number, parent: number): Ticket {
  return {
    summary: task.text,
    type: 'Sub-task',
    lines: [
      ...(task.due === null || due === task.due ? [] : [`Due: ${task.due}`]),
      ...(task.evidence === null ? [] : [`Evidence: ${task.evidence}`]),
    ],
    isDone: task.done,
    owner: task.owner,
    due,
    id,
    parent,
    label: 'checklist',
  };
}

/** The rows: each phase as an epic, behind it its steps as tasks, behind each step its checklist as sub-tasks. Ids count from 1. */
export function toJiraRows(reader: PlanReader, loss: Loss): RawCell[][] {
  const items = toWorkItems(reader);
  const rows: RawCell[][] = [];
  let id = 0;
  const add = (ticket: Ticket): number => {
    rows.push(toRow(reader, ticket, loss));
    return ticket.id;
  };
  const next = (): number => {
    id += 1;
    return id;
  };
  const groups = [...reader.parts, null].map((part) => ({
    part,
    own: items.filter((item) => item.part === part),
  }));
  for (const { part, own } of groups) {
    if (own.length === 0) continue;
    const epic = part === null ? null : toPhaseTicket(part, id + 1);
    const parent = epic === null ? null : add({ ...epic, id: next() });
    for (const item of own) {
      const task = add({
        summary: item.title,
        type: 'Task',
        lines: toLines(reader, item),
        isDone: false,
        owner: item.owner,
        due: item.due,
        id: next(),
        parent,
        label: item.kind,
      });
      for (const each of item.tasks) add(toTaskTicket(each, next(), task));
    }
  }
  return rows;
}
