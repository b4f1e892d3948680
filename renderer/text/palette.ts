/** Words of the command palette. */
export const paletteText = {
  label: 'Command palette',
  field: 'Find or run anything',
  placeholder: 'Type what you want to do or find: “move wiki to web02”',
  on: (name: string): string => `On ${name}`,
  onMany: (count: number): string => `On ${count} selected`,
  /** Actions on a selection while nothing is selected. */
  onSelection: 'On a selection',
  commands: 'Commands',
  recent: 'Recent',
  sentences: 'Do it',
  move: (name: string, place: string): string => `Move ${name} to ${place}`,
  merge: (name: string, into: string): string => `Merge ${name} into ${into}`,
  mark: (name: string): string => `Mark ${name} for removal`,
  assign: (name: string, phase: string): string => `Assign ${name} to ${phase}`,
  isCandidate: 'is a candidate already',
  nothingPlanned: 'nothing is planned for it yet',
  refused: 'not possible',
  verdict: (errors: number, warnings: number): string =>
    errors > 0
      ? `${errors} ${errors === 1 ? 'error' : 'errors'}`
      : warnings > 0
        ? `fits, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`
        : 'fits',
  things: 'Things',
  questions: 'Questions',
  nothing: (query: string): string => `Nothing fits “${query}”`,
  choose: 'choose',
  run: 'run',
} as const;
