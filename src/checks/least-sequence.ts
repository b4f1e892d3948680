import type { Change } from '#core/model/change.ts';
import { findEffect } from '#core/state/apply-change.ts';
import { applyEdit } from '#core/state/estate-edit.ts';
import { toWatchedEstate } from './footprint.ts';
import type { Note } from './read-log.ts';
import type { StateRule } from './rule.ts';
import type { Scene } from './scene.ts';
import { identityOf, type Spell } from './walk.ts';

/** Above this many candidates single changes are no longer tried out one by one. */
const mostTried = 40;

/** What is asked to find out what led to a trouble: the plan, noting what is read of it. */
export interface SpellScene {
  readonly scene: Scene;
  /** The same scene, as it is asked when a finding is put together. */
  readonly asked: Scene;
  readonly note: Note;
}

/** A trouble of a rule over time, and the changes after which the rule looked at its spot until it showed. */
export interface LedTo {
  readonly rule: StateRule;
  readonly spell: Spell;
  readonly candidates: readonly Change[];
}

function holdsAfter(
  { scene, asked, note }: SpellScene,
  { rule, spell }: LedTo,
  changes: readonly Change[],
): boolean {
  let estate = scene.start;
  for (const change of changes) {
    estate = applyEdit(estate, findEffect(toWatchedEstate(estate, note), change, asked.plan));
  }
  return rule
    .look(asked, toWatchedEstate(estate, note), spell.spot)
    .some((trouble) => identityOf(trouble) === spell.identity);
}

/**
 * The shortest sequence of changes that leads from today to a trouble: of the changes that touched its spot until it
 * showed, those without which it would not. Found by leaving out one after the other, the last one (the culprit) being
 * tried alone first; no change of the answer can be left out.
 */
export function findLeastSequence(place: SpellScene, led: LedTo): readonly Change[] {
  const { spell, candidates } = led;
  if (spell.first === 0) return [];
  const culprit = candidates.slice(-1);
  if (holdsAfter(place, led, culprit)) return culprit;
  // Where the changes that touched the spot alone don't lead there, all that come before it are to choose from.
  const isEnough = holdsAfter(place, led, candidates);
  return leaveOut(place, led, isEnough ? candidates : place.asked.sequence.slice(0, spell.first));
}

function leaveOut(place: SpellScene, led: LedTo, changes: readonly Change[]): readonly Change[] {
  let least = changes;
  if (least.length > mostTried) return least;
  // Leaving out one change can make another one needless that mattered before: again until all matter.
  for (let before = 0; before !== least.length && least.length > 1;) {
    before = least.length;
    for (const change of least) {
      const without = least.filter((each) => each !== change);
      if (without.length > 0 && holdsAfter(place, led, without)) least = without;
    }
  }
  return least;
}
