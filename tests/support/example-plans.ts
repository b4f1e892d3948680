import { toChangeBase } from '#core/model/change.ts';
import { toDependency } from '#core/model/dependency.ts';
import { toDisposition } from '#core/model/disposition.ts';
import { toDuty } from '#core/model/duty.ts';
import { toHandOver } from '#core/model/hand-over.ts';
import { toId, type NodeId, type PartyId } from '#core/model/ids.ts';
import { toNode, unknownResources, type InventoryNode } from '#core/model/node.ts';
import { toParty } from '#core/model/party.ts';
import { toPhase } from '#core/model/phase.ts';
import type { Plan } from '#core/model/plan.ts';
import { toQuestion } from '#core/model/question.ts';
import { toSource } from '#core/model/source.ts';
import { toTask } from '#core/model/task.ts';
import { planOf } from './build-plan.ts';

const node = (name: string): NodeId => toId('nd', `nd_${name.replaceAll(/\W/gu, '_')}`);
const source = toId('so', 'so_wiki');
const say = (line: number, quote: string, field = 'name') => ({ source, line, quote, field });

const wikiText = [
  '# Machines of the bakery',
  '',
  'All of it runs at Harbour Cloud, 7 servers in total.',
  '',
  '## gate1',
  '- jump host, everything else is reached through it',
  '## shop1',
  '- the web shop, shop.crumb.example',
  '## orders-db',
  '- orders database, nightly dump to the bucket crumb-dumps',
  '## orders-db2',
  '- follows orders-db',
  '## news1',
  '- sent the newsletter once. Still in use (?)',
  '## oldwiki',
  '- the wiki nobody edits any more, oldwiki.crumb.example',
  '## build1',
  '- builds, until the hosted builds are set up',
  '',
  'To be cleared: news1, oldwiki, build1.',
].join('\n');

function server(name: string, line: number, fields: Partial<InventoryNode> = {}): InventoryNode {
  return toNode({
    id: node(name),
    kind: 'server',
    type: 'vm',
    name,
    parent: node('harbour'),
    evidence: [say(line, name)],
    ...fields,
  });
}

function service(name: string, parent: string, fields: Partial<InventoryNode> = {}): InventoryNode {
  return toNode({
    id: node(`${parent}_${name}`),
    kind: 'service',
    name,
    parent: node(parent),
    ...fields,
  });
}

const bakeryNodes = [
  toNode({
    id: node('harbour'),
    kind: 'provider',
    name: 'Harbour Cloud',
    evidence: [say(3, 'Harbour Cloud')],
  }),
  toNode({ id: node('northyard'), kind: 'provider', name: 'Northyard' }),
  server('gate1', 5, { capacity: { vcpu: 1, memoryMiB: 1024, diskGiB: 25 } }),
  service('jump host', 'gate1', { type: 'gateway' }),
  server('shop1', 7, {
    domains: ['shop.crumb.example'],
    capacity: { vcpu: 4, memoryMiB: 8192, diskGiB: 80 },
  }),
  service('web shop', 'shop1', { type: 'web' }),
  server('orders-db', 9, { capacity: { vcpu: 4, memoryMiB: 16_384, diskGiB: 200 } }),
  service('orders', 'orders-db', { type: 'database' }),
  server('orders-db2', 11, { capacity: { vcpu: 4, memoryMiB: 16_384, diskGiB: 200 } }),
  server('news1', 13, { status: 'unknown' }),
  service('newsletter', 'news1', { type: 'mail' }),
  server('oldwiki', 15, { domains: ['oldwiki.crumb.example'] }),
  server('build1', 17),
  service('build runner', 'build1', { type: 'ci' }),
  toNode({
    id: node('bucket'),
    kind: 'service',
    type: 'storage',
    name: 'crumb-dumps',
    parent: node('harbour'),
  }),
];

const throughGate = ['shop1', 'orders-db', 'orders-db2', 'news1', 'oldwiki', 'build1'].map((name) =>
  toDependency({
    id: toId('dp', `dp_gate_${name}`.replaceAll('-', '_')),
    from: node(name),
    to: node('gate1'),
    type: 'reaches-through',
    protocol: 'ssh',
    port: 22,
  }),
);

/** A small company clears out an old provider: removal candidates, questions, two phases, checklists. */
export function clearOutPlan(): Plan {
  const clear = toId('ph', 'ph_clear');
  const merge = toId('ph', 'ph_merge');
  const ops = toId('pa', 'pa_ops');
  return planOf({
    name: 'Clear out Harbour Cloud',
    sources: [
      toSource({
        id: source,
        name: 'machines.md',
        format: 'markdown',
        text: wikiText,
        totals: [{ text: '7 servers in total', kind: 'server', stated: 7, found: 7, line: 3 }],
      }),
    ],
    nodes: bakeryNodes,
    dependencies: [
      ...throughGate,
      toDependency({
        id: toId('dp', 'dp_shop'),
        from: node('shop1_web_shop'),
        to: node('orders-db_orders'),
        type: 'connects',
        port: 5432,
        encrypted: true,
      }),
      toDependency({
        id: toId('dp', 'dp_repl'),
        from: node('orders-db2'),
        to: node('orders-db'),
        type: 'replicates',
      }),
      toDependency({
        id: toId('dp', 'dp_dump'),
        from: node('orders-db'),
        to: node('bucket'),
        type: 'backs-up-to',
      }),
    ],
    parties: [
      toParty({ id: ops, name: 'Operations', kind: 'team', contacts: ['@crumb-ops', 'ops@crumb.example'] }),
      toParty({ id: toId('pa', 'pa_mia'), name: 'Mia Brandt', kind: 'person' }),
    ],
    duties: [
      toDuty({
        id: toId('du', 'du_shop'),
        area: 'operation',
        subject: node('shop1'),
        party: ops,
        access: 'root',
      }),
    ],
    questions: [
      toQuestion({
        id: toId('qu', 'qu_news'),
        text: 'Is the newsletter on news1 still in use?',
        about: [node('news1')],
        blocking: true,
        evidence: [say(14, 'Still in use (?)', 'status')],
      }),
      toQuestion({
        id: toId('qu', 'qu_dump'),
        text: 'Has anybody restored a dump of orders-db?',
        about: [node('orders-db')],
        evidence: [say(10, 'nightly dump to the bucket crumb-dumps')],
      }),
      toQuestion({
        id: toId('qu', 'qu_wiki'),
        text: 'Who reads oldwiki?',
        about: [node('oldwiki')],
        status: 'answered',
        answer: 'Nobody since 2024.',
        answeredBy: 'Mia Brandt',
      }),
    ],
    dispositions: [
      toDisposition({
        id: toId('di', 'di_news'),
        node: node('news1'),
        disposition: 'retire',
        why: 'sent the newsletter once',
        evidence: [say(14, 'sent the newsletter once. Still in use (?)')],
      }),
      toDisposition({
        id: toId('di', 'di_wiki'),
        node: node('oldwiki'),
        disposition: 'retire',
        agreed: true,
        agreedBy: 'Mia Brandt',
        why: 'nobody edits it any more',
        evidence: [say(16, 'the wiki nobody edits any more')],
      }),
      toDisposition({
        id: toId('di', 'di_build'),
        node: node('build1'),
        disposition: 'retire',
        why: '',
        conditions: [{ id: toId('co', 'co_build'), text: 'the hosted builds are set up', met: false }],
        evidence: [say(18, 'builds, until the hosted builds are set up')],
      }),
    ],
    phases: [
      toPhase({
        id: clear,
        name: 'Clear out',
        order: 'a1',
        start: '2026-12-07',
        end: '2026-12-11',
        gate: 'the question about the newsletter is answered',
        owner: ops,
      }),
      toPhase({ id: merge, name: 'Move the shop', order: 'a2' }),
    ],
    changes: [
      {
        ...toChangeBase({ id: toId('ch', 'ch_1'), order: 'a1', phase: clear }),
        kind: 'remove',
        node: node('news1'),
      },
      {
        ...toChangeBase({ id: toId('ch', 'ch_2'), order: 'a2', phase: clear }),
        kind: 'remove',
        node: node('oldwiki'),
      },
      {
        ...toChangeBase({
          id: toId('ch', 'ch_3'),
          order: 'a3',
          phase: clear,
          conditions: [{ id: toId('co', 'co_build2'), text: 'the hosted builds are set up', met: false }],
        }),
        kind: 'remove',
        node: node('build1'),
      },
      {
        ...toChangeBase({ id: toId('ch', 'ch_4'), order: 'a1', phase: merge }),
        kind: 'add',
        node: toNode({
          id: node('ny1'),
          kind: 'host',
          name: 'ny1',
          capacity: { vcpu: 16, memoryMiB: 65_536, diskGiB: 1000 },
        }),
        to: node('northyard'),
      },
      {
        ...toChangeBase({
          id: toId('ch', 'ch_5'),
          order: 'a2',
          phase: merge,
          after: [toId('ch', 'ch_4')],
          notes: 'cheaper by half',
        }),
        kind: 'move',
        node: node('shop1'),
        to: node('ny1'),
      },
      {
        ...toChangeBase({ id: toId('ch', 'ch_6'), order: 'a3', phase: merge }),
        kind: 'resize',
        node: node('orders-db2'),
        capacity: { ...unknownResources, vcpu: 2, memoryMiB: 8192, diskGiB: 200 },
      },
      {
        ...toChangeBase({ id: toId('ch', 'ch_7'), order: 'a4', phase: merge }),
        kind: 'rewire',
        dependency: toId('dp', 'dp_gate_shop1'),
        to: null,
      },
    ],
    accepted: [
      {
        id: toId('ac', 'ac_1'),
        finding: 'f6',
        rule: 'no-single-point-of-failure',
        nodes: [node('gate1')],
        facts: '',
        why: 'the console of the provider is the second way',
        by: 'Mia Brandt',
      },
    ],
    tasks: [
      toTask({
        id: toId('ta', 'ta_1'),
        on: toId('ch', 'ch_1'),
        text: 'Watch the incoming connections of news1 for a week',
        owner: ops,
        due: 'T-7',
        order: 'a1',
      }),
      toTask({
        id: toId('ta', 'ta_2'),
        on: toId('ch', 'ch_1'),
        text: 'Snapshot news1, then stop it',
        owner: ops,
        order: 'a2',
      }),
      toTask({
        id: toId('ta', 'ta_3'),
        on: clear,
        text: 'Tell everybody that the old machines go',
        owner: toId('pa', 'pa_mia'),
        due: '2026-12-01',
        done: true,
        evidence: 'mail of 1 December',
        order: 'a1',
      }),
      toTask({
        id: toId('ta', 'ta_4'),
        on: clear,
        text: 'Cancel the contract of what is gone',
        due: 'T+14',
        order: 'a2',
      }),
    ],
  });
}

/** One hoster hands a platform to another: duties, hand-overs with checklists, a restore that must be proven. */
export function hosterChangePlan(): Plan {
  const oldHoster = toId('pa', 'pa_keel');
  const newHoster = toId('pa', 'pa_brack');
  const team = toId('pa', 'pa_team');
  const prepare = toId('ph', 'ph_prepare');
  const live = toId('ph', 'ph_live');
  const duty = (id: string, area: string, party: PartyId | null) =>
    toDuty({ id: toId('du', `du_${id}`), area, subject: node('db'), environment: null, party });
  return planOf({
    name: 'Production to Brackwater',
    nodes: [
      toNode({ id: node('keel'), kind: 'provider', name: 'Keelhost' }),
      toNode({ id: node('brack'), kind: 'provider', name: 'Brackwater', jurisdiction: 'DE' }),
      toNode({
        id: node('app'),
        kind: 'server',
        type: 'vm',
        name: 'production app',
        parent: node('keel'),
        environment: 'production',
        domains: ['www.lighthouse.example'],
        capacity: { vcpu: 2, memoryMiB: 4096, diskGiB: 100 },
      }),
      toNode({
        id: node('db'),
        kind: 'server',
        type: 'vm',
        name: 'production db',
        parent: node('keel'),
        environment: 'production',
        capacity: { vcpu: 2, memoryMiB: 8192, diskGiB: 200 },
      }),
      toNode({
        id: node('mail'),
        kind: 'service',
        type: 'mail',
        name: 'mail in and out',
        environment: 'production',
        status: 'unknown',
      }),
      toNode({
        id: node('replicas'),
        kind: 'server',
        name: 'dormant replicas',
        parent: node('keel'),
        count: null,
        status: 'dormant',
      }),
    ],
    dependencies: [
      toDependency({
        id: toId('dp', 'dp_app'),
        from: node('app'),
        to: node('db'),
        type: 'connects',
        protocol: 'postgresql',
        port: 5432,
        encrypted: false,
      }),
    ],
    parties: [
      toParty({ id: oldHoster, name: 'Keelhost', kind: 'vendor' }),
      toParty({
        id: newHoster,
        name: 'Brackwater',
        kind: 'vendor',
        contacts: ['support@brackwater.example'],
      }),
      toParty({ id: team, name: 'Lighthouse team', kind: 'team' }),
    ],
    duties: [
      duty('monitoring', 'monitoring', oldHoster),
      duty('backup', 'backup', oldHoster),
      duty('proof', 'restore proof', null),
      toDuty({ id: toId('du', 'du_mail'), area: 'mail', subject: node('mail'), party: null }),
      toDuty({
        id: toId('du', 'du_app'),
        area: 'application support',
        environment: 'production',
        party: team,
      }),
      toDuty({
        id: toId('du', 'du_app2'),
        area: 'application support',
        environment: 'production',
        party: newHoster,
        role: 'consulted',
        access: 'none',
      }),
    ],
    questions: [
      toQuestion({
        id: toId('qu', 'qu_mail'),
        text: 'Where does the mail service run after the move?',
        about: [node('mail')],
        blocking: true,
      }),
    ],
    phases: [
      toPhase({
        id: prepare,
        name: 'Phase 1: Prepare',
        order: 'a1',
        start: '2027-01-11',
        end: '2027-01-15',
        owner: team,
        gate: 'a restore was tried',
      }),
      toPhase({
        id: live,
        name: 'Phase 2: Go live',
        order: 'a2',
        start: '2027-01-18',
        end: '2027-01-22',
        owner: team,
      }),
    ],
    changes: [
      {
        ...toChangeBase({ id: toId('ch', 'ch_p'), order: 'a1', phase: prepare }),
        kind: 'hand-over',
        handover: toId('ho', 'ho_proof'),
      },
      {
        ...toChangeBase({ id: toId('ch', 'ch_db'), order: 'a1', phase: live, after: [toId('ch', 'ch_p')] }),
        kind: 'move',
        node: node('db'),
        to: node('brack'),
      },
      {
        ...toChangeBase({ id: toId('ch', 'ch_app'), order: 'a2', phase: live, after: [toId('ch', 'ch_db')] }),
        kind: 'move',
        node: node('app'),
        to: node('brack'),
      },
      {
        ...toChangeBase({ id: toId('ch', 'ch_mon'), order: 'a3', phase: live }),
        kind: 'hand-over',
        handover: toId('ho', 'ho_mon'),
      },
      {
        ...toChangeBase({ id: toId('ch', 'ch_bak'), order: 'a4', phase: live }),
        kind: 'hand-over',
        handover: toId('ho', 'ho_bak'),
      },
    ],
    handovers: [
      toHandOver({
        id: toId('ho', 'ho_proof'),
        area: 'restore proof',
        subject: node('db'),
        from: null,
        to: newHoster,
        phase: prepare,
        status: 'accepted',
        acceptedBy: 'Brackwater',
        evidence: 'restored on 12 January, 41 minutes',
      }),
      toHandOver({
        id: toId('ho', 'ho_mon'),
        area: 'monitoring',
        subject: node('db'),
        from: oldHoster,
        to: newHoster,
        phase: live,
        status: 'offered',
      }),
      toHandOver({
        id: toId('ho', 'ho_bak'),
        area: 'backup',
        subject: node('db'),
        from: oldHoster,
        to: newHoster,
        phase: live,
      }),
    ],
    tasks: [
      toTask({
        id: toId('ta', 'ta_m1'),
        on: toId('ho', 'ho_mon'),
        text: 'Brackwater receives a test alarm',
        owner: newHoster,
        due: 'T-2',
        order: 'a1',
      }),
      toTask({
        id: toId('ta', 'ta_m2'),
        on: toId('ho', 'ho_mon'),
        text: 'The alarms of Keelhost are switched off',
        owner: oldHoster,
        order: 'a2',
      }),
      toTask({
        id: toId('ta', 'ta_b1'),
        on: toId('ho', 'ho_bak'),
        text: 'The first nightly backup is there',
        owner: newHoster,
        due: 'T+1',
        order: 'a1',
      }),
      toTask({
        id: toId('ta', 'ta_l1'),
        on: live,
        text: 'Lower the TTL of www.lighthouse.example to 300 s',
        owner: team,
        due: 'T-2',
        order: 'a1',
      }),
    ],
  });
}

/** Only an inventory: nothing is planned, some things are not known. */
export function inventoryOnlyPlan(): Plan {
  const { sources, parties, duties, questions, dispositions } = clearOutPlan();
  const inventory = planOf({ name: 'The bakery today', nodes: bakeryNodes, dependencies: throughGate });
  return { ...inventory, sources, parties, duties, questions, dispositions };
}

/** An estate of many servers at three providers, for limits. */
export function largePlan(servers: number): Plan {
  const providers = ['Fjord', 'Mesa', 'Delta'];
  const name = (index: number): string => `vm-${String(index).padStart(4, '0')}`;
  return planOf({
    name: 'A large estate',
    nodes: [
      ...providers.map((provider) => toNode({ id: node(provider), kind: 'provider', name: provider })),
      ...Array.from({ length: servers }, (_, index) =>
        toNode({
          id: node(name(index)),
          kind: 'server',
          name: name(index),
          parent: node(providers[index % 3] ?? ''),
          environment: index % 2 === 0 ? 'production' : 'test',
          capacity: { vcpu: 2, memoryMiB: 4096, diskGiB: 40 },
        }),
      ),
    ],
    dependencies: Array.from({ length: servers - 1 }, (_, index) =>
      toDependency({
        id: toId('dp', `dp_${index}`),
        from: node(name(index + 1)),
        to: node(name(index % 7)),
        type: 'uses',
      }),
    ),
  });
}
