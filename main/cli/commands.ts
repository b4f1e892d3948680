import type { CliCommand } from './command.ts';
import { checkCommand } from '#main/cli/commands/check-command.ts';
import { doCommand } from '#main/cli/commands/do-command.ts';
import { exportCommand } from '#main/cli/commands/export-command.ts';
import { importCommand } from '#main/cli/commands/import-command.ts';
import { reconcileCommand } from '#main/cli/commands/reconcile-command.ts';
import { serveCommand } from '#main/cli/commands/serve-command.ts';
import { stateCommand } from '#main/cli/commands/state-command.ts';

/** All commands, in the order of `--help`. */
export const commands: readonly CliCommand[] = [
  importCommand,
  reconcileCommand,
  checkCommand,
  stateCommand,
  doCommand,
  exportCommand,
  serveCommand,
];
