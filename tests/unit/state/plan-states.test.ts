import { describe, expect, it } from 'vitest';
import { toTable } from '#core/base/table.ts';
import { subtreeIn } from '#core/state/estate.ts';
import { estateAt, phasesInOrder, plannedSequence, stepsOf } from '#core/state/plan-states.ts';
import { planOf } from '#support/build-plan.ts';
import { ch, makeMove, makeNode, makePhase, makeRemove, nd, ph } from '#support/plan-parts.ts';

const nodes = [
  makeNode('a', 'provider'),
  makeNode('b', 'provider'),
  makeNode('web', 'server', 'a'),
  makeNode('db', 'server', 'a'),
];
const changes = [
  makeRemove('0', null, 'b'),
  makeMove('2', '1', 'db', 'b', { order: 'a1' }),
  makeMove('1', '1', 'web', 'b', { order: 'a1' }),
  makeMove('9', '2', 'web', 'a', { order: 'a0' }),
];
const plan = planOf({ nodes, changes, phases: [makePhase('2'), makePhase('1')] });

describe('plan states', () => {
  it('sorts phases and changes by order, then id; changes without a phase come last', () => {
    expect(phasesInOrder(plan).map((phase) => phase.name)).toEqual(['Phase 1', 'Phase 2']);
    expect(plannedSequence(plan).map((change) => change.id)).toEqual(['ch_1', 'ch_2', 'ch_9', 'ch_0']);
  });

  it('gives the estate at each point', () => {
    const inB = (point: Parameters<typeof estateAt>[1]): string[] =>
      subtreeIn(estateAt(plan, point), nd('b')).map((node) => node.name);
    expect(inB('start')).toEqual(['b']);
    expect(inB(ph('1'))).toEqual(['b', 'web', 'db']);
    expect(inB(ph('2'))).toEqual(['b', 'db']);
    expect(inB('end')).toEqual([]);
    expect(inB(ph('unknown'))).toEqual(['b']);
  });

  it('steps through every state', () => {
    const steps = [...stepsOf(plan)];
    expect(steps.map((step) => step.phase)).toEqual([null, 'ph_1', 'ph_1', 'ph_2', 'end']);
    expect(
      steps
        .at(-1)
        ?.estate.nodes.map((node) => node.name)
        .sort(),
    ).toEqual(['a', 'web']);
  });

  it('gives the same states after an edit of the plan as from scratch', () => {
    const edited = { ...plan, changes: toTable([...changes, makeRemove('3', '2', 'db', { order: 'a9' })]) };
    const names = estateAt(edited, ph('2'))
      .nodes.map((node) => node.name)
      .sort();
    expect(names).toEqual(['a', 'b', 'web']);
    expect(estateAt(plan, ph('2')).nodes.has(nd('db'))).toBe(true);
    expect(plan.changes.has(ch('3'))).toBe(false);
  });
});
