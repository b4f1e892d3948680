import { fail, ok, type Result } from '#core/base/result.ts';
import { cleanJson, isTooDeep } from '#core/document/clean-json.ts';
import type { IdMaker } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import type { RecordsDiff } from '#core/model/records-diff.ts';
import { toDidYouMean } from './close-names.ts';
import type { CommandTrouble } from './define-command.ts';
import { toDraft } from './draft.ts';
import { toFindTarget } from './find-target.ts';
import { isEmptyDiff } from './records-diff.ts';
import { commandDefinitions } from './registry.ts';

/** An edit that was made: the new plan, and the diff that takes it back. */
export interface AppliedEdit {
  /** Its revision is one more than before; where nothing changed it is the plan itself. */
  readonly plan: Plan;
  readonly diff: RecordsDiff;
  /** What undo calls it: "Move wiki to web02". */
  readonly label: string;
  /** The ids that each command made, in the order of the list. */
  readonly made: readonly (readonly string[])[];
  /** What else happened, as sentences: plan entries that were withdrawn, for example. */
  readonly notes: readonly string[];
}

/** Why nothing of a list was applied; `index` counts from 0, the message names the command counting from 1. */
export interface CommandProblem {
  readonly code: 'not-a-command' | 'unknown-command' | 'bad-argument';
  readonly index: number;
  readonly message: string;
}

const definitionsByName = new Map(commandDefinitions.map((each) => [each.name, each]));

function toSentence(trouble: CommandTrouble): string {
  const text = typeof trouble === 'string' ? trouble : `"${trouble.argument}": ${trouble.message}`;
  return /[.?!]$/.test(text) ? text : `${text}.`;
}

function toLabel(labels: readonly string[]): string {
  const [first = 'Nothing'] = labels;
  const unique = new Set(labels).size;
  return unique < 2 ? first : `${first} and ${labels.length - 1} more`;
}

interface ReadCommand {
  readonly name: string;
  readonly data: object;
}

function readCommand(raw: unknown, index: number): Result<ReadCommand, CommandProblem> {
  const wrong = (code: CommandProblem['code'], words: string): Result<ReadCommand, CommandProblem> =>
    fail({ code, index, message: `Command ${index + 1}: ${words}` });
  if (isTooDeep(raw)) return wrong('not-a-command', 'its data nest too deep.');
  const data = cleanJson(raw);
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    return wrong('not-a-command', 'must be an object such as { "command": "add-phase", "name": "Phase 1" }.');
  }
  const name = 'command' in data ? data.command : undefined;
  if (typeof name !== 'string') return wrong('not-a-command', 'its "command" is missing.');
  if (!definitionsByName.has(name)) {
    const words = `there is no command "${name}".${toDidYouMean(name, definitionsByName.keys())}`;
    return wrong('unknown-command', words);
  }
  return ok({ name, data });
}

/**
 * Applies commands as data, the whole list or nothing of it. Arguments that point at something may hold its id, its name
 * or `$1` for what the first command made. `context.label` names the edit where the words of the commands do not.
 */
export function applyCommands(
  plan: Plan,
  commands: readonly unknown[],
  context: { readonly makeId: IdMaker; readonly label?: string },
): Result<AppliedEdit, CommandProblem> {
  const draft = toDraft(plan, context.makeId);
  const made: (readonly string[])[] = [];
  const labels: string[] = [];
  for (const [index, raw] of commands.entries()) {
    const read = readCommand(raw, index);
    if (!read.ok) return read;
    const definition = definitionsByName.get(read.value.name);
    const outcome = definition?.run(read.value.data, draft, toFindTarget(draft.plan, made));
    if (outcome === undefined || !outcome.ok) {
      const words = outcome === undefined ? 'is not known.' : toSentence(outcome.error);
      const message = `Command ${index + 1} (${read.value.name}): ${words}`;
      return fail({ code: 'bad-argument', index, message });
    }
    made.push(outcome.value.made);
    labels.push(outcome.value.label);
  }
  const diff = draft.diff();
  return ok({
    plan: isEmptyDiff(diff) ? plan : { ...draft.plan, revision: plan.revision + 1 },
    diff,
    label: context.label ?? toLabel(labels),
    made,
    notes: draft.notes(),
  });
}
