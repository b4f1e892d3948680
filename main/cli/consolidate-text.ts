import { text } from './text.ts';

const { counted } = text;

function toInputName(path: string): string {
  return path === '-' ? text.files.standardInput : path;
}

/** The words of `rehome consolidate`. */
export const consolidateText = {
  summary: 'Propose how to do with fewer hosts, less cost or fewest moves',
  usage: 'consolidate PLAN [--targets FILE] [--objective hosts/cost/moves] [--merge] [--out PLAN] [--json]',
  targets: 'a JSON file that says which hosts may be used, and which new ones there could be',
  objective: 'what to have least of: hosts (the default), cost or moves',
  merge: 'plan the suggested merges of small servers too, their doubts as questions',
  out: 'where the plan with the proposed moves goes; without it the proposal is only shown',
  json: 'answer as JSON',
  notes: [
    'Starts where the plan ends so far. The bound is proven: no arrangement that keeps the rules does with less.',
    'Nothing is proposed that rehome check would reject, and a size that nobody said is never taken as nothing.',
    'Exit code 1 says that the rules contradict each other; then the answer names the smallest set that does.',
  ],
  unknownObjective: (word: string): string => `--objective knows hosts, cost and moves, not "${word}".`,
  badTargets: (path: string, words: string): string =>
    `${toInputName(path)}: ${words}. See the command-line page for the form of a targets file.`,
  notJson: (path: string): string =>
    `${toInputName(path)} is not JSON; see the command-line page for its form.`,
  refused: (message: string): string =>
    `the proposal could not be applied (${message}); no file was changed.`,
  hosts: (before: number, after: number, bound: number, gap: number): string =>
    `${counted(before, 'host')} in use, ${after} after: at least ${bound} ${bound === 1 ? 'is' : 'are'} needed (proven)${gap === 0 ? ', so there is nothing better' : `, ${gap} more than that`}.`,
  cost: (before: string, after: string, bound: string): string =>
    `${before} a month, ${after} after: at least ${bound} (proven).`,
  moves: (count: number, bound: number): string =>
    `${counted(count, 'move')}: at least ${bound} ${bound === 1 ? 'is' : 'are'} needed (proven).`,
  nothing: 'No move is proposed.',
  conflict: 'Not all of this can be kept at once:',
  phase: (number: number): string => `Consolidation ${number}`,
  freed: (names: string): string => `Free afterwards: ${names}.`,
  newHosts: (names: string): string => `New: ${names}.`,
  stays: 'Stays where it is:',
  merges: 'Could be merged (somebody who knows them decides):',
  pair: (name: string, into: string): string => `${name} into ${into}`,
  reasons: 'because',
  doubts: 'but',
  more: (count: number): string => `  … and ${count} more (--json lists all)`,
  written: (count: number, out: string): string =>
    `Planned ${counted(count, 'step')}${out === '-' ? '' : `, wrote ${out}`}.`,
};

/** The words of `rehome compare`. */
export const compareText = {
  summary: 'Compare plans as alternatives, in words and numbers',
  usage: 'compare PLAN PLAN... [--json]',
  json: 'answer as JSON',
  notes: [
    'The first plan is what the others are compared with. Branch one with "rehome scenario" and change it to try another way.',
    'What differs record by record is another question than which way is better: this command answers the second.',
  ],
  differs: (file: string, base: string, differences: readonly string[]): string =>
    differences.length === 0
      ? `${file} comes to the same as ${base}.`
      : `Compared with ${base}, ${file} ${differences.join(', ')}.`,
  steps: (count: number, base: string, file: string): string =>
    `${counted(count, 'step')} ${count === 1 ? 'differs' : 'differ'} (here is ${base}, there is ${file}):`,
  risksOf: (count: number, file: string): string => `${counted(count, 'risk')} only in ${file}:`,
  more: (count: number): string => `  … and ${count} more (--json lists all)`,
};
