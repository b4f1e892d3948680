import { text } from './text.ts';

const { counted } = text;

/** The words of `rehome reconcile`. */
export const reconcileText = {
  summary: 'Settle what the sources of a plan disagree on',
  usage:
    'reconcile PLAN [--join A=B] [--apart A=B] [--split A=SOURCE] [--prefer SOURCES] [--out PLAN] [--json]',
  join: 'make one node of two: B becomes A, and later imports keep them one',
  apart: 'say that two nodes are two things: no import asks or joins them again',
  split: 'give what SOURCE says of A a node of its own',
  prefer: 'trust these sources, the most trusted first (separated by commas); none: trust all alike',
  out: 'where the plan goes instead of back into PLAN',
  json: 'answer as JSON',
  notes: [
    'Without an option it lists what is open: what may be one machine, values on which sources differ, what is gone from a source.',
    'A value is settled with edit-node of rehome do, a removal with mark-removal.',
  ],
  oneAtATime: 'give one of --join, --apart, --split and --prefer at a time.',
  badPair: (option: string, value: string): string =>
    `--${option} needs two names with = between them, not "${value}".`,
  apartAnswer: 'Two different things.',
  refused: (words: string): string => `${words}${/[.!?]$/u.test(words) ? '' : '.'} Nothing was changed.`,
  same: 'nothing to change: it is so already.',
  done: (label: string, out: string): string => `${label}.${out === '-' ? '' : ` Wrote ${out}.`}`,
  nothingOpen: 'The sources agree; nothing is open.',
  pairs: (count: number): string => `${counted(count, 'pair')} that may be one machine (--join or --apart):`,
  conflicts: (count: number): string => `${counted(count, 'value')} on which sources differ:`,
  conflict: (name: string, field: string, values: string): string => `  ${name}, ${field}: ${values}`,
  gone: (count: number): string => `${counted(count, 'thing')} that a source no longer has:`,
  goneFrom: (name: string, source: string): string => `  ${name} (${source})`,
  preferred: (names: string): string => `Trusted first: ${names}`,
};
