import type { ReportProblem, UnknownWhy } from '#core/intake/markdown-edits/review-types.ts';

const counted = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`;

/** Words of the review of an edited report. */
export const applyText = {
  title: 'Edits of an export',
  intro: (name: string, edits: number, conflicts: number): string =>
    edits + conflicts === 0
      ? `${name} holds no edit that can be taken.`
      : `${name} holds ${counted(edits, 'edit')}${conflicts === 0 ? '' : ` and ${counted(conflicts, 'conflict')}`}. What is ticked is taken, as one step that can be undone.`,
  edits: 'Edits',
  conflicts: 'Conflicts',
  conflictsIntro: 'The plan was changed at the same place since the export.',
  keepPlan: 'Keep what the plan says',
  takeReport: 'Take what the report says',
  unknown: 'Not understood',
  unknownIntro: 'These differences are no edits that can come back. Nothing is taken from them.',
  line: (line: number): string => `line ${line}`,
  gone: 'gone',
  nothing: 'nothing',
  done: 'done',
  notDone: 'not done',
  crossedOut: 'crossed out',
  newTask: 'new task',
  was: (before: string): string => `was: ${before}`,
  fields: {
    order: 'order',
    gate: 'go when',
    by: 'answered by',
    days: 'days it takes',
    text: 'words',
  } as Readonly<Record<string, string | undefined>>,
  take: (count: number): string => `Take ${counted(count, 'edit')}`,
  cancel: 'Cancel',
  label: (count: number): string => `Take ${counted(count, 'edit')} of an export`,
  problems: {
    'no-memory': 'This is no report of Rehome.',
    damaged:
      'The lines that Rehome keeps at the end of a report are damaged. Export the report again and edit that copy.',
    newer: 'This report was written by a newer version of Rehome. Take its edits back with that version.',
    'other-plan': 'This report was exported from another plan. Open that plan first.',
  } satisfies Record<ReportProblem['code'], string>,
  openFirst: 'This is an edited report. Open the plan that it was exported from, then drop it again.',
  why: {
    'new-text': 'text that the export did not have',
    'not-editable': 'this part of a report cannot be edited; change it here',
    'gone-line': 'its line is gone; crossing it out (~~so~~) deletes it',
    'gone-text': 'this text is gone; that changes nothing',
    'gone-thing': 'it is not in the plan any more',
    'no-place': 'it stands below no phase, step or hand-over',
    'not-a-date': 'that is no date: 2026-12-07, or T-7',
    'no-evidence': 'an accepted hand-over needs evidence',
    'no-name': 'a name is missing',
    'several-parties': 'several parties have this name',
    'not-a-state': 'a hand-over is proposed, offered, or accepted by somebody',
  } satisfies Record<Exclude<UnknownWhy['code'], 'refused'>, string>,
} as const;
