import * as fc from 'fast-check';
import { applyCommands } from '#core/commands/apply-commands.ts';
import { toId, type IdMaker } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import { arbitraryCommand } from './arbitrary-commands.ts';
import { arbitraryPlan } from './arbitrary-plan.ts';

/** A plan and two people's edits of it, made without knowing of each other. */
export interface TwoSessions {
  readonly base: Plan;
  readonly ours: Plan;
  readonly theirs: Plan;
}

/** Ids of a person: what two people make never has the same id. */
function makeIdsOf(person: string): IdMaker {
  let made = 0;
  return (prefix) => {
    made += 1;
    return toId(prefix, `${prefix}_${person}${made}`);
  };
}

/** Applies the commands that a plan takes, one by one; what it refuses is left out. */
function edit(start: Plan, person: string, commands: readonly object[]): Plan {
  const makeId = makeIdsOf(person);
  let plan = start;
  for (const command of commands) {
    const own: unknown = JSON.parse(JSON.stringify(command).replaceAll('_made', `_${person}`));
    const result = applyCommands(plan, [own], { makeId });
    if (result.ok) plan = result.value.plan;
  }
  return plan;
}

const lists = fc.array(arbitraryCommand, { minLength: 1, maxLength: 8 });

/** Random pairs of edit sessions from a common base. */
export const arbitrarySessions: fc.Arbitrary<TwoSessions> = fc
  .record({ base: arbitraryPlan({ nodes: 12, changes: 8, least: 4 }), ours: lists, theirs: lists })
  .map(({ base, ours, theirs }) => ({
    base,
    ours: edit(base, 'us', ours),
    theirs: edit(base, 'them', theirs),
    // A counter-example is read by its commands, not by three plans.
    [fc.toStringMethod]: () => JSON.stringify({ ours, theirs }),
  }));
