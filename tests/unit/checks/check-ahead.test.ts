import { describe, expect, it } from 'vitest';
import { checkAhead, checkPlan } from '#core/checks/check-plan.ts';
import { checkRules } from '#core/checks/rules.ts';
import { toTable } from '#core/base/table.ts';
import type { Plan } from '#core/model/plan.ts';
import { generateEstate } from '#support/estate/generate-estate.ts';

/** The same plan of other objects: nothing of it was ever looked at. */
function copy(plan: Plan): Plan {
  return { ...plan, nodes: toTable(plan.nodes), dependencies: toTable(plan.dependencies) };
}

/** A plan without some of its dependencies and servers, so that other things are wrong in it. */
function edit(plan: Plan): Plan {
  const [first] = plan.nodes.filter((node) => node.kind === 'server');
  const ids = [...plan.dependencies].slice(0, 5).map((each) => each.id);
  return {
    ...plan,
    nodes: plan.nodes.drop(first === undefined ? [] : [first.id]),
    dependencies: plan.dependencies.drop(ids),
  };
}

describe('looking ahead, rule by rule', () => {
  const plan = generateEstate({ servers: 120, phases: 4 });
  const states = checkRules.flatMap((rule) => (rule.looksAt === 'states' ? [rule.name] : []));

  it('goes through the rules that look at states', () => {
    expect([...checkAhead(copy(plan))]).toEqual(states);
    expect(states.length).toBeGreaterThan(5);
  });

  it('leaves what a check finds as it is', () => {
    const ahead = copy(plan);
    for (const _ of checkAhead(ahead));
    expect(checkPlan(ahead)).toEqual(checkPlan(copy(plan)));
    expect(checkPlan(ahead).findings.length).toBeGreaterThan(0);
  });

  it('may stop at any rule, also when the plan is edited then', () => {
    for (const stop of [0, 1, 3, states.length - 1]) {
      const ahead = copy(plan);
      const steps = checkAhead(ahead);
      for (let at = 0; at < stop; at += 1) steps.next();
      const edited = edit(ahead);
      expect(checkPlan(edited)).toEqual(checkPlan(edit(copy(plan))));
    }
  });
});
