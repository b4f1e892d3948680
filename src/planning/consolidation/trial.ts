import { checkPlan } from '#core/checks/check-plan.ts';
import { toChangeBase, type Change } from '#core/model/change.ts';
import type { Finding } from '#core/model/finding.ts';
import { toId, type ChangeId, type NodeId } from '#core/model/ids.ts';
import { toNode } from '#core/model/node.ts';
import { toPhase } from '#core/model/phase.ts';
import type { Plan } from '#core/model/plan.ts';
import type { HostPlace } from './host-places.ts';
import type { OrderedMove } from './order-moves.ts';

/** Moves by round that are tried on the plan before anybody sees them. */
export type Rounds = readonly (readonly OrderedMove[])[];

function padded(number: number): string {
  return String(number).padStart(6, '0');
}

function newHostId(place: number): NodeId {
  return toId('nd', `nd_consolidation_${place}`);
}

function moveId(round: number, index: number): ChangeId {
  return toId('ch', `ch_consolidation_${round}_${index}`);
}

/** A host that would be bought, as the node of its change. */
export function toNewHost(place: HostPlace, id: NodeId): ReturnType<typeof toNode> {
  const { type } = place;
  return toNode({
    id,
    kind: 'host',
    name: place.name,
    status: 'planned',
    ...(type === null
      ? {}
      : { capacity: type.capacity, cost: type.cost, jurisdiction: type.jurisdiction, parent: type.place }),
  });
}

/** The plan as it would be with the moves: their phases when there are several rounds, new hosts first. */
export function toTrial(plan: Plan, places: readonly HostPlace[], rounds: Rounds): Plan {
  const hasPhases = rounds.length > 1;
  const phaseOf = (round: number): Change['phase'] =>
    hasPhases ? toId('ph', `ph_consolidation_${round}`) : null;
  const phases = hasPhases
    ? rounds.map((_, at) =>
        toPhase({
          id: toId('ph', `ph_consolidation_${at}`),
          name: `Consolidation ${at + 1}`,
          order: `~${padded(at)}`,
        }),
      )
    : [];
  const news = [...new Set(rounds.flat().map((move) => move.to))].filter(
    (place) => places[place]?.node === null,
  );
  const adds = news.flatMap((index): Change[] => {
    const place = places[index];
    if (place === undefined) return [];
    const base = toChangeBase({
      id: toId('ch', `ch_consolidation_new_${index}`),
      order: `~0${padded(index)}`,
      phase: phaseOf(0),
    });
    return [
      { ...base, kind: 'add', node: toNewHost(place, newHostId(index)), to: place.type?.place ?? null },
    ];
  });
  const moves = rounds.flatMap((round, at) =>
    round.map((move, index): Change => {
      const base = toChangeBase({
        id: moveId(at, index),
        order: `~1${padded(index)}`,
        phase: phaseOf(at),
        after: move.after.map((each) => moveId(at, each)),
      });
      return {
        ...base,
        kind: 'move',
        node: move.candidate.node.id,
        to: places[move.to]?.node?.id ?? newHostId(move.to),
      };
    }),
  );
  return { ...plan, phases: plan.phases.put(phases), changes: plan.changes.put([...adds, ...moves]) };
}

/** Errors that the trial has and the plan has not. */
export function newErrors(plan: Plan, trial: Plan): readonly Finding[] {
  const isError = (finding: Finding): boolean => finding.severity === 'error' && finding.accepted === null;
  const before = new Set(
    checkPlan(plan)
      .findings.filter(isError)
      .map((finding) => finding.id),
  );
  return checkPlan(trial).findings.filter((finding) => isError(finding) && !before.has(finding.id));
}

/** The moves that an error comes from: of the shortest way there the last one, else those of the nodes that it names. */
function findCulprits(rounds: Rounds, finding: Finding): ReadonlySet<string> {
  const ours = new Set(rounds.flatMap((round, at) => round.map((_, index) => moveId(at, index))));
  const last = finding.after.findLast((id) => ours.has(id));
  if (last !== undefined) return new Set([last]);
  const named = new Set<string>(finding.nodes);
  const found = rounds.flatMap((round, at) =>
    round.flatMap((move, index) => (named.has(move.candidate.node.id) ? [moveId(at, index)] : [])),
  );
  return new Set(found.length > 0 ? found : ours);
}

/** Rounds without some moves, without what waits for them and without later moves of the same node. */
function without(rounds: Rounds, out: ReadonlySet<string>): OrderedMove[][] {
  const gone = new Set<string>();
  return rounds
    .map((round, at) => {
      const kept = new Map<number, number>();
      const left: OrderedMove[] = [];
      for (const [index, move] of round.entries()) {
        const isOut =
          out.has(moveId(at, index)) ||
          gone.has(move.candidate.node.id) ||
          move.after.some((each) => !kept.has(each));
        if (isOut) gone.add(move.candidate.node.id);
        else {
          kept.set(index, left.length);
          left.push({ ...move, after: move.after.flatMap((each) => kept.get(each) ?? []) });
        }
      }
      return left;
    })
    .filter((round) => round.length > 0);
}

/** What is left of the moves after the checks have seen them, and the sentences of what they would have broken. */
export interface Tried {
  readonly rounds: Rounds;
  readonly refused: readonly string[];
}

/**
 * Leaves out moves until the checks find no error that was not there before: nothing is proposed that `check` would reject.
 */
export function keepWhatChecks(plan: Plan, places: readonly HostPlace[], given: Rounds): Tried {
  let rounds = given;
  const refused: string[] = [];
  for (let turn = 0; turn < 12 && rounds.length > 0; turn += 1) {
    const errors = newErrors(plan, toTrial(plan, places, rounds));
    if (errors.length === 0) return { rounds, refused };
    for (const error of errors) if (!refused.includes(error.message)) refused.push(error.message);
    rounds = without(rounds, new Set(errors.flatMap((error) => [...findCulprits(rounds, error)])));
  }
  const isClean = rounds.length > 0 && newErrors(plan, toTrial(plan, places, rounds)).length === 0;
  return { rounds: isClean ? rounds : [], refused };
}
