import { sortedBy } from '#core/base/compare.ts';
import { toDueDate } from '#core/exporters/reading/iso-date.ts';
import { toPartName } from '#core/exporters/reading/part-title.ts';
import type {
  NumberedChange,
  NumberedQuestion,
  PlanPart,
  PlanReader,
} from '#core/exporters/reading/plan-reader.ts';
import { toTaskPlace } from '#core/exporters/reading/task-place.ts';
import type { PartyId } from '#core/model/ids.ts';
import type { Task } from '#core/model/task.ts';
import { toChangeTitle } from '#core/projections/change-title.ts';

/** A task with the day that it is due, where that is known. */
export interface DatedTask {
  readonly task: Task;
  readonly due: string | null;
  readonly owner: string;
}

/** Something that somebody has to do, as one issue: a step, the checklist of a phase or hand-over, or an open question. */
export interface WorkItem {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly part: PlanPart | null;
  readonly step: NumberedChange | null;
  readonly question: NumberedQuestion | null;
  readonly tasks: readonly DatedTask[];
  /** The last day: of the step itself, else of its phase. */
  readonly due: string | null;
  readonly owner: PartyId | null;
}

const isoDay = /^\d{4}-\d{2}-\d{2}/u;

function toDay(...texts: readonly (string | null)[]): string | null {
  const found = texts.find((text) => text !== null && isoDay.test(text));
  return found?.slice(0, 10) ?? null;
}

function toDated(reader: PlanReader, task: Task, part: PlanPart | undefined): DatedTask {
  const due = task.due === null ? null : toDueDate(task.due, part?.phase?.start ?? null);
  return { task, due, owner: reader.nameOf(task.owner) };
}

interface Checklist {
  readonly part: PlanPart | null;
  readonly name: string;
  readonly tasks: DatedTask[];
}

/** The tasks by what they hang on, in their order. */
function toChecklists(reader: PlanReader): ReadonlyMap<string, Checklist> {
  const lists = new Map<string, Checklist>();
  const tasks = sortedBy(
    reader.plan.tasks,
    (task) => task.order,
    (task) => task.id,
  );
  for (const task of tasks) {
    const { part, name } = toTaskPlace(reader, task);
    const list = lists.get(task.on) ?? { part: part ?? null, name, tasks: [] };
    lists.set(task.on, list);
    list.tasks.push(toDated(reader, task, part));
  }
  return lists;
}

function toStepItems(reader: PlanReader, lists: ReadonlyMap<string, Checklist>): WorkItem[] {
  return reader.parts.flatMap((part) =>
    part.changes.map((step): WorkItem => {
      const { change } = step;
      const handOver = change.kind === 'hand-over' ? (lists.get(change.handover)?.tasks ?? []) : [];
      return {
        id: change.id,
        kind: change.kind,
        title: toChangeTitle(reader.plan, change),
        part,
        step,
        question: null,
        tasks: [...(lists.get(change.id)?.tasks ?? []), ...handOver],
        due: toDay(change.end, change.start, part.phase?.end ?? null),
        owner: part.phase?.owner ?? null,
      };
    }),
  );
}

/** Checklists that hang on no step: of a phase, or of a hand-over that no step makes. */
function toListItems(reader: PlanReader, lists: ReadonlyMap<string, Checklist>): WorkItem[] {
  const told = new Set<string>(
    reader.changes.flatMap(({ change }) =>
      change.kind === 'hand-over' ? [change.id, change.handover] : [change.id],
    ),
  );
  return [...lists]
    .filter(([id]) => !told.has(id))
    .map(([id, list]) => ({
      id,
      kind: 'checklist',
      title: `Checklist: ${list.name === '' ? 'the plan' : list.name}`,
      part: list.part,
      step: null,
      question: null,
      tasks: list.tasks,
      due: toDay(list.part?.phase?.end ?? null),
      owner: list.part?.phase?.owner ?? null,
    }));
}

function toQuestionItems(reader: PlanReader): WorkItem[] {
  return reader.questions.map((each) => ({
    id: each.question.id,
    kind: each.question.blocking ? 'blocking question' : 'question',
    title: each.question.text,
    part: null,
    step: null,
    question: each,
    tasks: [],
    due: null,
    owner: null,
  }));
}

/** Everything that somebody has to do, in the order of the plan, narrowed to a phase and a party. */
export function toWorkItems(reader: PlanReader): readonly WorkItem[] {
  const { phase, party } = reader.options;
  const lists = toChecklists(reader);
  const inPhase = [...toStepItems(reader, lists), ...toListItems(reader, lists)].filter(
    ({ part }) => phase === null || part?.phase?.id === phase,
  );
  const mine = inPhase.filter(
    ({ owner, tasks }) => party === null || owner === party || tasks.some(({ task }) => task.owner === party),
  );
  return [...mine, ...(phase === null && party === null ? toQuestionItems(reader) : [])];
}

/** The name of the phase of an item; `null` where it has none. */
export function toPhaseName(item: Pick<WorkItem, 'part'>): string | null {
  return item.part === null || item.part.phase === null ? null : toPartName(item.part);
}
