import { text } from './text.ts';

const { counted } = text;

const into = 'where the plan goes instead of back into PLAN';
const machine = 'answer as JSON';

/** The words of `rehome schedule`. */
export const scheduleText = {
  summary: 'Propose dates for the phases and changes of a plan',
  usage: 'schedule PLAN [--start DATE] [--weekends] [--out PLAN] [--json]',
  start: 'the first day of work, as 2026-12-07; without it the earliest date in the plan',
  weekends: 'work on Saturdays and Sundays too, where no window says otherwise',
  out: into,
  json: machine,
  notes: [
    'Dates keep to phases, order, durations, windows, freezes, notice periods, crews and tasks with a lead time; those that stand there are proposed anew.',
  ],
  noStart: (sentence: string): string => `${sentence.replace(/\.$/u, '')}; give --start.`,
  refused: (path: string, sentence: string): string => `${path}: ${sentence} Nothing was changed.`,
  nothing: 'There are no changes to give dates to.',
  done: (changes: number, start: string, end: string, days: number, least: number): string =>
    `${counted(changes, 'change')} from ${start} to ${end}: ${counted(days, 'day')} from the first day of work${least < days ? `, at least ${least} in any order` : ', and no order is shorter'}.`,
  phase: (name: string, start: string, end: string): string =>
    `  ${start === end ? start.padEnd(`${start} to ${end}`.length) : `${start} to ${end}`}  ${name}`,
  critical: (titles: readonly string[]): string => `Critical path: ${titles.join(' → ')}.`,
  task: (name: string, words: string, due: string): string => `New task (${due}) on “${name}”: ${words}.`,
  wrote: (out: string): string => `Wrote ${out}.`,
};

/** The words of `rehome phases`. */
export const phasesText = {
  summary: 'Propose phases for the changes that have none',
  usage: 'phases PLAN [--max-size N] [--together A+B] [--exclude DATE..DATE] [--out PLAN] [--json]',
  maxSize: 'most changes of a phase; without it the limit of moves in the plan, else 10',
  out: into,
  json: machine,
  notes: [
    'What talks much moves together, the least risk first with a small pilot, staging before production, gateways and monitoring last. Phases that are there stay as they are.',
  ],
  together: 'things whose changes stay in one phase, as A+B; several sets with commas between them',
  exclude:
    'days without work, as 2026-12-19..2027-01-06; several with commas: they become freezes of the calendar',
  badDays: (word: string): string =>
    `--exclude needs a first and a last day such as 2026-12-19..2027-01-06, not "${word}".`,
  badSize: (word: string): string => `--max-size needs a whole number from 1, not "${word}".`,
  nothing: 'Every change has a phase already.',
  done: (changes: number, phases: number): string =>
    `${counted(changes, 'change')} in ${counted(phases, 'new phase')}:`,
  phase: (name: string, changes: number, why: string): string =>
    `  ${name} (${counted(changes, 'change')}): ${why}`,
  joined: (title: string, phase: string): string =>
    `  “${title}” joins ${phase}, where something waits for it.`,
  measure: (cross: number, crossByHand: number, longest: number, longestByHand: number): string =>
    cross + crossByHand === 0
      ? 'No dependency goes over a distance for a while.'
      : `${counted(cross, 'dependency', 'dependencies')} over a distance for a while (in the order of the list: ${crossByHand}), at most for ${counted(longest, 'phase')} (${longestByHand}).`,
  bridge: (words: string): string => `  ${words}`,
  more: (count: number): string => `  … and ${count} more (--json lists all)`,
  wrote: (out: string): string => `Wrote ${out}.`,
};
