import { applyCommands } from '#core/commands/apply-commands.ts';
import { toPlanFileText } from '#core/document/plan-file.ts';
import type { Command } from '#core/model/command.ts';
import type { Plan } from '#core/model/plan.ts';
import { writeOutput } from '#main/cli/files/write-output.ts';
import { refuse, type Outcome } from '#main/cli/outcome.ts';
import { writeResult, writeWordsBeside } from '#main/cli/streams.ts';
import { makeRandomId } from './random-id.ts';

/** What a proposing command found: the commands that make it so, and what is said about it. */
export interface Proposal {
  readonly label: string;
  readonly commands: readonly Command[];
  readonly answer: object;
  readonly lines: readonly string[];
}

/** Applies a proposal, writes the plan, and answers in words or as JSON. */
export async function writeProposal(
  plan: Plan,
  proposal: Proposal,
  out: string,
  asJson: boolean,
): Promise<Outcome<0>> {
  const applied = applyCommands(plan, proposal.commands, { makeId: makeRandomId, label: proposal.label });
  if (!applied.ok) return refuse(applied.error.message);
  const written = await writeOutput(out, toPlanFileText(applied.value.plan));
  if (!written.ok) return written;
  if (asJson) {
    await writeResult(
      `${JSON.stringify({ ...proposal.answer, revision: applied.value.plan.revision }, null, 2)}\n`,
    );
  } else await writeWordsBeside(out, proposal.lines);
  return { ok: true, value: 0 };
}
