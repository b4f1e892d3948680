import { text } from './text.ts';

const { counted } = text;

/** The words of `rehome reconcile`. */
export const reconcileText = {
  summary: 'Settle what the sources of a plan disagree on',
  usage:
    'reconcile PLAN [--join A=B] [--apart A=B] [--split A=SOURCE] [--settle A:FIELD=VALUE] [--prefer SOURCES] [--out PLAN] [--json]',
  join: 'make one node of two: B becomes A, and later imports keep them one',
  apart: 'say that two nodes are two things: no import asks or joins them again',
  split: 'give what SOURCE says of A a node of its own',
  settle:
    'give a field of A on which sources differ one of their values: its words, or the name of the source',
  prefer: 'trust these sources, the most trusted first (separated by commas); none: trust all alike',
  out: 'where the plan goes instead of back into PLAN',
  json: 'answer as JSON',
  notes: [
    'Without an option it lists what is open: what may be one machine, values on which sources differ, what is gone from a source.',
    'FIELD is what the list calls it (memory) or its path (capacity.memoryMiB). Another value than those of the sources is given with edit-node of rehome do; what is gone is marked with mark-removal.',
  ],
  oneAtATime: 'give one of --join, --apart, --split, --settle and --prefer at a time.',
  badPair: (option: string, value: string): string =>
    `--${option} needs two names with = between them, not "${value}".`,
  badSettle: (value: string): string =>
    `--settle needs a name, a field and a value, as in web02:memory=8 GiB, not "${value}".`,
  apartAnswer: 'Two different things.',
  refused: (words: string): string => `${words}${/[.!?]$/u.test(words) ? '' : '.'} Nothing was changed.`,
  same: 'nothing to change: it is so already.',
  done: (label: string, out: string): string => `${label}.${out === '-' ? '' : ` Wrote ${out}.`}`,
  nothingOpen: 'The sources agree; nothing is open.',
  pairs: (count: number): string => `${counted(count, 'pair')} that may be one machine (--join or --apart):`,
  conflicts: (count: number): string =>
    `${counted(count, 'value')} on which sources differ (--settle or --prefer):`,
  conflict: (name: string, field: string, values: string): string => `  ${name}, ${field}: ${values}`,
  gone: (count: number): string => `${counted(count, 'thing')} that a source no longer has:`,
  goneFrom: (name: string, source: string): string => `  ${name} (${source})`,
  preferred: (names: string): string => `Trusted first: ${names}`,
};
