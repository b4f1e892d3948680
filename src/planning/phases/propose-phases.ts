import { toScene } from '#core/checks/scene.ts';
import type { Change } from '#core/model/change.ts';
import type { Command } from '#core/model/command.ts';
import type { Plan } from '#core/model/plan.ts';
import { phaseOf, plannedSequence } from '#core/state/plan-states.ts';
import { findAlikeCalendars } from './alike-calendars.ts';
import { findTies } from './affinity.ts';
import { growPhases, settlePhases, type ArrangedUnit } from './arrange-units.ts';
import { findOrderLinks, type OrderLink } from './change-order.ts';
import { toCoveredNodes } from './covered-nodes.ts';
import { findJoined, type Joined } from './join-phases.ts';
import { findBridges, measurePhases } from './measure-phases.ts';
import { mendPhases } from './mend-phases.ts';
import type { PhaseOptions, ProposedPhase, ProposedPhases } from './phase-options.ts';
import { latestStage, toPhaseNames, toPhaseReason, type NamedPhase } from './phase-words.ts';
import { toRisks } from './risk.ts';
import { toArrangedUnits, toOrderInPhase } from './unit-layout.ts';
import { findUnits } from './units.ts';

const usualSize = 10;

/** How many changes a phase may have: what was asked for, what the plan's own rule says, else ten. */
export function toPhaseSize(plan: Plan, maxSize: number | null): number {
  if (maxSize !== null) return Math.max(1, Math.floor(maxSize));
  const limits = plan.rules
    .filter(({ kind, nodes }) => kind === 'max-moves' && nodes.length === 0)
    .flatMap(({ value }) => (typeof value === 'number' && value >= 1 ? [value] : []));
  return limits.length === 0 ? usualSize : Math.min(...limits);
}

/** A pilot is a tenth of all, at most five; where all fit into one phase there is none. */
function toPilotSize(count: number, maxSize: number): number {
  return count <= maxSize ? maxSize : Math.min(maxSize, 5, Math.max(1, Math.round(count / 10)));
}

function toCommands(
  phases: readonly ProposedPhase[],
  joined: readonly Joined[],
  options: PhaseOptions,
): Command[] {
  return [
    ...phases.map(({ name }) => ({ command: 'add-phase', name })),
    ...joined.map(({ change, phase, before }) =>
      before === null
        ? { command: 'move-to-phase', change, phase }
        : { command: 'order-change', change, before },
    ),
    ...phases.map(({ changes }, number) => ({
      command: 'move-to-phase',
      change: changes,
      phase: `$${number + 1}`,
    })),
    ...(options.excluded ?? []).map(({ start, end }) => ({
      command: 'add-calendar-entry',
      kind: 'freeze',
      name: `No work from ${start} to ${end}`,
      start,
      end,
    })),
  ];
}

function byAfter(links: readonly OrderLink[]): ReadonlyMap<string, readonly OrderLink[]> {
  const found = new Map<string, OrderLink[]>();
  for (const link of links) {
    const list = found.get(link.after);
    if (list === undefined) found.set(link.after, [link]);
    else list.push(link);
  }
  return found;
}

/** The phases that changes fall into when they are just cut, as they stand. */
function cutByHand(count: number, maxSize: number): Int32Array {
  return Int32Array.from({ length: count }, (_, index) => Math.floor(index / maxSize));
}

function toNotes(bridged: number, mended: readonly string[]): string[] {
  const circles =
    bridged === 0
      ? []
      : [
          `${bridged === 1 ? 'One circle of steps is' : `${bridged} circles of steps are`} too large for a phase and ${bridged === 1 ? 'is' : 'are'} spread over several: the dependencies that hold over a distance meanwhile are listed.`,
        ];
  return [...circles, ...mended];
}

function arrange(units: readonly ArrangedUnit[], maxSize: number, pilotSize: number) {
  return settlePhases(units, growPhases(units, maxSize, pilotSize), maxSize);
}

/**
 * Proposes phases for the changes that have none: what talks much goes together up to a size, the least risk first with a
 * small pilot, staging before production, databases with their replicas, gateways and monitoring last, and what has windows
 * or freezes of its own with what has the same. `after` never points
 * to a later phase; circles are condensed into a phase or bridged for a while. Errors that one single phase would not have
 * are mended where that is possible, and named where not. The same plan gives the same phases everywhere.
 */
export function proposePhases(plan: Plan, options: PhaseOptions): ProposedPhases {
  const maxSize = toPhaseSize(plan, options.maxSize);
  const covered = toCoveredNodes(plan);
  const links = findOrderLinks(plan, covered);
  const free = plannedSequence(plan).filter((change) => phaseOf(plan, change) === 'end');
  const joined = findJoined(plan, free, links, options.pinned ?? new Map());
  const joining = new Set<string>(joined.map(({ change }) => change));
  const changes = free.filter(({ id }) => !joining.has(id));
  const places = new Map<string, number>(changes.map(({ id }, index) => [id, index]));
  const risks = toRisks(plan, covered);
  const ties = findTies(plan, covered, changes);
  const units = findUnits({
    plan,
    changes,
    places,
    covered,
    links,
    together: options.together ?? [],
    maxSize,
  });
  const arranged = toArrangedUnits(changes, units, links, ties, risks, findAlikeCalendars(plan, changes));
  options.onProgress?.(0.2);
  const pilotSize = toPilotSize(changes.length, maxSize);
  const settled = arrange(arranged, maxSize, pilotSize);
  options.onProgress?.(0.5);
  const waits = byAfter(links);
  const toOrdered = (phases: readonly (readonly number[])[]): Change[][] =>
    phases.map((phase) =>
      toOrderInPhase(
        changes,
        phase.flatMap((unit) => units.members[unit] ?? []),
        waits,
        risks,
      ),
    );
  const mended = mendPhases(
    { plan, changes, units, arranged, joined, maxSize, toOrdered, onProgress: options.onProgress },
    settled,
  );
  const phaseOfChange = Int32Array.from(changes, (_, index) => mended.phaseOf[units.unitOf[index] ?? 0] ?? 0);
  const ordered = toOrdered(mended.phases);
  const named = ordered.map((list, number): NamedPhase => ({
    stage: latestStage(risks, list),
    isPilot: number === 0 && pilotSize < maxSize && list.length <= pilotSize,
  }));
  const names = toPhaseNames(named, new Set(plan.phases.map(({ name }) => name)));
  const scene = toScene(plan);
  const phases = ordered.map((list, number): ProposedPhase => {
    const inside = ties.filter(
      ({ one, two, canBridge }) =>
        canBridge && phaseOfChange[one] === number && phaseOfChange[two] === number,
    );
    const what = named[number] ?? { stage: 'production', isPilot: false };
    return {
      name: names[number] ?? '',
      changes: list.map(({ id }) => id),
      why: toPhaseReason(scene, risks, what, list, inside),
    };
  });
  const byHand = cutByHand(changes.length, maxSize);
  return {
    phases,
    joined,
    bridges: findBridges(plan, ties, phaseOfChange, names),
    measure: measurePhases(ties, phaseOfChange, phases.length),
    byHand: measurePhases(ties, byHand, Math.ceil(changes.length / maxSize)),
    notes: toNotes(units.bridged, mended.notes),
    commands: phases.length + joined.length === 0 ? [] : toCommands(phases, joined, options),
  };
}
