/**
 * The parts of a report that can be left out. `sources` takes all quotes and places in documents along, `notes` all notes,
 * `marks` what lets edits of the report come back.
 */
export const reportParts = [
  'sources',
  'notes',
  'marks',
  'numbers',
  'decisions',
  'picture',
  'steps',
  'removals',
  'cost',
  'handovers',
  'duties',
  'questions',
  'checks',
  'unknown',
  'inventory',
] as const;

/** A part of a report that can be left out. */
export type ReportPart = (typeof reportParts)[number];
