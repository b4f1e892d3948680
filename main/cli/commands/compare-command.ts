import type { Finding } from '#core/model/finding.ts';
import type { Plan } from '#core/model/plan.ts';
import { toMeasureRows } from '#core/planning/scenarios/compare-measures.ts';
import { compareScenarios, type Alternative } from '#core/planning/scenarios/compare-scenarios.ts';
import { compareText as words } from '#main/cli/consolidate-text.ts';
import type { CliCommand } from '#main/cli/command.ts';
import { refuse } from '#main/cli/outcome.ts';
import { standardStream } from '#main/cli/files/read-input.ts';
import { writeResult, writeWords } from '#main/cli/streams.ts';
import { text } from '#main/cli/text.ts';
import { inBlocks } from '#main/cli/in-blocks.ts';
import { readPlan } from './read-plan.ts';
import { toStepAnswer, toStepLine } from './step-words.ts';

const mostLines = 10;

interface NamedAlternative extends Alternative {
  readonly file: string;
}

function toList(head: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const more = lines.length - mostLines;
  return [head, ...lines.slice(0, mostLines), ...(more > 0 ? [words.more(more)] : [])];
}

const toRiskLine = (risk: Finding): string => `  ${risk.severity}: ${risk.message}`;

function toOtherWords(first: NamedAlternative, other: NamedAlternative): string[] {
  const { file, plan, differences, steps, risksHere, risksThere } = other;
  return [
    words.differs(file, first.file, differences),
    ...toList(
      words.steps(steps.length, first.file, file),
      steps.map((step) => toStepLine(first.plan, plan, step)),
    ),
    ...toList(words.risksOf(risksHere.length, file), risksHere.map(toRiskLine)),
    ...toList(words.risksOf(risksThere.length, first.file), risksThere.map(toRiskLine)),
  ];
}

function toWords([first, ...others]: readonly NamedAlternative[]): string[] {
  if (first === undefined) return [];
  const blocks = [first, ...others].map(({ file, measures }) => [
    `${measures.name} (${file})`,
    ...toMeasureRows(measures).map(([name, value]) => `  ${name}: ${value}`),
  ]);
  return inBlocks([...blocks, ...others.map((other) => toOtherWords(first, other))]);
}

function toAnswer(base: Plan | undefined, one: NamedAlternative): object {
  const { file, plan, measures, differences, steps, risksHere, risksThere } = one;
  const toRisk = ({ id, rule, severity, message }: Finding): object => ({ id, rule, severity, message });
  return {
    file,
    ...measures,
    differences,
    steps: base === undefined ? [] : steps.map((step) => toStepAnswer(base, plan, step)),
    risksHere: risksHere.map(toRisk),
    risksThere: risksThere.map(toRisk),
  };
}

/** `rehome compare`. */
export const compareCommand: CliCommand = {
  name: 'compare',
  summary: words.summary,
  usage: words.usage,
  notes: words.notes,
  options: [{ name: 'json', placeholder: null, says: words.json }],
  positionals: { min: 2, max: 12 },
  run: async (args) => {
    const files = args.positionals;
    if (files.filter((file) => file === standardStream).length > 1) return refuse(text.usage.bothFromInput);
    const plans: Plan[] = [];
    for (const file of files) {
      const plan = await readPlan(file);
      if (!plan.ok) return plan;
      plans.push(plan.value);
    }
    const { alternatives } = compareScenarios(plans);
    const named = alternatives.map((each, index) => ({ ...each, file: files[index] ?? '' }));
    const answer = named.map((each) => toAnswer(plans[0], each));
    if (args.has('json')) await writeResult(`${JSON.stringify({ plans: answer }, null, 2)}\n`);
    else await writeWords(toWords(named));
    return { ok: true, value: 0 };
  },
};
