import type { Plan } from '#core/model/plan.ts';
import { compareMeasures, toMeasureRows } from '#core/planning/scenarios/compare-measures.ts';
import { measurePlan, type PlanMeasures } from '#core/planning/scenarios/measure-plan.ts';
import { compareText } from '#main/cli/consolidate-text.ts';
import type { CliCommand } from '#main/cli/command.ts';
import { refuse } from '#main/cli/outcome.ts';
import { standardStream } from '#main/cli/files/read-input.ts';
import { writeResult } from '#main/cli/streams.ts';
import { text } from '#main/cli/text.ts';
import { readPlan } from './read-plan.ts';

interface Scenario {
  readonly file: string;
  readonly measures: PlanMeasures;
  /** What it does otherwise than the first one. */
  readonly differences: readonly string[];
}

function toScenarios(files: readonly string[], plans: readonly Plan[]): Scenario[] {
  const measured = plans.map(measurePlan);
  const [base] = measured;
  return measured.map((measures, index) => ({
    file: files[index] ?? '',
    measures,
    differences: index === 0 || base === undefined ? [] : compareMeasures(measures, base),
  }));
}

function toWords(scenarios: readonly Scenario[]): string {
  const [first, ...others] = scenarios;
  const blocks = scenarios.map(({ file, measures }) =>
    [
      `${measures.name} (${file})`,
      ...toMeasureRows(measures).map(([name, value]) => `  ${name}: ${value}`),
    ].join('\n'),
  );
  const sentences = others.map(({ file, differences }) =>
    compareText.differs(file, first?.file ?? '', differences),
  );
  return `${[...blocks, sentences.join('\n')].join('\n\n')}\n`;
}

/** `rehome compare`. */
export const compareCommand: CliCommand = {
  name: 'compare',
  summary: compareText.summary,
  usage: compareText.usage,
  notes: compareText.notes,
  options: [{ name: 'json', placeholder: null, says: compareText.json }],
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
    const scenarios = toScenarios(files, plans);
    const answer = scenarios.map(({ file, measures, differences }) => ({ file, ...measures, differences }));
    await writeResult(
      args.has('json') ? `${JSON.stringify({ plans: answer }, null, 2)}\n` : toWords(scenarios),
    );
    return { ok: true, value: 0 };
  },
};
