/** Words of the report view. */
export const reportText = {
  kinds: {
    plan: 'Whole plan',
    phase: 'One phase',
    party: 'One party',
  },
  layout: 'Show',
  markdown: 'Markdown',
  both: 'Both',
  preview: 'Preview',
  what: 'What to report',
  choosePhase: 'Phase',
  chooseParty: 'Party',
  noPhase: 'There is no phase yet.',
  noParty: 'There is no party yet.',
  withSources: 'Sources',
  withNotes: 'Notes',
  copy: 'Copy',
  copied: 'The Markdown is on the clipboard.',
  copyFailed: 'The clipboard could not be reached. Select the text and copy it by hand.',
  save: 'Save…',
  saved: (name: string) => `Saved as ${name}.`,
  print: 'Print',
  asShown: 'As GitHub and GitLab show it',
  source: 'Markdown source',
  size: (lines: number, bytes: number) =>
    `${lines} ${lines === 1 ? 'line' : 'lines'} · ${(Math.round(bytes / 102.4) / 10).toFixed(1)} KB`,
  picture: (groups: string, boxes: number, lines: number) =>
    `A picture of ${groups === '' ? 'the estate' : groups}: ${boxes} boxes, ${lines} lines`,
} as const;
