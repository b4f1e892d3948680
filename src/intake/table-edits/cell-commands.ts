import { fail, ok, type Result } from '#core/base/result.ts';
import type { Plan } from '#core/model/plan.ts';
import { phasesInOrder } from '#core/state/plan-states.ts';
import {
  readDue,
  toFieldCommands,
  type EditCommands,
  type EditContext,
} from '../markdown-edits/field-commands.ts';
import type { MarkedThing } from '../markdown-edits/find-things.ts';
import type { ReportEdit, UnknownWhy } from '../markdown-edits/review-types.ts';
import type { EditedRow } from './edited-rows.ts';

type Made = Result<EditCommands, UnknownWhy>;

const refuse = (message: string): Result<never, UnknownWhy> => fail({ code: 'refused', message });

const yes: ReadonlySet<string> = new Set(['true', 'x', 'yes', '1', 'done']);
const no: ReadonlySet<string> = new Set(['', 'false', 'no', '0']);

/** A cell as it is compared: spreadsheets write yes and no in their own ways. */
export function toPlainCell(column: string, text: string): string {
  if (column !== 'done' && column !== 'blocking') return text;
  const word = text.trim().toLowerCase();
  return yes.has(word) ? 'true' : no.has(word) ? 'false' : text;
}

/** What an edit of a column is called, and its value as the review shows it. */
export function toFieldName(
  column: string,
  text: string,
): { readonly field: string; readonly value: string } {
  if (column === 'done') return { field: 'done', value: toPlainCell(column, text) === 'true' ? 'x' : '' };
  if (column === 'durationDays') return { field: 'days', value: text };
  return { field: column === 'answeredBy' ? 'by' : column, value: text };
}

function toPhaseCommand(plan: Plan, change: string, cell: string): Made {
  const name = cell.trim();
  if (name === '')
    return ok({ commands: [{ command: 'move-to-phase', change, phase: null }], newParty: null });
  const named = phasesInOrder(plan).filter(
    (phase, index) => phase.name === name || (phase.name.trim() === '' && `Phase ${index + 1}` === name),
  );
  const [first] = named;
  if (first === undefined) return refuse(`there is no phase “${name}”; add it first`);
  if (named.length > 1) return refuse(`several phases are called “${name}”`);
  return ok({ commands: [{ command: 'move-to-phase', change, phase: first.id }], newParty: null });
}

function toChangeCommand(plan: Plan, change: string, column: string, cell: string): Made {
  const text = cell.trim();
  const edit = (fields: object): Made =>
    ok({ commands: [{ command: 'edit-change', change, ...fields }], newParty: null });
  if (column === 'phase') return toPhaseCommand(plan, change, cell);
  if (column === 'notes') return edit({ notes: cell });
  if (column === 'durationDays') {
    const days = Number(text);
    return text !== '' && !(days >= 0)
      ? refuse(`“${text}” is no number of days`)
      : edit({ durationDays: text === '' ? null : days });
  }
  return text === '' || /^\d{4}-\d{2}-\d{2}$/u.test(text)
    ? edit({ [column]: text === '' ? null : text })
    : fail({ code: 'not-a-date' });
}

/** The commands that bring one edited cell into the plan. */
export function toCellCommands(
  context: EditContext,
  thing: MarkedThing,
  column: string,
  row: EditedRow,
  before: string,
): Made {
  const cell = row.text(column);
  if (thing.kind === 'change') return toChangeCommand(context.plan, thing.record.id, column, cell);
  const plain = toPlainCell(column, cell);
  if (column === 'done' && plain !== 'true' && plain !== 'false')
    return refuse(`“${cell}” is neither true nor false`);
  const { field, value } = toFieldName(column, cell);
  const all = new Map([
    ['answer', row.text('answer').trim()],
    ['by', row.text('answeredBy').trim()],
  ]);
  return toFieldCommands(context, thing, { field, before, after: value.trim(), all }, '');
}

/** A row without an id: a new task on the step, phase or hand-over whose id it gives. */
export function toNewTask(context: EditContext, row: EditedRow): Result<ReportEdit, UnknownWhy> {
  const [text, on] = [row.text('text').trim(), row.text('on').trim()];
  if (text === '') return fail({ code: 'no-name' });
  if (on === '') return fail({ code: 'no-place' });
  const owner = context.readOwner(row.text('owner'));
  if (!owner.ok) return owner;
  const due = readDue(row.text('due'), '');
  if (!due.ok) return due;
  const command = {
    command: 'add-task',
    on,
    text,
    owner: owner.value.owner,
    due: due.value,
    done: toPlainCell('done', row.text('done')) === 'true',
    evidence: row.text('evidence').trim() === '' ? null : row.text('evidence').trim(),
  };
  const edit = { id: `new ${row.line}`, line: row.line, title: text, field: 'new', before: '', after: text };
  return ok({ ...edit, commands: [command], newParty: owner.value.newParty });
}
