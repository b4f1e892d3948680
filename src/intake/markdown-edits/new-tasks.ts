import { fail, ok, type Result } from '#core/base/result.ts';
import { toTaskFields, type ReadReport, type ReportItem } from '#core/exporters/marked/read-items.ts';
import type { Block } from '#core/exporters/marked/read-blocks.ts';
import { addDays } from '#core/base/plain-date.ts';
import type { Command } from '#core/model/command.ts';
import type { Phase } from '#core/model/phase.ts';
import type { MarkedThings } from './find-things.ts';
import { readDue, type EditContext } from './field-commands.ts';
import type { NewParty, UnknownWhy } from './review-types.ts';

/** Where a new line of a checklist belongs: the step or hand-over that it stands under, or the phase of its section. */
interface TaskPlace {
  readonly on: string;
  readonly phase: Phase | null;
}

function startsWith(section: readonly string[], head: readonly string[]): boolean {
  return head.length > 0 && head.every((title, index) => section[index] === title);
}

function findPlace(report: ReadReport, things: MarkedThings, block: Block): TaskPlace | null {
  const byBlock = new Map(report.items.map((item) => [item.block, item]));
  for (let at = block.parent; at !== null; at = report.blocks[at]?.parent ?? null) {
    const thing = things.get(byBlock.get(at)?.key ?? '');
    if (thing?.kind === 'step') return { on: thing.record.id, phase: null };
    if (thing?.kind === 'task') return { on: thing.record.on, phase: null };
  }
  const above = (test: (item: ReportItem) => boolean): ReportItem | undefined =>
    report.items.filter((item) => item.line < block.line && test(item)).at(-1);
  const phase = above((item) => item.kind === 'phase' && startsWith(block.section, item.section));
  const own = things.get(phase?.key ?? '');
  if (own?.kind === 'phase') return { on: own.record.id, phase: own.record };
  const isSibling = (item: ReportItem): boolean =>
    item.kind === 'task' && item.section.join('\u0000') === block.section.join('\u0000');
  const sibling = above(isSibling) ?? report.items.find(isSibling);
  const task = things.get(sibling?.key ?? '');
  return task?.kind === 'task' ? { on: task.record.on, phase: null } : null;
}

/** When a new line is due that says nothing of it: before or after the work, where the list that it stands in says so. */
function toImpliedDue(block: Block, phase: Phase | null): string | null {
  const list = block.section.at(-1)?.toLowerCase() ?? '';
  if (phase === null) return null;
  if (list === 'before') return 'T-1';
  return list === 'check after' && phase.end !== null && phase.start !== null ? addDays(phase.end, 1) : null;
}

/** The command that adds a line which somebody wrote into a checklist. */
export function toNewTask(
  context: EditContext,
  report: ReadReport,
  things: MarkedThings,
  block: Block,
): Result<{ readonly command: Command; readonly newParty: NewParty | null }, UnknownWhy> {
  const fields = toTaskFields(block);
  const text = fields.get('text') ?? '';
  const place = findPlace(report, things, block);
  if (text === '') return fail({ code: 'no-name' });
  if (place === null) return fail({ code: 'no-place' });
  const due = readDue(fields.get('due') ?? '', '');
  if (!due.ok) return due;
  const named = context.readOwner(fields.get('owner') ?? '');
  if (!named.ok) return named;
  const evidence = fields.get('evidence') ?? '';
  const command = {
    command: 'add-task',
    on: place.on,
    text,
    owner: named.value.owner,
    due: due.value ?? toImpliedDue(block, place.phase),
    done: block.box === true,
    evidence: evidence === '' ? null : evidence,
  };
  return ok({ command, newParty: named.value.newParty });
}

/** The command that keeps the tick of a line which Rehome wrote itself: a task of the phase with the words of that line. */
export function toTickedLine(report: ReadReport, things: MarkedThings, block: Block): Command | null {
  const place = findPlace(report, things, block);
  return place === null ? null : { command: 'add-task', on: place.on, text: block.text, done: true };
}
