import type { Change } from '#core/model/change.ts';
import type { NodeId } from '#core/model/ids.ts';
import { findEffect } from '#core/state/apply-change.ts';
import { applyEdit } from '#core/state/estate-edit.ts';
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

/** Prepares the walk of a rule: `start` looks at every spot of the estate as it is, `follow` at what a step touched. */
export function toRuleWalk(scene: Scene, rule: StateRule): RuleWalk {
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
  const look = (estate: Estate, spot: string, step: number): void => {
    const before = now.get(spot);
    const found = rule.look(scene, estate, spot);
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
      for (const spot of rule.spots(scene, scene.start)) look(scene.start, spot, 0);
    },
    follow: (step) => {
      for (const spot of new Set(rule.touched(scene, step))) {
        const steps = history.get(spot);
        if (steps === undefined) history.set(spot, [step.index]);
        else steps.push(step.index);
        look(step.estate, spot, step.index);
      }
    },
  };
}

function worsen(spell: Spell | undefined, spot: string, trouble: Trouble): void {
  const known = spell?.troubles.get(spot);
  if (known === undefined || (trouble.weight ?? 0) > (known.weight ?? 0)) spell?.troubles.set(spot, trouble);
}
