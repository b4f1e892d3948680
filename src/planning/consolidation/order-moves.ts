import type { Plan } from '#core/model/plan.ts';
import { toMoveGate, toMoveLimits } from './move-limits.ts';
import type { Placement } from './packing-problem.ts';
import type { Candidate } from './to-candidates.ts';
import type { ConsolidationModel } from './to-model.ts';

/** One step of a candidate from place to place; numbers are places of the model, `-1` is none. */
export interface OrderedMove {
  readonly candidate: Candidate;
  readonly from: number;
  readonly to: number;
  /** Whether it goes on from there in a later round: there was no room yet where it belongs. */
  readonly isStopover: boolean;
  /** Moves of the same round (their numbers in it) that must come first, because they make room. */
  readonly after: readonly number[];
}

/** The moves in an order in which every step has room: rounds, each with its own phase when there are several. */
export interface OrderedMoves {
  readonly rounds: readonly (readonly OrderedMove[])[];
  /** What could not be moved, because no order was found in which there is room for it. */
  readonly left: readonly Candidate[];
}

/** What moves in one go: things that stay together, or one by itself. */
interface Unit {
  readonly members: readonly Candidate[];
  readonly to: number;
}

interface Yard {
  readonly model: ConsolidationModel;
  readonly load: number[][];
  /** The number of items of a group on a root, and which items stand where. */
  readonly at: Map<Candidate, number>;
  readonly itemOf: ReadonlyMap<Candidate, number>;
}

function toYard(model: ConsolidationModel): Yard {
  const load = model.places.map(() => model.known.map(() => 0));
  const at = new Map<Candidate, number>();
  const itemOf = new Map<Candidate, number>();
  for (const [item, members] of model.members.entries()) {
    for (const member of members) {
      itemOf.set(member, item);
      at.set(member, member.home);
    }
  }
  const yard = { model, load, at, itemOf };
  for (const [member, place] of at) carry(yard, member, place, 1);
  return yard;
}

function carry({ load }: Yard, member: Candidate, place: number, by: 1 | -1): void {
  const row = load[place];
  if (row === undefined) return;
  for (const [at, size] of member.sizes.entries()) row[at] = (row[at] ?? 0) + by * size;
}

/** Who on the same machine must not be there together with a candidate. */
function toClashes({ model, at, itemOf }: Yard): (member: Candidate, place: number) => readonly Candidate[] {
  const { items, bins } = model.problem;
  const byGroup = new Map<number, Candidate[]>();
  for (const [member, item] of itemOf) {
    for (const group of items[item]?.apart ?? []) byGroup.set(group, [...(byGroup.get(group) ?? []), member]);
  }
  return (member, place) => {
    const item = itemOf.get(member) ?? -1;
    const root = bins[place]?.root;
    return (items[item]?.apart ?? []).flatMap((group) =>
      (byGroup.get(group) ?? []).filter(
        (other) => itemOf.get(other) !== item && bins[at.get(other) ?? -1]?.root === root,
      ),
    );
  };
}

function hasRoom({ model, load }: Yard, members: readonly Candidate[], place: number): boolean {
  const room = model.problem.bins[place]?.room ?? [];
  return room.every((most, at) => {
    const size = members.reduce((sum, member) => sum + (member.sizes[at] ?? 0), 0);
    return size + (load[place]?.[at] ?? 0) <= most;
  });
}

/** What has to go somewhere else: together what stands side by side and must stay so, one by one what does not. */
function toUnits({ members }: ConsolidationModel, placement: Placement): Set<Unit> {
  return new Set(
    members.flatMap((item, index): Unit[] => {
      const to = placement[index] ?? -1;
      const going = item.filter((member) => to >= 0 && to !== member.home);
      const home = going[0]?.home;
      const isOne = going.length === item.length && going.every((member) => member.home === home);
      if (going.length > 1 && isOne) return [{ members: going, to }];
      return going.map((member) => ({ members: [member], to }));
    }),
  );
}

interface Round {
  readonly moves: OrderedMove[];
  readonly movedNodes: Set<Candidate>;
  readonly before: readonly (readonly number[])[];
  /** Numbers of its moves, by the place that they lead to and by the one that they leave. */
  readonly coming: Map<number, number[]>;
  readonly leaving: Map<number, number[]>;
}

function append(lists: Map<number, number[]>, key: number, value: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** Earlier moves of the round that a move waits for: those off the place, when there is no room with everybody still there. */
function toAfter({ model, itemOf }: Yard, round: Round, move: Omit<OrderedMove, 'after'>): number[] {
  const { bins, items } = model.problem;
  const candidates = (round.coming.get(move.to) ?? []).flatMap(
    (index) => round.moves[index]?.candidate ?? [],
  );
  const isTight = (bins[move.to]?.room ?? []).some((most, at) => {
    const here = round.before[move.to]?.[at] ?? 0;
    return [...candidates, move.candidate].reduce((sum, each) => sum + (each.sizes[at] ?? 0), here) > most;
  });
  const makingRoom = isTight ? (round.leaving.get(move.to) ?? []) : [];
  const own = items[itemOf.get(move.candidate) ?? -1]?.apart ?? [];
  const root = bins[move.to]?.root;
  const clashing =
    own.length === 0
      ? []
      : round.moves.flatMap((each, index) => {
          const groups = items[itemOf.get(each.candidate) ?? -1]?.apart ?? [];
          return bins[each.from]?.root === root && groups.some((group) => own.includes(group)) ? [index] : [];
        });
  return [...new Set([...makingRoom, ...clashing])].sort((a, b) => a - b);
}

/** A place where something can wait until there is room where it belongs: it must be allowed there, too. */
function findStopover(
  yard: Yard,
  pending: readonly Unit[],
  clashes: ReturnType<typeof toClashes>,
): { member: Candidate; place: number } | null {
  const { model, at, itemOf } = yard;
  const volume = (member: Candidate): number => member.sizes.reduce((sum, size) => sum + size, 0);
  const alone = pending.flatMap(({ members: [member, ...others], to }) => {
    if (member === undefined || others.length > 0) return [];
    const isAlone = model.members[itemOf.get(member) ?? -1]?.length === 1;
    return isAlone ? [{ member, target: to }] : [];
  });
  for (const { member, target } of alone.sort((a, b) => volume(a.member) - volume(b.member))) {
    const allowed = model.problem.items[itemOf.get(member) ?? -1]?.allowed ?? null;
    for (const [place, bin] of model.problem.bins.entries()) {
      const isOk =
        bin.isTarget && (allowed === null || allowed.has(place)) && model.places[place]?.node !== null;
      if (!isOk || place === target || place === at.get(member)) continue;
      if (hasRoom(yard, [member], place) && clashes(member, place).length === 0) return { member, place };
    }
  }
  return null;
}

/**
 * Brings the candidates to their places of a placement, one after the other, so that each step has room and breaks no `apart`
 * rule; not more in a phase than the plan allows. Where moves wait for each other in a circle one of them makes a stop
 * somewhere else and goes on in the next round. What can't be brought there at all stays.
 */
export function orderMoves(plan: Plan, model: ConsolidationModel, placement: Placement): OrderedMoves {
  const yard = toYard(model);
  const clashes = toClashes(yard);
  const gate = toMoveGate(toMoveLimits(plan));
  const pending = toUnits(model, placement);
  const rounds: Round[] = [];
  const hopped = new Set<Candidate>();
  while (pending.size > 0 && rounds.length < 200) {
    const before = yard.load.map((row) => [...row]);
    const round: Round = { moves: [], movedNodes: new Set(), before, coming: new Map(), leaving: new Map() };
    const go = (candidate: Candidate, to: number, isStopover: boolean): void => {
      const from = yard.at.get(candidate) ?? -1;
      const move = { candidate, from, to, isStopover };
      round.moves.push({ ...move, after: toAfter(yard, round, move) });
      append(round.coming, to, round.moves.length - 1);
      append(round.leaving, from, round.moves.length - 1);
      round.movedNodes.add(candidate);
      carry(yard, candidate, from, -1);
      carry(yard, candidate, to, 1);
      yard.at.set(candidate, to);
    };
    const isDone = ({ members }: Unit): boolean => members.some((member) => round.movedNodes.has(member));
    const canGo = (unit: Unit): boolean =>
      !isDone(unit) &&
      hasRoom(yard, unit.members, unit.to) &&
      unit.members.every((member) => clashes(member, unit.to).length === 0);
    for (let isGoing = true; isGoing;) {
      isGoing = false;
      for (const unit of pending) {
        if (!canGo(unit) || !gate.takes(unit.members.map((member) => member.node.id))) continue;
        for (const member of unit.members) go(member, unit.to, false);
        pending.delete(unit);
        isGoing = true;
      }
      const isStuck = !isGoing && [...pending].some((unit) => !isDone(unit));
      const rested = (unit: Unit): boolean => unit.members.some((member) => hopped.has(member));
      const stop =
        isStuck && round.moves.length === 0
          ? findStopover(
              yard,
              [...pending].filter((unit) => !rested(unit)),
              clashes,
            )
          : null;
      if (stop !== null && gate.takes([stop.member.node.id])) {
        hopped.add(stop.member);
        go(stop.member, stop.place, true);
        isGoing = true;
      }
    }
    if (round.moves.length === 0) break;
    rounds.push(round);
    gate.next();
  }
  return {
    rounds: rounds.map((round) => round.moves),
    left: [...pending].flatMap((unit) => unit.members),
  };
}
