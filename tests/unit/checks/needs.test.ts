import { describe, expect, it } from 'vitest';
import { applyCommands } from '#core/commands/apply-commands.ts';
import { toId } from '#core/model/ids.ts';
import { planOf, type PlanRows } from '#support/build-plan.ts';
import { findingsOf } from '#support/find-findings.ts';
import {
  makeAdd,
  makeLink,
  makeMerge,
  makeMove,
  makeNode,
  makePhase,
  makeRemove,
} from '#support/plan-parts.ts';

const nodes = [
  makeNode('cloud', 'provider'),
  makeNode('web', 'server', 'cloud'),
  makeNode('db', 'server', 'cloud'),
  makeNode('mysql', 'service', 'db'),
];
const phases = [makePhase('1'), makePhase('2')];

function planWith(rows: PlanRows): ReturnType<typeof planOf> {
  return planOf({ nodes, phases, dependencies: [makeLink('web', 'connects', 'mysql')], ...rows });
}

describe('removed-node-is-not-needed', () => {
  it('reports what is still needed when its place is removed, with who and since when', () => {
    const plan = planWith({ changes: [makeRemove('1', '1', 'cloud', { after: [] })] });
    expect(findingsOf(plan, 'removed-node-is-not-needed')).toEqual([]);
    const [finding, ...more] = findingsOf(
      planWith({ changes: [makeMove('1', '1', 'web', 'cloud'), makeRemove('2', '2', 'db')] }),
      'removed-node-is-not-needed',
    );
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      severity: 'error',
      message: 'mysql is gone, but web still needs it.',
      names: ['mysql', 'web'],
      phase: 'ph_2',
      until: null,
      after: ['ch_2'],
      repair: null,
    });
  });

  it('is at peace after a merge, and with those who only watch', () => {
    const merged = planWith({ changes: [makeMerge('1', '1', 'mysql', 'web')] });
    expect(findingsOf(merged, 'removed-node-is-not-needed')).toEqual([]);
    for (const type of ['monitors', 'manages', 'deploys', 'notifies'] as const) {
      const plan = planWith({
        dependencies: [makeLink('web', type, 'db')],
        changes: [makeRemove('1', '1', 'db')],
      });
      expect(findingsOf(plan, 'removed-node-is-not-needed'), type).toEqual([]);
    }
  });

  it('ends with the last who needs it, and repairs by waiting for that', () => {
    const plan = planWith({ changes: [makeRemove('1', '1', 'db'), makeRemove('2', '2', 'web')] });
    const [finding] = findingsOf(plan, 'removed-node-is-not-needed');
    expect(finding).toMatchObject({
      phase: 'ph_1',
      until: 'ph_2',
      repair: { label: 'First remove web, then remove db' },
    });
    const repaired = applyCommands(plan, finding?.repair?.commands ?? [], {
      makeId: (prefix) => toId(prefix, `${prefix}_x`),
    });
    expect(repaired.ok && findingsOf(repaired.value.plan, 'removed-node-is-not-needed')).toEqual([]);
  });

  it('reports a move to a place that is gone by then', () => {
    const plan = planWith({
      dependencies: [],
      nodes: [...nodes, makeNode('hv', 'host', 'cloud')],
      changes: [makeRemove('1', '1', 'hv'), makeMove('2', '2', 'web', 'hv')],
    });
    expect(findingsOf(plan, 'removed-node-is-not-needed')).toMatchObject([
      { message: 'hv is gone, but web still needs it.', after: ['ch_1', 'ch_2'] },
    ]);
  });
});

describe('needed-node-is-there', () => {
  it('reports what is missing today', () => {
    const plan = planWith({ dependencies: [makeLink('web', 'uses', 'ghost')] });
    expect(findingsOf(plan, 'needed-node-is-there')).toMatchObject([
      {
        severity: 'error',
        phase: null,
        after: [],
        names: ['web'],
        message: 'web needs something that is not in the inventory.',
      },
    ]);
  });

  it('reports what the plan adds too late, until it comes, and not who needs nothing yet', () => {
    const fresh = makeNode('fresh', 'server');
    const plan = planWith({
      dependencies: [makeLink('fresh', 'uses', 'db'), makeLink('web', 'uses', 'fresh')],
      changes: [makeAdd('1', '2', fresh, 'cloud')],
    });
    expect(findingsOf(plan, 'needed-node-is-there')).toMatchObject([
      { names: ['fresh', 'web'], phase: null, until: 'ph_2' },
    ]);
    expect(findingsOf(plan, 'removed-node-is-not-needed')).toEqual([]);
  });

  it('keeps its id when something else is edited', () => {
    const rows = { dependencies: [makeLink('web', 'uses', 'ghost')] };
    const ids = [planWith(rows), planWith({ ...rows, nodes: [...nodes, makeNode('x', 'server')] })].map(
      (plan) => findingsOf(plan, 'needed-node-is-there')[0]?.id,
    );
    expect(ids[0]).toMatch(/^fi_[0-9a-f]{16}$/u);
    expect(ids[1]).toBe(ids[0]);
  });
});

describe('admin-can-reach', () => {
  const estate = {
    nodes: [...nodes, makeNode('ct1', 'server', 'cloud'), makeNode('spare', 'server', 'cloud')],
    dependencies: [makeLink('web', 'reaches-through', 'ct1'), makeLink('db', 'reaches-through', 'ct1')],
  };

  it('finds a gateway that goes before the servers behind it', () => {
    const plan = planWith({
      ...estate,
      changes: [
        makeMove('0', '1', 'spare', 'cloud'),
        makeRemove('1', '1', 'ct1'),
        makeRemove('2', '2', 'db'),
        makeRemove('3', '2', 'web'),
      ],
    });
    expect(findingsOf(plan, 'admin-can-reach')).toMatchObject([
      {
        severity: 'error',
        message: 'Nobody reaches db and web any more: the way there goes through ct1, and that is gone.',
        names: ['ct1', 'db', 'web'],
        after: ['ch_1'],
        phase: 'ph_1',
        until: 'ph_2',
        repair: { label: 'First remove web, then remove ct1' },
      },
    ]);
    expect(findingsOf(plan, 'removed-node-is-not-needed')).toEqual([]);
  });

  it('is content when the gateway goes last, merges, or has a second beside it', () => {
    const last = [makeRemove('1', '1', 'db'), makeRemove('2', '1', 'web'), makeRemove('3', '1', 'ct1')];
    expect(findingsOf(planWith({ ...estate, changes: last }), 'admin-can-reach')).toEqual([]);
    const merged = planWith({ ...estate, changes: [makeMerge('1', '1', 'ct1', 'spare')] });
    expect(findingsOf(merged, 'admin-can-reach')).toEqual([]);
    const second = {
      ...estate,
      dependencies: [
        ...estate.dependencies,
        makeLink('web', 'reaches-through', 'spare'),
        makeLink('db', 'reaches-through', 'spare'),
      ],
    };
    const plan = planWith({ ...second, changes: [makeRemove('1', '1', 'ct1')] });
    expect(findingsOf(plan, 'admin-can-reach')).toEqual([]);
    const both = planWith({
      ...second,
      changes: [makeRemove('1', '1', 'ct1'), makeRemove('2', '1', 'spare')],
    });
    expect(findingsOf(both, 'admin-can-reach')).toMatchObject([{ after: ['ch_1', 'ch_2'] }]);
  });

  it('follows a chain of gateways and sees a circle', () => {
    const chain = {
      ...estate,
      dependencies: [...estate.dependencies, makeLink('ct1', 'reaches-through', 'spare')],
    };
    const plan = planWith({ ...chain, changes: [makeRemove('1', '1', 'spare')] });
    expect(findingsOf(plan, 'admin-can-reach')[0]?.names).toEqual(['spare', 'ct1', 'db', 'web']);
    const circle = planWith({
      dependencies: [makeLink('web', 'reaches-through', 'db'), makeLink('db', 'reaches-through', 'web')],
    });
    expect(findingsOf(circle, 'admin-can-reach')[0]?.message).toContain('circle');
  });
});
