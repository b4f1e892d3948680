import { findComponents } from '#core/graph/cycles.ts';

/** A unit of changes as the arrangement sees it. */
export interface ArrangedUnit {
  readonly size: number;
  /** Units of a lower stage come first. */
  readonly stage: number;
  readonly risk: number;
  /** Units that must not come in a later phase. */
  readonly before: readonly number[];
  /** Units that it talks to, and how much. */
  readonly ties: readonly { readonly unit: number; readonly weight: number }[];
}

/** Units by phase. */
export interface Arrangement {
  readonly phases: readonly (readonly number[])[];
  readonly phaseOf: Int32Array;
}

interface Growing {
  readonly units: readonly ArrangedUnit[];
  readonly waiting: Int32Array;
  readonly after: readonly (readonly number[])[];
  /** How much each unit talks to the phase that is being filled. */
  readonly pull: Float64Array;
  /** How much it talks to what stands in phases before: what was begun is finished soon. */
  readonly begun: Float64Array;
  /** How much of what it talks to is placed nowhere yet. */
  readonly open: Float64Array;
  readonly ready: Set<number>;
  /** Units of one stage that talk to each other, directly or over others, and how large what is left of each such circle is. */
  readonly circleOf: Int32Array;
  readonly left: Int32Array;
}

/** From this weight on two units talk so much that a phase had better not begin with only one of them. */
const much = 2;

function findCircles(units: readonly ArrangedUnit[]): Pick<Growing, 'circleOf' | 'left'> {
  const circles = findComponents(units.keys(), (index) =>
    (units[index]?.ties ?? []).flatMap(({ unit, weight }) =>
      weight >= much && units[unit]?.stage === units[index]?.stage ? [unit] : [],
    ),
  );
  const circleOf = new Int32Array(units.length);
  const left = new Int32Array(circles.length);
  for (const [number, circle] of circles.entries()) {
    for (const index of circle) circleOf[index] = number;
    left[number] = circle.reduce((sum, index) => sum + (units[index]?.size ?? 1), 0);
  }
  return { circleOf, left };
}

function toGrowing(units: readonly ArrangedUnit[]): Growing {
  const after: number[][] = units.map(() => []);
  const waiting = Int32Array.from(units, ({ before }) => before.length);
  for (const [index, { before }] of units.entries()) for (const each of before) after[each]?.push(index);
  return {
    units,
    waiting,
    after,
    pull: new Float64Array(units.length),
    begun: new Float64Array(units.length),
    open: Float64Array.from(units, ({ ties }) => ties.reduce((sum, { weight }) => sum + weight, 0)),
    ...findCircles(units),
    ready: new Set([...units.keys()].filter((index) => waiting[index] === 0)),
  };
}

/** Whether a unit can go into a phase that has begun: it talks to it, or it leaves nothing of its circle behind. */
function isWelcome({ units, pull, open, circleOf, left }: Growing, index: number, room: number): boolean {
  const unit = units[index];
  if (unit === undefined || unit.size > room) return false;
  return (pull[index] ?? 0) > 0 || (open[index] ?? 0) < much || (left[circleOf[index] ?? 0] ?? 0) <= room;
}

/** The ready unit that goes next: what talks most to the phase; else the least risk, and of that what leaves least behind. */
function findNext(growing: Growing, stage: number, room: number): number | null {
  const { units, ready, pull, begun, open } = growing;
  let best: number | null = null;
  const isBetter = (a: number, b: number): boolean => {
    const [one, two] = [units[a], units[b]];
    if (one === undefined || two === undefined) return false;
    const difference =
      (pull[b] ?? 0) - (pull[a] ?? 0) ||
      (begun[b] ?? 0) - (begun[a] ?? 0) ||
      one.risk - two.risk ||
      (open[a] ?? 0) - (open[b] ?? 0) ||
      a - b;
    return difference < 0;
  };
  for (const each of ready) {
    if ((units[each]?.stage ?? 0) > stage || !isWelcome(growing, each, room)) continue;
    if (best === null || isBetter(each, best)) best = each;
  }
  return best;
}

function takeIn({ units, waiting, after, pull, open, ready, circleOf, left }: Growing, index: number): void {
  ready.delete(index);
  const circle = circleOf[index] ?? 0;
  left[circle] = (left[circle] ?? 0) - (units[index]?.size ?? 1);
  for (const { unit, weight } of units[index]?.ties ?? []) {
    pull[unit] = (pull[unit] ?? 0) + weight;
    open[unit] = (open[unit] ?? 0) - weight;
  }
  for (const each of after[index] ?? []) {
    waiting[each] = (waiting[each] ?? 0) - 1;
    if (waiting[each] === 0) ready.add(each);
  }
}

function lowestStage({ units, ready }: Growing): number {
  let lowest = Infinity;
  for (const each of ready) lowest = Math.min(lowest, units[each]?.stage ?? 0);
  return lowest;
}

/**
 * Fills phase after phase: begins with what has the lowest stage and the least risk, then takes what talks most to what is
 * in already, up to the size. The first phase is a pilot of its own size. A unit larger than a phase gets one for itself.
 */
export function growPhases(units: readonly ArrangedUnit[], maxSize: number, pilotSize: number): number[][] {
  const growing = toGrowing(units);
  const phases: number[][] = [];
  while (growing.ready.size > 0) {
    const stage = lowestStage(growing);
    const limit = phases.length === 0 ? pilotSize : maxSize;
    const phase: number[] = [];
    for (const [unit, weight] of growing.pull.entries()) {
      growing.begun[unit] = (growing.begun[unit] ?? 0) + weight;
    }
    growing.pull.fill(0);
    let room = limit;
    for (
      let next = findNext(growing, stage, Infinity);
      next !== null;
      next = findNext(growing, stage, room)
    ) {
      takeIn(growing, next);
      phase.push(next);
      room -= units[next]?.size ?? 1;
    }
    phases.push(phase);
  }
  return joinNeighbours(units, phases, maxSize);
}

/** Makes one of neighbours of a stage that fit into one; the pilot stays small. */
function joinNeighbours(
  units: readonly ArrangedUnit[],
  phases: readonly number[][],
  maxSize: number,
): number[][] {
  const sizeOf = (phase: readonly number[]): number =>
    phase.reduce((sum, each) => sum + (units[each]?.size ?? 1), 0);
  const stageOf = (phase: readonly number[]): number =>
    phase.reduce((most, each) => Math.max(most, units[each]?.stage ?? 0), 0);
  const joined: number[][] = [];
  for (const phase of phases) {
    const before = joined.at(-1);
    const fits = before !== undefined && sizeOf(before) + sizeOf(phase) <= maxSize;
    if (fits && joined.length > 1 && stageOf(before) === stageOf(phase)) before.push(...phase);
    else joined.push([...phase]);
  }
  return joined;
}

interface Bounds {
  readonly from: number;
  readonly to: number;
}

/** Between which phases a unit can stand, as the others stand now. */
function boundsOf(
  units: readonly ArrangedUnit[],
  after: readonly (readonly number[])[],
  phaseOf: Int32Array,
  index: number,
  last: number,
): Bounds {
  const before = units[index]?.before ?? [];
  return {
    from: before.reduce((most, each) => Math.max(most, phaseOf[each] ?? 0), 0),
    to: (after[index] ?? []).reduce((least, each) => Math.min(least, phaseOf[each] ?? last), last),
  };
}

function stretchAt(unit: ArrangedUnit, phaseOf: Int32Array, phase: number): number {
  let sum = 0;
  for (const { unit: other, weight } of unit.ties) sum += weight * Math.abs((phaseOf[other] ?? 0) - phase);
  return sum;
}

/**
 * Moves single units to the phases where what they talk to stands, while order, stages and sizes allow, until nothing gets
 * shorter. The pilot stays as it is.
 */
export function settlePhases(
  units: readonly ArrangedUnit[],
  grown: readonly (readonly number[])[],
  maxSize: number,
): Arrangement {
  const phaseOf = new Int32Array(units.length);
  const sizes = grown.map((phase) => phase.reduce((sum, each) => sum + (units[each]?.size ?? 1), 0));
  const stageOf = grown.map((phase) =>
    phase.reduce((most, each) => Math.max(most, units[each]?.stage ?? 0), 0),
  );
  for (const [number, phase] of grown.entries()) for (const each of phase) phaseOf[each] = number;
  const { after } = toGrowing(units);
  let isBetter = true;
  for (let round = 0; isBetter && round < 10; round += 1) {
    isBetter = false;
    for (const [index, unit] of units.entries()) {
      const here = phaseOf[index] ?? 0;
      if (unit.ties.length === 0 || here === 0) continue;
      const { from, to } = boundsOf(units, after, phaseOf, index, grown.length - 1);
      const targets = new Set(unit.ties.map((tie) => phaseOf[tie.unit] ?? 0));
      let best = here;
      let least = stretchAt(unit, phaseOf, here);
      for (const phase of [...targets].sort((a, b) => a - b)) {
        const fits = phase > 0 && phase >= from && phase <= to && (sizes[phase] ?? 0) + unit.size <= maxSize;
        if (!fits || (stageOf[phase] ?? 0) !== unit.stage) continue;
        const stretch = stretchAt(unit, phaseOf, phase);
        if (stretch < least) [best, least] = [phase, stretch];
      }
      if (best === here) continue;
      sizes[here] = (sizes[here] ?? 0) - unit.size;
      sizes[best] = (sizes[best] ?? 0) + unit.size;
      phaseOf[index] = best;
      isBetter = true;
    }
  }
  return {
    phaseOf,
    phases: grown.map((_, number) => [...units.keys()].filter((each) => phaseOf[each] === number)),
  };
}
