import { applyCommands, type AppliedEdit } from '#core/commands/apply-commands.ts';
import { toId, type IdMaker } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';

/** Ids that count up: `nd_made1`, `ch_made2`, … */
export function makeCountingIds(): IdMaker {
  let made = 0;
  return (prefix) => {
    made += 1;
    return toId(prefix, `${prefix}_made${made}`);
  };
}

/** Applies commands that must work. */
export function doCommands(plan: Plan, ...commands: object[]): AppliedEdit {
  const result = applyCommands(plan, commands, { makeId: makeCountingIds() });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** The sentence of a list of commands that must be refused. */
export function refuseCommands(plan: Plan, ...commands: unknown[]): string {
  const result = applyCommands(plan, commands, { makeId: makeCountingIds() });
  if (result.ok) throw new Error(`was done although it is wrong: ${result.value.label}`);
  return result.error.message;
}
