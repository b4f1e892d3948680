import { text } from './text.ts';

const { counted } = text;

/** The words of `rehome diff`. */
export const diffText = {
  summary: 'Say in words how two plans differ',
  usage: 'diff A B [--json]',
  json: 'answer as JSON',
  git: 'take the arguments of a Git diff driver instead of A and B, and end with 0',
  notes: [
    'Exit code 1 says that there are differences. Revisions are not looked at.',
    'As a diff driver: git config diff.rehome.command "rehome diff --git"; see the page on plans in Git.',
  ],
  none: 'No differences.',
  head: (count: number): string => `${counted(count, 'difference')}:`,
  unmerged: 'this file has an unresolved conflict',
  notShown: (why: string): string => `not shown: ${why}`,
};

/** The words of `rehome merge`. */
export const mergeText = {
  summary: 'Merge two edits of a plan, by entity and field',
  usage: 'merge BASE OURS THEIRS --out PLAN [--json]',
  out: 'where the merged plan goes: a file (OURS is allowed), or - for standard output',
  json: 'answer as JSON',
  notes: [
    'Exit code 1 says that there are conflicts: the output keeps what OURS says there, and each conflict is listed.',
    'An empty BASE is an empty plan. As a merge driver: git config merge.rehome.driver "rehome merge %O %A %B --out %A".',
  ],
  merged: (taken: number, out: string): string =>
    `Merged: ${taken === 0 ? 'theirs adds nothing' : `${counted(taken, 'edit')} of theirs taken over`}${out === '-' ? '' : `, wrote ${out}`}.`,
  conflicts: (count: number): string =>
    `${counted(count, 'conflict')}. Ours is kept; decide, and edit the plan where theirs is right:`,
  repairs: 'Set right on the way:',
  broke: (count: number): string =>
    `${counted(count, 'finding')} that neither side had alone, so the combination brings ${count === 1 ? 'it' : 'them'}:`,
  onlyOneInput: 'only one of the three plans can come from standard input ("-"); name files for the others.',
};
