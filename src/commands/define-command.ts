import { fail, type Result } from '#core/base/result.ts';
import { toProblemWords } from '#core/document/problem-words.ts';
import { z } from '#core/document/zod.ts';
import { toDidYouMean } from './close-names.ts';
import type { Draft } from './draft.ts';
import {
  resolveArguments,
  type ArgumentTrouble,
  type FindTarget,
  type ResolvedArguments,
} from './references.ts';

/** What a command did: the words for undo, and the ids that it made, which later commands of the list call `$1`, `$2`. */
export interface CommandOutcome {
  readonly label: string;
  readonly made: readonly string[];
}

/** Why a command cannot be done, in words that begin in the middle of a sentence. */
export type CommandTrouble = ArgumentTrouble | string;

/** One kind of edit: its name in data, its title in menus, the schema of its data, and what it does to a draft. */
export interface CommandDefinition {
  readonly name: string;
  /** What the palette and the documentation call it. */
  readonly title: string;
  /** All arguments, `command` included; references are ids, names or `$n`. */
  readonly schema: z.ZodObject;
  readonly run: (data: object, draft: Draft, find: FindTarget) => Result<CommandOutcome, CommandTrouble>;
}

type Arguments<S extends z.ZodRawShape> = ResolvedArguments<z.output<z.ZodObject<S>>>;

function toTrouble(issue: z.core.$ZodIssue | undefined, data: object, known: readonly string[]): string {
  if (issue?.code === 'unrecognized_keys') {
    const [first = ''] = issue.keys;
    return `it does not take "${first}".${toDidYouMean(first, known)}`;
  }
  return issue === undefined ? 'it has the wrong form' : toProblemWords(issue, data);
}

/** Makes the definition of a command from its typed parts. `apply` gets ids where the data had names. */
export function defineCommand<S extends z.ZodRawShape>(spec: {
  readonly name: string;
  readonly title: string;
  readonly arguments: S;
  readonly apply: (args: Arguments<S>, draft: Draft) => Result<CommandOutcome, CommandTrouble>;
}): CommandDefinition {
  const own = z.strictObject(spec.arguments);
  return {
    name: spec.name,
    title: spec.title,
    schema: z.strictObject({ command: z.literal(spec.name), ...spec.arguments }),
    run: (data, draft, find) => {
      const { command: _command, ...given }: Record<string, unknown> = { ...data };
      const parsed = own.safeParse(given);
      if (!parsed.success) {
        return fail(toTrouble(parsed.error.issues[0], given, Object.keys(spec.arguments)));
      }
      const resolved = resolveArguments(parsed.data, find);
      return resolved.ok ? spec.apply(resolved.value, draft) : resolved;
    },
  };
}
