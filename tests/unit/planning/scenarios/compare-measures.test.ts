import { describe, expect, test } from 'vitest';
import { compareMeasures, toMeasureRows } from '#core/planning/scenarios/compare-measures.ts';
import { measurePlan } from '#core/planning/scenarios/measure-plan.ts';
import { planOf, type PlanRows } from '#support/build-plan.ts';
import { makeMerge, makeNode, makePhase } from '#support/plan-parts.ts';

const rows: PlanRows = {
  name: 'Base',
  nodes: [
    makeNode('hoster', 'provider'),
    makeNode('web', 'server', 'hoster', { cost: { amount: 20, currency: 'EUR', per: 'month' } }),
    makeNode('wiki', 'server', 'hoster', { cost: { amount: 5, currency: 'EUR', per: 'month' } }),
    makeNode('box', 'server', 'hoster'),
  ],
};
const base = measurePlan(planOf(rows));

describe('alternatives', () => {
  test('differ in words: servers, steps, cost', () => {
    const other = measurePlan(planOf({ ...rows, changes: [makeMerge('1', null, 'wiki', 'web')] }));
    expect(compareMeasures(other, base)).toEqual([
      'ends with 1 server fewer',
      'takes 1 step more',
      'costs 5 EUR a month less',
    ]);
    expect(compareMeasures(base, other)[0]).toBe('ends with 1 server more');
  });

  test('the same plan differs in nothing', () => {
    expect(compareMeasures(base, measurePlan(planOf(rows)))).toEqual([]);
  });

  test('days count from the first to the last, and are compared only where both have dates', () => {
    const dated = (end: string) =>
      measurePlan(
        planOf({
          ...rows,
          phases: [
            { ...makePhase('1'), start: '2026-12-01', end: '2026-12-05' },
            { ...makePhase('2'), start: '2026-12-08', end },
          ],
        }),
      );
    expect(dated('2026-12-10').days).toBe(10);
    expect(compareMeasures(dated('2026-12-12'), dated('2026-12-10'))).toEqual(['takes 2 days longer']);
    expect(compareMeasures(dated('2026-12-10'), base)).toEqual([]);
    expect(dated('2025-01-01').days).toBe(5);
  });

  test('unknown costs and classes of unknown size are said', () => {
    const nodes = [...(rows.nodes ?? []), makeNode('replicas', 'server', 'hoster', { count: null })];
    const other = measurePlan(planOf({ ...rows, nodes }));
    expect(compareMeasures(other, base)).toEqual(['leaves the cost of 1 thing more unknown']);
    expect(Object.fromEntries(toMeasureRows(other))).toMatchObject({
      'servers at the end': 'at least 3',
      'cost a month at the end': '25 EUR, 2 unknown',
      days: 'no dates',
    });
  });

  test('nothing at all', () => {
    expect(measurePlan(planOf())).toMatchObject({ servers: 0, hosts: 0, errors: 0, changes: 0, days: null });
  });
});
