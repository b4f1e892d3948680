import type { Dimension } from '#core/checks/room.ts';
import { monthlyCost } from '#core/planning/cost/monthly-cost.ts';
import type { HostPlace } from './host-places.ts';
import type { ConsolidationOptions } from './options.ts';
import type { PackingBin } from './packing-problem.ts';
import type { Candidate } from './to-candidates.ts';

/** The currency that most hosts are paid in (the first by name of several), counted with rates where they are given. */
export function findMainCurrency(places: readonly HostPlace[]): string | null {
  const counts = new Map<string, number>();
  for (const { node, type } of places) {
    const currency = (node ?? type)?.cost.currency ?? null;
    if (currency !== null) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  }
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return sorted[0]?.[0] ?? null;
}

/** What a host costs a month in the main currency; `null`: not known, or in a currency without a rate. */
export function placeCost(
  place: HostPlace,
  main: string | null,
  rates: Readonly<Record<string, number>>,
): number | null {
  const cost = monthlyCost((place.node ?? place.type)?.cost ?? null);
  if (cost === null || main === null) return null;
  if (cost.currency === main) return cost.amount;
  const [one, other] = [rates[cost.currency], rates[main] ?? 1];
  return one === undefined ? null : (cost.amount * one) / other;
}

/** Places as bins: how much each takes, whether something may come, and what it is worth to empty it. */
export function toBins(
  places: readonly HostPlace[],
  candidates: readonly Candidate[],
  known: readonly Dimension[],
  { objective, targets }: ConsolidationOptions,
  fixed: ReadonlySet<number>,
  emptied: ReadonlySet<number>,
): PackingBin[] {
  const main = findMainCurrency(places);
  const allowed = targets.hosts === null ? null : new Set<string>(targets.hosts);
  const byHome = new Map<number, { candidate: Candidate; isFixed: boolean }[]>();
  for (const [index, candidate] of candidates.entries()) {
    const list = byHome.get(candidate.home) ?? [];
    list.push({ candidate, isFixed: fixed.has(index) });
    byHome.set(candidate.home, list);
  }
  return places
    .map((place, index) => {
      const here = byHome.get(index) ?? [];
      const staying = here.filter(({ candidate }) => candidate.stays !== null);
      const isUnclear = staying.some(
        ({ candidate }) => candidate.stays === 'unknown-size' || candidate.stays === 'several',
      );
      const hasUnknownRoom = known.some((dimension) => place.room[dimension] === null);
      const isListed = place.node === null || allowed === null || allowed.has(place.node.id);
      const cost = placeCost(place, main, targets.rates);
      const isTarget =
        isListed &&
        !isUnclear &&
        !hasUnknownRoom &&
        !place.isMixed &&
        !emptied.has(index) &&
        (objective !== 'cost' || place.node !== null || cost !== null);
      const sum = (at: number, of: typeof here): number =>
        of.reduce((total, { candidate }) => total + (candidate.sizes[at] ?? 0), 0);
      const room = known.map((dimension, at) => {
        const usable = place.room[dimension] ?? Infinity;
        // What can't move and is too much already is a finding of today, not a question for this search.
        const most = Math.max(usable, sum(at, staying));
        // Sums of fractions depend on their order by a hair.
        const near = most + 1e-9 * Math.max(1, most);
        return isTarget ? near : Math.min(near, sum(at, here) * (1 + 1e-9));
      });
      return {
        room,
        isTarget,
        isKept: here.some(({ candidate, isFixed }) => candidate.stays !== null || isFixed),
        root: 0,
        price: objective === 'cost' ? (cost ?? 0) : 1,
      };
    })
    .map((bin, index) => ({ ...bin, root: places.findIndex((each) => each.root === places[index]?.root) }));
}
