import { fail, ok, type Result } from '#core/base/result.ts';
import { toComparable, toDates } from '#core/exporters/marked/read-items.ts';
import type { Command } from '#core/model/command.ts';
import type { HandOver } from '#core/model/hand-over.ts';
import type { Plan } from '#core/model/plan.ts';
import { toCandidateCommands } from './candidate-commands.ts';
import type { MarkedThing } from './find-things.ts';
import type { NamedOwner } from './read-owner.ts';
import type { NewParty, UnknownWhy } from './review-types.ts';

/** What a person wants of one field, and all other fields as the edited report shows them. */
export interface FieldEdit {
  readonly field: string;
  /** The text that the plan shows now, as far as it shows one. */
  readonly before: string;
  readonly after: string;
  readonly all: ReadonlyMap<string, string>;
}

/** How an edit is done. */
export interface EditCommands {
  readonly commands: readonly Command[];
  readonly newParty: NewParty | null;
}

/** What commands are made with. */
export interface EditContext {
  readonly plan: Plan;
  readonly readOwner: (words: string) => Result<NamedOwner, UnknownWhy>;
}

type Made = Result<EditCommands, UnknownWhy>;

const done = (...commands: Command[]): Made => ok({ commands, newParty: null });
const orNull = (text: string): string | null => (text === '' ? null : text);

/** A date, `T-7`, both (whichever was edited counts), or nothing. */
export function readDue(words: string, before: string): Result<string | null, UnknownWhy> {
  const text = words.trim();
  if (text === '' || /^[–-]$/u.test(text)) return ok(null);
  const both = /^(\d{4}-\d{2}-\d{2}) \((T(?:[+-]\d{1,4})?)\)$/iu.exec(text);
  if (both !== null) {
    const [, date = '', offset = ''] = both;
    // Who edits one of the two means that one; the date only shows what the offset comes to.
    const isKept = before.includes(`(${offset})`);
    return ok(isKept && !before.startsWith(date) ? date : offset.toUpperCase());
  }
  if (/^\d{4}-\d{2}-\d{2}$/u.test(text)) return ok(text);
  return /^T([+-]\d{1,4})?$/iu.test(text) ? ok(text.toUpperCase()) : fail({ code: 'not-a-date' });
}

function readDate(words: string): Result<string | null, UnknownWhy> {
  const text = words.trim();
  if (text === '' || /^[–-]$/u.test(text)) return ok(null);
  return /^\d{4}-\d{2}-\d{2}$/u.test(text) ? ok(text) : fail({ code: 'not-a-date' });
}

function ownerCommand(context: EditContext, words: string, base: Command): Made {
  const named = context.readOwner(words);
  if (!named.ok) return named;
  return ok({ commands: [{ ...base, owner: named.value.owner }], newParty: named.value.newParty });
}

function toTaskCommands(context: EditContext, task: string, edit: FieldEdit): Made {
  const base = { command: 'edit-task', task };
  switch (edit.field) {
    case 'done':
      return done({ command: 'tick-task', task, done: edit.after === 'x' });
    case 'text':
      return edit.after === '' ? fail({ code: 'no-name' }) : done({ ...base, text: edit.after });
    case 'owner':
      return ownerCommand(context, edit.after, base);
    case 'due': {
      const due = readDue(edit.after, edit.before);
      return due.ok ? done({ ...base, due: due.value }) : due;
    }
    default:
      return done({ ...base, evidence: orNull(edit.after) });
  }
}

function toPhaseCommands(context: EditContext, phase: string, edit: FieldEdit): Made {
  const base = { command: 'edit-phase', phase };
  if (edit.field === 'owner') return ownerCommand(context, edit.after, base);
  if (edit.field === 'gate') return done({ ...base, gate: orNull(edit.after) });
  const date = readDate(edit.after);
  return date.ok ? done({ ...base, [edit.field]: date.value }) : date;
}

function toChangeCommands(change: string, edit: FieldEdit): Made {
  const base = { command: 'edit-change', change };
  if (edit.field === 'notes') return done({ ...base, notes: edit.after });
  const [from, to] = edit.after === '' ? ['', ''] : toDates(edit.after);
  const [start, end] = [readDate(from), readDate(to)];
  if (!start.ok) return start;
  return end.ok ? done({ ...base, start: start.value, end: end.value }) : end;
}

function toQuestionCommands(question: string, edit: FieldEdit): Made {
  if (edit.field === 'text') {
    return edit.after === ''
      ? fail({ code: 'no-name' })
      : done({ command: 'edit-question', question, text: edit.after });
  }
  const answer = edit.all.get('answer') ?? '';
  const by = edit.all.get('by') ?? '';
  if (answer === '') return done({ command: 'edit-question', question, status: 'open' });
  return done({ command: 'answer-question', question, answer, by: orNull(by) });
}

function toHandOverCommands({ plan }: EditContext, handOver: HandOver, edit: FieldEdit): Made {
  const handover = handOver.id;
  const status = toComparable(edit.all.get('status') ?? '');
  const evidence = edit.all.get('evidence') ?? handOver.evidence ?? '';
  const accepted = /^accepted(?: by (.+))?$/iu.exec(status);
  if (accepted !== null) {
    const by = accepted[1] ?? plan.parties.get(handOver.to)?.name ?? '';
    if (evidence === '') return fail({ code: 'no-evidence' });
    return done({ command: 'accept-hand-over', handover, by, evidence });
  }
  const change = edit.field === 'evidence' ? { evidence: orNull(evidence) } : {};
  if (/^offered$/iu.test(status))
    return done({ command: 'edit-hand-over', handover, status: 'offered', ...change });
  if (/^proposed$/iu.test(status))
    return done({ command: 'edit-hand-over', handover, status: 'proposed', ...change });
  return fail({ code: 'not-a-state' });
}

/** The words of a step without its date and length, which stand behind it: what a task that keeps its tick is called. */
export function toStepWords(rest: string): string {
  return rest.replace(/ (?:—|–|--) (?:due:|takes ).*$/u, '');
}

function toStepCommands({ plan }: EditContext, change: string, edit: FieldEdit, shown: string): Made {
  const isDone = edit.after === 'x';
  const text = toStepWords(shown);
  const own = plan.tasks.filter(
    (task) => task.on === change && toComparable(task.text) === toComparable(text),
  )[0];
  if (own !== undefined) return done({ command: 'tick-task', task: own.id, done: isDone });
  return done({ command: 'add-task', on: change, text, done: isDone });
}

/** The commands that bring one edited field into the plan; `shown` is what the plan shows of a step now. */
export function toFieldCommands(
  context: EditContext,
  thing: MarkedThing,
  edit: FieldEdit,
  shown: string,
): Made {
  switch (thing.kind) {
    case 'task':
      return toTaskCommands(context, thing.record.id, edit);
    case 'phase':
      return toPhaseCommands(context, thing.record.id, edit);
    case 'change':
      return toChangeCommands(thing.record.id, edit);
    case 'step':
      return toStepCommands(context, thing.record.id, edit, shown);
    case 'question':
      return toQuestionCommands(thing.record.id, edit);
    case 'handover':
      return toHandOverCommands(context, thing.record, edit);
    case 'candidate':
      return toCandidateCommands(context.plan, thing.record.id, thing.disposition, edit);
    case 'node':
      return done({ command: 'edit-node', node: thing.record.id, notes: edit.after });
    default:
      return thing satisfies never;
  }
}

/** The command that takes a crossed-out thing away; `null` where crossing out means nothing. */
export function toStruckCommand(thing: MarkedThing): Command | null {
  const { id } = thing.record;
  switch (thing.kind) {
    case 'task':
      return { command: 'remove-task', task: id };
    case 'change':
    case 'step':
      return { command: 'withdraw-change', change: id };
    case 'question':
      return { command: 'remove-question', question: id };
    case 'candidate':
      return thing.disposition === undefined
        ? null
        : { command: 'set-disposition', node: id, disposition: null };
    case 'phase':
    case 'handover':
    case 'node':
      return null;
    default:
      return thing satisfies never;
  }
}
