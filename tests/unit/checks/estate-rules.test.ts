import { describe, expect, it } from 'vitest';
import { toDuty } from '#core/model/duty.ts';
import { toHandOver } from '#core/model/hand-over.ts';
import { toId } from '#core/model/ids.ts';
import { toParty } from '#core/model/party.ts';
import { toSource } from '#core/model/source.ts';
import { planOf, type PlanRows } from '#support/build-plan.ts';
import { findingsOf } from '#support/find-findings.ts';
import {
  makeAdd,
  makeHandOverChange,
  makeLink,
  makeMove,
  makeNode,
  makePhase,
  makeRemove,
  memory,
  nd,
} from '#support/plan-parts.ts';

const phases = [makePhase('1'), makePhase('2')];

function messages(rule: string, rows: PlanRows): string[] {
  return findingsOf(planOf({ phases, ...rows }), rule).map((finding) => finding.message);
}

describe('host-has-room', () => {
  const nodes = [
    makeNode('dc', 'site'),
    makeNode('big', 'host', 'dc', { capacity: memory(8192) }),
    makeNode('small', 'host', 'dc', { capacity: memory(2048) }),
    makeNode('a', 'server', 'big', { capacity: memory(4096), usage: memory(1024) }),
    makeNode('b', 'server', 'big', { capacity: memory(1536) }),
    makeNode('inside', 'service', 'a', { usage: memory(9999) }),
  ];

  it('adds up usage, else capacity, of what stands directly on the host', () => {
    const changes = [
      makeMove('1', '1', 'a', 'small'),
      makeMove('2', '1', 'b', 'small'),
      makeMove('3', '2', 'a', 'big'),
    ];
    const findings = findingsOf(planOf({ phases, nodes, changes }), 'host-has-room');
    expect(findings).toMatchObject([
      {
        severity: 'error',
        message: 'small has not enough room: 2.5 GiB of memory taken, 2 GiB of memory there.',
        phase: 'ph_1',
        until: 'ph_2',
        after: ['ch_1', 'ch_2'],
      },
    ]);
    expect(messages('host-has-room', { nodes, changes: changes.slice(0, 1) })).toEqual([]);
  });

  it('lets a cluster offer the sum of its hosts, which take nothing themselves', () => {
    const cluster = [
      makeNode('cluster', 'host', null),
      makeNode('n1', 'host', 'cluster', { capacity: memory(1024) }),
      makeNode('n2', 'host', 'cluster', { capacity: memory(1024) }),
    ];
    const fits = makeNode('vm', 'server', 'cluster', { capacity: memory(2048) });
    expect(messages('host-has-room', { nodes: [...cluster, fits] })).toEqual([]);
    const not = { ...fits, capacity: memory(2049) };
    expect(messages('host-has-room', { nodes: [...cluster, not] })).toHaveLength(1);
  });

  it('says once that an offer is not known, and keeps headroom', () => {
    const unknown = [
      makeNode('h1', 'host'),
      makeNode('h2', 'host'),
      makeNode('v1', 'server', 'h1', { usage: memory(1) }),
      makeNode('v2', 'server', 'h2', { usage: memory(1) }),
    ];
    expect(messages('host-has-room', { nodes: unknown })).toEqual([
      expect.stringMatching(/nobody said how much is offered by .*\((?:processors|memory|disk)/u),
    ]);
    expect(findingsOf(planOf({ nodes: unknown }), 'host-has-room')).toMatchObject([
      { severity: 'info', names: ['h1', 'h2'] },
    ]);
    const rules = [
      { id: toId('ru', 'ru_1'), kind: 'headroom' as const, nodes: [nd('dc')], value: { memoryMiB: 0.8 } },
    ];
    expect(messages('host-has-room', { nodes, rules })).toEqual([
      'big has not enough room: 2.5 GiB of memory taken, 8 GiB of memory there, of which 80 % stay free.',
    ]);
  });

  it('gets over figures of zero and a host in itself', () => {
    const odd = [
      makeNode('h', 'host', 'h', { capacity: memory(0) }),
      makeNode('v', 'server', 'h', { usage: memory(5) }),
    ];
    expect(messages('host-has-room', { nodes: odd })).toHaveLength(1);
  });
});

describe('link-across-sites-is-encrypted', () => {
  const nodes = [
    makeNode('one', 'provider'),
    makeNode('two', 'provider'),
    makeNode('north', 'site', 'one'),
    makeNode('south', 'site', 'one'),
    makeNode('web', 'server', 'north'),
    makeNode('db', 'server', 'north'),
    makeNode('s3', 'service', 'two'),
  ];
  const rule = 'link-across-sites-is-encrypted';

  it('warns when a move takes an unencrypted link across sites', () => {
    const dependencies = [makeLink('web', 'connects', 'db', { encrypted: false })];
    expect(messages(rule, { nodes, dependencies })).toEqual([]);
    const changes = [makeMove('1', '1', 'db', 'south')];
    expect(findingsOf(planOf({ nodes, dependencies, phases, changes }), rule)).toMatchObject([
      {
        severity: 'warning',
        after: ['ch_1'],
        message: 'The link from web to db runs between north (one) and south (one) and is not encrypted.',
      },
    ]);
    const safe = [makeLink('web', 'connects', 'db', { encrypted: true })];
    expect(messages(rule, { nodes, dependencies: safe, changes })).toEqual([]);
  });

  it('gathers what is not known in one info', () => {
    const dependencies = [makeLink('web', 'stores-in', 's3'), makeLink('db', 'backs-up-to', 's3')];
    expect(findingsOf(planOf({ nodes, dependencies }), rule)).toMatchObject([
      {
        severity: 'info',
        message: 'Nobody said whether 2 links between sites are encrypted: db → s3 and web → s3.',
      },
    ]);
  });
});

describe('is-backed-up', () => {
  const nodes = [
    makeNode('cloud', 'provider'),
    makeNode('db', 'server', 'cloud', { type: 'database' }),
    makeNode('mysql', 'service', 'db', { type: 'database' }),
    makeNode('copy', 'server', 'cloud', { type: 'database' }),
    makeNode('dump', 'service', 'copy', { type: 'job' }),
    makeNode('bucket', 'service', 'cloud', { type: 'storage' }),
    makeNode('web', 'server', 'cloud', { type: 'web' }),
  ];
  const dependencies = [makeLink('copy', 'replicates', 'db'), makeLink('dump', 'backs-up-to', 'bucket')];

  it('names what keeps data without a backup, once a machine', () => {
    expect(messages('is-backed-up', { nodes })).toEqual([
      'bucket keeps data, but no backup of it is known.',
      'copy keeps data, but no backup of it is known.',
      'db keeps data, but no backup of it is known.',
    ]);
  });

  it('takes the backup of a replica, by a job on it, until the plan takes it away', () => {
    expect(messages('is-backed-up', { nodes, dependencies })).toEqual([]);
    const changes = [makeRemove('1', '1', 'copy')];
    expect(findingsOf(planOf({ nodes, dependencies, phases, changes }), 'is-backed-up')).toMatchObject([
      { names: ['db'], after: ['ch_1'], phase: 'ph_1' },
    ]);
  });

  it('takes a party that owes the backup', () => {
    const duty = toDuty({
      id: toId('du', 'du_1'),
      area: 'backup',
      subject: nd('cloud'),
      party: toId('pa', 'pa_1'),
    });
    expect(messages('is-backed-up', { nodes, duties: [duty] })).toEqual([]);
    expect(messages('is-backed-up', { nodes, duties: [{ ...duty, party: null }] })).toHaveLength(3);
  });
});

describe('duties', () => {
  const nodes = [
    makeNode('cloud', 'provider'),
    makeNode('db', 'server', 'cloud', { environment: 'production' }),
  ];
  const parties = [
    toParty({ id: toId('pa', 'pa_a'), name: 'Anna' }),
    toParty({ id: toId('pa', 'pa_b'), name: 'Bert' }),
  ];
  const anna = toDuty({
    id: toId('du', 'du_a'),
    area: 'backup',
    subject: nd('db'),
    party: toId('pa', 'pa_a'),
  });
  const bert = { ...anna, id: toId('du', 'du_b'), party: toId('pa', 'pa_b') };
  const rule = 'duty-has-one-accountable';

  it('reports nobody, two, and two who agreed', () => {
    const words = (duties: PlanRows['duties']): string[] =>
      messages(rule, { nodes, parties, duties: duties ?? [] });
    expect(words([anna])).toEqual([]);
    expect(words([{ ...anna, party: null }])).toEqual(['Nobody owes backup of db yet.']);
    expect(words([anna, bert])).toEqual([
      'Anna and Bert are each accountable for backup of db: nobody knows who acts.',
    ]);
    const joint = planOf({ nodes, parties, duties: [anna, bert].map((duty) => ({ ...duty, joint: true })) });
    expect(findingsOf(joint, rule)).toMatchObject([{ severity: 'info' }]);
    expect(words([anna, { ...bert, role: 'informed' }])).toEqual([]);
    expect(words([{ ...bert, role: 'responsible' }])).toEqual([
      'Bert does backup of db, but nobody is accountable for it.',
    ]);
    expect(
      words([
        { ...bert, role: 'responsible' },
        { ...anna, subject: nd('cloud') },
      ]),
    ).toEqual([]);
    expect(words([anna, { ...bert, subject: nd('cloud') }])).toEqual([]);
    expect(words([{ ...anna, subject: null, environment: 'production', party: null }])).toEqual([
      'Nobody owes backup of production yet.',
    ]);
  });

  it('is over when a hand-over fills the gap', () => {
    const handOver = toHandOver({
      id: toId('ho', 'ho_1'),
      area: 'backup',
      subject: nd('db'),
      to: toId('pa', 'pa_b'),
    });
    const plan = planOf({
      nodes,
      parties,
      phases,
      duties: [{ ...anna, party: null }],
      handovers: [handOver],
      changes: [makeHandOverChange('1', '2', handOver.id)],
    });
    expect(findingsOf(plan, rule)).toMatchObject([{ phase: null, until: 'ph_2' }]);
  });

  it('has-owner gathers all that nobody is accountable for', () => {
    const more = [
      ...nodes,
      makeNode('web', 'server', 'cloud'),
      makeNode('app', 'service', 'web'),
      makeNode('mailer', 'service', 'cloud'),
    ];
    expect(messages('has-owner', { nodes: more, parties, duties: [anna] })).toEqual([
      'Nobody is accountable for 2 machines and managed services: mailer and web.',
    ]);
    expect(messages('has-owner', { nodes: more, duties: [{ ...anna, subject: nd('cloud') }] })).toEqual([]);
    expect(
      messages('has-owner', { nodes, duties: [{ ...anna, subject: null, environment: 'Production' }] }),
    ).toEqual([]);
    const changes = [makeAdd('1', '1', makeNode('fresh', 'server'), 'cloud')];
    expect(
      findingsOf(planOf({ nodes, parties, phases, duties: [anna], changes }), 'has-owner'),
    ).toMatchObject([{ names: ['fresh'], phase: 'ph_1', after: ['ch_1'] }]);
  });
});

describe('is-placed and total-matches-source', () => {
  it('gathers what has no place in one info; SaaS needs none', () => {
    const nodes = [
      makeNode('cloud', 'provider'),
      makeNode('a', 'server'),
      makeNode('b', 'service'),
      makeNode('c', 'service', null, { type: 'saas' }),
    ];
    expect(findingsOf(planOf({ nodes }), 'is-placed')).toMatchObject([
      { severity: 'info', message: 'Nobody said where 2 things stand: a and b.' },
    ]);
    expect(messages('is-placed', { nodes: nodes.slice(0, 1) })).toEqual([]);
  });

  it('compares stated totals with what was found, and again after the review', () => {
    const total = { text: '3 servers in total', kind: 'server', stated: 3, found: 2, line: 13 };
    const source = toSource({ id: toId('so', 'so_1'), name: 'list.md', format: 'markdown', totals: [total] });
    expect(messages('total-matches-source', { sources: [source] })).toEqual([
      'list.md says “3 servers in total” on line 13: 3 stated, 2 found.',
    ]);
    expect(
      messages('total-matches-source', { sources: [{ ...source, totals: [{ ...total, found: 3 }] }] }),
    ).toEqual([]);
    const evidence = [{ source: source.id, line: 4, quote: 'web', field: 'name' }];
    const nodes = [makeNode('web', 'server', null, { count: 3, evidence })];
    expect(messages('total-matches-source', { sources: [source], nodes })).toEqual([]);
  });
});
