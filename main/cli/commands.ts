import type { CliCommand } from './command.ts';
import { applyCommand } from '#main/cli/commands/apply-command.ts';
import { checkCommand } from '#main/cli/commands/check-command.ts';
import { compareCommand } from '#main/cli/commands/compare-command.ts';
import { consolidateCommand } from '#main/cli/commands/consolidate-command.ts';
import { diffCommand } from '#main/cli/commands/diff-command.ts';
import { doCommand } from '#main/cli/commands/do-command.ts';
import { exportCommand } from '#main/cli/commands/export-command.ts';
import { importCommand } from '#main/cli/commands/import-command.ts';
import { mergeCommand } from '#main/cli/commands/merge-command.ts';
import { phasesCommand } from '#main/cli/commands/phases-command.ts';
import { reconcileCommand } from '#main/cli/commands/reconcile-command.ts';
import { scenarioCommand } from '#main/cli/commands/scenario-command.ts';
import { scheduleCommand } from '#main/cli/commands/schedule-command.ts';
import { serveCommand } from '#main/cli/commands/serve-command.ts';
import { stateCommand } from '#main/cli/commands/state-command.ts';
import { takeCommand } from '#main/cli/commands/take-command.ts';

/** All commands, in the order of `--help`. */
export const commands: readonly CliCommand[] = [
  importCommand,
  reconcileCommand,
  checkCommand,
  stateCommand,
  doCommand,
  phasesCommand,
  scheduleCommand,
  consolidateCommand,
  scenarioCommand,
  compareCommand,
  takeCommand,
  exportCommand,
  applyCommand,
  diffCommand,
  mergeCommand,
  serveCommand,
];
