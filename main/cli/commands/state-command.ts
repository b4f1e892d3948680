import { toPlanFileText } from '#core/document/plan-file.ts';
import type { Plan } from '#core/model/plan.ts';
import { estateAt, type StatePoint } from '#core/state/plan-states.ts';
import { stateText } from '#main/cli/command-text.ts';
import type { CliCommand } from '#main/cli/command.ts';
import type { Outcome } from '#main/cli/outcome.ts';
import { writeResult } from '#main/cli/streams.ts';
import { findByName } from './find-by-name.ts';
import { readPlan } from './read-plan.ts';

function findPoint(plan: Plan, wanted: string): Outcome<StatePoint> {
  if (wanted === 'start' || wanted === 'end') return { ok: true, value: wanted };
  const phase = findByName('phase', plan.phases, wanted);
  return phase.ok ? { ok: true, value: phase.value.id } : phase;
}

/** The part `inventory` of the plan file that this plan would have if the state were its inventory. */
function toInventory(plan: Plan, point: StatePoint): unknown {
  const file: unknown = JSON.parse(toPlanFileText({ ...plan, ...estateAt(plan, point) }));
  return typeof file === 'object' && file !== null && 'inventory' in file ? file.inventory : null;
}

/** `rehome state`. */
export const stateCommand: CliCommand = {
  name: 'state',
  summary: stateText.summary,
  usage: stateText.usage,
  notes: stateText.notes,
  options: [
    { name: 'after', placeholder: 'PHASE', says: stateText.after },
    { name: 'json', placeholder: null, says: stateText.json },
  ],
  positionals: { min: 1, max: 1 },
  run: async (args) => {
    const plan = await readPlan(args.positionals[0] ?? '');
    if (!plan.ok) return plan;
    const point = findPoint(plan.value, args.value('after') ?? 'start');
    if (!point.ok) return point;
    await writeResult(`${JSON.stringify(toInventory(plan.value, point.value), null, 2)}\n`);
    return { ok: true, value: 0 };
  },
};
