import { findBrokenByMerge } from '#core/checks/broken-by-merge.ts';
import { comparePlans } from '#core/document/compare/compare-plans.ts';
import { mergePlans } from '#core/document/merge/merge-plans.ts';
import type { PlanMerge } from '#core/document/merge/merge-types.ts';
import { toPlanFileText } from '#core/document/plan-file.ts';
import { toConflictWords, toRepairWords } from '#core/exporters/difference/merge-words.ts';
import type { Finding } from '#core/model/finding.ts';
import type { CliCommand } from '#main/cli/command.ts';
import { mergeText } from '#main/cli/compare-text.ts';
import { standardStream } from '#main/cli/files/read-input.ts';
import { writeOutput } from '#main/cli/files/write-output.ts';
import { refuse } from '#main/cli/outcome.ts';
import { writeResult, writeWordsBeside } from '#main/cli/streams.ts';
import { text } from '#main/cli/text.ts';
import { readPlan, readPlanOrNothing } from './read-plan.ts';

interface MergeAnswer {
  readonly taken: number;
  readonly conflicts: readonly string[];
  readonly repairs: readonly string[];
  readonly broke: readonly Finding[];
}

function toLines(answer: MergeAnswer, out: string): string[] {
  const block = (head: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [head, ...lines.map((line) => `  ${line}`)];
  return [
    mergeText.merged(answer.taken, out),
    ...block(mergeText.conflicts(answer.conflicts.length), answer.conflicts),
    ...block(mergeText.repairs, answer.repairs),
    ...block(
      mergeText.broke(answer.broke.length),
      answer.broke.map((finding) => `${finding.severity}: ${finding.message}`),
    ),
  ];
}

function toJson(merge: PlanMerge, answer: MergeAnswer): string {
  const data = {
    conflicts: merge.conflicts.map((each, index) => ({ ...each, words: answer.conflicts[index] ?? '' })),
    repairs: merge.repairs.map((each, index) => ({ ...each, words: answer.repairs[index] ?? '' })),
    broke: answer.broke,
    counts: {
      taken: answer.taken,
      conflicts: answer.conflicts.length,
      repairs: answer.repairs.length,
      broke: answer.broke.length,
    },
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}

/** `rehome merge`. */
export const mergeCommand: CliCommand = {
  name: 'merge',
  summary: mergeText.summary,
  usage: mergeText.usage,
  notes: mergeText.notes,
  options: [
    { name: 'out', placeholder: 'PLAN', says: mergeText.out },
    { name: 'json', placeholder: null, says: mergeText.json },
  ],
  positionals: { min: 3, max: 3 },
  run: async (args) => {
    const [basePath = '', oursPath = '', theirsPath = ''] = args.positionals;
    const out = args.value('out');
    if (out === null) return refuse(text.usage.missingOption('out', mergeText.usage));
    if (args.positionals.filter((path) => path === standardStream).length > 1) {
      return refuse(mergeText.onlyOneInput);
    }
    if (out === standardStream && args.has('json')) return refuse(text.usage.bothToOutput);
    const base = await readPlanOrNothing(basePath);
    if (!base.ok) return base;
    const ours = await readPlan(oursPath);
    if (!ours.ok) return ours;
    const theirs = await readPlan(theirsPath);
    if (!theirs.ok) return theirs;
    const sides = { base: base.value, ours: ours.value, theirs: theirs.value };
    const merge = mergePlans(sides.base, sides.ours, sides.theirs);
    const answer: MergeAnswer = {
      taken: comparePlans(sides.ours, merge.plan).records.length,
      conflicts: merge.conflicts.map((each) => toConflictWords(each, sides)),
      repairs: merge.repairs.map((each) => toRepairWords(each, merge.plan, sides)),
      broke: findBrokenByMerge([sides.ours, sides.theirs], merge.plan),
    };
    const written = await writeOutput(out, toPlanFileText(merge.plan));
    if (!written.ok) return written;
    if (args.has('json')) await writeResult(toJson(merge, answer));
    else await writeWordsBeside(out, toLines(answer, out));
    return { ok: true, value: answer.conflicts.length === 0 ? 0 : 1 };
  },
};
