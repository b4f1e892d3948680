import { toTableEdits, type CellEdit } from '#core/projections/table-edits.ts';
import type { Plan } from '#core/model/plan.ts';
import { runCommands, undo } from '#stores/run-commands.ts';
import { showProblem, showToast } from '#stores/toast-store.ts';
import { tableText as text } from '#text/table.ts';
import { workspaceText } from '#text/workspace.ts';

/** How many cells that stayed as they are get a sentence of their own. */
const mostSaid = 1;

/**
 * Writes cells as one step that can be undone, and says which stayed as they are. `toLabel` names the step by how many cells change; without
 * it the step is named by its commands.
 */
export function applyCells(
  plan: Plan,
  edits: readonly CellEdit[],
  options: { readonly toLabel?: (changed: number) => string; readonly rowsLeft?: number } = {},
): void {
  const { commands, changed, left } = toTableEdits(plan, edits);
  const said = left
    .slice(0, mostSaid)
    .map(({ edit, trouble }) => text.cellLeft(edit.column, edit.row.node.name, edit.words.trim(), trouble));
  const more = left.length > mostSaid ? [text.moreLeft(left.length - mostSaid)] : [];
  const lost = (options.rowsLeft ?? 0) > 0 ? [text.rowsLeft(options.rowsLeft ?? 0)] : [];
  const notes = [...said, ...more, ...lost].map((note) => `${note}.`).join(' ');
  if (commands.length === 0) {
    if (notes !== '') showProblem(notes);
    else if (options.toLabel !== undefined) showToast(text.nothingToPaste);
    return;
  }
  const label = options.toLabel?.(changed);
  const done = runCommands(commands, label === undefined ? {} : { label });
  if (!done.ok || notes === '') return;
  showToast(`${label ?? done.value.label}. ${notes}`, { label: workspaceText.takeBack, run: undo });
}
