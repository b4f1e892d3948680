import type { Change } from '#core/model/change.ts';
import type { NodeId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import { findEffect } from '#core/state/apply-change.ts';
import { applyEdit, type EstateEdit } from '#core/state/estate-edit.ts';
import { subtreeIn, type Estate } from '#core/state/estate.ts';
import { phaseOf } from '#core/state/plan-states.ts';
import type { StateRule, Step, Trouble } from './rule.ts';
import type { Scene } from './scene.ts';

/** What makes two troubles of a rule the same one. */
export function identityOf(trouble: Pick<Trouble, 'about' | 'key'>): string {
  return `${trouble.about.join(' ')}|${trouble.key}`;
}

/** Trouble over time: from the state after step `first` (0 is today) to the one after step `last`, which ended it. */
export interface Spell {
  readonly identity: string;
  /** The spot where it showed first; of several the smallest. */
  spot: string;
  readonly first: number;
  last: number | null;
  /** At how many spots it holds at this moment of the walk. */
  open: number;
  /** By spot, each at its worst. */
  readonly troubles: Map<string, Trouble>;
}

/** The walk of one rule through the states of a plan. */
export interface RuleWalk {
  readonly rule: StateRule;
  readonly spells: ReadonlyMap<string, Spell>;
  /** At which steps a spot was looked at again. */
  readonly history: ReadonlyMap<string, readonly number[]>;
  readonly start: () => void;
  readonly follow: (step: Step) => void;
}

interface LastStep {
  readonly handovers: Plan['handovers'];
  readonly step: Step;
}

/** The last step out of each estate: after an edit of the plan all steps before the first difference are the same ones. */
const lastSteps = new WeakMap<Estate, LastStep>();

/** `toStep`, remembered: the same change out of the same estate leads to the very same estate again. */
export function toNextStep(scene: Scene, before: Estate, change: Change, index: number): Step {
  const { handovers } = scene.plan;
  const last = lastSteps.get(before);
  if (last?.step.change === change && last.handovers === handovers) {
    return { ...last.step, index, phase: phaseOf(scene.plan, change) };
  }
  const step = toStep(scene, before, change, index);
  lastSteps.set(before, { handovers, step });
  return step;
}

/** The step that a change makes out of an estate. */
export function toStep(scene: Scene, before: Estate, change: Change, index: number): Step {
  const edit = findEffect(before, change, scene.plan);
  const estate = applyEdit(before, edit);
  const moved = new Set<NodeId>();
  for (const node of edit.nodes) {
    const old = before.nodes.get(node.id);
    if (old !== undefined && old.parent === node.parent) continue;
    for (const inside of subtreeIn(estate, node.id)) moved.add(inside.id);
  }
  for (const id of edit.endedNodes) moved.add(id);
  return { index, change, phase: phaseOf(scene.plan, change), before, estate, edit, moved: [...moved] };
}

type FoundAtSpots = readonly (readonly [spot: string, troubles: readonly Trouble[]])[];

interface Memory {
  readonly rules: Plan['rules'];
  readonly parties: Plan['parties'];
  readonly adds: readonly Change[];
  readonly found: Map<StateRule, FoundAtSpots>;
}

const memories = new WeakMap<Estate, Memory>();

/** What is remembered of the estate as it is, as long as all that rules may ask about it stays the same. */
function memoryOf(scene: Scene): Memory {
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
  const fresh = { rules, parties, adds, found: new Map<StateRule, FoundAtSpots>() };
  memories.set(scene.start, fresh);
  return fresh;
}

interface StepLook {
  readonly memory: Memory;
  readonly found: Map<StateRule, FoundAtSpots>;
}

const stepLooks = new WeakMap<EstateEdit, StepLook>();

/** What a rule finds at the spots that a step touched; remembered with the step. */
function lookAtStep(scene: Scene, rule: StateRule, step: Step, memory: Memory): FoundAtSpots {
  const last = stepLooks.get(step.edit);
  const looks = last?.memory === memory ? last : { memory, found: new Map<StateRule, FoundAtSpots>() };
  if (looks !== last) stepLooks.set(step.edit, looks);
  const known = looks.found.get(rule);
  if (known !== undefined) return known;
  const found = [...new Set(rule.touched(scene, step))].map(
    (spot) => [spot, rule.look(scene, step.estate, spot)] as const,
  );
  looks.found.set(rule, found);
  return found;
}

/** What a rule finds in the estate as it is. */
function lookAtStart(scene: Scene, rule: StateRule, look: Memory): FoundAtSpots {
  const known = look.found.get(rule);
  if (known !== undefined) return known;
  const found: [string, readonly Trouble[]][] = [];
  for (const spot of new Set(rule.spots(scene, scene.start))) {
    const troubles = rule.look(scene, scene.start, spot);
    if (troubles.length > 0) found.push([spot, troubles]);
  }
  look.found.set(rule, found);
  return found;
}

/** Prepares the walk of a rule: `start` looks at every spot of the estate as it is, `follow` at what a step touched. */
export function toRuleWalk(scene: Scene, rule: StateRule): RuleWalk {
  const memory = memoryOf(scene);
  const spells = new Map<string, Spell>();
  const history = new Map<string, number[]>();
  const now = new Map<string, readonly Trouble[]>();
  const begin = (trouble: Trouble, spot: string, step: number): void => {
    const identity = identityOf(trouble);
    const spell = spells.get(identity);
    if (spell === undefined) {
      spells.set(identity, {
        identity,
        spot,
        first: step,
        last: null,
        open: 1,
        troubles: new Map([[spot, trouble]]),
      });
      return;
    }
    spell.open += 1;
    spell.last = null;
    if (step === spell.first && spot < spell.spot) spell.spot = spot;
    worsen(spell, spot, trouble);
  };
  const settle = (spot: string, found: readonly Trouble[], step: number): void => {
    const before = now.get(spot);
    if (before === undefined && found.length === 0) return;
    const was = new Set((before ?? []).map(identityOf));
    for (const trouble of found) {
      const identity = identityOf(trouble);
      if (was.delete(identity)) worsen(spells.get(identity), spot, trouble);
      else begin(trouble, spot, step);
    }
    for (const identity of was) {
      const spell = spells.get(identity);
      if (spell === undefined) continue;
      spell.open -= 1;
      if (spell.open === 0) spell.last = step;
    }
    if (found.length === 0) now.delete(spot);
    else now.set(spot, found);
  };
  return {
    rule,
    spells,
    history,
    start: () => {
      for (const [spot, found] of lookAtStart(scene, rule, memory)) {
        for (const trouble of found) begin(trouble, spot, 0);
        now.set(spot, found);
      }
    },
    follow: (step) => {
      for (const [spot, found] of lookAtStep(scene, rule, step, memory)) {
        const steps = history.get(spot);
        if (steps === undefined) history.set(spot, [step.index]);
        else steps.push(step.index);
        settle(spot, found, step.index);
      }
    },
  };
}

function worsen(spell: Spell | undefined, spot: string, trouble: Trouble): void {
  const known = spell?.troubles.get(spot);
  if (known === undefined || (trouble.weight ?? 0) > (known.weight ?? 0)) spell?.troubles.set(spot, trouble);
}
