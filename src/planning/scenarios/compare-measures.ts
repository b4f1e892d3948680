import { toCountWords } from '#core/checks/words.ts';
import { toCostWords } from '#core/planning/cost/plan-costs.ts';
import type { PlanMeasures } from './measure-plan.ts';

interface Topic {
  readonly value: (plan: PlanMeasures) => number | null;
  readonly more: (count: number) => string;
  readonly less: (count: number) => string;
}

const days = (count: number): string => toCountWords(count, 'day');

const topics: readonly Topic[] = [
  {
    value: (plan) => plan.servers,
    more: (count) => `ends with ${toCountWords(count, 'server')} more`,
    less: (count) => `ends with ${toCountWords(count, 'server')} fewer`,
  },
  {
    value: (plan) => plan.hosts,
    more: (count) => `needs ${toCountWords(count, 'host')} more`,
    less: (count) => `needs ${toCountWords(count, 'host')} fewer`,
  },
  {
    value: (plan) => plan.errors,
    more: (count) => `has ${toCountWords(count, 'error')} more`,
    less: (count) => `has ${toCountWords(count, 'error')} fewer`,
  },
  {
    value: (plan) => plan.warnings,
    more: (count) => `has ${toCountWords(count, 'warning')} more`,
    less: (count) => `has ${toCountWords(count, 'warning')} fewer`,
  },
  {
    value: (plan) => plan.changes,
    more: (count) => `takes ${toCountWords(count, 'step')} more`,
    less: (count) => `takes ${toCountWords(count, 'step')} fewer`,
  },
  {
    value: (plan) => plan.days,
    more: (count) => `takes ${days(count)} longer`,
    less: (count) => `is ${days(count)} shorter`,
  },
  {
    value: (plan) => plan.dutiesMoved,
    more: (count) => `hands ${toCountWords(count, 'duty', 'duties')} more over`,
    less: (count) => `hands ${toCountWords(count, 'duty', 'duties')} fewer over`,
  },
];

/** The difference of the costs, currency by currency: never mixed. What one of them does not know is said. */
function toCostSentences(plan: PlanMeasures, base: PlanMeasures): string[] {
  const currencies = new Set([...plan.cost.amounts, ...base.cost.amounts].map((each) => each.currency));
  const amountIn = (of: PlanMeasures, currency: string): number =>
    of.cost.amounts.find((each) => each.currency === currency)?.amount ?? 0;
  const sentences = [...currencies].sort().flatMap((currency) => {
    const more = Math.round((amountIn(plan, currency) - amountIn(base, currency)) * 100) / 100;
    if (more === 0) return [];
    return [`costs ${Math.abs(more)} ${currency} a month ${more > 0 ? 'more' : 'less'}`];
  });
  const unknown = plan.cost.unknown.length - base.cost.unknown.length;
  if (unknown === 0) return sentences;
  return [
    ...sentences,
    `leaves the cost of ${toCountWords(Math.abs(unknown), 'thing')} ${unknown > 0 ? 'more' : 'fewer'} unknown`,
  ];
}

/** What one plan does otherwise than another, in words: "ends with 2 servers fewer", "costs 40 EUR a month less". Empty when nothing differs. */
export function compareMeasures(plan: PlanMeasures, base: PlanMeasures): readonly string[] {
  const counted = topics.flatMap(({ value, more, less }) => {
    const [now, then] = [value(plan), value(base)];
    if (now === null || then === null || now === then) return [];
    return [now > then ? more(now - then) : less(then - now)];
  });
  return [...counted, ...toCostSentences(plan, base)];
}

/** The figures of a plan, each with its name, for a table. */
export function toMeasureRows(plan: PlanMeasures): readonly (readonly [name: string, value: string])[] {
  const count = (value: number): string => `${plan.isAtLeast ? 'at least ' : ''}${value}`;
  return [
    ['servers at the end', count(plan.servers)],
    ['hosts at the end', count(plan.hosts)],
    ['cost a month at the end', toCostWords(plan.cost)],
    ['errors', String(plan.errors)],
    ['warnings', String(plan.warnings)],
    ['steps', String(plan.changes)],
    ['phases', String(plan.phases)],
    ['days', plan.days === null ? 'no dates' : String(plan.days)],
    ['duties handed over', String(plan.dutiesMoved)],
  ];
}
