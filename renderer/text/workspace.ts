/** Words of the workspace as a whole: saving, undo, opening. */
export const workspaceText = {
  // Not "Undo" and "Redo": those are the names of the buttons in the title bar, and each name is one button's.
  takeBack: 'Take it back',
  doAgain: 'Do it again',
  undone: (label: string) => `Undone: ${label}`,
  redone: (label: string) => `Done again: ${label}`,
  noPlan: 'No plan is open.',
  readOnly: 'This plan can only be read here: it is open in another window. Nothing was changed.',
  otherWindow:
    'This plan is open in another window, so it can only be read here. Close it there and open it here again to edit it.',
  gone: 'This plan is not stored here any more.',
  savedAs: (name: string) => `Saved as ${name}.`,
  lostSteps: (steps: number) =>
    `The last ${steps === 1 ? 'edit' : `${steps} edits`} could not be read again. Everything before is here.`,
  newPlan: 'New plan',
  planOf: (name: string) => `Plan of ${name}`,
  renamed: (name: string) => `Rename the plan to ${name}`,
} as const;
