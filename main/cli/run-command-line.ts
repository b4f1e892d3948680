import { commands } from './commands.ts';
import type { ExitCode } from './command.ts';
import { toCommandHelp, toHelp } from './help.ts';
import { parseArguments } from './parse-arguments.ts';
import { writeMessage, writeResult } from './streams.ts';
import { text } from './text.ts';

/**
 * Runs one command line (the words after `rehome`) and answers its exit code: 0 done, 1 done with errors among the
 * findings, 2 wrong usage or input that can't be read.
 */
export async function runCommandLine(words: readonly string[]): Promise<ExitCode> {
  try {
    return await dispatch(words);
  } catch (error) {
    // Only a mistake of ours comes here; the person still gets a sentence, and REHOME_DEBUG shows the rest.
    if (process.env['REHOME_DEBUG'] !== undefined) throw error;
    await writeMessage(text.internal(error instanceof Error ? error.message : String(error)));
    return 2;
  }
}

async function dispatch(words: readonly string[]): Promise<ExitCode> {
  const [name, ...rest] = words;
  if (name === '--help' || name === '-h' || name === 'help') {
    const about = commands.find((command) => command.name === rest[0]);
    await writeResult(about === undefined ? toHelp(commands) : toCommandHelp(about));
    return 0;
  }
  if (name === undefined) {
    await writeMessage(toHelp(commands).trimEnd());
    return 2;
  }
  const command = commands.find((each) => each.name === name);
  if (command === undefined) {
    await writeMessage(text.usage.unknownCommand(name, commands.map((each) => each.name).join(', ')));
    return 2;
  }
  const args = parseArguments(command, rest);
  if (args.ok && args.value.help) {
    await writeResult(toCommandHelp(command));
    return 0;
  }
  const outcome = args.ok ? await command.run(args.value) : args;
  if (outcome.ok) return outcome.value;
  await writeMessage(text.said(outcome.error));
  return 2;
}
