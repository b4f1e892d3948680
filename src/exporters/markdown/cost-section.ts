import { mdText } from '#core/exporters/encode/markdown-text.ts';
import type { PlanReader } from '#core/exporters/reading/plan-reader.ts';
import {
  toCostWords,
  toDaysCost,
  toPlanCosts,
  type CostSum,
  type PhaseCost,
} from '#core/planning/cost/plan-costs.ts';
import { stacked } from './section.ts';
import { mdTable } from './table.ts';
import { listedUpTo } from './words.ts';

function toUnknownLine(reader: PlanReader, sum: CostSum): readonly string[] {
  if (sum.unknown.length === 0) return [];
  const names = sum.unknown.map((id) => mdText(reader.nameOf(id))).sort();
  return [`Nobody said what these cost, they are in no sum: ${listedUpTo(names, 12)}.`];
}

function toWhole(phase: PhaseCost): string {
  if (phase.days === null) return '';
  const amounts = toDaysCost(phase.during, phase.days).map(({ amount, currency }) => `${amount} ${currency}`);
  return amounts.length === 0 ? '' : `${amounts.join(' and ')} in ${phase.days} days`;
}

/** What the estate costs a month: today, while each phase goes on, and after it. Nothing where no cost is known. */
export function costSection(reader: PlanReader): readonly string[] {
  if (reader.options.phase !== null || reader.options.party !== null) return [];
  const costs = toPlanCosts(reader.plan);
  const sums = [costs.now, ...costs.phases.flatMap((phase) => [phase.during, phase.after])];
  if (sums.every((sum) => sum.amounts.length === 0)) return [];
  const nameOf = (phase: PhaseCost): string =>
    phase.phase === 'end'
      ? 'what has no phase'
      : `*${mdText(reader.plan.phases.get(phase.phase)?.name ?? '')}*`;
  const doubled = costs.phases.flatMap((phase) => phase.doubled);
  return stacked(
    ['## Costs'],
    mdTable(
      [
        { title: 'a month', keep: true },
        { title: 'while it goes on', right: true },
        { title: 'after it', right: true },
        { title: 'the phase in all', right: true },
      ],
      [
        ['today', '', toCostWords(costs.now), ''],
        ...costs.phases.map((phase) => [
          nameOf(phase),
          toCostWords(phase.during),
          toCostWords(phase.after),
          toWhole(phase),
        ]),
      ],
    ),
    costs.phases.length === 0
      ? []
      : [
          `While a phase goes on, what goes still runs and what comes runs already${doubled.length === 0 ? '' : ', and what moves is paid for twice'}: the most that it can cost.`,
        ],
    toUnknownLine(reader, costs.phases.length === 0 ? costs.now : costs.after),
  );
}
