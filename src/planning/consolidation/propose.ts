import type { Command } from '#core/model/command.ts';
import type { NodeId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import { findConflict, type Conflict } from './find-conflict.ts';
import { nothingLeftOut, type ConsolidationOptions, type Objective } from './options.ts';
import { orderMoves } from './order-moves.ts';
import { solvePacking, type Solution } from './solve-packing.ts';
import { suggestMerges, type MergeSuggestion } from './suggest-merges.ts';
import { findMainCurrency } from './to-bins.ts';
import { toCommands } from './to-commands.ts';
import { toModel, type ConsolidationModel } from './to-model.ts';
import { toNotes } from './to-notes.ts';
import { toHostCost, toProposedMoves, type NamedHost, type ProposedMove } from './to-proposed-moves.ts';
import { keepWhatChecks, type Rounds } from './trial.ts';

/** What was asked for, in its own unit: hosts, an amount a month, or moves. */
export interface ObjectiveFigures {
  readonly name: Objective;
  readonly before: number;
  readonly after: number;
  /** No arrangement does better: proven. */
  readonly lowerBound: number;
  /** `after` without the bound; 0: the best there is. */
  readonly gap: number;
  /** The currency of a cost. */
  readonly currency: string | null;
  /** Hosts in use whose cost is not known, or in a currency without a rate: not in the figures. */
  readonly unknown: number;
}

/** Something that stays although it might be moved, with the sentence that says why. */
export interface StayingNode {
  readonly node: NodeId;
  readonly name: string;
  readonly why: string;
}

/** A consolidation as it is shown before anything is changed. */
export interface ConsolidationProposal {
  /** Hosts that something stands on, with everything done that is planned so far. */
  readonly hostsBefore: number;
  readonly hostsAfter: number;
  /** No arrangement that keeps the rules uses fewer hosts: proven. */
  readonly lowerBound: number;
  readonly gap: number;
  readonly objective: ObjectiveFigures;
  readonly moves: readonly ProposedMove[];
  /** How many phases the moves need: 1 when the plan limits none. */
  readonly phases: number;
  /** Hosts to buy or rent. */
  readonly newHosts: readonly string[];
  /** Hosts that nothing stands on afterwards. */
  readonly freed: readonly NamedHost[];
  readonly stays: readonly StayingNode[];
  readonly merges: readonly MergeSuggestion[];
  /** What else a reader must know, as sentences. */
  readonly notes: readonly string[];
  readonly conflict: Conflict | null;
  /** The moves as commands: applied, they are one edit. */
  readonly commands: readonly Command[];
}

function usedPlaces(model: ConsolidationModel, rounds: Rounds): ReadonlySet<number> {
  const where = new Map(model.candidates.map((candidate) => [candidate, candidate.home]));
  for (const move of rounds.flat()) where.set(move.candidate, move.to);
  return new Set([...where.values()].filter((place) => place >= 0));
}

function toObjective(
  model: ConsolidationModel,
  options: ConsolidationOptions,
  solution: Solution,
  before: ReadonlySet<number>,
  after: ReadonlySet<number>,
  moves: number,
): ObjectiveFigures {
  const name = options.objective;
  const main = findMainCurrency(model.places);
  const cost = (used: ReadonlySet<number>): { amount: number; unknown: number } =>
    toHostCost(model.places, used, main, options.targets.rates);
  const figures =
    name === 'hosts'
      ? { before: before.size, after: after.size }
      : name === 'moves'
        ? { before: 0, after: moves }
        : { before: cost(before).amount, after: cost(after).amount };
  const bound = name === 'hosts' ? solution.leastBins : solution.bound;
  const lowerBound = Math.min(figures.after, bound);
  return {
    name,
    ...figures,
    lowerBound,
    gap: Math.max(0, Math.round((figures.after - lowerBound) * 1e6) / 1e6),
    currency: name === 'cost' ? main : null,
    unknown: name === 'cost' ? cost(after).unknown : 0,
  };
}

/**
 * Proposes how to do with fewer hosts, less cost or fewest moves: what goes where and why, the proven bound and the gap to it,
 * what stays and why, and, when the rules contradict each other, which. Starts where the plan ends so far. Every proposal
 * has passed the checks: it brings no error that the plan has not already. Same plan and options, same proposal.
 */
export function proposeConsolidation(
  plan: Plan,
  options: ConsolidationOptions,
  onProgress: (share: number) => void = () => {},
): ConsolidationProposal {
  const model = toModel(plan, options, nothingLeftOut);
  onProgress(0.05);
  const goal = options.objective === 'moves' ? 'moves' : 'price';
  const solution = solvePacking(model.problem, goal, undefined, (share) => onProgress(0.05 + 0.6 * share));
  const conflict = solution.placement === null ? findConflict(plan, options) : null;
  onProgress(0.7);
  const ordered =
    solution.placement === null ? { rounds: [], left: [] } : orderMoves(plan, model, solution.placement);
  const tried = keepWhatChecks(plan, model.places, ordered.rounds);
  onProgress(0.95);
  const before = usedPlaces(model, []);
  const after = usedPlaces(model, tried.rounds);
  const moves = toProposedMoves(model, tried.rounds);
  const lowerBound = Math.min(after.size, solution.leastBins);
  const freed = [...before]
    .filter((place) => !after.has(place))
    .flatMap((place) => {
      const node = model.places[place]?.node ?? null;
      return node === null ? [] : [{ node: node.id, name: node.name }];
    });
  return {
    hostsBefore: before.size,
    hostsAfter: after.size,
    lowerBound,
    gap: after.size - lowerBound,
    objective: toObjective(model, options, solution, before, after, moves.length),
    moves,
    phases: tried.rounds.length,
    newHosts: [...after]
      .sort((a, b) => a - b)
      .flatMap((place) => (model.places[place]?.node === null ? [model.places[place]?.name ?? ''] : [])),
    freed,
    stays: model.candidates.flatMap(({ node, stays, why }) =>
      stays === null || stays === 'not-asked' ? [] : [{ node: node.id, name: node.name, why }],
    ),
    merges: suggestMerges(plan),
    notes: toNotes(model, options, ordered.left, tried.refused, conflict),
    conflict,
    commands: toCommands(plan, model, tried.rounds, freed),
  };
}
