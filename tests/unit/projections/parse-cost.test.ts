import { describe, expect, it } from 'vitest';
import { parseCost } from '#core/projections/parse-cost.ts';

describe('a cost as people type it', () => {
  for (const [words, cost] of [
    ['890 EUR', { amount: 890, currency: 'EUR', per: 'month' }],
    ['89.50 EUR/month', { amount: 89.5, currency: 'EUR', per: 'month' }],
    ['89.50 EUR/mo', { amount: 89.5, currency: 'EUR', per: 'month' }],
    ['€ 1.234,50 a year', { amount: 1234.5, currency: 'EUR', per: 'year' }],
    ['$1,234 per day', { amount: 1234, currency: 'USD', per: 'day' }],
    ['0.12 usd / hour', { amount: 0.12, currency: 'USD', per: 'hour' }],
    ["CHF 12'000 /yr", { amount: 12_000, currency: 'CHF', per: 'year' }],
  ] as const) {
    it(`is read: ${words}`, () => {
      expect(parseCost(words)).toEqual(cost);
    });
  }

  it('is nothing where nothing is typed', () => {
    expect(parseCost('  ')).toBeNull();
  });

  for (const words of [
    '890',
    'cheap',
    '890 EUR a fortnight',
    'EUR',
    '€ 12 USD',
    '-5 EUR',
    '1 EUR/month/year',
    '12 EUR 5',
  ]) {
    it(`is refused, never guessed: ${words}`, () => {
      expect(parseCost(words)).toBeUndefined();
    });
  }
});
