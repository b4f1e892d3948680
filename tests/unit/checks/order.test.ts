import { describe, expect, it } from 'vitest';
import { applyCommands } from '#core/commands/apply-commands.ts';
import { toHandOver } from '#core/model/hand-over.ts';
import { toId } from '#core/model/ids.ts';
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
} from '#support/plan-parts.ts';

const rule = 'order-respects-dependencies';
const rows: PlanRows = {
  nodes: [
    makeNode('a', 'provider'),
    makeNode('b', 'provider'),
    makeNode('web', 'server', 'a'),
    makeNode('db', 'server', 'a'),
  ],
  phases: [makePhase('1'), makePhase('2')],
};

describe('order-respects-dependencies', () => {
  it('reports a step that waits for a later one, in its phase or in a later phase, and repairs it', () => {
    for (const phase of ['1', '2']) {
      const plan = planOf({
        ...rows,
        changes: [makeMove('1', '1', 'web', 'b', { after: [ch('2')] }), makeMove('2', phase, 'db', 'b')],
      });
      const [finding] = findingsOf(plan, rule);
      expect(finding).toMatchObject({
        severity: 'error',
        phase: 'ph_1',
        names: ['web', 'db'],
        after: ['ch_1'],
      });
      const done = applyCommands(plan, finding?.repair?.commands ?? [], {
        makeId: (prefix) => toId(prefix, `${prefix}_x`),
      });
      expect(done.ok && findingsOf(done.value.plan, rule)).toEqual([]);
    }
  });

  it('says of what has no phase that it comes last', () => {
    const changes = [makeMove('1', '1', 'web', 'b', { after: [ch('2')] }), makeMove('2', null, 'db', 'b')];
    expect(findingsOf(planOf({ ...rows, changes }), rule).map((finding) => finding.message)).toEqual([
      'The plan is to move web to b before it is time: first move db to b, which has no phase and comes after all of them.',
    ]);
  });

  it('reports a duty that is handed over on a node that is gone by then', () => {
    const handovers = [
      toHandOver({ id: toId('ho', 'ho_1'), area: 'backup', subject: nd('db'), to: toId('pa', 'pa_1') }),
    ];
    const handing = makeHandOverChange('2', '2', toId('ho', 'ho_1'));
    const gone = planOf({ ...rows, handovers, changes: [makeRemove('1', '1', 'db'), handing] });
    expect(findingsOf(gone, rule)).toMatchObject([{ names: ['db'], phase: 'ph_2', after: ['ch_1', 'ch_2'] }]);
    const before = planOf({ ...rows, handovers, changes: [handing, makeRemove('3', '2', 'db')] });
    expect(findingsOf(before, rule)).toEqual([]);
  });

  it('reports a circle once', () => {
    const plan = planOf({
      ...rows,
      changes: [
        makeMove('1', '1', 'web', 'b', { after: [ch('2')] }),
        makeMove('2', '1', 'db', 'b', { after: [ch('1')] }),
      ],
    });
    expect(findingsOf(plan, rule).map((finding) => finding.message)).toEqual([
      'These steps wait for each other in a circle, so none ever begins: move db to b and move web to b.',
    ]);
  });

  it('is content with what comes in time, and with what it does not know', () => {
    const plan = planOf({
      ...rows,
      changes: [
        makeMove('1', '1', 'web', 'b'),
        makeMove('2', '1', 'db', 'b', { after: [ch('1'), ch('gone')] }),
      ],
    });
    expect(findingsOf(plan, rule)).toEqual([]);
  });

  it('reports steps on a node that is gone by then or comes only later', () => {
    const gone = planOf({ ...rows, changes: [makeRemove('1', '1', 'web'), makeMove('2', '2', 'web', 'b')] });
    expect(findingsOf(gone, rule)).toMatchObject([
      { message: 'The plan is to move web to b, but web is gone by then: an earlier step is to remove web.' },
    ]);
    const fresh = makeNode('fresh', 'server');
    const early = planOf({
      ...rows,
      changes: [makeMerge('1', '1', 'web', 'fresh'), makeAdd('2', '2', fresh, 'b')],
    });
    expect(findingsOf(early, rule)).toMatchObject([
      { message: 'The plan is to merge web into fresh before fresh is added.', phase: 'ph_1' },
    ]);
  });

  it('misses a step on something that went with its place', () => {
    const changes = [makeRemove('1', '1', 'a'), makeMove('2', '2', 'web', 'b')];
    expect(findingsOf(planOf({ ...rows, changes }), rule)).toHaveLength(1);
  });
});
