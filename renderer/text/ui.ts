const severities = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  info: ['note', 'notes'],
} as const;

const marks = {
  move: 'moves',
  merge: 'is merged',
  remove: 'goes',
  add: 'is new',
  resize: 'changes its size',
  unknown: 'not known',
  waiting: 'waits for a condition',
  done: 'done',
} as const;

/** Words of the primitives. */
export const uiText = {
  clearSearch: 'Clear search',
  cancel: 'Cancel',
  choose: 'Choose…',
  showChoices: 'Show choices',
  nothingFits: 'Nothing fits',
  severity: (severity: keyof typeof severities, count: number): string =>
    `${count} ${severities[severity][count === 1 ? 0 : 1]}`,
  mark: (kind: keyof typeof marks, isAgreed: boolean, phase: number | undefined): string => {
    const words = kind === 'remove' && !isAgreed ? 'removal candidate' : marks[kind];
    return phase === undefined ? words : `${words} in phase ${phase}`;
  },
} as const;
