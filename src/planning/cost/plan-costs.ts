import { compareText } from '#core/base/compare.ts';
import type { Change } from '#core/model/change.ts';
import type { NodeId, PhaseId } from '#core/model/ids.ts';
import type { InventoryNode } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';
import { ancestorsIn, type Estate } from '#core/state/estate.ts';
import { estateAt, phaseOf, phasesInOrder, plannedSequence } from '#core/state/plan-states.ts';
import { monthlyCost, type MonthlyCost } from './monthly-cost.ts';

/** What runs at one time costs a month: a sum for each currency, never mixed, and what nobody said the cost of. */
export interface CostSum {
  /** By currency, sorted. */
  readonly amounts: readonly MonthlyCost[];
  /** Paid things whose cost is not known: they are in no sum. */
  readonly unknown: readonly NodeId[];
}

/** What a phase costs: a month while it goes on (old and new run side by side), and in all when its days are known. */
export interface PhaseCost {
  /** `'end'`: changes without a phase. */
  readonly phase: PhaseId | 'end';
  readonly during: CostSum;
  /** From the first to the last day, both included; `null` without dates. */
  readonly days: number | null;
  /** What runs twice: it moves, and its new place runs before the old one ends. */
  readonly doubled: readonly NodeId[];
  readonly after: CostSum;
}

/** The costs of a plan over time. */
export interface PlanCosts {
  readonly now: CostSum;
  readonly phases: readonly PhaseCost[];
  readonly after: CostSum;
}

/** Whether somebody is paid for this: what stands on a machine that is paid for is not. */
function isPaid(estate: Estate, node: InventoryNode): boolean {
  if (node.kind === 'provider' || node.kind === 'site') return false;
  return !ancestorsIn(estate, node.id).some((each) => each.kind === 'host' || each.kind === 'server');
}

function toSum(
  nodes: Iterable<{ readonly node: InventoryNode; readonly isPaid: boolean; readonly times: number }>,
): CostSum {
  const amounts = new Map<string, number>();
  const unknown: NodeId[] = [];
  for (const { node, isPaid: paid, times } of nodes) {
    const cost = monthlyCost(node.cost);
    if (cost !== null) amounts.set(cost.currency, (amounts.get(cost.currency) ?? 0) + cost.amount * times);
    else if (paid) unknown.push(node.id);
  }
  return {
    amounts: [...amounts]
      .sort(([a], [b]) => compareText(a, b))
      .map(([currency, amount]) => ({ currency, amount: Math.round(amount * 100) / 100 })),
    unknown: unknown.sort(compareText),
  };
}

/** What an estate costs a month. Every known cost counts, whatever it stands on; only what nobody else is paid for counts as unknown. */
export function toCostSum(estate: Estate): CostSum {
  return toSum(estate.nodes.map((node) => ({ node, isPaid: isPaid(estate, node), times: 1 })));
}

const dayMs = 86_400_000;

function daysBetween(start: string | null, end: string | null): number | null {
  if (start === null || end === null) return null;
  const days = Math.round((Date.parse(end) - Date.parse(start)) / dayMs) + 1;
  return Number.isFinite(days) && days > 0 ? days : null;
}

/** Servers and services that are paid for themselves and get a new place: for a while both places run. */
function toDoubled(before: Estate, changes: readonly Change[]): ReadonlySet<NodeId> {
  const doubled = new Set<NodeId>();
  for (const change of changes) {
    if (change.kind !== 'move') continue;
    const node = before.nodes.get(change.node);
    if (node !== undefined && node.parent !== change.to && node.cost.amount !== null) doubled.add(node.id);
  }
  return doubled;
}

/** What runs at any time of a phase: all that is there before it or after it; what moves twice. */
function toDuring(before: Estate, after: Estate, doubled: ReadonlySet<NodeId>): CostSum {
  const all = new Map<NodeId, { node: InventoryNode; isPaid: boolean; times: number }>();
  for (const estate of [before, after]) {
    for (const node of estate.nodes) {
      all.set(node.id, { node, isPaid: isPaid(estate, node), times: doubled.has(node.id) ? 2 : 1 });
    }
  }
  return toSum(all.values());
}

/**
 * What a plan costs: today, while each phase goes on, after it, and at the end. While a phase goes on everything that it
 * takes away still runs, everything that it brings runs already, and what moves and is paid for by itself runs twice: the
 * most that the phase can cost a month. Unknown costs stay unknown and are listed.
 */
export function toPlanCosts(plan: Plan): PlanCosts {
  const byPhase = new Map<PhaseId | 'end', Change[]>();
  for (const change of plannedSequence(plan)) {
    const phase = phaseOf(plan, change);
    byPhase.set(phase, [...(byPhase.get(phase) ?? []), change]);
  }
  const points: readonly { phase: PhaseId | 'end'; days: number | null }[] = [
    ...phasesInOrder(plan).map(({ id, start, end }) => ({ phase: id, days: daysBetween(start, end) })),
    { phase: 'end' as const, days: null },
  ];
  let before = estateAt(plan, 'start');
  const phases: PhaseCost[] = [];
  for (const { phase, days } of points) {
    const changes = byPhase.get(phase);
    if (changes === undefined) continue;
    const after = estateAt(plan, phase);
    const doubled = toDoubled(before, changes);
    phases.push({
      phase,
      days,
      doubled: [...doubled].sort(compareText),
      during: toDuring(before, after, doubled),
      after: toCostSum(after),
    });
    before = after;
  }
  return { now: toCostSum(estateAt(plan, 'start')), phases, after: toCostSum(estateAt(plan, 'end')) };
}

/** What a monthly sum comes to in so many days, by currency. */
export function toDaysCost(sum: CostSum, days: number): readonly MonthlyCost[] {
  return sum.amounts.map(({ currency, amount }) => ({
    currency,
    amount: Math.round(((amount * days) / 30.4375) * 100) / 100,
  }));
}

/** A sum in words: "120 EUR and 40 USD, 3 unknown"; "unknown for 12" where none is known. */
export function toCostWords({ amounts, unknown }: CostSum): string {
  const known = amounts.map(({ amount, currency }) => `${amount} ${currency}`).join(' and ');
  if (unknown.length === 0) return known === '' ? '0' : known;
  return known === '' ? `unknown for ${unknown.length}` : `${known}, ${unknown.length} unknown`;
}
