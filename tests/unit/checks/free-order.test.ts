import { describe, expect, it } from 'vitest';
import { checkPlan } from '#core/checks/check-plan.ts';
import { datesHold } from '#core/checks/rules/dates-hold.ts';
import { countOrders, mostOrders, toFreeOrder } from '#core/checks/free-order.ts';
import { applyCommands } from '#core/commands/apply-commands.ts';
import type { Change } from '#core/model/change.ts';
import { toId } from '#core/model/ids.ts';
import type { Finding } from '#core/model/finding.ts';
import type { Plan } from '#core/model/plan.ts';
import { planOf } from '#support/build-plan.ts';
import { ch, makeLink, makeMove, makeNode, makePhase, makeRemove, memory } from '#support/plan-parts.ts';

const phases = [makePhase('1'), makePhase('2')];

function ofOrders(plan: Plan): readonly Finding[] {
  return checkPlan(plan).findings.filter((each) => each.rule === 'order-respects-dependencies');
}

describe('the order inside a phase', () => {
  const numbers = (count: number): string[] => Array.from({ length: count }, (_, index) => String(index));
  const count = (changes: readonly Change[]): number | null => {
    const order = toFreeOrder(changes);
    return order === null ? null : countOrders(order);
  };

  it('is counted, up to a bound', () => {
    const free = (most: number): Change[] => numbers(most).map((id) => makeMove(id, '1', 'a', 'b'));
    expect([0, 1, 2, 5].map((most) => count(free(most)))).toEqual([1, 1, 2, 120]);
    expect(count(free(5000))).toBe(mostOrders);
    const chain = numbers(300).map((id, at) =>
      makeMove(id, '1', 'a', 'b', { after: at === 0 ? [] : [ch(String(at - 1))] }),
    );
    expect(count(chain)).toBe(1);
    const fork = [...chain.slice(0, 2), makeMove('x', '1', 'a', 'b', { after: [ch('0')] })];
    expect(count(fork)).toBe(2);
    expect(count([...fork, makeMove('y', '1', 'a', 'b')])).toBe(8);
    expect(count([makeMove('0', '1', 'a', 'b', { after: [ch('0')] })])).toBe(null);
  });
});

describe('what another allowed order breaks', () => {
  const nodes = [
    makeNode('cloud', 'provider'),
    makeNode('gate', 'server', 'cloud'),
    makeNode('a', 'server', 'cloud'),
    makeNode('b', 'server', 'cloud'),
  ];
  const dependencies = [makeLink('a', 'reaches-through', 'gate'), makeLink('b', 'reaches-through', 'gate')];
  const last = [makeRemove('1', '1', 'a'), makeRemove('2', '1', 'b'), makeRemove('3', '1', 'gate')];

  it('is one warning with the shortest way there, and the repair settles it', () => {
    const plan = planOf({ phases, nodes, dependencies, changes: last });
    const [finding, ...more] = ofOrders(plan);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      severity: 'warning',
      phase: 'ph_1',
      after: ['ch_3'],
      names: ['gate', 'a', 'b'],
      message:
        'Phase 1 leaves the order open. To begin with “remove gate” would mean: Nobody reaches a and b any more: the way there goes through gate, and that is gone.',
    });
    expect(checkPlan(plan).counts.orders).toBe(6);
    let now = plan;
    for (let round = 0; round < 3; round += 1) {
      const commands = ofOrders(now)[0]?.repair?.commands ?? [];
      const done = applyCommands(now, commands, { makeId: (prefix) => toId(prefix, `${prefix}_x`) });
      if (done.ok) now = done.value.plan;
    }
    expect(ofOrders(now)).toEqual([]);
    expect(checkPlan(now).counts.orders).toBe(2);
  });

  it('keeps its id when something else is edited, and is silent where `after` or phases settle it', () => {
    const plan = planOf({ phases, nodes, dependencies, changes: last });
    const edited = { ...plan, nodes: plan.nodes.put([makeNode('other', 'provider')]) };
    expect(ofOrders(edited)[0]?.id).toBe(ofOrders(plan)[0]?.id);
    const settled = [...last.slice(0, 2), makeRemove('3', '1', 'gate', { after: [ch('1'), ch('2')] })];
    expect(ofOrders(planOf({ phases, nodes, dependencies, changes: settled }))).toEqual([]);
    const later = [...last.slice(0, 2), makeRemove('3', '2', 'gate')];
    expect(ofOrders(planOf({ phases, nodes, dependencies, changes: later }))).toEqual([]);
  });

  it('finds that a swap needs one to go first', () => {
    const hosts = [
      makeNode('h', 'host', 'cloud', { capacity: memory(10) }),
      makeNode('spare', 'host', 'cloud', { capacity: memory(100) }),
      makeNode('big', 'server', 'h', { usage: memory(8) }),
      makeNode('new', 'server', 'spare', { usage: memory(8) }),
    ];
    const changes = [makeMove('1', '1', 'big', 'spare'), makeMove('2', '1', 'new', 'h')];
    expect(ofOrders(planOf({ phases, nodes: [...nodes, ...hosts], changes }))).toMatchObject([
      { after: ['ch_2'], names: ['h'] },
    ]);
    const wrong = planOf({
      phases,
      nodes: [...nodes, ...hosts],
      changes: [makeMove('1', '1', 'new', 'h'), makeMove('2', '1', 'big', 'spare')],
    });
    expect(ofOrders(wrong)).toEqual([]);
    expect(checkPlan(wrong).counts.error).toBe(1);
  });

  it('proves big phases of changes that never meet, and says when it could not try all', () => {
    const many = Array.from({ length: 60 }, (_, index) => String(index).padStart(2, '0'));
    const servers = many.map((name) => makeNode(`s${name}`, 'server', 'cloud'));
    const apart = planOf({
      phases,
      nodes: [...nodes, ...servers],
      changes: many.map((name) => makeRemove(name, '1', `s${name}`)),
    });
    expect(ofOrders(apart)).toEqual([]);
    expect(checkPlan(apart).counts.orders).toBe(mostOrders);
    const behind = planOf({
      phases,
      nodes: [...nodes, ...servers],
      dependencies: servers.map((node) => makeLink(node.name, 'reaches-through', 'gate')),
      changes: [...many.map((name) => makeRemove(name, '1', `s${name}`)), makeRemove('99', '1', 'gate')],
    });
    expect(ofOrders(behind).map((each) => [each.severity, each.after])).toEqual([
      ['warning', ['ch_99']],
      ['info', []],
    ]);
    // Asked for a rule of the whole plan alone, no order is tried and no bound is met.
    expect(checkPlan(behind, [datesHold]).findings).toEqual([]);
  });
});
