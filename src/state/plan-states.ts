import { sortedBy } from '#core/base/compare.ts';
import type { Change } from '#core/model/change.ts';
import type { PhaseId } from '#core/model/ids.ts';
import type { Phase } from '#core/model/phase.ts';
import type { Plan } from '#core/model/plan.ts';
import { applyChange } from './apply-change.ts';
import { toEstate, type Estate } from './estate.ts';

/** A state that has a name: as is, after a phase, or with everything done. */
export type StatePoint = 'start' | 'end' | PhaseId;

/** One state of the plan: the first is the estate as it is, then one after every change. */
export interface PlanStep {
  /** The change that led here; `null` for the estate as it is. */
  readonly change: Change | null;
  /** The phase of that change: `null` as it is, `'end'` for changes without a phase. */
  readonly phase: PhaseId | 'end' | null;
  readonly estate: Estate;
}

/** Phases by order key, then id. */
export function phasesInOrder(plan: Plan): Phase[] {
  return sortedBy(
    plan.phases,
    (phase) => phase.order,
    (phase) => phase.id,
  );
}

interface KnownSequence {
  readonly phases: Plan['phases'];
  readonly sequence: readonly Change[];
}

/** The order of some changes rests on them and on the phases alone: most edits of a plan leave it the same list. */
const sequences = new WeakMap<Plan['changes'], KnownSequence>();

/**
 * All changes in the planned order: phases in order, inside a phase by order key, then id; changes without a phase (or
 * with one that does not exist) come last. `after` does not sort: where it disagrees the checks say so.
 */
export function plannedSequence(plan: Plan): readonly Change[] {
  const known = sequences.get(plan.changes);
  if (known?.phases === plan.phases) return known.sequence;
  const byPhase = new Map<PhaseId | 'end', Change[]>();
  for (const phase of phasesInOrder(plan)) byPhase.set(phase.id, []);
  const last: Change[] = [];
  for (const change of sortedBy(
    plan.changes,
    (each) => each.order,
    (each) => each.id,
  )) {
    const list = change.phase === null ? undefined : byPhase.get(change.phase);
    (list ?? last).push(change);
  }
  const sequence = [...[...byPhase.values()].flat(), ...last];
  sequences.set(plan.changes, { phases: plan.phases, sequence });
  return sequence;
}

/** The phase that a change counts in: `'end'` when it has none, or one that does not exist. */
export function phaseOf(plan: Plan, change: Change): PhaseId | 'end' {
  return change.phase !== null && plan.phases.has(change.phase) ? change.phase : 'end';
}

/** All states of a plan in the planned order, made one by one as they are asked for. */
export function* stepsOf(plan: Plan): Generator<PlanStep> {
  let estate = toEstate(plan);
  yield { change: null, phase: null, estate };
  for (const change of plannedSequence(plan)) {
    estate = applyChange(estate, change, plan);
    yield { change, phase: phaseOf(plan, change), estate };
  }
}

interface Walked {
  readonly plan: Plan;
  /** The estate at the end of each phase, in order, with how many changes led there. */
  readonly points: ReadonlyMap<StatePoint, { readonly estate: Estate; readonly done: number }>;
}

/** The last walk over each inventory: after an edit of the plan, states before the first difference are taken from it. */
const walks = new WeakMap<Estate, Walked>();

function countCommon(a: readonly Change[], b: readonly Change[]): number {
  let same = 0;
  while (same < a.length && same < b.length && a[same] === b[same]) same += 1;
  return same;
}

function walk(plan: Plan): Walked {
  const start = toEstate(plan);
  const before = walks.get(start);
  if (before?.plan === plan) return before;
  const sequence = plannedSequence(plan);
  const same =
    before !== undefined && before.plan.handovers === plan.handovers
      ? countCommon(plannedSequence(before.plan), sequence)
      : 0;
  const reusable = new Map([...(before?.points.values() ?? [])].map((each) => [each.done, each.estate]));
  const points = new Map<StatePoint, { estate: Estate; done: number }>([
    ['start', { estate: start, done: 0 }],
  ]);
  let estate = start;
  let done = 0;
  const goTo = (target: number): void => {
    const shortcut = target <= same ? reusable.get(target) : undefined;
    if (shortcut === undefined) {
      for (const change of sequence.slice(done, target)) estate = applyChange(estate, change, plan);
    } else estate = shortcut;
    done = target;
  };
  const counts = new Map<PhaseId | 'end', number>();
  for (const change of sequence) {
    const phase = phaseOf(plan, change);
    counts.set(phase, (counts.get(phase) ?? 0) + 1);
  }
  for (const phase of phasesInOrder(plan)) {
    goTo(done + (counts.get(phase.id) ?? 0));
    points.set(phase.id, { estate, done });
  }
  goTo(sequence.length);
  points.set('end', { estate, done });
  const walked = { plan, points };
  walks.set(start, walked);
  return walked;
}

/** The estate as it is (`start`), after a phase, or with everything done (`end`). A phase that does not exist: as it is. */
export function estateAt(plan: Plan, point: StatePoint): Estate {
  const start = toEstate(plan);
  return point === 'start' ? start : (walk(plan).points.get(point)?.estate ?? start);
}
