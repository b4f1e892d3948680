import { takeSteps } from '#core/commands/take-steps.ts';
import { toChangeName } from '#core/graph/entry-words.ts';
import type { ChangeId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import { compareSteps, type StepDifference } from '#core/planning/scenarios/compare-steps.ts';
import type { CliCommand } from '#main/cli/command.ts';
import { standardStream } from '#main/cli/files/read-input.ts';
import { refuse, type Outcome } from '#main/cli/outcome.ts';
import { takeText as words } from '#main/cli/scenario-text.ts';
import { writeResult, writeWords } from '#main/cli/streams.ts';
import { text } from '#main/cli/text.ts';
import { findByName } from './find-by-name.ts';
import { readPlan } from './read-plan.ts';
import { toStepAnswer, toStepLine } from './step-words.ts';
import { writeEdit } from './write-edit.ts';

function toNamed({ id, base, other }: StepDifference, plan: Plan, from: Plan) {
  if (other !== null) return { id, name: toChangeName(from, other) };
  return { id, name: base === null ? id : toChangeName(plan, base) };
}

/** The steps that were asked for; names are those of the steps that differ. */
function findSteps(plan: Plan, from: Plan, asked: string): Outcome<readonly ChangeId[]> {
  const differing = compareSteps(plan, from);
  if (asked.trim() === 'all') return { ok: true, value: differing.map(({ id }) => id) };
  const rows = differing.map((step) => toNamed(step, plan, from));
  const ids: ChangeId[] = [];
  for (const name of asked.split(',')) {
    const found = findByName('step', rows, name.trim());
    if (!found.ok) return found;
    ids.push(found.value.id);
  }
  return { ok: true, value: ids };
}

async function showSteps(plan: Plan, from: Plan, asJson: boolean): Promise<Outcome<0>> {
  const steps = compareSteps(plan, from);
  const lines = steps.map((step) => toStepLine(plan, from, step));
  const shown = steps.length === 0 ? [words.none] : [words.head(steps.length), ...lines];
  const answer = { steps: steps.map((step) => toStepAnswer(plan, from, step)) };
  await (asJson ? writeResult(`${JSON.stringify(answer, null, 2)}\n`) : writeWords(shown));
  return { ok: true, value: 0 };
}

/** `rehome take`. */
export const takeCommand: CliCommand = {
  name: 'take',
  summary: words.summary,
  usage: words.usage,
  notes: words.notes,
  options: [
    { name: 'steps', placeholder: 'STEPS', says: words.steps },
    { name: 'out', placeholder: 'PLAN', says: words.out },
    { name: 'json', placeholder: null, says: words.json },
  ],
  positionals: { min: 2, max: 2 },
  run: async (args) => {
    const [path = '', otherPath = ''] = args.positionals;
    if (path === standardStream && otherPath === standardStream) return refuse(words.onlyOneInput);
    const out = args.value('out') ?? path;
    const asked = args.value('steps');
    if (asked !== null && out === standardStream && args.has('json')) return refuse(text.usage.bothToOutput);
    const plan = await readPlan(path);
    if (!plan.ok) return plan;
    const from = await readPlan(otherPath);
    if (!from.ok) return from;
    if (asked === null) return showSteps(plan.value, from.value, args.has('json'));
    const steps = findSteps(plan.value, from.value, asked);
    return steps.ok ? writeEdit(args, takeSteps(plan.value, from.value, steps.value), words) : steps;
  },
};
