import { toDifferenceLines } from '#core/exporters/difference/difference-text.ts';
import { toPlanDifferences, type PlanDifference } from '#core/exporters/difference/difference-words.ts';
import type { CliCommand, ExitCode } from '#main/cli/command.ts';
import { diffText } from '#main/cli/compare-text.ts';
import { standardStream } from '#main/cli/files/read-input.ts';
import { refuse, type Outcome } from '#main/cli/outcome.ts';
import { writeResult, writeWords } from '#main/cli/streams.ts';
import { text } from '#main/cli/text.ts';
import { readPlan, readPlanOrNothing } from './read-plan.ts';

function toJson(differences: readonly PlanDifference[]): string {
  const count = (what: PlanDifference['what']): number =>
    differences.filter((each) => each.what === what).length;
  const counts = { added: count('added'), removed: count('removed'), changed: count('changed') };
  return `${JSON.stringify({ differences, counts }, null, 2)}\n`;
}

/** As Git's diff driver: its seven arguments (nine for a renamed file, one for an unmerged one), always exit code 0. */
async function showForGit(words: readonly string[]): Promise<Outcome<ExitCode>> {
  const [path = '', oldFile, , , newFile] = words;
  const say = async (lines: readonly string[]): Promise<Outcome<ExitCode>> => {
    await writeWords([path, ...lines.map((line) => `  ${line}`)]);
    return { ok: true, value: 0 };
  };
  if (oldFile === undefined || newFile === undefined) return say([diffText.unmerged]);
  const before = await readPlanOrNothing(oldFile);
  if (!before.ok) return say([diffText.notShown(before.error)]);
  const after = await readPlanOrNothing(newFile);
  if (!after.ok) return say([diffText.notShown(after.error)]);
  const lines = toDifferenceLines(toPlanDifferences(before.value, after.value));
  return say(lines.length === 0 ? [diffText.none] : lines);
}

async function compareFiles(pathA: string, pathB: string, asJson: boolean): Promise<Outcome<ExitCode>> {
  const before = await readPlan(pathA);
  if (!before.ok) return before;
  const after = await readPlan(pathB);
  if (!after.ok) return after;
  const differences = toPlanDifferences(before.value, after.value);
  const lines = toDifferenceLines(differences);
  const shown =
    lines.length === 0 ? [diffText.none] : [diffText.head(lines.length), ...lines.map((line) => `  ${line}`)];
  await (asJson ? writeResult(toJson(differences)) : writeWords(shown));
  return { ok: true, value: differences.length === 0 ? 0 : 1 };
}

/** `rehome diff`. */
export const diffCommand: CliCommand = {
  name: 'diff',
  summary: diffText.summary,
  usage: diffText.usage,
  notes: diffText.notes,
  options: [
    { name: 'json', placeholder: null, says: diffText.json },
    { name: 'git', placeholder: null, says: diffText.git },
  ],
  positionals: { min: 1, max: 9 },
  run: async (args) => {
    if (args.has('git')) return showForGit(args.positionals);
    const [pathA = '', pathB, more] = args.positionals;
    if (pathB === undefined) return refuse(text.usage.tooFew(diffText.usage));
    if (more !== undefined) return refuse(text.usage.tooMany(more, diffText.usage));
    if (pathA === standardStream && pathB === standardStream) return refuse(text.usage.bothFromInput);
    return compareFiles(pathA, pathB, args.has('json'));
  },
};
