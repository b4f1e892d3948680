import type { Change } from '#core/model/change.ts';
import { applyChange } from '#core/state/apply-change.ts';
import type { StateRule } from './rule.ts';
import type { Scene } from './scene.ts';
import { identityOf, type RuleWalk, type Spell } from './walk.ts';

/** Above this many candidates single changes are no longer tried out one by one. */
const mostTried = 40;

function holdsAfter(scene: Scene, rule: StateRule, spell: Spell, changes: readonly Change[]): boolean {
  let estate = scene.start;
  for (const change of changes) estate = applyChange(estate, change, scene.plan);
  return rule.look(scene, estate, spell.spot).some((trouble) => identityOf(trouble) === spell.identity);
}

/**
 * The shortest sequence of changes that leads from today to a trouble: of the changes that touched its spot until it
 * showed, those without which it would not. Found by leaving out one after the other, the last one (the culprit) being
 * tried alone first; no change of the answer can be left out.
 */
export function findLeastSequence(scene: Scene, walk: RuleWalk, spell: Spell): readonly Change[] {
  if (spell.first === 0) return [];
  const upTo = scene.sequence.slice(0, spell.first);
  const culprit = upTo.slice(-1);
  if (holdsAfter(scene, walk.rule, spell, culprit)) return culprit;
  const touching = new Set((walk.history.get(spell.spot) ?? []).filter((step) => step <= spell.first));
  const candidates = upTo.filter((_, index) => touching.has(index + 1));
  let least: readonly Change[] = holdsAfter(scene, walk.rule, spell, candidates) ? candidates : upTo;
  if (least.length > mostTried) return least;
  // Leaving out one change can make another one needless that mattered before: again until all matter.
  for (let before = 0; before !== least.length && least.length > 1;) {
    before = least.length;
    for (const change of least) {
      const without = least.filter((each) => each !== change);
      if (without.length > 0 && holdsAfter(scene, walk.rule, spell, without)) least = without;
    }
  }
  return least;
}
