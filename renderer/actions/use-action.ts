import { invariant } from '#core/base/invariant.ts';
import { useWorkspace } from '#stores/use-workspace.ts';
import { useView } from '#stores/view-store.ts';
import { readContext } from './action.ts';
import { actions, runAction } from './actions.ts';
import { toKeyCap } from './shortcuts.ts';

/** An action as a button shows it. */
export interface UsedAction {
  readonly title: string;
  readonly keyCap: string | null;
  readonly why: string | null;
  readonly run: () => void;
}

/** An action by its id, drawn again when what it looks at changes. */
export function useAction(id: string): UsedAction {
  useWorkspace((state) => state.plan);
  useWorkspace((state) => state.readOnly);
  useWorkspace((state) => state.history);
  useView((view) => view.selection);
  const action = actions.find((each) => each.id === id);
  invariant(action !== undefined, `there is an action ${id}`);
  return {
    title: action.title,
    keyCap: action.shortcut === null ? null : toKeyCap(action.shortcut),
    why: action.why(readContext()),
    run: () => void runAction(id),
  };
}
