import { toPlanFileText } from '#core/document/plan-file.ts';
import { toFamily, toScenario } from '#core/model/scenario.ts';
import type { CliCommand } from '#main/cli/command.ts';
import { standardStream } from '#main/cli/files/read-input.ts';
import { writeOutput } from '#main/cli/files/write-output.ts';
import { refuse } from '#main/cli/outcome.ts';
import { scenarioText as words } from '#main/cli/scenario-text.ts';
import { writeMessage, writeResult, writeWords } from '#main/cli/streams.ts';
import { text } from '#main/cli/text.ts';
import { makeRandomId } from './random-id.ts';
import { readPlan } from './read-plan.ts';

/** `rehome scenario`. */
export const scenarioCommand: CliCommand = {
  name: 'scenario',
  summary: words.summary,
  usage: words.usage,
  notes: words.notes,
  options: [
    { name: 'name', placeholder: 'NAME', says: words.name },
    { name: 'out', placeholder: 'PLAN', says: words.out },
    { name: 'json', placeholder: null, says: words.json },
  ],
  positionals: { min: 1, max: 1 },
  run: async (args) => {
    const [path = ''] = args.positionals;
    const name = args.value('name')?.trim() ?? '';
    const out = args.value('out');
    if (name === '') return refuse(words.noName);
    if (out === null) return refuse(words.noOut);
    if (out === path && out !== standardStream) return refuse(words.sameFile);
    if (out === standardStream && args.has('json')) return refuse(text.usage.bothToOutput);
    const plan = await readPlan(path);
    if (!plan.ok) return plan;
    if (plan.value.name === name) return refuse(words.sameName(name));
    const scenario = toScenario(plan.value, { id: makeRandomId('pl'), name });
    const written = await writeOutput(out, toPlanFileText(scenario));
    if (!written.ok) return written;
    const sentence = words.done(name, plan.value.name, out);
    if (args.has('json')) {
      const answer = { id: scenario.id, name, scenarioOf: toFamily(scenario) };
      await writeResult(`${JSON.stringify(answer, null, 2)}\n`);
    } else if (out === standardStream) await writeMessage(sentence);
    else await writeWords([sentence]);
    return { ok: true, value: 0 };
  },
};
