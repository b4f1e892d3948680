import { assert, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRules } from '#core/checks/rules.ts';
import type { StateRule } from '#core/checks/rule.ts';
import { toScene } from '#core/checks/scene.ts';
import { toStep } from '#core/checks/step.ts';
import { identityOf, toRuleWalk, type FoundAtSpots } from '#core/checks/walk.ts';
import type { Plan } from '#core/model/plan.ts';
import type { Estate } from '#core/state/estate.ts';
import { arbitraryPlan } from '#support/arbitrary-plan.ts';
import { smallRows, toSmallPlan } from '#support/brute-force/small-plan.ts';
import { runs } from '#support/counts.ts';

const rules = checkRules.flatMap((rule) => (rule.looksAt === 'states' ? rule : []));

/** Walks through a plan and looks at every spot that was ever looked at in every state; the walk must know the same. */
function expectComplete(plan: Plan, rule: StateRule): void {
  const scene = toScene(plan);
  const walk = toRuleWalk(rule);
  const spots = new Set<string>();
  const check = (estate: Estate): void => {
    for (const spot of rule.spots(scene, estate)) spots.add(spot);
    const held = new Set<string>();
    for (const spot of spots) for (const each of rule.look(scene, estate, spot)) held.add(identityOf(each));
    const open = [...walk.spells.values()].filter((spell) => spell.open > 0).map((spell) => spell.identity);
    expect(open.sort(), rule.name).toEqual([...held].sort());
  };
  const look = (estate: Estate, spots: Iterable<string>): FoundAtSpots =>
    [...new Set(spots)].map((spot) => [spot, rule.look(scene, estate, spot)]);
  walk.start(look(scene.start, rule.spots(scene, scene.start)));
  check(scene.start);
  let estate = scene.start;
  for (const [index, change] of scene.sequence.entries()) {
    const step = toStep(scene, estate, change, index + 1);
    walk.follow(look(step.estate, rule.touched(scene, step)), step.index);
    estate = step.estate;
    check(estate);
  }
}

describe('rules about states look again wherever a change may have broken or mended something', () => {
  it('on small plans of every kind of change', () => {
    assert(
      property(smallRows, (rows) => {
        for (const rule of rules) expectComplete(toSmallPlan(rows), rule);
      }),
      { numRuns: runs('oracle') },
    );
  });

  it('on plans with names, environments and rules', () => {
    assert(
      property(arbitraryPlan({ nodes: 12, changes: 8, least: 3 }), (plan) => {
        for (const rule of rules) expectComplete(plan, rule);
      }),
      { numRuns: runs('property') },
    );
  });
});
