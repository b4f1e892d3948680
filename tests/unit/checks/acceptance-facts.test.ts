import { describe, expect, it } from 'vitest';
import { acceptsFindings, withFindingFacts } from '#core/checks/acceptance-facts.ts';
import { checkPlan } from '#core/checks/check-plan.ts';
import { applyCommands } from '#core/commands/apply-commands.ts';
import { toId, type IdMaker } from '#core/model/ids.ts';
import { toNode } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';
import { planOf } from '#support/build-plan.ts';

let made = 0;
const makeId: IdMaker = (prefix) => {
  made += 1;
  return toId(prefix, `${prefix}_${made}`);
};

function accept(plan: Plan, finding: string): Plan {
  const commands = [{ command: 'accept-finding', finding, why: 'we know', by: 'Mia' }];
  const filled = withFindingFacts(commands, checkPlan(plan));
  expect(filled.ok).toBe(true);
  const done = applyCommands(plan, filled.ok ? filled.value : [], { makeId });
  expect(done.ok).toBe(true);
  return done.ok ? done.value.plan : plan;
}

describe('withFindingFacts', () => {
  const site = toNode({ id: toId('nd', 'nd_site'), kind: 'provider', name: 'Hoster' });
  const db = toNode({
    id: toId('nd', 'nd_db'),
    kind: 'server',
    type: 'database',
    name: 'db',
    parent: site.id,
  });
  const plan = planOf({ nodes: [site, db] });

  it('keeps an accepted finding out of the counts until its facts change', () => {
    const [finding] = checkPlan(plan).findings;
    expect(finding).toBeDefined();
    const accepted = accept(plan, finding?.id ?? '');
    const still = checkPlan(accepted).findings.find((each) => each.id === finding?.id);
    expect(still?.accepted).not.toBeNull();
    const renamed = { ...accepted, nodes: accepted.nodes.put([{ ...db, name: 'orders' }]) };
    const again = checkPlan(renamed).findings.find((each) => each.id === finding?.id);
    expect(again?.accepted).toBeNull();
  });

  it('refuses a finding that is not there, naming the command', () => {
    const refused = withFindingFacts([{ command: 'accept-finding', finding: 'nothing' }], checkPlan(plan));
    expect(refused).toMatchObject({ ok: false, error: { index: 0 } });
  });

  it('leaves other commands, and given facts, as they are', () => {
    const commands = [{ command: 'add-phase', name: 'One' }, { command: 'accept-finding', facts: 'mine' }, 7];
    expect(acceptsFindings(commands)).toBe(false);
    expect(withFindingFacts(commands, checkPlan(plan))).toEqual({ ok: true, value: commands });
  });
});
