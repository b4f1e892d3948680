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
    'This plan is open in another window, so it can only be read here. Take it over to edit it here; the other window stores what it has and can only read then.',
  takenOver:
    'Another window took this plan over. What was shown as saved is there; here it can only be read now.',
  olderForm: 'Stored by an older version of Rehome',
  fromCache: (edits: number) =>
    `The last ${edits === 1 ? 'edit' : `${edits} edits`} had not reached the vault; they were brought back from this window’s own copy.`,
  cacheLost: (plans: number, changed: string) =>
    `This window’s own copies were damaged or gone. ${plans === 1 ? 'The plan is' : `All ${plans} plans are`} here from the vault, the last change from ${changed}; nothing is lost.`,
  versionLabel: (when: string) => `Go back to the version of ${when}`,
  versionGone: 'This version can’t be read any more. Choose another one.',
  copyOf: (name: string) => `${name} (copy)`,
  gone: 'This plan is not stored here any more.',
  alternativeTo: (name: string): string => `${name}, another way`,
  isAlternative: (name: string): string =>
    `This is a plan of its own. “${name}” stays as it is: compare both with “Compare with…”.`,
  exportCopy: 'Export a copy',
  savedWithout: (name: string, edits: number) =>
    `Saved as ${name}, without the last ${edits === 1 ? 'edit' : `${edits} edits`}: only the version that made ${edits === 1 ? 'it' : 'them'} can read ${edits === 1 ? 'it' : 'them'}.`,
  savedAs: (name: string) => `Saved as ${name}.`,
  lostSteps: (steps: number) =>
    `The last ${steps === 1 ? 'edit' : `${steps} edits`} could not be read again. Everything before is here.`,
  newPlan: 'New plan',
  planOf: (name: string) => `Plan of ${name}`,
  renamed: (name: string) => `Rename the plan to ${name}`,
} as const;
