import { applyCommands } from '#core/commands/apply-commands.ts';
import { toPlanFileText } from '#core/document/plan-file.ts';
import { parseTargets } from '#core/intake/parse-targets.ts';
import type { Plan } from '#core/model/plan.ts';
import { allHosts, objectives, type ConsolidationTargets } from '#core/planning/consolidation/options.ts';
import { proposeConsolidation, type ConsolidationProposal } from '#core/planning/consolidation/propose.ts';
import { toMergeCommands } from '#core/planning/consolidation/to-commands.ts';
import { consolidateText } from '#main/cli/consolidate-text.ts';
import type { CliCommand, ExitCode } from '#main/cli/command.ts';
import { standardStream } from '#main/cli/files/read-input.ts';
import { readJson } from '#main/cli/files/read-json.ts';
import { writeOutput } from '#main/cli/files/write-output.ts';
import { refuse, type Outcome } from '#main/cli/outcome.ts';
import { writeMessage, writeResult, writeWordsBeside } from '#main/cli/streams.ts';
import { text } from '#main/cli/text.ts';
import { toConsolidateWords } from './consolidate-words.ts';
import { makeRandomId } from './random-id.ts';
import { readPlan } from './read-plan.ts';

async function readTargets(plan: Plan, path: string | null): Promise<Outcome<ConsolidationTargets>> {
  if (path === null) return { ok: true, value: allHosts };
  const data = await readJson(path, consolidateText.notJson);
  if (!data.ok) return data;
  const targets = parseTargets(plan, data.value);
  return targets.ok ? targets : refuse(consolidateText.badTargets(path, targets.error));
}

/** The answer of `--json`: what the contract names first, then what is more. */
function toAnswer(proposal: ConsolidationProposal): unknown {
  const {
    hostsBefore,
    hostsAfter,
    lowerBound,
    gap,
    moves,
    conflict,
    commands: _commands,
    ...more
  } = proposal;
  return {
    hostsBefore,
    hostsAfter,
    lowerBound,
    gap,
    moves,
    conflict: conflict === null ? null : conflict.parts,
    ...more,
  };
}

interface Written {
  readonly out: string | null;
  readonly steps: number;
}

async function writePlan(
  plan: Plan,
  proposal: ConsolidationProposal,
  out: string | null,
  merge: boolean,
): Promise<Outcome<Written>> {
  if (out === null || proposal.conflict !== null) return { ok: true, value: { out: null, steps: 0 } };
  const commands = [...proposal.commands, ...(merge ? toMergeCommands(proposal.merges) : [])];
  const applied = applyCommands(plan, commands, { makeId: makeRandomId });
  if (!applied.ok) return refuse(consolidateText.refused(applied.error.message));
  const written = await writeOutput(out, toPlanFileText(applied.value.plan));
  return written.ok ? { ok: true, value: { out, steps: commands.length } } : written;
}

/** `rehome consolidate`. */
export const consolidateCommand: CliCommand = {
  name: 'consolidate',
  summary: consolidateText.summary,
  usage: consolidateText.usage,
  notes: consolidateText.notes,
  options: [
    { name: 'targets', placeholder: 'FILE', says: consolidateText.targets },
    { name: 'objective', placeholder: 'hosts/cost/moves', says: consolidateText.objective },
    { name: 'merge', placeholder: null, says: consolidateText.merge },
    { name: 'out', placeholder: 'PLAN', says: consolidateText.out },
    { name: 'json', placeholder: null, says: consolidateText.json },
  ],
  positionals: { min: 1, max: 1 },
  run: async (args): Promise<Outcome<ExitCode>> => {
    const [planPath = ''] = args.positionals;
    const [targetsPath, out] = [args.value('targets'), args.value('out')];
    if (planPath === standardStream && targetsPath === standardStream)
      return refuse(text.usage.bothFromInput);
    if (out === standardStream && args.has('json')) return refuse(text.usage.bothToOutput);
    const wanted = args.value('objective') ?? 'hosts';
    const objective = objectives.find((each) => each === wanted);
    if (objective === undefined) return refuse(consolidateText.unknownObjective(wanted));
    const plan = await readPlan(planPath);
    if (!plan.ok) return plan;
    const targets = await readTargets(plan.value, targetsPath);
    if (!targets.ok) return targets;
    const proposal = proposeConsolidation(plan.value, { objective, targets: targets.value });
    const written = await writePlan(plan.value, proposal, out, args.has('merge'));
    if (!written.ok) return written;
    if (args.has('json')) await writeResult(`${JSON.stringify(toAnswer(proposal), null, 2)}\n`);
    else await writeWordsBeside(out, toConsolidateWords(proposal));
    if (written.value.out !== null)
      await writeMessage(consolidateText.written(written.value.steps, written.value.out));
    return { ok: true, value: proposal.conflict === null ? 0 : 1 };
  },
};
