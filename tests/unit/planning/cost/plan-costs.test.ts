import { describe, expect, test } from 'vitest';
import { checkPlan } from '#core/checks/check-plan.ts';
import { toPlanMarkdown } from '#core/exporters/markdown/plan-markdown.ts';
import type { InventoryNode } from '#core/model/node.ts';
import { monthlyCost } from '#core/planning/cost/monthly-cost.ts';
import { toCostWords, toDaysCost, toPlanCosts } from '#core/planning/cost/plan-costs.ts';
import { planOf } from '#support/build-plan.ts';
import { makeAdd, makeMove, makeNode, makePhase, makeRemove, nd, ph } from '#support/plan-parts.ts';

const paid = (amount: number, currency = 'EUR'): Partial<InventoryNode> => ({
  cost: { amount, currency, per: 'month' },
});

const nodes = [
  makeNode('old', 'provider'),
  makeNode('new', 'provider'),
  makeNode('web', 'server', 'old', paid(20)),
  makeNode('db', 'server', 'old', paid(30, 'USD')),
  makeNode('wiki', 'server', 'old'),
  makeNode('app', 'service', 'web'),
];

const plan = planOf({
  nodes,
  phases: [{ ...makePhase('1'), start: '2026-12-01', end: '2026-12-31' }],
  changes: [
    makeMove('1', '1', 'web', 'new'),
    makeAdd('2', '1', makeNode('box', 'host', null, paid(50)), 'new'),
    makeRemove('3', null, 'db'),
  ],
});

describe('what a plan costs', () => {
  test('today: currencies apart, unknown costs counted, what stands on a paid machine not', () => {
    expect(toPlanCosts(plan).now).toEqual({
      amounts: [
        { currency: 'EUR', amount: 20 },
        { currency: 'USD', amount: 30 },
      ],
      unknown: [nd('wiki')],
    });
  });

  test('while a phase goes on old and new run, and what moves is paid twice', () => {
    const [first, last] = toPlanCosts(plan).phases;
    expect(first).toMatchObject({ phase: ph('1'), days: 31, doubled: [nd('web')] });
    expect(first?.during.amounts[0]).toEqual({ currency: 'EUR', amount: 90 });
    expect(first?.after.amounts[0]).toEqual({ currency: 'EUR', amount: 70 });
    expect(last).toMatchObject({ phase: 'end', days: null, doubled: [] });
    expect(last?.during.amounts).toHaveLength(2);
    expect(last?.after.amounts).toEqual([{ currency: 'EUR', amount: 70 }]);
  });

  test('other periods become months, unknown stays unknown', () => {
    expect(monthlyCost({ amount: 120, currency: 'EUR', per: 'year' })).toEqual({
      amount: 10,
      currency: 'EUR',
    });
    expect(monthlyCost({ amount: 1, currency: 'EUR', per: 'hour' })?.amount).toBe(730.5);
    expect(monthlyCost({ amount: null, currency: 'EUR', per: 'month' })).toBe(null);
    expect(monthlyCost({ amount: 5, currency: null, per: 'month' })).toBe(null);
    expect(toDaysCost({ amounts: [{ currency: 'EUR', amount: 30.4375 }], unknown: [] }, 10)).toEqual([
      { currency: 'EUR', amount: 10 },
    ]);
  });

  test('in words', () => {
    expect(toCostWords(toPlanCosts(plan).now)).toBe('20 EUR and 30 USD, 1 unknown');
    expect(toCostWords({ amounts: [], unknown: [] })).toBe('0');
    expect(toCostWords({ amounts: [], unknown: [nd('wiki')] })).toBe('unknown for 1');
  });

  test('dates that can not be do no harm', () => {
    const broken = planOf({
      nodes,
      phases: [{ ...makePhase('1'), start: 'soon', end: '2026-01-01' }],
      changes: [makeMove('1', '1', 'web', 'new')],
    });
    expect(toPlanCosts(broken).phases[0]?.days).toBe(null);
  });
});

describe('costs in the report', () => {
  const toText = (of: typeof plan): string =>
    toPlanMarkdown(of, checkPlan(of), { phase: null, party: null, without: [] });

  test('a row for today and for each phase, and what nobody said the cost of', () => {
    const text = toText(plan);
    expect(text).toContain('## Costs');
    expect(text).toContain('| today | – | 20 EUR and 30 USD, 1 unknown | – |');
    expect(text).toContain('91.66 EUR and 30.55 USD in 31 days');
    expect(text).toContain('Nobody said what these cost, they are in no sum: wiki.');
  });

  test('nothing where no cost is known', () => {
    expect(
      toText(planOf({ nodes: [makeNode('old', 'provider'), makeNode('web', 'server', 'old')] })),
    ).not.toContain('## Costs');
  });
});
