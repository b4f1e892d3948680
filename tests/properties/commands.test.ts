import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyCommands } from '#core/commands/apply-commands.ts';
import { applyDiff, diffPlans, invertDiff, isEmptyDiff, squashDiffs } from '#core/commands/records-diff.ts';
import { parsePlanFile, toPlanFileText } from '#core/document/plan-file.ts';
import { canContain } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';
import { arbitraryCommand } from '#support/arbitrary-commands.ts';
import { arbitraryPlan } from '#support/arbitrary-plan.ts';
import { runs } from '#support/counts.ts';
import { findDangling } from '#support/dangling.ts';
import { makeCountingIds } from '#support/run-commands.ts';

const settings = { numRuns: runs('property'), verbose: 1 } as const;
const plans = arbitraryPlan({ nodes: 12, changes: 8, least: 4 });
const lists = fc.array(arbitraryCommand, { minLength: 1, maxLength: 12 });

/** The bytes of a plan without its revision, which undo does not take back. */
const toBytes = (plan: Plan): string => toPlanFileText({ ...plan, revision: 0 });

/** Applies each command of a list as an edit of its own; refused ones are left out. */
function applyOneByOne(start: Plan, list: readonly object[]) {
  const makeId = makeCountingIds();
  let plan = start;
  const diffs = [];
  for (const command of list) {
    const result = applyCommands(plan, [command], { makeId });
    if (!result.ok) continue;
    const step = isEmptyDiff(result.value.diff) ? 0 : 1;
    expect(result.value.plan.revision).toBe(plan.revision + step);
    expect(toBytes(applyDiff(plan, result.value.diff))).toBe(toBytes(result.value.plan));
    diffs.push(result.value.diff);
    plan = result.value.plan;
  }
  return { plan, diffs };
}

it('undo is the inverse of every edit', () => {
  fc.assert(
    fc.property(plans, lists, (start, list) => {
      const { plan, diffs } = applyOneByOne(start, list);
      let back = plan;
      for (const diff of diffs.toReversed()) back = applyDiff(back, invertDiff(diff));
      expect(toBytes(back)).toBe(toBytes(start));
    }),
    settings,
  );
});

it('squashed diffs do what the diffs did, whichever are squashed first', () => {
  fc.assert(
    fc.property(plans, lists, (start, list) => {
      const { plan, diffs } = applyOneByOne(start, list);
      const fromLeft = diffs.reduce(squashDiffs, { collections: {} });
      const fromRight = diffs.reduceRight((after, diff) => squashDiffs(diff, after), { collections: {} });
      expect(fromLeft).toEqual(fromRight);
      expect(toBytes(applyDiff(start, fromLeft))).toBe(toBytes(plan));
      expect(diffPlans(start, plan)).toEqual(fromLeft);
      expect(isEmptyDiff(squashDiffs(fromLeft, invertDiff(fromLeft)))).toBe(true);
    }),
    settings,
  );
});

it('a list is applied whole or not at all, and as one edit it does what its commands do', () => {
  fc.assert(
    fc.property(plans, lists, (start, list) => {
      const before = toBytes(start);
      const result = applyCommands(start, list, { makeId: makeCountingIds() });
      expect(toBytes(start)).toBe(before);
      if (!result.ok) {
        expect(result.error.message).toMatch(/^Command \d+/);
        expect(result.error.index).toBeLessThan(list.length);
        return;
      }
      expect(result.value.made).toHaveLength(list.length);
      expect(toBytes(applyDiff(start, result.value.diff))).toBe(toBytes(result.value.plan));
    }),
    settings,
  );
});

it('commands leave no reference that points at nothing', () => {
  fc.assert(
    fc.property(plans, lists, (start, list) => {
      expect(findDangling(start)).toEqual([]);
      expect(findDangling(applyOneByOne(start, list).plan)).toEqual([]);
    }),
    settings,
  );
});

it('commands leave no node inside of itself and every node in a place that fits it', () => {
  fc.assert(
    fc.property(plans, lists, (start, list) => {
      const { nodes } = applyOneByOne(start, list).plan;
      for (const node of nodes) {
        const parent = nodes.get(node.parent);
        expect(parent === undefined || canContain(parent.kind, node.kind)).toBe(true);
        const seen = new Set<string>();
        for (let at = nodes.get(node.id); at !== undefined; at = nodes.get(at.parent)) {
          expect(seen.has(at.id)).toBe(false);
          seen.add(at.id);
        }
      }
    }),
    settings,
  );
});

it('what commands make can be written and read', () => {
  fc.assert(
    fc.property(plans, lists, (start, list) => {
      const text = toPlanFileText(applyOneByOne(start, list).plan);
      const read = parsePlanFile(text);
      expect(read.ok && toPlanFileText(read.value)).toBe(text);
    }),
    settings,
  );
});
