import { readContext, type Action } from './action.ts';
import { fileActions } from './file-actions.ts';
import { mapActions } from './map-actions.ts';
import { planActions } from './plan-actions.ts';
import { selectionActions } from './selection-actions.ts';
import { viewActions } from './view-actions.ts';

/** Everything that a person can do by name: menu, shortcuts, palette and buttons are made of this list. */
export const actions: readonly Action[] = [
  ...selectionActions,
  ...mapActions,
  ...planActions,
  ...viewActions,
  ...fileActions,
];

/** Runs an action by its id if it can run now; true when it ran. */
export function runAction(id: string): boolean {
  const action = actions.find((each) => each.id === id);
  const context = readContext();
  if (action === undefined || action.why(context) !== null) return false;
  action.run(context);
  return true;
}
