import type { ReportProblem, UnknownWhy } from '#core/intake/markdown-edits/review-types.ts';
import { text } from './text.ts';

const { counted } = text;

const fields: Readonly<Record<string, string | undefined>> = {
  done: 'done',
  new: 'new line',
  gone: 'crossed out',
  order: 'order',
  gate: 'go when',
  by: 'answered by',
  days: 'days it takes',
};

function quoted(words: string): string {
  const line = words.replace(/\s+/gu, ' ').trim();
  return line === '' ? 'nothing' : `“${line.length > 100 ? `${line.slice(0, 99)}…` : line}”`;
}

/** The words of `rehome apply`. */
export const applyText = {
  summary: 'Take edits of an exported report or table back into the plan',
  usage: 'apply PLAN EDITED.md/TABLE.csv [--out PLAN] [--json]',
  out: 'where the plan goes instead of back into PLAN',
  json: 'answer as JSON',
  notes: [
    'Ticks, owners, dates, notes, answers, accepted hand-overs, the order of steps, new tasks and crossed-out lines come back.',
    'Of the CSV export, changes.csv, tasks.csv and questions.csv come back the same way, tasks without an id as new ones; a row that is missing changes nothing.',
    'Exit code 1 says that there are conflicts: what the plan says stays, and each conflict is listed with both values.',
  ],
  problems: {
    'no-memory':
      'the lines that Rehome keeps at the end of a report are missing; export the report again and edit that copy.',
    damaged:
      'the lines that Rehome keeps at the end of a report are damaged; export the report again and edit that copy.',
    newer: 'this report was written by a newer version of Rehome; take its edits back with that version.',
    'other-plan': 'this report was exported from another plan; name the plan that it belongs to.',
  } satisfies Record<ReportProblem['code'], string>,
  noTable:
    'this is no table of steps, tasks or questions of the CSV export; nodes, dependencies and duties come back by "rehome import --into".',
  refused: (path: string, words: string): string => `${path}: ${words}`,
  done: (count: number, out: string): string =>
    `${count === 0 ? 'No edit was taken' : `Took ${counted(count, 'edit')}`}${out === '-' ? '' : `, wrote ${out}`}.`,
  edit: (line: number, title: string, field: string, before: string, after: string): string => {
    if (field === 'new') return `line ${line}: new task ${quoted(after)}`;
    if (field === 'gone') return `line ${line}: ${title}: crossed out`;
    if (field === 'done') return `line ${line}: ${title}: ${after === 'x' ? 'done' : 'not done any more'}`;
    return `line ${line}: ${title}: ${fields[field] ?? field} ${quoted(after)} (was: ${quoted(before)})`;
  },
  conflicts: (count: number): string =>
    `${counted(count, 'conflict')}: the plan was changed there since the export. What it says stays:`,
  conflict: (line: number, title: string, field: string, before: string, after: string): string =>
    `line ${line}: ${title}: ${fields[field] ?? field}: the plan says ${quoted(before)}, the report says ${quoted(after)}`,
  unknown: (count: number): string =>
    `${counted(count, 'edit')} not understood, nothing was taken from ${count === 1 ? 'it' : 'them'}:`,
  unknownLine: (line: number | null, words: string, why: UnknownWhy): string => {
    const place = line === null ? 'gone' : `line ${line}`;
    return `${place}: ${quoted(words)}: ${why.code === 'refused' ? why.message : applyText.why[why.code]}`;
  },
  why: {
    'new-text': 'text that the export did not have',
    'not-editable': 'this part of a report cannot be edited; change it in Rehome',
    'gone-line': 'its line is gone; cross it out (~~so~~) to delete it',
    'gone-text': 'this text is gone; that changes nothing',
    'gone-thing': 'it is not in the plan any more',
    'no-place': 'it stands below no phase, step or hand-over that it could belong to',
    'not-a-date': 'that is no date; write 2026-12-07, or T-7 for seven days before the phase starts',
    'no-evidence': 'an accepted hand-over needs evidence; say in its column what shows that it works',
    'no-name': 'a name is missing; write who or what it is',
    'several-parties': 'several parties have this name; give one of them another name first',
    'not-a-state': 'a hand-over is proposed, offered, or accepted by somebody',
  } satisfies Record<Exclude<UnknownWhy['code'], 'refused'>, string>,
};
