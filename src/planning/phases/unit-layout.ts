import { findComponents } from '#core/graph/cycles.ts';
import { toTopologicalOrder } from '#core/graph/topological-order.ts';
import type { Change } from '#core/model/change.ts';
import type { Tie } from './affinity.ts';
import type { ArrangedUnit } from './arrange-units.ts';
import type { OrderLink } from './change-order.ts';
import { stages, type Risks } from './risk.ts';
import type { Units } from './units.ts';

/** How much a link of order pulls its two changes into one phase, and how much it does that both keep to the same days. */
const orderPull = 0.5;
const calendarPull = 2;

interface Pair {
  readonly from: number;
  readonly to: number;
  readonly isHard: boolean;
}

/** The links between units without circles: inside of one only what must be so stays. */
function toAcyclic(pairs: readonly Pair[], count: number): Pair[] {
  const next: number[][] = Array.from({ length: count }, () => []);
  for (const { from, to } of pairs) next[from]?.push(to);
  const circleOf = new Int32Array(count);
  for (const [number, members] of findComponents(next.keys(), (unit) => next[unit] ?? []).entries()) {
    for (const unit of members) circleOf[unit] = number;
  }
  return pairs.filter(({ from, to, isHard }) => isHard || circleOf[from] !== circleOf[to]);
}

/** Units as the arrangement sees them: size, stage, risk, order, and what they talk to. */
export function toArrangedUnits(
  changes: readonly Change[],
  units: Units,
  links: readonly OrderLink[],
  ties: readonly Tie[],
  risks: Risks,
  alike: readonly (readonly [one: number, two: number])[],
): ArrangedUnit[] {
  const places = new Map<string, number>(changes.map(({ id }, index) => [id, index]));
  const pairs = links.flatMap(({ before, after, isHard }): Pair[] => {
    const [one, two] = [places.get(before), places.get(after)];
    if (one === undefined || two === undefined) return [];
    const [from, to] = [units.unitOf[one] ?? 0, units.unitOf[two] ?? 0];
    return from === to ? [] : [{ from, to, isHard }];
  });
  const before: Set<number>[] = units.members.map(() => new Set());
  const pulls: Map<number, number>[] = units.members.map(() => new Map());
  const pull = (one: number, two: number, weight: number): void => {
    if (one === two) return;
    pulls[one]?.set(two, (pulls[one]?.get(two) ?? 0) + weight);
    pulls[two]?.set(one, (pulls[two]?.get(one) ?? 0) + weight);
  };
  for (const { from, to } of toAcyclic(pairs, units.members.length)) {
    before[to]?.add(from);
    pull(from, to, orderPull);
  }
  for (const { one, two, weight } of ties) pull(units.unitOf[one] ?? 0, units.unitOf[two] ?? 0, weight);
  for (const [one, two] of alike) pull(units.unitOf[one] ?? 0, units.unitOf[two] ?? 0, calendarPull);
  const stageOf = toStages(changes, units, before, risks);
  return units.members.map((members, index) => ({
    size: members.length,
    stage: stageOf[index] ?? 0,
    risk: members.reduce((sum, each) => sum + riskAt(changes, risks, each), 0),
    before: [...(before[index] ?? [])],
    ties: [...(pulls[index] ?? [])].map(([unit, weight]) => ({ unit, weight })),
  }));
}

function riskAt(changes: readonly Change[], risks: Risks, index: number): number {
  const change = changes[index];
  return change === undefined ? 0 : risks.riskOf(change);
}

/** The latest stage of its changes; what only adds something comes with the first that waits for it. */
function toStages(
  changes: readonly Change[],
  units: Units,
  before: readonly ReadonlySet<number>[],
  risks: Risks,
): Int32Array {
  const isAdd = units.members.map((members) => members.every((each) => changes[each]?.kind === 'add'));
  const found = Int32Array.from(units.members, (members) =>
    members.reduce((most, each) => {
      const change = changes[each];
      return change === undefined ? most : Math.max(most, stages.indexOf(risks.stageOf(change)));
    }, 0),
  );
  const first = new Map<number, number>();
  for (const [index, list] of before.entries()) {
    for (const each of list) first.set(each, Math.min(first.get(each) ?? Infinity, found[index] ?? 0));
  }
  return found.map((stage, index) =>
    isAdd[index] === true ? Math.max(0, first.get(index) ?? stage) : stage,
  );
}

/** The changes of a phase in the order in which they can be made, by risk where they are free. */
export function toOrderInPhase(
  changes: readonly Change[],
  members: readonly number[],
  links: ReadonlyMap<string, readonly OrderLink[]>,
  risks: Risks,
): Change[] {
  const list = [...members]
    .map((index) => ({ index, risk: riskAt(changes, risks, index) }))
    .sort((a, b) => a.risk - b.risk || a.index - b.index)
    .flatMap(({ index }) => changes[index] ?? []);
  const byId = new Map(list.map((change) => [change.id, change]));
  const waits =
    (hardOnly: boolean) =>
    (change: Change): Change[] =>
      (links.get(change.id) ?? [])
        .filter(({ isHard }) => isHard || !hardOnly)
        .flatMap(({ before }) => byId.get(before) ?? []);
  const whole = toTopologicalOrder(list, waits(false));
  if (whole.blocked.length === 0) return [...whole.order];
  const hard = toTopologicalOrder(list, waits(true));
  return [...hard.order, ...hard.blocked];
}
