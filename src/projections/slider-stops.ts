import type { PhaseId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import {
  estateAt,
  phasesInOrder,
  plannedSequence,
  phaseOf,
  type StatePoint,
} from '#core/state/plan-states.ts';

/** One stop of the slider: a state of the estate that has a name. */
export interface SliderStop {
  readonly point: StatePoint;
  /** The number of the phase, from 1; `null` for as is and to be. */
  readonly number: number | null;
  /** The phase's name; `null` for as is and to be. */
  readonly name: string | null;
  readonly servers: number;
  readonly changes: number;
  /** ISO dates of the phase. */
  readonly start: string | null;
  readonly end: string | null;
}

function countServers(plan: Plan, point: StatePoint): number {
  let servers = 0;
  for (const node of estateAt(plan, point).nodes) if (node.kind === 'server') servers += node.count ?? 0;
  return servers;
}

/** All stops in order: as is, each phase, to be. Servers are counted as the sources state them; unknown counts add nothing. */
export function toSliderStops(plan: Plan): SliderStop[] {
  const changes = new Map<PhaseId | 'end', number>();
  for (const change of plannedSequence(plan)) {
    const phase = phaseOf(plan, change);
    changes.set(phase, (changes.get(phase) ?? 0) + 1);
  }
  const edge = (point: 'start' | 'end'): SliderStop => ({
    point,
    number: null,
    name: null,
    servers: countServers(plan, point),
    changes: point === 'start' ? 0 : (changes.get('end') ?? 0),
    start: null,
    end: null,
  });
  const phases = phasesInOrder(plan).map((phase, at) => ({
    point: phase.id,
    number: at + 1,
    name: phase.name,
    servers: countServers(plan, phase.id),
    changes: changes.get(phase.id) ?? 0,
    start: phase.start,
    end: phase.end,
  }));
  return [edge('start'), ...phases, edge('end')];
}
