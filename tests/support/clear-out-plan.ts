import { toChangeBase } from '#core/model/change.ts';
import { toDependency } from '#core/model/dependency.ts';
import { toDisposition } from '#core/model/disposition.ts';
import { toDuty } from '#core/model/duty.ts';
import { toId } from '#core/model/ids.ts';
import { toNode, unknownResources } from '#core/model/node.ts';
import { toParty } from '#core/model/party.ts';
import { toPhase } from '#core/model/phase.ts';
import type { Plan } from '#core/model/plan.ts';
import { toQuestion } from '#core/model/question.ts';
import { toSource } from '#core/model/source.ts';
import { toTask } from '#core/model/task.ts';
import { bakeryNodes, node, say, source, throughGate, wikiText } from './bakery-inventory.ts';
import { planOf } from './build-plan.ts';

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

/** Only an inventory: nothing is planned, some things are not known. */
export function inventoryOnlyPlan(): Plan {
  const { sources, parties, duties, questions, dispositions } = clearOutPlan();
  const inventory = planOf({ name: 'The bakery today', nodes: bakeryNodes, dependencies: throughGate });
  return { ...inventory, sources, parties, duties, questions, dispositions };
}
