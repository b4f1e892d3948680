import { describe, expect, it } from 'vitest';
import type { Change } from '#core/model/change.ts';
import { toDuty } from '#core/model/duty.ts';
import { toHandOver } from '#core/model/hand-over.ts';
import { toId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import { applyChange } from '#core/state/apply-change.ts';
import { childrenIn, dependenciesInto, subtreeIn, toEstate, type Estate } from '#core/state/estate.ts';
import { planOf } from '#support/build-plan.ts';
import {
  makeAdd,
  makeBase,
  makeHandOverChange,
  makeLink,
  makeMerge,
  makeMove,
  makeNode,
  makeRemove,
  memory,
  nd,
} from '#support/plan-parts.ts';

const nodes = [
  makeNode('old', 'provider'),
  makeNode('new', 'provider'),
  makeNode('web', 'server', 'old', {
    domains: ['a.example'],
    aliases: ['www'],
    addresses: ['192.0.2.1'],
    usage: memory(1024),
  }),
  makeNode('shop', 'service', 'web'),
  makeNode('app', 'server', 'old', { domains: ['b.example'], usage: memory(2048) }),
  makeNode('cron', 'service', 'app'),
];
const links = [
  makeLink('shop', 'uses', 'cron'),
  makeLink('web', 'connects', 'app'),
  makeLink('cron', 'connects', 'web'),
  makeLink('new', 'monitors', 'web'),
];
const gocept = toId('pa', 'pa_new');
const osf = toId('pa', 'pa_old');

function after(change: Change, rows: Parameters<typeof planOf>[0] = {}): Estate {
  const plan: Plan = planOf({ nodes, dependencies: links, ...rows });
  return applyChange(toEstate(plan), change, plan);
}

function namesIn(estate: Estate, id: string): string[] {
  return subtreeIn(estate, nd(id)).map((node) => node.name);
}

describe('applyChange', () => {
  it('moves a node with everything inside', () => {
    const estate = after(makeMove('1', null, 'web', 'new'));
    expect(namesIn(estate, 'new')).toEqual(['new', 'web', 'shop']);
    expect(namesIn(estate, 'old')).toEqual(['old', 'app', 'cron']);
  });

  it('does nothing for a move into itself or of what is not there', () => {
    const before = toEstate(planOf({ nodes, dependencies: links }));
    for (const change of [
      makeMove('1', null, 'old', 'web'),
      makeMove('1', null, 'web', 'web'),
      makeMove('1', null, 'ghost', 'web'),
      makeMerge('1', null, 'web', 'ghost'),
      makeMerge('1', null, 'web', 'web'),
      makeRemove('1', null, 'ghost'),
    ]) {
      const estate = applyChange(before, change, planOf());
      expect([...estate.nodes], change.kind).toEqual([...before.nodes]);
      expect([...estate.dependencies], change.kind).toEqual([...before.dependencies]);
    }
  });

  it('merges children, domains, aliases, usage and dependency ends, and drops loops', () => {
    const estate = after(makeMerge('1', null, 'app', 'web'));
    const web = estate.nodes.get(nd('web'));
    expect(estate.nodes.has(nd('app'))).toBe(false);
    expect(web?.domains).toEqual(['a.example', 'b.example']);
    expect(web?.usage.memoryMiB).toBe(3072);
    expect(web?.addresses).toEqual(['192.0.2.1']);
    expect(childrenIn(estate, nd('web')).map((node) => node.name)).toEqual(['shop', 'cron']);
    expect(estate.dependencies.map((each) => each.id).sort()).toEqual([
      'dp_cron_connects_web',
      'dp_new_monitors_web',
      'dp_shop_uses_cron',
    ]);
  });

  it('gives a node that is merged into its own part the place of the whole', () => {
    const rows = {
      nodes: [
        makeNode('dc', 'site'),
        makeNode('out', 'host', 'dc'),
        makeNode('in', 'host', 'out'),
        makeNode('vm', 'server', 'out'),
      ],
    };
    const estate = after(makeMerge('1', null, 'out', 'in'), { ...rows, dependencies: [] });
    expect(namesIn(estate, 'dc')).toEqual(['dc', 'in', 'vm']);
  });

  it('removes the subtree with its own dependencies and what only watches it', () => {
    const estate = after(makeRemove('1', null, 'web'), {
      duties: [toDuty({ id: toId('du', 'du_1'), area: 'backup', subject: nd('shop') })],
    });
    expect(estate.nodes.has(nd('shop'))).toBe(false);
    expect(estate.duties.size).toBe(0);
    expect(estate.dependencies.map((each) => each.id)).toEqual(['dp_cron_connects_web']);
    expect(dependenciesInto(estate, nd('web'))).toHaveLength(1);
    expect(estate.ended.get(nd('shop'))?.change).toBe('ch_1');
  });

  it('removes what stands there by then, not what stood there today', () => {
    const plan = planOf({ nodes, dependencies: links });
    const moved = applyChange(toEstate(plan), makeMove('1', null, 'web', 'new'), plan);
    const estate = applyChange(moved, makeRemove('2', null, 'old'), plan);
    expect(estate.nodes.map((node) => node.name).sort()).toEqual(['new', 'shop', 'web']);
  });

  it('adds, resizes and rewires', () => {
    const added = after(makeAdd('1', null, makeNode('db', 'server'), 'new'));
    expect(added.nodes.get(nd('db'))?.parent).toBe(nd('new'));
    const resized = after({
      ...makeBase('1', null),
      kind: 'resize',
      node: nd('web'),
      capacity: memory(4096),
    });
    expect(resized.nodes.get(nd('web'))?.capacity.memoryMiB).toBe(4096);
    const link = toId('dp', 'dp_web_connects_app');
    const rewired = after({
      ...makeBase('1', null),
      kind: 'rewire',
      dependency: link,
      to: nd('cron'),
      encrypted: true,
    });
    expect(rewired.dependencies.get(link)).toMatchObject({ from: 'nd_web', to: 'nd_cron', encrypted: true });
    expect(dependenciesInto(rewired, nd('app'))).toEqual([]);
    const ended = after({ ...makeBase('1', null), kind: 'rewire', dependency: link, to: null });
    expect(ended.dependencies.has(link)).toBe(false);
  });

  it('hands a duty over whatever the status says', () => {
    const duty = toDuty({ id: toId('du', 'du_1'), area: 'Backup', subject: nd('web'), party: osf });
    const informed = toDuty({ ...duty, id: toId('du', 'du_2'), role: 'informed' });
    const handOver = toHandOver({
      id: toId('ho', 'ho_1'),
      area: 'backup',
      subject: nd('web'),
      from: osf,
      to: gocept,
    });
    const rows = { duties: [duty, informed], handovers: [handOver] };
    const estate = after(makeHandOverChange('1', null, handOver.id), rows);
    expect(estate.duties.get(duty.id)?.party).toBe(gocept);
    expect(estate.duties.get(informed.id)?.party).toBe(osf);
  });

  it('begins a duty where the old party held it only from further up, and never doubles one', () => {
    const above = toDuty({ id: toId('du', 'du_1'), area: 'backup', subject: nd('old'), party: osf });
    const handOver = toHandOver({
      id: toId('ho', 'ho_1'),
      area: 'backup',
      subject: nd('web'),
      from: osf,
      to: gocept,
    });
    const plan = planOf({ nodes, duties: [above], handovers: [handOver] });
    const once = applyChange(toEstate(plan), makeHandOverChange('1', null, handOver.id), plan);
    expect(once.duties.map((duty) => `${duty.subject} ${duty.party}`).sort()).toEqual([
      'nd_old pa_old',
      'nd_web pa_new',
    ]);
    const twice = applyChange(once, makeHandOverChange('2', null, handOver.id), plan);
    expect(twice.duties.size).toBe(2);
  });
});
