import type { Change } from '#core/model/change.ts';
import type { Plan } from '#core/model/plan.ts';
import type { Estate } from '#core/state/estate.ts';
import { toKeyNumbers, type KeyOf } from './read-log.ts';
import type { StateRule, Trouble } from './rule.ts';
import type { Scene } from './scene.ts';
import type { StepLine } from './step-line.ts';
import type { FoundAtSpots } from './walk.ts';

/** What is remembered of an estate as it is, as long as all that rules may ask about it stays the same. */
export interface StartMemory {
  readonly rules: Plan['rules'];
  readonly parties: Plan['parties'];
  readonly adds: readonly Change[];
  readonly keyOf: KeyOf;
  readonly found: Map<StateRule, FoundAtSpots>;
  /** The last walk through the states of a plan that begins here. */
  line: StepLine | null;
}

const memories = new WeakMap<Estate, StartMemory>();

/** The memory of the estate that a plan begins with. */
export function memoryOf(scene: Scene): StartMemory {
  const { rules, parties } = scene.plan;
  const adds = [...scene.adds.values()];
  const last = memories.get(scene.start);
  const isSame =
    last !== undefined &&
    last.rules === rules &&
    last.parties === parties &&
    last.adds.length === adds.length &&
    last.adds.every((each, index) => each === adds[index]);
  if (isSame) return last;
  const fresh: StartMemory = { rules, parties, adds, keyOf: toKeyNumbers(), found: new Map(), line: null };
  memories.set(scene.start, fresh);
  return fresh;
}

/** What a rule finds in the estate as it is; remembered. */
export function lookAtStart(scene: Scene, rule: StateRule, memory: StartMemory): FoundAtSpots {
  const known = memory.found.get(rule);
  if (known !== undefined) return known;
  const found: [string, readonly Trouble[]][] = [];
  for (const spot of new Set(rule.spots(scene, scene.start))) {
    const troubles = rule.look(scene, scene.start, spot);
    if (troubles.length > 0) found.push([spot, troubles]);
  }
  memory.found.set(rule, found);
  return found;
}
