import { describe, expect, it } from 'vitest';
import { toDuty } from '#core/model/duty.ts';
import { toId } from '#core/model/ids.ts';
import { toParty } from '#core/model/party.ts';
import { toTask } from '#core/model/task.ts';
import { planOf, type PlanRows } from '#support/build-plan.ts';
import { findingsOf } from '#support/find-findings.ts';
import {
  ch,
  makeAdd,
  makeLink,
  makeMerge,
  makeMove,
  makeNode,
  makePhase,
  makeRemove,
  nd,
  ph,
} from '#support/plan-parts.ts';

const phases = [makePhase('1'), makePhase('2')];
const clouds = [makeNode('one', 'provider'), makeNode('two', 'provider')];

function messages(rule: string, rows: PlanRows): string[] {
  return findingsOf(planOf({ phases, ...rows }), rule).map((finding) => finding.message);
}

describe('no-single-point-of-failure', () => {
  const rule = 'no-single-point-of-failure';
  const nodes = [
    ...clouds,
    ...['db', 'db2', 'a', 'b', 'c', 'd'].map((name) => makeNode(name, 'server', 'one')),
  ];
  const uses = ['a', 'b', 'c'].map((name) => makeLink(name, 'uses', 'db'));

  it('names what three need, once, and who they are', () => {
    expect(findingsOf(planOf({ nodes, dependencies: uses }), rule)).toMatchObject([
      {
        severity: 'warning',
        message: 'db is needed by a, b and c; nothing stands in when it fails.',
        names: ['db', 'a', 'b', 'c'],
        phase: null,
      },
    ]);
  });

  it('says nothing of few, of those who only watch or back up, and of what is dormant or a SaaS', () => {
    expect(messages(rule, { nodes, dependencies: uses.slice(0, 2) })).toEqual([]);
    for (const type of ['monitors', 'backs-up-to', 'notifies'] as const) {
      const dependencies = ['a', 'b', 'c'].map((name) => makeLink(name, type, 'db'));
      expect(messages(rule, { nodes, dependencies }), type).toEqual([]);
    }
    const asleep = nodes.map((node) => (node.name === 'c' ? { ...node, status: 'dormant' as const } : node));
    expect(messages(rule, { nodes: asleep, dependencies: uses })).toEqual([]);
    const saas = [...nodes, makeNode('s', 'service', 'two', { type: 'saas' })];
    const onSaas = ['a', 'b', 'c'].map((name) => makeLink(name, 'uses', 's'));
    expect(messages(rule, { nodes: saas, dependencies: onSaas })).toEqual([]);
    const twice = [makeLink('a', 'uses', 'db'), makeLink('a', 'connects', 'db'), makeLink('b', 'uses', 'db')];
    expect(messages(rule, { nodes, dependencies: twice })).toEqual([]);
  });

  it('is content with a replica, several of it, or a group that has one to spare', () => {
    expect(messages(rule, { nodes, dependencies: [...uses, makeLink('db2', 'replicates', 'db')] })).toEqual(
      [],
    );
    const many = nodes.map((node) => (node.name === 'db' ? { ...node, count: 2 } : node));
    expect(messages(rule, { nodes: many, dependencies: uses })).toEqual([]);
    const group = (needs: number): PlanRows => ({
      dependencies: uses,
      nodes: nodes.map((node) =>
        node.name.startsWith('db') ? { ...node, redundancy: { group: 'db', needs } } : node,
      ),
    });
    expect(messages(rule, group(1))).toEqual([]);
    expect(messages(rule, group(2))).toHaveLength(1);
    const changes = [makeRemove('1', '2', 'db2')];
    expect(findingsOf(planOf({ phases, ...group(1), changes }), rule)).toMatchObject([
      { phase: 'ph_2', after: ['ch_1'] },
    ]);
  });

  it('names a gateway that is the only way to two, until there is a second', () => {
    const gates = [...nodes, makeNode('g', 'server', 'one'), makeNode('h', 'server', 'one')];
    const ways = ['a', 'b'].map((name) => makeLink(name, 'reaches-through', 'g'));
    const second = ['a', 'b'].map((name) => makeLink(name, 'reaches-through', 'h'));
    expect(messages(rule, { nodes: gates, dependencies: ways })).toEqual([
      'g is the only way to a and b; nothing stands in when it fails.',
    ]);
    expect(messages(rule, { nodes: gates, dependencies: ways.slice(0, 1) })).toEqual([]);
    expect(messages(rule, { nodes: gates, dependencies: [...ways, ...second] })).toEqual([]);
    const plan = planOf({
      phases,
      nodes: gates,
      dependencies: [...ways, ...second],
      changes: [makeRemove('1', '1', 'h')],
    });
    expect(findingsOf(plan, rule)).toMatchObject([
      { names: ['g', 'a', 'b'], phase: 'ph_1', after: ['ch_1'] },
    ]);
  });

  it('does not count what stands on it, and gets over ends that are missing', () => {
    const inside = ['x', 'y', 'z'].map((name) => makeNode(name, 'service', 'db'));
    const dependencies = [
      ...inside.map((node) => makeLink(node.name, 'uses', 'db')),
      makeLink('ghost', 'uses', 'db'),
    ];
    expect(messages(rule, { nodes: [...nodes, ...inside], dependencies })).toEqual([]);
    expect(
      messages(rule, { nodes, dependencies: ['a', 'b', 'c'].map((name) => makeLink(name, 'uses', 'ghost')) }),
    ).toEqual([]);
  });
});

describe('is-monitored', () => {
  const rule = 'is-monitored';
  const nodes = [
    ...clouds,
    makeNode('nagios', 'service', 'two', { type: 'monitoring' }),
    ...['a', 'b', 'c'].map((name) => makeNode(name, 'server', 'one')),
    makeNode('app', 'service', 'b'),
    makeNode('managed', 'service', 'two', { type: 'database' }),
    makeNode('mail', 'service', 'two', { type: 'saas' }),
    makeNode('old', 'server', 'one', { status: 'dormant' }),
  ];
  const watched = [makeLink('nagios', 'monitors', 'a'), makeLink('nagios', 'monitors', 'app')];

  it('says once which machines nobody watches, and nothing where monitoring is never spoken of', () => {
    expect(findingsOf(planOf({ nodes, dependencies: watched }), rule)).toMatchObject([
      {
        severity: 'warning',
        message: 'Nobody is known to monitor 2 machines and managed services: c and managed.',
        phase: null,
      },
    ]);
    expect(messages(rule, { nodes: nodes.filter((node) => node.name !== 'nagios') })).toEqual([]);
  });

  it('takes a duty of monitoring as cover, on the machine, a place or an environment', () => {
    const owed = (fields: object): PlanRows => ({
      nodes,
      dependencies: watched,
      parties: [toParty({ id: toId('pa', 'pa_1'), name: 'Ops' })],
      duties: [toDuty({ id: toId('du', 'du_1'), area: 'Monitoring', party: toId('pa', 'pa_1'), ...fields })],
    });
    expect(messages(rule, owed({ subject: nd('one') }))).toEqual(['Nobody is known to monitor managed.']);
    expect(messages(rule, owed({}))).toEqual([]);
    expect(messages(rule, owed({ subject: nd('one'), party: null }))[0]).toContain('c and managed');
    expect(messages(rule, owed({ subject: nd('c'), area: 'backup' }))[0]).toContain('c and managed');
  });

  it('tells apart what loses its monitoring through the plan', () => {
    const changes = [makeRemove('1', '1', 'app'), makeRemove('2', '2', 'nagios')];
    const findings = findingsOf(planOf({ phases, nodes, dependencies: watched, changes }), rule);
    expect(findings.map((each) => [each.message, each.phase, each.after])).toEqual([
      ['Nobody is known to monitor 2 machines and managed services: c and managed.', null, []],
      ['a and b were monitored, but through the plan nobody watches any more.', 'ph_1', ['ch_1']],
    ]);
  });

  it('asks of a machine that comes, and of one that comes to stand where it is watched', () => {
    const base = { phases, nodes, dependencies: [...watched, makeLink('nagios', 'monitors', 'two')] };
    expect(messages(rule, base)).toEqual(['Nobody is known to monitor c.']);
    expect(findingsOf(planOf({ ...base, changes: [makeMove('1', '1', 'c', 'two')] }), rule)).toMatchObject([
      { phase: null, until: 'ph_1' },
    ]);
    const fresh = [makeAdd('1', '1', makeNode('new', 'server'), 'one')];
    expect(messages(rule, { ...base, changes: fresh })[0]).toContain('c and new');
  });
});

describe('moved-name-resolves', () => {
  const rule = 'moved-name-resolves';
  const nodes = [
    ...clouds,
    makeNode('north', 'site', 'one'),
    makeNode('south', 'site', 'one'),
    makeNode('web', 'server', 'north', {
      domains: ['shop.example', 'www.shop.example'],
      addresses: ['192.0.2.7'],
    }),
    makeNode('api', 'service', 'web', { domains: ['api.example'] }),
    makeNode('plain', 'server', 'north'),
    makeNode('bare', 'server', 'north', { addresses: ['192.0.2.8'] }),
    makeNode('hv', 'host', 'north'),
  ];
  const moved = [makeMove('1', '1', 'web', 'two')];
  const task = (on: string, text: string, done = true): PlanRows => ({
    nodes,
    changes: moved,
    tasks: [toTask({ id: toId('ta', 'ta_1'), on: on === '1' ? ch('1') : ph(on), text, order: 'a0', done })],
  });

  it('says once a change which names have to follow, those inside too', () => {
    expect(findingsOf(planOf({ phases, nodes, changes: moved }), rule)).toMatchObject([
      {
        severity: 'warning',
        message:
          'web moves from north (one) to two, but no ticked task says that DNS follows for api.example, shop.example and www.shop.example.',
        names: ['web', 'api'],
        phase: 'ph_1',
        after: ['ch_1'],
      },
    ]);
    expect(messages(rule, { nodes, changes: [makeMove('1', '1', 'bare', 'south')] })).toEqual([
      'bare moves from north (one) to south (one), but no ticked task says that DNS follows for 192.0.2.8.',
    ]);
  });

  it('says it of a merge and a removal too', () => {
    expect(
      messages(rule, { nodes, changes: [makeMerge('1', '1', 'web', 'plain'), makeRemove('2', '2', 'bare')] }),
    ).toEqual([
      'web goes into plain, but no ticked task says that DNS follows for api.example, shop.example and www.shop.example.',
      'bare goes, but no ticked task says that DNS follows for 192.0.2.8.',
    ]);
  });

  it('is content where nothing has a name, or the place stays the same or is not known', () => {
    const changes = [
      makeMove('1', '1', 'web', 'hv'),
      makeMove('2', '1', 'plain', 'two'),
      makeRemove('3', '1', 'plain'),
    ];
    expect(messages(rule, { nodes, changes })).toEqual([]);
    const nowhere = [...clouds, makeNode('web', 'server', null, { domains: ['shop.example'] })];
    expect(messages(rule, { nodes: nowhere, changes: moved })).toEqual([]);
    expect(messages(rule, { nodes, changes: [makeMerge('1', '1', 'web', 'ghost')] })).toEqual([]);
  });

  it('is content with a ticked task about names, on the change, its phase, or naming the domain', () => {
    expect(messages(rule, task('1', 'Lower the TTL, then change DNS'))).toEqual([]);
    expect(messages(rule, task('1', 'Point the domain names to the new machine'))).toEqual([]);
    expect(messages(rule, task('2', 'Point shop.example to its new home'))).toEqual([]);
    expect(messages(rule, task('1', 'Change DNS', false))).toHaveLength(1);
    expect(messages(rule, task('1', 'Rename nothing, surnames only'))).toHaveLength(1);
    expect(messages(rule, task('2', 'Change DNS'))).toHaveLength(1);
  });
});
