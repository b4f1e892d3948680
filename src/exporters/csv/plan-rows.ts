import { assertNever } from '#core/base/assert-never.ts';
import { sortedBy } from '#core/base/compare.ts';
import { toDueDate } from '#core/base/due-date.ts';
import { toPartName } from '#core/exporters/reading/part-title.ts';
import type { NumberedChange, PlanPart, PlanReader } from '#core/exporters/reading/plan-reader.ts';
import { findChangedNode, type Change } from '#core/model/change.ts';
import type { Task } from '#core/model/task.ts';
import type { CsvTable } from './csv-table.ts';
import { toSourceCell } from './inventory-rows.ts';

function toSubject(reader: PlanReader, change: Change): { id: string; name: string } {
  if (change.kind === 'rewire') return { id: change.dependency, name: reader.nameOf(change.dependency) };
  if (change.kind === 'hand-over') {
    const handOver = reader.plan.handovers.get(change.handover);
    const subject = reader.nameOf(handOver?.subject ?? null);
    return {
      id: change.handover,
      name: [handOver?.area ?? '', subject].filter((part) => part !== '').join(' of '),
    };
  }
  const node = findChangedNode(change);
  return { id: node ?? '', name: reader.nameOf(node) };
}

function toPlaces(reader: PlanReader, { change, before }: NumberedChange): { from: string; to: string } {
  const node = findChangedNode(change);
  const place = reader.nameOf(before.nodes.get(node)?.parent ?? null);
  switch (change.kind) {
    case 'move':
      return { from: place, to: reader.nameOf(change.to) };
    case 'merge':
      return { from: place, to: reader.nameOf(change.into) };
    case 'add':
      return { from: '', to: reader.nameOf(change.to) };
    case 'hand-over': {
      const handOver = reader.plan.handovers.get(change.handover);
      return { from: reader.nameOf(handOver?.from ?? null), to: reader.nameOf(handOver?.to ?? null) };
    }
    case 'rewire': {
      const old = before.dependencies.get(change.dependency);
      return {
        from: reader.nameOf(old?.to ?? null),
        to: change.to === undefined ? '' : reader.nameOf(change.to),
      };
    }
    case 'remove':
      return { from: place, to: '' };
    case 'resize':
      return { from: place, to: place };
    default:
      return assertNever(change);
  }
}

function toChangeRow(reader: PlanReader, part: PlanPart, each: NumberedChange): CsvTable['rows'][number] {
  const { change } = each;
  const subject = toSubject(reader, change);
  const { from, to } = toPlaces(reader, each);
  return [
    each.number,
    change.id,
    change.kind,
    subject.id,
    subject.name,
    from,
    to,
    part.phase === null ? '' : toPartName(part),
    change.after.flatMap((id) => reader.findChange(id)?.number ?? []).join(';'),
    change.conditions.map((condition) => `${condition.text}${condition.met ? ' (met)' : ''}`).join(';'),
    change.start,
    change.end,
    change.durationDays,
    reader.options.without.includes('notes') ? '' : change.notes,
  ];
}

/** `changes.csv`: the steps in the planned order. */
export function toChangeRows(reader: PlanReader): CsvTable {
  const { phase } = reader.options;
  return {
    headings:
      'number,id,kind,subject,subjectName,from,to,phase,after,conditions,start,end,durationDays,notes'.split(
        ',',
      ),
    rows: reader.parts
      .filter((part) => phase === null || part.phase?.id === phase)
      .flatMap((part) => part.changes.map((each) => toChangeRow(reader, part, each))),
  };
}

/** What a task hangs on: the phase that it belongs to, and words for it. */
function toTaskPlace(reader: PlanReader, task: Task): { part: PlanPart | undefined; name: string } {
  const change = reader.findChange(task.on);
  const handOver = [...reader.plan.handovers].find((each) => each.id === task.on);
  const part = reader.parts.find(
    (each) =>
      each.phase?.id === task.on ||
      (handOver !== undefined && each.phase !== null && each.phase.id === handOver.phase) ||
      (change !== undefined && each.changes.includes(change)),
  );
  if (change !== undefined)
    return { part, name: `${change.change.kind} ${toSubject(reader, change.change).name}` };
  if (handOver !== undefined) {
    const subject = reader.nameOf(handOver.subject);
    return { part, name: `hand-over ${handOver.area}${subject === '' ? '' : ` of ${subject}`}` };
  }
  return { part, name: part === undefined ? '' : toPartName(part) };
}

/** `tasks.csv`: all lines of all checklists; `dueDate` is the day that a `T-7` means, where its phase has a start. */
export function toTaskRows(reader: PlanReader): CsvTable {
  const { phase, party } = reader.options;
  const rows = sortedBy(
    reader.plan.tasks,
    (task) => `${task.on} ${task.order}`,
    (task) => task.id,
  )
    .map((task) => ({ task, ...toTaskPlace(reader, task) }))
    .filter(
      ({ task, part }) =>
        (party === null || task.owner === party) && (phase === null || part?.phase?.id === phase),
    );
  return {
    headings: 'id,on,onName,phase,text,owner,due,dueDate,done,evidence'.split(','),
    rows: rows.map(({ task, part, name }) => [
      task.id,
      task.on,
      name,
      part === undefined || part.phase === null ? '' : toPartName(part),
      task.text,
      reader.nameOf(task.owner),
      task.due,
      task.due === null ? null : toDueDate(task.due, part?.phase?.start ?? null),
      task.done,
      task.evidence,
    ]),
  };
}

/** `questions.csv`: open and answered ones. */
export function toQuestionRows(reader: PlanReader): CsvTable {
  return {
    headings: 'id,text,about,aboutNames,blocking,status,answer,answeredBy,source'.split(','),
    rows: sortedBy(reader.plan.questions, (each) => each.id).map((each) => [
      each.id,
      each.text,
      each.about.join(';'),
      each.about
        .map((id) => reader.nameOf(id))
        .filter((name) => name !== '')
        .join(';'),
      each.blocking,
      each.status,
      each.answer,
      each.answeredBy,
      toSourceCell(reader, each.evidence),
    ]),
  };
}
