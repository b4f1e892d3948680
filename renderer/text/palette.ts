/** Words of the command palette. */
export const paletteText = {
  label: 'Command palette',
  field: 'Find or run anything',
  placeholder: 'Type what you want to do or find',
  on: (name: string): string => `On ${name}`,
  onMany: (count: number): string => `On ${count} selected`,
  commands: 'Commands',
  things: 'Things',
  questions: 'Questions',
  nothing: (query: string): string => `Nothing fits "${query}"`,
  choose: 'choose',
  run: 'run',
} as const;
