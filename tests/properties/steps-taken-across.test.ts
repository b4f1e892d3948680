import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyDiff } from '#core/commands/records-diff.ts';
import { takeSteps } from '#core/commands/take-steps.ts';
import { toPlanFileText } from '#core/document/plan-file.ts';
import type { Change } from '#core/model/change.ts';
import { compareSteps } from '#core/planning/scenarios/compare-steps.ts';
import { runs } from '#support/counts.ts';
import { findDangling } from '#support/dangling.ts';
import { arbitrarySessions } from '#support/edit-sessions.ts';

/** Phases of one name are one phase to a step that is taken across. */
const withoutPhase = (change: Change | null) => change !== null && { ...change, phase: null, order: '' };

test('all steps taken across: the same steps as there, nothing left pointing at nothing, and a second time changes nothing', () => {
  fc.assert(
    fc.property(arbitrarySessions, ({ ours, theirs }) => {
      const steps = compareSteps(ours, theirs).map(({ id }) => id);
      const edit = takeSteps(ours, theirs, steps);
      for (const { base, other } of compareSteps(edit.plan, theirs)) {
        expect(withoutPhase(base)).toEqual(withoutPhase(other));
      }
      const before = new Set([...findDangling(ours), ...findDangling(theirs)]);
      expect(findDangling(edit.plan).filter((each) => !before.has(each))).toEqual([]);
      expect(toPlanFileText({ ...applyDiff(ours, edit.diff), revision: edit.plan.revision })).toBe(
        toPlanFileText(edit.plan),
      );
      expect(takeSteps(edit.plan, theirs, steps).plan).toBe(edit.plan);
    }),
    { numRuns: runs('merges') },
  );
});
