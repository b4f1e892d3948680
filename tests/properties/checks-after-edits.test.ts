import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { toTable } from '#core/base/table.ts';
import { checkPlan } from '#core/checks/check-plan.ts';
import { applyCommands } from '#core/commands/apply-commands.ts';
import type { Plan } from '#core/model/plan.ts';
import { arbitraryCommand } from '#support/arbitrary-commands.ts';
import { arbitraryFactCommand } from '#support/arbitrary-fact-commands.ts';
import { arbitraryInventoryCommand } from '#support/arbitrary-inventory-commands.ts';
import { arbitraryPlan } from '#support/arbitrary-plan.ts';
import { runs } from '#support/counts.ts';
import { planOf } from '#support/build-plan.ts';
import { makeLink, makeMerge, makeMove, makeNode, makePhase, makeRemove } from '#support/plan-parts.ts';
import { doCommands, makeCountingIds } from '#support/run-commands.ts';

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

const edits = {
  'of the inventory': arbitraryInventoryCommand,
  'of both': fc.oneof(arbitraryCommand, arbitraryInventoryCommand),
  'of what changes and rules rest on': fc.oneof(
    { weight: 4, arbitrary: arbitraryFactCommand },
    { weight: 1, arbitrary: arbitraryCommand },
  ),
};

it.each(Object.entries(edits))(
  'a check after edits %s says just what a check from the beginning says',
  (_words, command) => {
    fc.assert(
      fc.property(
        arbitraryPlan({ nodes: 12, changes: 8, least: 4 }),
        fc.array(command, { minLength: 3, maxLength: 14 }),
        (start, list) => {
          const makeId = makeCountingIds();
          let plan = start;
          const seen = [start];
          for (const each of list) {
            const edit = applyCommands(plan, [each], { makeId });
            if (!edit.ok) continue;
            plan = edit.value.plan;
            seen.push(plan);
          }
          // Then back again, as undo does: plans that were checked before. Only at the end come the checks from the beginning,
          // so that each of the others finds what the one before it left.
          const visited = [...seen, ...seen.toReversed(), start];
          const reports = visited.map((each) => checkPlan(each));
          const cold = new Map(seen.map((each) => [each, checkPlan(toCold(each))]));
          for (const [index, each] of visited.entries()) expect(reports[index]).toEqual(cold.get(each));
        },
      ),
      { numRuns: runs('property') },
    );
  },
);

it('of links both ways between two places the same one is told, whichever was looked at first', () => {
  const nodes = ['a', 'b'].map((name) => makeNode(name, 'provider'));
  const there = makeLink('a', 'uses', 'b', { encrypted: false });
  const back = makeLink('b', 'uses', 'a', { encrypted: false });
  const told = [
    [there, back],
    [back, there],
  ].map((links) => {
    const [first, second] = links;
    const start = planOf({ nodes, dependencies: first === undefined ? [] : [first] });
    checkPlan(start);
    const plan = { ...start, dependencies: start.dependencies.put(second === undefined ? [] : [second]) };
    return checkPlan(plan).findings.filter((each) => each.rule === 'link-across-sites-is-encrypted');
  });
  expect(told[0]).toHaveLength(1);
  expect(told[0]).toEqual(told[1]);
});

it('a step that is done again with the same result does not undo what a later step did', () => {
  // The duty is read by the first step; the second one takes away what the first one moved, and is not looked at again.
  const start = planOf({
    nodes: [
      makeNode('a', 'provider'),
      makeNode('b', 'provider'),
      makeNode('x', 'service'),
      makeNode('y', 'service'),
    ],
    phases: [makePhase('1')],
    changes: [makeMove('1', '1', 'x', 'a'), makeRemove('2', '1', 'a'), makeMerge('3', null, 'y', 'x')],
  });
  const duty = { command: 'add-duty', area: 'backup', subject: null, environment: null, party: null };
  checkPlan(start);
  const plan = doCommands(start, duty).plan;
  const report = checkPlan(plan);
  expect(report).toEqual(checkPlan(toCold(plan)));
  expect(report.findings.map((each) => each.rule)).toContain('order-respects-dependencies');
});
