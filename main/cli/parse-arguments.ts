import { parseArgs } from 'node:util';
import { toParserOptions, type CliCommand, type CommandArguments } from './command.ts';
import { refuse, type Outcome } from './outcome.ts';
import { text } from './text.ts';

/** Takes apart what stands after the name of a command. `help` asks for the help of the command instead of running it. */
export function parseArguments(
  command: CliCommand,
  words: readonly string[],
): Outcome<CommandArguments & { readonly help: boolean }> {
  try {
    const parsed = parseArgs({
      args: [...words],
      options: toParserOptions(command.options),
      allowPositionals: true,
      strict: true,
      tokens: true,
    });
    const values = new Map<string, unknown>(Object.entries(parsed.values));
    const help = values.get('help') === true;
    const named = parsed.tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []));
    const twice = named.find((name, index) => named.indexOf(name) !== index);
    if (!help && twice !== undefined) return refuse(text.usage.twice(twice, command.name));
    const { min, max } = command.positionals;
    if (!help && parsed.positionals.length < min) return refuse(text.usage.tooFew(command.usage));
    if (!help && parsed.positionals.length > max) {
      return refuse(text.usage.tooMany(parsed.positionals[max] ?? '', command.usage));
    }
    const value = (option: string): string | null => {
      const found = values.get(option);
      return typeof found === 'string' ? found : null;
    };
    const empty = command.options.find((option) => option.placeholder !== null && value(option.name) === '');
    if (!help && empty !== undefined) return refuse(text.usage.empty(empty.name, command.usage));
    return {
      ok: true,
      value: { help, positionals: parsed.positionals, value, has: (option) => values.get(option) === true },
    };
  } catch (error) {
    return refuse(text.usage.wrong(toParserWords(error), command.name));
  }
}

/** The parser's own first sentence, without its advice on how to pass a positional that looks like an option. */
function toParserWords(error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  return (/^[^.]*(?:\.(?! )[^.]*)*/u.exec(message)?.[0] ?? message).replaceAll('\n', ' ').trim();
}
