import type { Change } from '#core/model/change.ts';
import { applyChange } from '#core/state/apply-change.ts';
import type { Estate } from '#core/state/estate.ts';
import type { Plan } from '#core/model/plan.ts';
import type { StateRule, Trouble } from './rule.ts';
import type { Scene } from './scene.ts';
import { identityOf, type FoundAtSpots, type Spell } from './walk.ts';

/** Above this many candidates single changes are no longer tried out one by one. */
const mostTried = 40;

function holdsAfter(scene: Scene, rule: StateRule, spell: Spell, changes: readonly Change[]): boolean {
  let estate = scene.start;
  for (const change of changes) estate = applyChange(estate, change, scene.plan);
  return rule.look(scene, estate, spell.spot).some((trouble) => identityOf(trouble) === spell.identity);
}

/** At which steps a rule looked at a spot again, counted from 1; put together when first asked. */
export type History = (spot: string) => readonly number[];

/** The history of a rule, the `rule`-th of those that each step holds what it found of. */
export function toHistory(
  steps: readonly { readonly found: readonly FoundAtSpots[] }[],
  rule: number,
): History {
  let bySpot: Map<string, number[]> | null = null;
  return (spot) => {
    if (bySpot === null) {
      bySpot = new Map();
      for (const [index, { found }] of steps.entries()) {
        for (const [each] of found[rule] ?? []) {
          const list = bySpot.get(each);
          if (list === undefined) bySpot.set(each, [index + 1]);
          else list.push(index + 1);
        }
      }
    }
    return bySpot.get(spot) ?? [];
  };
}

interface LastLeast {
  readonly start: Estate;
  readonly handovers: Plan['handovers'];
  readonly candidates: readonly Change[];
  readonly least: readonly Change[];
}

/** The last answer for a trouble: with the same changes to choose from it is the same. */
const lastLeast = new WeakMap<Trouble, LastLeast>();

/**
 * The shortest sequence of changes that leads from today to a trouble: of the changes that touched its spot until it
 * showed, those without which it would not. Found by leaving out one after the other, the last one (the culprit) being
 * tried alone first; no change of the answer can be left out.
 */
export function findLeastSequence(
  scene: Scene,
  rule: StateRule,
  spell: Spell,
  history: History,
): readonly Change[] {
  if (spell.first === 0) return [];
  const candidates = history(spell.spot)
    .filter((step) => step <= spell.first)
    .flatMap((step) => scene.sequence[step - 1] ?? []);
  const [trouble] = spell.troubles.values();
  const { handovers } = scene.plan;
  const last = trouble === undefined ? undefined : lastLeast.get(trouble);
  const isSame =
    last?.handovers === handovers &&
    last.start === scene.start &&
    last.candidates.length === candidates.length &&
    last.candidates.every((each, index) => each === candidates[index]);
  if (isSame) return last.least;
  const least = leastOf(scene, rule, spell, candidates);
  if (least === null) return leaveOut(scene, rule, spell, scene.sequence.slice(0, spell.first));
  if (trouble !== undefined) lastLeast.set(trouble, { start: scene.start, handovers, candidates, least });
  return least;
}

/** The least of the changes that touched the spot; `null` when they alone don't lead there. */
function leastOf(
  scene: Scene,
  rule: StateRule,
  spell: Spell,
  candidates: readonly Change[],
): readonly Change[] | null {
  const culprit = candidates.slice(-1);
  if (holdsAfter(scene, rule, spell, culprit)) return culprit;
  return holdsAfter(scene, rule, spell, candidates) ? leaveOut(scene, rule, spell, candidates) : null;
}

function leaveOut(
  scene: Scene,
  rule: StateRule,
  spell: Spell,
  changes: readonly Change[],
): readonly Change[] {
  let least = changes;
  if (least.length > mostTried) return least;
  // Leaving out one change can make another one needless that mattered before: again until all matter.
  for (let before = 0; before !== least.length && least.length > 1;) {
    before = least.length;
    for (const change of least) {
      const without = least.filter((each) => each !== change);
      if (without.length > 0 && holdsAfter(scene, rule, spell, without)) least = without;
    }
  }
  return least;
}
