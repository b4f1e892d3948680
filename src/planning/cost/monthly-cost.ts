import type { Cost } from '#core/model/node.ts';

/** An amount of money a month. */
export interface MonthlyCost {
  readonly amount: number;
  readonly currency: string;
}

/** How often each period fits into an average month of 365.25 / 12 days. */
const perMonth: Readonly<Record<Cost['per'], number>> = {
  hour: 730.5,
  day: 30.4375,
  month: 1,
  year: 1 / 12,
};

/** A cost as an amount a month; `null` where the amount or the currency is not known: unknown is never nothing. */
export function monthlyCost(cost: Cost | null): MonthlyCost | null {
  if (cost === null || cost.amount === null || cost.currency === null) return null;
  return { amount: cost.amount * perMonth[cost.per], currency: cost.currency };
}
