import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { toTable } from '#core/base/table.ts';
import { checkPlan } from '#core/checks/check-plan.ts';
import { applyCommands } from '#core/commands/apply-commands.ts';
import type { Plan } from '#core/model/plan.ts';
import { arbitraryCommand } from '#support/arbitrary-commands.ts';
import { arbitraryPlan } from '#support/arbitrary-plan.ts';
import { runs } from '#support/counts.ts';
import { makeCountingIds } from '#support/run-commands.ts';

/** The same plan in tables of its own, of which nothing can be remembered. */
function toCold(plan: Plan): Plan {
  return {
    ...plan,
    nodes: toTable([...plan.nodes].map((each) => ({ ...each }))),
    dependencies: toTable(plan.dependencies),
    duties: toTable(plan.duties),
    changes: toTable([...plan.changes].map((each) => ({ ...each }))),
  };
}

it('a check after an edit says just what a check from the beginning says', () => {
  fc.assert(
    fc.property(
      arbitraryPlan({ nodes: 12, changes: 8, least: 4 }),
      fc.array(arbitraryCommand, { minLength: 3, maxLength: 14 }),
      (start, list) => {
        const makeId = makeCountingIds();
        let plan = start;
        const seen = [start];
        expect(checkPlan(plan)).toEqual(checkPlan(toCold(plan)));
        for (const command of list) {
          const edit = applyCommands(plan, [command], { makeId });
          if (!edit.ok) continue;
          plan = edit.value.plan;
          seen.push(plan);
          expect(checkPlan(plan)).toEqual(checkPlan(toCold(plan)));
        }
        // Undo and redo: plans that were checked before.
        for (const before of seen.toReversed()) expect(checkPlan(before)).toEqual(checkPlan(toCold(before)));
      },
    ),
    { numRuns: runs('property') },
  );
});
