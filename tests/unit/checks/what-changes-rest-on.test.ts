import { describe, expect, it } from 'vitest';
import { toDisposition } from '#core/model/disposition.ts';
import { toDuty } from '#core/model/duty.ts';
import { toHandOver } from '#core/model/hand-over.ts';
import { toId } from '#core/model/ids.ts';
import { toParty } from '#core/model/party.ts';
import { toQuestion } from '#core/model/question.ts';
import { toTask } from '#core/model/task.ts';
import { planOf, type PlanRows } from '#support/build-plan.ts';
import { findingsOf } from '#support/find-findings.ts';
import {
  ch,
  makeAdd,
  makeHandOverChange,
  makeMerge,
  makeMove,
  makeNode,
  makePhase,
  makeRemove,
  nd,
  ph,
} from '#support/plan-parts.ts';

const nodes = [
  makeNode('here', 'provider'),
  makeNode('there', 'provider'),
  makeNode('wiki', 'server', 'here'),
  makeNode('pages', 'service', 'wiki'),
  makeNode('db', 'server', 'here', { type: 'database' }),
];
const phases = [makePhase('1'), makePhase('2')];
const host = toParty({ id: toId('pa', 'pa_host'), name: 'New Hoster' });
const own = toParty({ id: toId('pa', 'pa_own'), name: 'Own Team' });
const parties = [host, own];

function messages(rule: string, rows: PlanRows): string[] {
  return findingsOf(planOf({ nodes, phases, parties, ...rows }), rule).map((finding) => finding.message);
}

describe('removal-is-agreed', () => {
  const changes = [makeRemove('1', '1', 'wiki')];
  const id = toId('di', 'di_1');

  it('wants an agreement for a removal, and none for a merge or for what only the plan brought', () => {
    expect(messages('removal-is-agreed', { changes })).toEqual([
      'wiki is removed, but it was never marked for removal, and nobody has agreed to it.',
    ]);
    const candidate = toDisposition({
      id,
      node: nd('wiki'),
      disposition: 'retire',
      why: 'nobody writes there',
    });
    expect(messages('removal-is-agreed', { changes, dispositions: [candidate] })).toEqual([
      'wiki is removed, but nobody has agreed to it yet (candidate because: “nobody writes there”).',
    ]);
    expect(
      messages('removal-is-agreed', { changes, dispositions: [{ ...candidate, agreed: true }] }),
    ).toEqual([]);
    expect(messages('removal-is-agreed', { changes: [makeMerge('1', '1', 'wiki', 'db')] })).toEqual([]);
    const bridge = [makeAdd('1', '1', makeNode('tunnel', 'server'), 'here'), makeRemove('2', '2', 'tunnel')];
    expect(messages('removal-is-agreed', { changes: bridge })).toEqual([]);
    expect(messages('removal-is-agreed', { dispositions: [candidate] })).toEqual([]);
  });

  it('speaks up for what is kept but goes with its place', () => {
    const agreed = toDisposition({ id, node: nd('wiki'), disposition: 'retire', agreed: true });
    const kept = toDisposition({
      id: toId('di', 'di_2'),
      node: nd('pages'),
      disposition: 'retain',
      agreed: true,
    });
    expect(messages('removal-is-agreed', { changes, dispositions: [agreed, kept] })).toEqual([
      'pages goes with wiki, although it is marked to retain.',
    ]);
  });

  it('speaks up for what the plan brought to a place that it takes away', () => {
    const agreed = toDisposition({ id, node: nd('wiki'), disposition: 'retire', agreed: true });
    const stored = makeNode('store', 'service', 'db');
    const brought = [makeMove('0', '1', 'store', 'wiki'), makeRemove('1', '2', 'wiki')];
    const lost =
      'store goes with wiki, although the plan brought it there, and nobody has agreed that it goes.';
    const said = (more: PlanRows): string[] =>
      messages('removal-is-agreed', {
        nodes: [...nodes, stored],
        changes: brought,
        dispositions: [agreed],
        ...more,
      });
    expect(said({})).toEqual([lost]);
    const both = [
      agreed,
      toDisposition({ id: toId('di', 'di_2'), node: nd('store'), disposition: 'retire', agreed: true }),
    ];
    expect(said({ dispositions: both })).toEqual([]);
    const onward = [...brought, makeMove('09', '1', 'store', 'db')];
    expect(said({ changes: onward })).toEqual([]);
  });
});

describe('blocking-question-is-answered', () => {
  const question = toQuestion({
    id: toId('qu', 'qu_1'),
    text: 'Who  reads\nthis?',
    about: [nd('pages')],
    blocking: true,
  });
  const changes = [makeRemove('1', '1', 'wiki')];

  it('holds back a change of the node that the question is about, or of its place', () => {
    expect(messages('blocking-question-is-answered', { changes, questions: [question] })).toEqual([
      'The plan is to remove wiki while a question that blocks it is open: “Who reads this?”',
    ]);
    const move = [makeMove('1', '1', 'wiki', 'there')];
    expect(messages('blocking-question-is-answered', { changes: move, questions: [question] })).toHaveLength(
      1,
    );
    const onChange = { ...question, about: [ch('1')] };
    expect(messages('blocking-question-is-answered', { changes, questions: [onChange] })).toHaveLength(1);
    const onPlace = { ...question, about: [nd('there')] };
    expect(messages('blocking-question-is-answered', { changes: move, questions: [onPlace] })).toHaveLength(
      1,
    );
    const onTarget = { ...question, about: [nd('db')] };
    const merge = [makeMerge('1', '1', 'wiki', 'db')];
    expect(messages('blocking-question-is-answered', { changes: merge, questions: [onTarget] })).toHaveLength(
      1,
    );
  });

  it('lets pass what is answered, does not block, or is about something else', () => {
    for (const other of [
      { ...question, status: 'answered' as const },
      { ...question, blocking: false },
      { ...question, about: [nd('db')] },
    ]) {
      expect(messages('blocking-question-is-answered', { changes, questions: [other] })).toEqual([]);
    }
    expect(messages('blocking-question-is-answered', { questions: [question] })).toEqual([]);
  });
});

describe('condition-is-met', () => {
  const condition = { id: toId('co', 'co_1'), text: 'the new forum is live', met: false };

  it('reports unmet conditions of a change, and those of the candidate that it did not take over', () => {
    const words = 'The plan is to remove wiki, but this must come true first: “the new forum is live”';
    expect(
      messages('condition-is-met', { changes: [makeRemove('1', '1', 'wiki', { conditions: [condition] })] }),
    ).toEqual([words]);
    const dispositions = [
      toDisposition({
        id: toId('di', 'di_1'),
        node: nd('wiki'),
        disposition: 'retire',
        conditions: [condition],
      }),
    ];
    expect(messages('condition-is-met', { dispositions, changes: [makeRemove('1', '1', 'wiki')] })).toEqual([
      words,
    ]);
    const met = [
      makeRemove('1', '1', 'wiki', { conditions: [{ ...condition, id: toId('co', 'co_2'), met: true }] }),
    ];
    expect(messages('condition-is-met', { dispositions, changes: met })).toEqual([]);
  });
});

describe('hand-over-is-accepted', () => {
  const handOver = toHandOver({
    id: toId('ho', 'ho_1'),
    area: 'monitoring',
    subject: nd('db'),
    from: own.id,
    to: host.id,
  });
  const changes = [makeHandOverChange('1', '1', handOver.id)];

  it('wants the new party to have accepted when the duty moves', () => {
    expect(messages('hand-over-is-accepted', { changes, handovers: [handOver] })).toEqual([
      'The duty of monitoring of db goes to New Hoster, but it was not even offered yet.',
    ]);
    expect(
      messages('hand-over-is-accepted', { changes, handovers: [{ ...handOver, status: 'accepted' }] }),
    ).toEqual([]);
    expect(messages('hand-over-is-accepted', { handovers: [handOver] })).toEqual([]);
  });
});

describe('restore-is-proven', () => {
  const proof = toHandOver({
    id: toId('ho', 'ho_proof'),
    area: 'Restore proof',
    subject: nd('db'),
    to: host.id,
    status: 'accepted',
    evidence: 'restored on the 3rd, 40 minutes',
  });
  const backup = toHandOver({
    id: toId('ho', 'ho_backup'),
    area: 'backup',
    subject: nd('db'),
    to: host.id,
    status: 'accepted',
  });
  const move = makeMove('5', '2', 'db', 'there');
  const before = makeHandOverChange('1', '1', proof.id);
  const rule = 'restore-is-proven';

  it('is asked of what keeps data when it moves, directly or with its place', () => {
    expect(messages(rule, { changes: [move] })).toEqual([
      'db moves to there before anybody has proven that it can be restored from its backup.',
    ]);
    expect(messages(rule, { changes: [makeMove('5', '2', 'here', 'there')] })).toHaveLength(1);
    expect(messages(rule, { changes: [makeMove('5', '2', 'wiki', 'there')] })).toEqual([]);
    expect(messages(rule, { changes: [] })).toEqual([]);
  });

  it('is asked of whatever has its backup handed over', () => {
    const handOver = { ...backup, subject: nd('wiki') };
    const changes = [makeHandOverChange('5', '2', handOver.id)];
    expect(messages(rule, { changes, handovers: [handOver] })).toEqual([
      'wiki has its backup handed over to New Hoster before anybody has proven that it can be restored from its backup.',
    ]);
  });

  it('takes an accepted hand-over of the restore proof with evidence, earlier in the sequence', () => {
    expect(messages(rule, { changes: [before, move], handovers: [proof] })).toEqual([]);
    for (const weak of [
      { ...proof, evidence: null },
      { ...proof, status: 'offered' as const },
      { ...proof, subject: nd('wiki') },
    ]) {
      expect(messages(rule, { changes: [before, move], handovers: [weak] })).toHaveLength(1);
    }
    const late = makeHandOverChange('9', '2', proof.id);
    expect(messages(rule, { changes: [move, late], handovers: [proof] })).toHaveLength(1);
  });

  it('takes a ticked task with evidence, not one that hangs on something later', () => {
    const task = toTask({
      id: toId('ta', 'ta_1'),
      on: ph('1'),
      text: 'Dry run: restore db',
      order: 'a1',
      done: true,
      evidence: 'log 17',
    });
    expect(messages(rule, { changes: [move], tasks: [task] })).toEqual([]);
    expect(messages(rule, { changes: [move], tasks: [{ ...task, on: ch('5') }] })).toEqual([]);
    for (const weak of [
      { ...task, done: false },
      { ...task, evidence: ' ' },
      { ...task, text: 'Order pizza' },
      { ...task, on: ch('9') },
    ]) {
      const changes = [move, makeMove('9', '2', 'db', 'here')];
      expect(messages(rule, { changes, tasks: [weak] })).toHaveLength(1);
    }
    const onProof = { ...task, text: 'Try it', on: toId('ho', 'ho_proof') };
    const handovers = [{ ...proof, status: 'offered' as const }];
    expect(messages(rule, { changes: [before, move], handovers, tasks: [onProof] })).toEqual([]);
  });

  it('counts a duty of restore as something to be restored', () => {
    const duties = [toDuty({ id: toId('du', 'du_1'), area: 'restore', subject: nd('wiki') })];
    expect(messages(rule, { changes: [makeMove('5', '2', 'wiki', 'there')], duties })).toHaveLength(1);
  });
});
