import type { Cost } from '#core/model/node.ts';

const periods: readonly (readonly [words: RegExp, per: Cost['per']])[] = [
  [/^(?:|mo|month|monthly|m)$/u, 'month'],
  [/^(?:yr|year|yearly|annually|y)$/u, 'year'],
  [/^(?:day|daily|d)$/u, 'day'],
  [/^(?:hr|hour|hourly|h)$/u, 'hour'],
];

const signs: Readonly<Record<string, string>> = { '€': 'EUR', $: 'USD', '£': 'GBP' };

/** An amount as people write it: `1,234.50`, `1.234,50`, `1 234`, `89`. The last sign before one or two digits is the decimal one. */
function parseAmount(words: string): number | null {
  const plain = words.replace(/[\s']/gu, '');
  const found = /^(\d[\d.,]*?)(?:[.,](\d{1,2}))?$/u.exec(plain);
  if (found === null) return null;
  const amount = Number(`${(found[1] ?? '').replace(/[.,]/gu, '')}.${found[2] ?? '0'}`);
  return Number.isFinite(amount) ? amount : null;
}

/** A cost as people type it ("890 EUR", "€ 12.50 / day", "1200 USD/yr"); `null` for empty, `undefined` for no cost. */
export function parseCost(words: string): Cost | null | undefined {
  if (words.trim() === '') return null;
  const [money = '', period = '', ...more] = words.trim().split(/\/| per | a /iu);
  const per = periods.find(([form]) => form.test(period.trim().toLowerCase()))?.[1];
  const found = /^([€$£]|[a-z]{3})?\s*(\d[\d.,\s']*?)\s*([€$£]|[a-z]{3})?$/iu.exec(money.trim());
  if (found === null || per === undefined || more.length > 0) return undefined;
  const unit = found[1] ?? found[3];
  const amount = parseAmount(found[2] ?? '');
  if (amount === null || unit === undefined || (found[1] !== undefined && found[3] !== undefined))
    return undefined;
  return { amount, currency: signs[unit] ?? unit.toUpperCase(), per };
}
