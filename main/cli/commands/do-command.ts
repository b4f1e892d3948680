import type { Result } from '#core/base/result.ts';
import { acceptsFindings, withFindingFacts } from '#core/checks/acceptance-facts.ts';
import { checkPlan } from '#core/checks/check-plan.ts';
import { applyCommands, type AppliedEdit } from '#core/commands/apply-commands.ts';
import type { Plan } from '#core/model/plan.ts';
import { toPlanFileText } from '#core/document/plan-file.ts';
import { doText } from '#main/cli/command-text.ts';
import type { CliCommand } from '#main/cli/command.ts';
import { standardStream } from '#main/cli/files/read-input.ts';
import { readJson } from '#main/cli/files/read-json.ts';
import { writeOutput } from '#main/cli/files/write-output.ts';
import { refuse, type Outcome } from '#main/cli/outcome.ts';
import { writeResult, writeWordsBeside } from '#main/cli/streams.ts';
import { text } from '#main/cli/text.ts';
import { makeRandomId } from './random-id.ts';
import { readPlan } from './read-plan.ts';

async function readCommands(path: string): Promise<Outcome<readonly unknown[]>> {
  const commands = await readJson(path, doText.badJson);
  if (!commands.ok) return commands;
  return Array.isArray(commands.value)
    ? { ok: true, value: commands.value }
    : refuse(doText.notAnArray(path));
}

/** Applies a list; findings that it accepts are looked up in the plan that the rest of the list leads to. */
function applyWithFacts(
  plan: Plan,
  commands: readonly unknown[],
): Result<AppliedEdit, { readonly index: number; readonly message: string }> {
  const context = { makeId: makeRandomId };
  const first = applyCommands(plan, commands, context);
  if (!first.ok || !acceptsFindings(commands)) return first;
  const filled = withFindingFacts(commands, checkPlan(first.value.plan));
  return filled.ok ? applyCommands(plan, filled.value, context) : filled;
}

/** `rehome do`. */
export const doCommand: CliCommand = {
  name: 'do',
  summary: doText.summary,
  usage: doText.usage,
  notes: doText.notes,
  options: [
    { name: 'out', placeholder: 'PLAN', says: doText.out },
    { name: 'json', placeholder: null, says: doText.json },
  ],
  positionals: { min: 2, max: 2 },
  run: async (args) => {
    const [planPath = '', commandsPath = ''] = args.positionals;
    if (planPath === standardStream && commandsPath === standardStream)
      return refuse(text.usage.bothFromInput);
    const out = args.value('out') ?? planPath;
    if (out === standardStream && args.has('json')) return refuse(text.usage.bothToOutput);
    const plan = await readPlan(planPath);
    if (!plan.ok) return plan;
    const commands = await readCommands(commandsPath);
    if (!commands.ok) return commands;
    const applied = applyWithFacts(plan.value, commands.value);
    if (!applied.ok) return refuse(doText.refused(commandsPath, applied.error.message));
    const edit = applied.value;
    const written = await writeOutput(out, toPlanFileText(edit.plan));
    if (!written.ok) return written;
    if (args.has('json')) {
      const { label, made, notes } = edit;
      await writeResult(
        `${JSON.stringify({ applied: commands.value.length, label, made, notes, revision: edit.plan.revision }, null, 2)}\n`,
      );
      return { ok: true, value: 0 };
    }
    const lines = [doText.done(commands.value.length, out), ...edit.notes.map((note) => `  ${note}`)];
    await writeWordsBeside(out, lines);
    return { ok: true, value: 0 };
  },
};
