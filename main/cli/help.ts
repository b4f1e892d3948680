import type { CliCommand } from './command.ts';
import { text } from './text.ts';

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  return rows.map(([left, right]) => `  ${left.padEnd(width)}${right}`);
}

/** What `rehome --help` prints. */
export function toHelp(commands: readonly CliCommand[]): string {
  return `${[
    ...text.help.head,
    '',
    text.help.commands,
    ...columns(commands.map((command) => [command.name, command.summary])),
    '',
    ...text.help.foot,
  ].join('\n')}\n`;
}

/** What `rehome <command> --help` prints. */
export function toCommandHelp(command: CliCommand): string {
  const options = [...command.options, { name: 'help', placeholder: null, says: text.help.helpOption }];
  return `${[
    command.summary,
    '',
    `  rehome ${command.usage}`,
    '',
    text.help.options,
    ...columns(
      options.map((option) => [
        `--${option.name}${option.placeholder === null ? '' : ` ${option.placeholder}`}`,
        option.says,
      ]),
    ),
    ...(command.notes.length === 0 ? [] : ['', ...command.notes]),
  ].join('\n')}\n`;
}
