import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkPlan } from '#core/checks/check-plan.ts';
import { datesHold } from '#core/checks/rules/dates-hold.ts';
import { toCoveredNodes } from '#core/planning/phases/covered-nodes.ts';
import { findOrderLinks } from '#core/planning/phases/change-order.ts';
import { proposePhases } from '#core/planning/phases/propose-phases.ts';
import { proposeDates } from '#core/planning/schedule/propose-dates.ts';
import type { Plan } from '#core/model/plan.ts';
import { phaseOf, phasesInOrder } from '#core/state/plan-states.ts';
import { arbitraryPlan } from '#support/arbitrary-plan.ts';
import { runs } from '#support/counts.ts';
import { doCommands } from '#support/run-commands.ts';

const plans = arbitraryPlan({ nodes: 14, changes: 14, least: 5 });

/** The rank of the phase of each change. */
function toRanks(plan: Plan): Map<string, number> {
  const order = phasesInOrder(plan).map(({ id }) => id as string);
  return new Map([...plan.changes].map((change) => [change.id, order.indexOf(phaseOf(plan, change))]));
}

it('gives every change a phase, none of them before what must come first, and the same again', () => {
  fc.assert(
    fc.property(plans, fc.integer({ min: 1, max: 6 }), (plan, maxSize) => {
      const found = proposePhases(plan, { maxSize });
      expect(proposePhases(plan, { maxSize })).toEqual(found);
      const after = found.commands.length === 0 ? plan : doCommands(plan, ...found.commands).plan;
      const ranks = toRanks(after);
      expect([...ranks.values()].filter((rank) => rank < 0)).toEqual([]);
      const before = toRanks(plan);
      for (const change of plan.changes) {
        if (change.phase !== null && plan.phases.has(change.phase)) {
          expect(ranks.get(change.id)).toBe(before.get(change.id));
        }
      }
      for (const link of findOrderLinks(plan, toCoveredNodes(plan))) {
        const isSet = (before.get(link.before) ?? -1) >= 0 && (before.get(link.after) ?? -1) >= 0;
        if (!link.isHard || isSet) continue;
        // What stands in a phase already may stand before something without one only by a person's hand.
        if ((before.get(link.before) ?? -1) >= 0) continue;
        expect(ranks.get(link.before)).toBeLessThanOrEqual(ranks.get(link.after) ?? -1);
      }
      expect(found.measure.crossPhase).toBeGreaterThanOrEqual(found.bridges.length);
    }),
    { numRuns: runs('property'), verbose: 1 },
  );
});

it('phases and dates together hold, or a sentence says why there are none', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const { commands } = proposePhases(plan, { maxSize: 4 });
      const phased = commands.length === 0 ? plan : doCommands(plan, ...commands).plan;
      const dates = proposeDates(phased, { start: '2026-12-07', steps: 2000 });
      if (!dates.ok) {
        expect(dates.error.message).toMatch(/\.$/u);
        return;
      }
      if (dates.value.commands.length === 0) return;
      const dated = doCommands(phased, ...dates.value.commands).plan;
      expect(checkPlan(dated, [datesHold]).findings.map(({ message }) => message)).toEqual([]);
    }),
    { numRuns: runs('property'), verbose: 1 },
  );
});
