import { withFindingFacts } from '#core/checks/acceptance-facts.ts';
import { applyCommands, type AppliedEdit, type CommandProblem } from '#core/commands/apply-commands.ts';
import { countRows, isEmptyDiff } from '#core/commands/records-diff.ts';
import { fail, type Result } from '#core/base/result.ts';
import type { VersionMark } from '#core/contract/bridge.ts';
import { bridgeLimits } from '#core/contract/limits.ts';
import type { Command } from '#core/model/command.ts';
import type { RecordsDiff } from '#core/model/records-diff.ts';
import {
  historyLimit,
  takeStep,
  type EditHistory,
  type JournalStep,
  type Workspace,
} from '#persistence/workspace-text.ts';
import { historyText } from '#text/history.ts';
import { workspaceText as text } from '#text/workspace.ts';
import { makeId } from '#bridge/make-id.ts';
import { showProblem, showToast } from './toast-store.ts';
import { checkShown, findKeeper, updateWorkspace, workspaceStore } from './workspace-store.ts';

/** So many edits can be gone back to. */
export const mostEdits = historyLimit;

/** So many commands in one edit are worth a version of the plan before it. */
const bulkCommands = 10;

/** The diff that a step applies, or takes back. */
function toDiff({ done, undone }: EditHistory, step: JournalStep): RecordsDiff {
  if (step.kind === 'do') return step.diff;
  return (step.kind === 'undo' ? done : undone).at(-1)?.diff ?? { collections: {} };
}

function take(step: JournalStep, mark?: VersionMark): boolean {
  const { plan, history, readOnly } = workspaceStore.getState();
  if (plan === null) return false;
  if (readOnly) {
    showProblem(text.readOnly);
    return false;
  }
  const after = takeStep({ plan, history }, step);
  if (after === null) return false;
  updateWorkspace(after, countRows(toDiff(history, step)));
  findKeeper()?.record(step, after, mark);
  return true;
}

/**
 * Takes an edit that was made elsewhere (an accepted import) as one undoable step; true when it was taken. With a reason the state before
 * it is kept as a version.
 */
export function applyEdit(
  edit: Pick<AppliedEdit, 'plan' | 'diff' | 'label'>,
  label: string = edit.label,
  reason?: VersionMark['reason'],
): boolean {
  if (isEmptyDiff(edit.diff)) return false;
  const words = label.slice(0, bridgeLimits.versionWordsCharacters).toWellFormed();
  const step = { kind: 'do', revision: edit.plan.revision, label, diff: edit.diff } as const;
  return take(step, reason === undefined ? undefined : { reason, words });
}

/**
 * Runs commands on the open plan as one undoable edit. What can't be done is said in a toast and leaves everything as it
 * was.
 */
export function runCommands(
  commands: readonly Command[],
  options: { readonly label?: string; readonly quiet?: boolean } = {},
): Result<AppliedEdit, CommandProblem> {
  checkShown();
  const { plan, report } = workspaceStore.getState();
  if (plan === null) return fail({ code: 'not-a-command', index: 0, message: text.noPlan });
  const filled = withFindingFacts(commands, report);
  const done = filled.ok
    ? applyCommands(plan, filled.value, { makeId })
    : fail({ code: 'bad-argument' as const, ...filled.error });
  if (!done.ok) {
    showProblem(done.error.message);
    return done;
  }
  const label = options.label ?? done.value.label;
  applyEdit(done.value, label, commands.length >= bulkCommands ? 'bulk-edit' : undefined);
  if (options.quiet !== true && !isEmptyDiff(done.value.diff)) {
    const notes = done.value.notes.length === 0 ? label : `${label}. ${done.value.notes.join(' ')}`;
    showToast(notes, { label: text.takeBack, run: undo });
  }
  return done;
}

/** Takes the last edit back. */
export function undo(): void {
  const { plan, history } = workspaceStore.getState();
  const label = history.done.at(-1)?.label;
  if (plan === null || label === undefined) return;
  if (take({ kind: 'undo', revision: plan.revision + 1 })) {
    showToast(text.undone(label), { label: text.doAgain, run: redo });
  }
}

/** Does the edit again that was taken back last. */
export function redo(): void {
  const { plan, history } = workspaceStore.getState();
  const label = history.undone.at(-1)?.label;
  if (plan === null || label === undefined) return;
  if (take({ kind: 'redo', revision: plan.revision + 1 })) {
    showToast(text.redone(label), { label: text.takeBack, run: undo });
  }
}

function sayWhereToEdit(from: number, count: number, label: string | undefined): void {
  const words =
    count > from
      ? historyText.wentForward(count - from, label ?? '')
      : label === undefined
        ? historyText.wentToBegin(from - count)
        : historyText.wentBack(from - count, label);
  showToast(words, { label: count > from ? historyText.goBack : text.doAgain, run: () => goToEdit(from) });
}

/** Goes to the state in which so many edits are done: back by undoing, forward by doing again, checked once at the end. */
export function goToEdit(count: number): void {
  const { plan, history, readOnly } = workspaceStore.getState();
  if (plan === null) return;
  if (readOnly) {
    showProblem(text.readOnly);
    return;
  }
  let workspace: Workspace = { plan, history };
  const taken: { readonly step: JournalStep; readonly after: Workspace }[] = [];
  while (workspace.history.done.length !== count) {
    const kind = workspace.history.done.length > count ? 'undo' : 'redo';
    const step = { kind, revision: workspace.plan.revision + 1 } as const;
    const after = takeStep(workspace, step);
    if (after === null) break;
    taken.push({ step, after });
    workspace = after;
  }
  if (taken.length === 0) return;
  updateWorkspace(workspace);
  for (const { step, after } of taken) findKeeper()?.record(step, after);
  sayWhereToEdit(history.done.length, workspace.history.done.length, workspace.history.done.at(-1)?.label);
}
