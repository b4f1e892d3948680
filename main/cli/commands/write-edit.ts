import type { AppliedEdit } from '#core/commands/apply-commands.ts';
import { isEmptyDiff } from '#core/commands/records-diff.ts';
import { toPlanFileText } from '#core/document/plan-file.ts';
import type { CommandArguments } from '#main/cli/command.ts';
import { writeOutput } from '#main/cli/files/write-output.ts';
import type { Outcome } from '#main/cli/outcome.ts';
import { writeMessage, writeResult, writeWordsBeside } from '#main/cli/streams.ts';

interface EditWords {
  readonly done: (label: string, out: string) => string;
  /** Said where the edit changed nothing. */
  readonly same: string;
}

/** Writes a plan after an edit over itself or to `--out`, and says what was done. */
export async function writeEdit(
  args: CommandArguments,
  { plan, label, notes, diff }: AppliedEdit,
  words: EditWords,
): Promise<Outcome<0>> {
  const out = args.value('out') ?? args.positionals[0] ?? '';
  const written = await writeOutput(out, toPlanFileText(plan));
  if (!written.ok) return written;
  if (args.has('json'))
    await writeResult(`${JSON.stringify({ label, notes, revision: plan.revision }, null, 2)}\n`);
  else await writeWordsBeside(out, [words.done(label, out), ...notes.map((note) => `  ${note}`)]);
  if (isEmptyDiff(diff)) await writeMessage(words.same);
  return { ok: true, value: 0 };
}
