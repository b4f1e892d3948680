import { describe, expect, it } from 'vitest';
import { checkPlan } from '#core/checks/check-plan.ts';
import { toId } from '#core/model/ids.ts';
import { toNode, type InventoryNode } from '#core/model/node.ts';
import { toPhase } from '#core/model/phase.ts';
import { toChangeBase } from '#core/model/change.ts';
import { answersTo, findCloseName, toNavigatorTree } from '#core/projections/navigator.ts';
import { countByKind, countServers } from '#core/projections/totals.ts';
import { planOf } from '#support/build-plan.ts';

const id = (name: string) => toId('nd', `nd_${name}`);
const node = (name: string, fields: Partial<InventoryNode> & Pick<InventoryNode, 'kind'>) =>
  toNode({ id: id(name), name, ...fields });

const phase = toPhase({ id: toId('ph', 'ph_1'), name: 'Phase 1', order: 'a1' });
const plan = planOf({
  nodes: [
    node('Hoster', { kind: 'provider' }),
    node('mars', { kind: 'server', parent: id('Hoster'), domains: ['shop.example.org'] }),
    node('shop', { kind: 'service', parent: id('mars') }),
    node('pool', { kind: 'server', parent: id('Hoster'), count: 4, status: 'unknown' }),
  ],
  phases: [phase],
  changes: [
    {
      ...toChangeBase({ id: toId('ch', 'ch_1'), order: 'a1', phase: phase.id }),
      kind: 'remove',
      node: id('mars'),
    },
  ],
});
const report = checkPlan(plan);
const wishes = { query: '', filter: 'all', toggled: new Set<never>() } as const;
const namesOf = (tree: ReturnType<typeof toNavigatorTree>) => tree.rows.map((row) => row.node.name);

describe('the inventory', () => {
  it('opens down to the servers and counts them where they stand', () => {
    const tree = toNavigatorTree(plan, report, 'start', wishes);
    expect(namesOf(tree)).toEqual(['Hoster', 'mars', 'pool']);
    expect(tree.rows[0]?.servers).toBe(5);
  });

  it('opens a server that was asked for', () => {
    const tree = toNavigatorTree(plan, report, 'start', { ...wishes, toggled: new Set([id('mars')]) });
    expect(namesOf(tree)).toEqual(['Hoster', 'mars', 'shop', 'pool']);
    expect(tree.rows[2]?.level).toBe(2);
  });

  it('keeps what the plan took away, struck at its last place, and does not count it', () => {
    const tree = toNavigatorTree(plan, report, phase.id, wishes);
    expect(tree.rows.find((row) => row.node.name === 'mars')?.isGone).toBe(true);
    expect(tree.rows[0]?.servers).toBe(4);
  });

  it('finds by domain and shows the way to what it found', () => {
    const tree = toNavigatorTree(plan, report, 'start', { ...wishes, query: 'SHOP.example' });
    expect(namesOf(tree)).toEqual(['Hoster', 'mars']);
    expect(answersTo(node('pool', { kind: 'server' }), 'shop')).toBe(false);
  });

  it('filters what changes and what is not known', () => {
    expect(namesOf(toNavigatorTree(plan, report, 'start', { ...wishes, filter: 'changed' }))).toEqual([
      'Hoster',
      'mars',
    ]);
    expect(namesOf(toNavigatorTree(plan, report, 'start', { ...wishes, filter: 'unknown' }))).toEqual([
      'Hoster',
      'pool',
    ]);
  });

  it('proposes a close name and nothing when none is close', () => {
    expect(findCloseName(plan.nodes, 'marz')).toBe('mars');
    expect(findCloseName(plan.nodes, 'database-primary')).toBeNull();
  });
});

describe('totals', () => {
  it('sum counts, and say how many servers are left in the end', () => {
    expect(countByKind(plan.nodes)).toMatchObject({ provider: 1, server: 5, service: 1 });
    expect(countServers(plan)).toEqual({ serversNow: 5, serversThen: 4 });
  });

  it('add nothing for a class of unknown size', () => {
    expect(countByKind([node('class', { kind: 'server', count: null })]).server).toBe(0);
  });
});
