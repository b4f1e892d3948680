import type { ParseArgsConfig } from 'node:util';
import type { Outcome } from './outcome.ts';

/** What a person typed after the name of a command, taken apart. */
export interface CommandArguments {
  readonly positionals: readonly string[];
  /** The value of an option that takes one, `null` when it was not given. */
  readonly value: (option: string) => string | null;
  /** Whether a switch was given. */
  readonly has: (option: string) => boolean;
}

/** The exit code of a command that was done: 1 when there are errors among the findings. */
export type ExitCode = 0 | 1 | 2;

/** An option as `--help` shows it. */
export interface CommandOption {
  readonly name: string;
  /** What stands for its value in the usage line; `null` for a switch. */
  readonly placeholder: string | null;
  readonly says: string;
}

/** One command of `rehome`. */
export interface CliCommand {
  readonly name: string;
  readonly summary: string;
  readonly usage: string;
  /** Sentences below the options of its help. */
  readonly notes: readonly string[];
  readonly options: readonly CommandOption[];
  readonly positionals: { readonly min: number; readonly max: number };
  readonly run: (args: CommandArguments) => Promise<Outcome<ExitCode>>;
}

/** The options of a command in the form that Node's own parser reads. */
export function toParserOptions(options: readonly CommandOption[]): NonNullable<ParseArgsConfig['options']> {
  const all = options.map((option) => [
    option.name,
    { type: option.placeholder === null ? ('boolean' as const) : ('string' as const) },
  ]);
  return { ...Object.fromEntries(all), help: { type: 'boolean', short: 'h' } };
}
