import { holdersOf, toCodes } from '#core/checks/countries.ts';
import { dimensions, type Dimension } from '#core/checks/room.ts';
import type { Plan } from '#core/model/plan.ts';
import type { Rule } from '#core/model/rule.ts';
import { estateAt } from '#core/state/plan-states.ts';
import { ancestorsIn, subtreeIn, type Estate } from '#core/state/estate.ts';
import { toTable } from '#core/base/table.ts';
import { compareText } from '#core/base/compare.ts';
import { knownDimensions, toHostPlaces, type HostPlace } from './host-places.ts';
import { isWithin, toMoveLimits } from './move-limits.ts';
import type { ConsolidationOptions, LeftOut } from './options.ts';
import type { PackingItem, PackingProblem } from './packing-problem.ts';
import { toBins } from './to-bins.ts';
import { toCandidates, type Candidate } from './to-candidates.ts';

/** The question of a consolidation in numbers, and what each number stands for. */
export interface ConsolidationModel {
  readonly estate: Estate;
  readonly places: readonly HostPlace[];
  readonly known: readonly Dimension[];
  readonly candidates: readonly Candidate[];
  /** What each item of the problem stands for: candidates that stay together. */
  readonly members: readonly (readonly Candidate[])[];
  readonly problem: PackingProblem;
}

/** The candidate that carries each node: itself, or the one that it stands on. */
function toCarriers(estate: Estate, candidates: readonly Candidate[]): ReadonlyMap<string, number> {
  const carriers = new Map<string, number>();
  for (const [index, { node }] of candidates.entries()) {
    for (const inside of subtreeIn(estate, node.id)) carriers.set(inside.id, index);
  }
  return carriers;
}

/** Candidates joined by `together` rules: for each candidate the first of its group. */
function toGroupsOf(
  candidates: readonly Candidate[],
  rules: readonly Rule[],
  carriers: ReadonlyMap<string, number>,
): number[] {
  const first = candidates.map((_, index) => index);
  const rootOf = (index: number): number => {
    let at = index;
    while (first[at] !== at) at = first[at] ?? at;
    return at;
  };
  for (const rule of rules) {
    if (rule.kind !== 'together') continue;
    // Only what stands on a host itself can be put side by side there; a service goes with its server.
    const numbers = rule.nodes.flatMap((id) => {
      const index = carriers.get(id);
      return index !== undefined && candidates[index]?.node.id === id ? [index] : [];
    });
    for (const index of numbers) {
      const [a, b] = [rootOf(index), rootOf(numbers[0] ?? index)];
      first[Math.max(a, b)] = Math.min(a, b);
    }
  }
  return first.map((_, index) => rootOf(index));
}

function isSideBySide(candidates: readonly Candidate[], group: readonly number[]): boolean {
  const homes = new Set(group.map((index) => candidates[index]?.home ?? -1));
  return homes.size === 1 && !homes.has(-1);
}

function toFixed(rules: readonly Rule[], carriers: ReadonlyMap<string, number>, all: number): Set<number> {
  const fixed = new Set<number>();
  for (const rule of rules) {
    const isFixing = rule.kind === 'fixed' || (rule.kind === 'max-moves' && rule.value === 0);
    if (!isFixing) continue;
    if (rule.kind === 'max-moves' && rule.nodes.length === 0) {
      for (let index = 0; index < all; index += 1) fixed.add(index);
    }
    for (const id of rule.nodes) {
      const index = carriers.get(id);
      if (index !== undefined) fixed.add(index);
    }
  }
  return fixed;
}

/** For each candidate the countries that its host may be in; absent: any. Nodes with a country of their own keep it. */
function toCountries(
  estate: Estate,
  candidates: readonly Candidate[],
  rules: readonly Rule[],
  carriers: ReadonlyMap<string, number>,
): ReadonlyMap<number, ReadonlySet<string>> {
  const allowed = new Map<number, ReadonlySet<string>>();
  for (const rule of rules) {
    if (rule.kind !== 'country') continue;
    const codes = new Set(toCodes(rule.value));
    for (const holder of rule.nodes.flatMap((id) => holdersOf(estate, id))) {
      const index = carriers.get(holder.id);
      const carrier = index === undefined ? undefined : candidates[index]?.node;
      if (index === undefined || carrier === undefined) continue;
      const chain = [holder, ...ancestorsIn(estate, holder.id)];
      const own = chain.slice(0, chain.findIndex((each) => each.id === carrier.id) + 1);
      if (own.some((each) => each.jurisdiction !== null)) continue;
      const before = allowed.get(index);
      allowed.set(
        index,
        before === undefined ? codes : new Set([...codes].filter((code) => before.has(code))),
      );
    }
  }
  return allowed;
}

/** Groups of candidates of which no two may share a machine; of those that share one and can't move, the first speaks for all. */
function toApart(
  candidates: readonly Candidate[],
  places: readonly HostPlace[],
  rules: readonly Rule[],
  carriers: ReadonlyMap<string, number>,
): ReadonlyMap<number, readonly number[]> {
  const apart = new Map<number, number[]>();
  for (const [group, rule] of rules.filter((each) => each.kind === 'apart').entries()) {
    const stuck = new Set<string>();
    for (const index of new Set(rule.nodes.flatMap((id) => carriers.get(id) ?? []))) {
      const candidate = candidates[index];
      const root = places[candidate?.home ?? -1]?.root;
      if (candidate !== undefined && candidate.stays !== null && root !== undefined) {
        if (stuck.has(root)) continue;
        stuck.add(root);
      }
      apart.set(index, [...(apart.get(index) ?? []), group]);
    }
  }
  return apart;
}

/** Where a candidate may stand, as numbers of places; `null`: on every target, and where it stands. */
function toAllowed(
  candidate: Candidate,
  isFixed: boolean,
  countries: ReadonlySet<string> | undefined,
  places: readonly HostPlace[],
  problem: Pick<PackingProblem, 'bins'>,
  emptied: ReadonlySet<number>,
): ReadonlySet<number> | null {
  const { home } = candidate;
  const mustLeave = emptied.has(home);
  const isAbroad = (place: number): boolean => {
    const country = places[place]?.country ?? null;
    return countries !== undefined && country !== null && !countries.has(country);
  };
  // What nobody can move is not asked to obey a rule that it breaks already.
  if (candidate.stays !== null && home >= 0) return new Set(mustLeave ? [] : [home]);
  if (isFixed && home >= 0) return new Set(mustLeave || isAbroad(home) ? [] : [home]);
  if (countries === undefined && !mustLeave) return null;
  const targets = problem.bins.flatMap((bin, index) => {
    const country = places[index]?.country ?? null;
    const isKnownHome = countries === undefined || (country !== null && countries.has(country));
    return bin.isTarget && isKnownHome && !emptied.has(index) ? [index] : [];
  });
  const stay = home >= 0 && !mustLeave && !isAbroad(home) ? [home] : [];
  return new Set([...stay, ...targets]);
}

function intersect(sets: readonly (ReadonlySet<number> | null)[]): ReadonlySet<number> | null {
  const given = sets.flatMap((set) => (set === null ? [] : [set]));
  const [first, ...others] = given;
  if (first === undefined || others.length === 0) return first ?? null;
  return new Set([...first].filter((each) => others.every((set) => set.has(each))));
}

function toItem(
  members: readonly number[],
  candidates: readonly Candidate[],
  allowed: (index: number) => ReadonlySet<number> | null,
  apart: ReadonlyMap<number, readonly number[]>,
  known: readonly Dimension[],
): PackingItem {
  const homes = new Set(members.map((index) => candidates[index]?.home ?? -1));
  const groups = members.flatMap((index) => apart.get(index) ?? []);
  const contradictsItself = new Set(groups).size < groups.length;
  const [home = -1] = homes;
  const isSplit = homes.size > 1;
  const own = intersect(members.map(allowed));
  return {
    sizes: known.map((_, at) => members.reduce((sum, index) => sum + (candidates[index]?.sizes[at] ?? 0), 0)),
    home: isSplit ? -1 : home,
    allowed: contradictsItself ? new Set() : own,
    apart: [...new Set(groups)],
    moves: members.length,
  };
}

/** The plan without the rules that are left out. */
function withoutRules(plan: Plan, leftOut: LeftOut): Plan {
  if (leftOut.rules.size === 0) return plan;
  return { ...plan, rules: toTable(plan.rules.filter((rule) => !leftOut.rules.has(rule.id))) };
}

/** Sets that hold the same are made the same: what compares them is fast then. */
function toShared(): (set: ReadonlySet<number> | null) => ReadonlySet<number> | null {
  const known = new Map<string, ReadonlySet<number>>();
  return (set) => {
    if (set === null) return null;
    const key = [...set].sort((a, b) => a - b).join(' ');
    const same = known.get(key) ?? set;
    known.set(key, same);
    return same;
  };
}

/**
 * What a plan asks of a consolidation: the estate with everything planned done, its hosts as bins, what stands on them as
 * items. Dimensions that nothing is known of are left out; what can't be judged stays where it is. Same plan, same model.
 */
export function toModel(given: Plan, options: ConsolidationOptions, leftOut: LeftOut): ConsolidationModel {
  const plan = withoutRules(given, leftOut);
  const estate = estateAt(plan, 'end');
  const { targets } = options;
  const places = toHostPlaces(plan, estate, targets.types);
  const known = knownDimensions(places, [
    ...places.flatMap((place) => place.residents),
    ...(targets.types.length > 0 ? estate.nodes.filter((node) => node.kind === 'server') : []),
  ]);
  const all = toCandidates(plan, estate, places, known, targets);
  const candidates = all.filter((each) => each.stays === null || each.home >= 0);
  const carriers = toCarriers(estate, candidates);
  const rules = [...plan.rules].sort((a, b) => compareText(a.id, b.id));
  const fixed = toFixed(rules, carriers, candidates.length);
  const emptied = toEmptied(estate, places, options, leftOut);
  const limits = toMoveLimits(plan);
  const groups = new Map<number, number[]>();
  for (const [index, group] of toGroupsOf(candidates, rules, carriers).entries()) {
    groups.set(group, [...(groups.get(group) ?? []), index]);
  }
  for (const group of groups.values()) {
    // They move in one phase, one after the other: where a limit does not let all of them, they stay.
    if (group.length < 2 || !isSideBySide(candidates, group)) continue;
    const nodes = group.flatMap((index) => candidates[index]?.node.id ?? []);
    if (!limits.every((limit) => isWithin(limit, nodes))) for (const index of group) fixed.add(index);
  }
  const bins = toBins(places, candidates, known, options, fixed, emptied);
  const countries = toCountries(estate, candidates, rules, carriers);
  const apart = toApart(candidates, places, rules, carriers);
  const shared = toShared();
  const allowed = (index: number): ReadonlySet<number> | null => {
    const candidate = candidates[index];
    if (candidate === undefined) return null;
    return shared(toAllowed(candidate, fixed.has(index), countries.get(index), places, { bins }, emptied));
  };
  const members = [...groups.values()];
  const items = members.map((each) => toItem(each, candidates, allowed, apart, known));
  return {
    estate,
    places,
    known,
    candidates: all,
    members: members.map((each) => each.flatMap((index) => candidates[index] ?? [])),
    problem: {
      dimensions: known.length,
      items: items.map((item) => ({ ...item, allowed: shared(item.allowed) })),
      bins,
    },
  };
}

/** The places that must be empty afterwards. */
function toEmptied(
  estate: Estate,
  places: readonly HostPlace[],
  { targets }: ConsolidationOptions,
  leftOut: LeftOut,
): ReadonlySet<number> {
  const roots = new Set<string>(targets.empty.filter((id) => !leftOut.empty.has(id)));
  return new Set(
    places.flatMap(({ node }, index) => {
      if (node === null) return [];
      return [node, ...ancestorsIn(estate, node.id)].some((each) => roots.has(each.id)) ? [index] : [];
    }),
  );
}

/** Dimensions that nobody gave figures of, which a proposal says. */
export function unknownDimensions(model: Pick<ConsolidationModel, 'known'>): readonly Dimension[] {
  return dimensions.filter((each) => !model.known.includes(each));
}
