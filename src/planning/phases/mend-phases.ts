import { toCountWords } from '#core/checks/words.ts';
import type { Change } from '#core/model/change.ts';
import type { Finding } from '#core/model/finding.ts';
import type { Plan } from '#core/model/plan.ts';
import type { ArrangedUnit, Arrangement } from './arrange-units.ts';
import type { Joined } from './join-phases.ts';
import { findErrors, toPreviewId, toPreviewPlan } from './preview-phases.ts';
import type { Units } from './units.ts';

/** What mending looks at. */
export interface MendParts {
  readonly plan: Plan;
  readonly changes: readonly Change[];
  readonly units: Units;
  readonly arranged: readonly ArrangedUnit[];
  readonly joined: readonly Joined[];
  readonly maxSize: number;
  /** The changes of phases of units, each phase in the order in which they are made. */
  readonly toOrdered: (phases: readonly (readonly number[])[]) => Change[][];
  readonly onProgress: ((share: number) => void) | undefined;
}

/** Phases after mending, and what could not be mended, in words. */
export interface MendedPhases extends Arrangement {
  readonly notes: readonly string[];
}

/** Above this many changes the check of one attempt takes too long to be tried many times. */
const largest = 1000;
const mostAttempts = 24;
/** Changes that are checked in all attempts together. */
const mostChecked = 5000;

function toArrangement(phaseOf: Int32Array, count: number): Arrangement {
  const phases: number[][] = Array.from({ length: count }, () => []);
  for (const [unit, phase] of phaseOf.entries()) phases[phase]?.push(unit);
  const filled = phases.filter((phase) => phase.length > 0);
  const packed = new Int32Array(phaseOf.length);
  for (const [number, phase] of filled.entries()) for (const unit of phase) packed[unit] = number;
  return { phases: filled, phaseOf: packed };
}

/** Puts a unit into a later phase, and all that must not come before it along. */
function delay(
  arranged: readonly ArrangedUnit[],
  arrangement: Arrangement,
  unit: number,
  phase: number,
): Arrangement {
  const phaseOf = Int32Array.from(arrangement.phaseOf);
  phaseOf[unit] = phase;
  let isSettled = false;
  while (!isSettled) {
    isSettled = true;
    for (const [index, { before }] of arranged.entries()) {
      const least = before.reduce((most, each) => Math.max(most, phaseOf[each] ?? 0), 0);
      if ((phaseOf[index] ?? 0) >= least) continue;
      phaseOf[index] = least;
      isSettled = false;
    }
  }
  return toArrangement(phaseOf, arrangement.phases.length);
}

function toTarget(finding: Finding, phases: number): number | null {
  for (let number = 0; number < phases; number += 1) if (finding.until === toPreviewId(number)) return number;
  return null;
}

/** Whether a phase grew beyond the size that was asked for. */
function isOverfull({ arranged, maxSize }: MendParts, before: Arrangement, after: Arrangement): boolean {
  const sizeOf = (phase: readonly number[]): number =>
    phase.reduce((sum, unit) => sum + (arranged[unit]?.size ?? 1), 0);
  const largestOf = ({ phases }: Arrangement): number =>
    phases.reduce((most, phase) => Math.max(most, sizeOf(phase)), 0);
  return largestOf(after) > Math.max(maxSize, largestOf(before));
}

/** Arrangements that could end an error earlier: the step that causes it is put off to where the error would end. */
function toAttempts(parts: MendParts, arrangement: Arrangement, finding: Finding): Arrangement[] {
  const { changes, units, arranged } = parts;
  const target = toTarget(finding, arrangement.phases.length);
  if (target === null) return [];
  return [...finding.after].reverse().flatMap((id) => {
    const place = changes.findIndex((change) => change.id === id);
    const unit = units.unitOf[place];
    if (place < 0 || unit === undefined || (arrangement.phaseOf[unit] ?? 0) >= target) return [];
    const attempt = delay(arranged, arrangement, unit, target);
    return isOverfull(parts, arrangement, attempt) ? [] : [attempt];
  });
}

/**
 * Takes away errors that the phases have and one phase with the same steps has not: the step that causes one is put off to
 * the phase in which it would end, as long as that leaves fewer. What is left is said.
 */
export function mendPhases(parts: MendParts, start: Arrangement): MendedPhases {
  const { plan, toOrdered, joined } = parts;
  const count = start.phaseOf.length;
  if (count === 0) return { ...start, notes: [] };
  if (parts.changes.length > largest) {
    return {
      ...start,
      notes: [
        'Not compared with one phase by the checks: there are too many steps for that here. Look at the findings.',
      ],
    };
  }
  const whole = toOrdered([Array.from(start.phaseOf.keys())]);
  const known = new Set(findErrors(toPreviewPlan(plan, whole, joined)).map(({ id }) => id));
  const look = (arrangement: Arrangement): Finding[] =>
    findErrors(toPreviewPlan(plan, toOrdered(arrangement.phases), joined)).filter(({ id }) => !known.has(id));
  let best = toArrangement(start.phaseOf, start.phases.length);
  let left = look(best);
  const most = Math.min(mostAttempts, Math.ceil(mostChecked / parts.changes.length));
  let attempts = 0;
  for (let isBetter = true; isBetter && left.length > 0;) {
    isBetter = false;
    for (const attempt of left.flatMap((finding) => toAttempts(parts, best, finding))) {
      if (attempts >= most) break;
      attempts += 1;
      parts.onProgress?.(0.5 + (attempts / most) * 0.5);
      const after = look(attempt);
      if (after.length >= left.length) continue;
      [best, left] = [attempt, after];
      isBetter = true;
      break;
    }
  }
  const notes = left.slice(0, 3).map(({ message }) => message);
  return left.length === 0
    ? { ...best, notes: [] }
    : {
        ...best,
        notes: [
          `${toCountWords(left.length, 'error')} would not be there with one single phase: ${notes.join(' ')}`,
        ],
      };
}
