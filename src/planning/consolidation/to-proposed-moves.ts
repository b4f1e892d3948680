import { toAmount } from '#core/checks/room.ts';
import { toNameList } from '#core/checks/words.ts';
import type { NodeId } from '#core/model/ids.ts';
import type { HostPlace } from './host-places.ts';
import { placeCost } from './to-bins.ts';
import type { ConsolidationModel } from './to-model.ts';
import type { Rounds } from './trial.ts';

/** A host by its id and name. */
export interface NamedHost {
  readonly node: NodeId;
  readonly name: string;
}

/** One move of a proposal, with its reason. */
export interface ProposedMove {
  readonly node: NodeId;
  readonly name: string;
  /** `null`: it stands on no host yet. */
  readonly from: NodeId | null;
  readonly fromName: string | null;
  /** `null`: a host that comes with the proposal; its name says which. */
  readonly to: NodeId | null;
  readonly toName: string;
  /** 0 for the first phase of the proposal. */
  readonly phase: number;
  readonly why: string;
}

/** What the hosts in use cost a month in the main currency, and for how many that is not known. */
export function toHostCost(
  places: readonly HostPlace[],
  used: ReadonlySet<number>,
  main: string | null,
  rates: Readonly<Record<string, number>>,
): { readonly amount: number; readonly unknown: number } {
  let amount = 0;
  let unknown = 0;
  for (const [index, place] of places.entries()) {
    if (!used.has(index)) continue;
    const cost = placeCost(place, main, rates);
    if (cost === null) unknown += 1;
    else amount += cost;
  }
  return { amount: Math.round(amount * 100) / 100, unknown };
}

/** Who stands where with all rounds done. */
function toEnds(
  model: ConsolidationModel,
  rounds: Rounds,
): { readonly load: number[][]; readonly used: ReadonlySet<number> } {
  const where = new Map(model.candidates.map((candidate) => [candidate, candidate.home]));
  for (const move of rounds.flat()) where.set(move.candidate, move.to);
  const load = model.places.map(() => model.known.map(() => 0));
  for (const [candidate, place] of where) {
    for (const [at, size] of candidate.sizes.entries()) {
      const row = load[place];
      if (row !== undefined) row[at] = (row[at] ?? 0) + size;
    }
  }
  return { load, used: new Set(where.values()) };
}

/** The moves of the rounds, each with the sentence that says what it is for. */
export function toProposedMoves(model: ConsolidationModel, rounds: Rounds): ProposedMove[] {
  const { load, used } = toEnds(model, rounds);
  const nameOf = (place: number): string => model.places[place]?.name ?? '';
  const taken = (place: number): string =>
    model.known
      .map((dimension, at) => {
        const room = model.problem.bins[place]?.room[at] ?? 0;
        const has = load[place]?.[at] ?? 0;
        return room === Infinity ? '' : `${toAmount(has, dimension)} of ${toAmount(room, dimension)}`;
      })
      .filter((words) => words !== '')
      .join(', ');
  return rounds.flatMap((round, phase) =>
    round.map(({ candidate, from, to, isStopover }) => {
      const { node } = candidate;
      const purpose = isStopover
        ? 'it waits there until there is room where it belongs'
        : from >= 0 && !used.has(from)
          ? `${nameOf(from)} becomes free`
          : from < 0
            ? 'it gets a host'
            : `${nameOf(from)} gets room, or a rule is kept that is broken today`;
      const why = `${node.name} goes ${from < 0 ? '' : `from ${nameOf(from)} `}to ${nameOf(to)}: ${purpose}. ${nameOf(to)} then has ${taken(to)} taken.`;
      return {
        node: node.id,
        name: node.name,
        from: model.places[from]?.node?.id ?? null,
        fromName: from < 0 ? null : nameOf(from),
        to: model.places[to]?.node?.id ?? null,
        toName: nameOf(to),
        phase,
        why: model.known.length === 0 ? why.slice(0, why.indexOf('. ') + 1) : why,
      };
    }),
  );
}

/** Names for a sentence. */
export function namesOf(candidates: readonly { readonly node: { readonly name: string } }[]): string {
  return toNameList(candidates.map(({ node }) => node.name));
}
