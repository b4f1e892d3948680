import { toWatchedEstate, toWatchedScene } from './footprint.ts';
import type { ReadLog } from './read-log.ts';
import type { StateRule, Step, Trouble } from './rule.ts';
import type { Scene } from './scene.ts';
import { toSpotReaders } from './spot-readers.ts';
import type { FoundAtSpots } from './walk.ts';

/** What the rules found in the estate as it is, spot by spot, kept from inventory to inventory. */
export interface StartSpots {
  /** What a rule finds; of a rule that was asked before, only spots that may be other ones are looked at again. */
  readonly look: (scene: Scene, rule: StateRule) => FoundAtSpots;
  /** Spots that read any of the keys, or that the step touched, are looked at again by the next that asks. */
  readonly mark: (scene: Scene, step: Step, keys: Int32Array) => void;
}

interface RuleSpots {
  readonly rule: StateRule;
  /** The number of each spot that was looked at. */
  readonly numbers: Map<string, number>;
  /** Spots where something is wrong. */
  readonly loud: Map<string, readonly Trouble[]>;
  readonly marked: Set<string>;
  /** What was asked to find out which spots there are, beside the estate. */
  readonly asked: ReadonlySet<number>;
  /** `loud` as a list, until it is another one. */
  found: FoundAtSpots | null;
}

interface NumberedSpot {
  readonly of: RuleSpots;
  readonly spot: string;
}

/** Nothing was looked at yet. */
export function toStartSpots(log: ReadLog): StartSpots {
  const byRule = new Map<StateRule, RuleSpots>();
  const numbered: NumberedSpot[] = [];
  const readers = toSpotReaders();
  const lookAt = (scene: Scene, of: RuleSpots, spots: Iterable<string>): void => {
    const [asked, estate] = [toWatchedScene(scene, log.note), toWatchedEstate(scene.start, log.note)];
    for (const spot of spots) {
      const troubles = of.rule.look(asked, estate, spot);
      let number = of.numbers.get(spot);
      if (number === undefined) {
        number = numbered.length;
        of.numbers.set(spot, number);
        numbered.push({ of, spot });
      }
      readers.add(number, log.take());
      if (troubles.length === 0 && !of.loud.has(spot)) continue;
      if (troubles.length === 0) of.loud.delete(spot);
      else of.loud.set(spot, troubles);
      of.found = null;
    }
  };
  return {
    look: (scene, rule) => {
      let of = byRule.get(rule);
      if (of === undefined) {
        const spots = new Set(rule.spots(toWatchedScene(scene, log.note), scene.start));
        const asked = new Set(log.take());
        of = { rule, numbers: new Map(), loud: new Map(), marked: new Set(), asked, found: null };
        byRule.set(rule, of);
        lookAt(scene, of, spots);
      } else if (of.marked.size > 0) {
        lookAt(scene, of, of.marked);
        of.marked.clear();
      }
      return (of.found ??= [...of.loud]);
    },
    mark: (scene, step, keys) => {
      for (const number of readers.find(keys)) {
        const at = numbered[number];
        at?.of.marked.add(at.spot);
      }
      // A spot that is new is one that the step touched: those that were there before are known by what they read.
      for (const of of byRule.values()) {
        const isAskedAnew = keys.some((key) => of.asked.has(key));
        const spots = isAskedAnew ? of.rule.spots(scene, scene.start) : [];
        for (const spot of [...of.rule.touched(scene, step), ...spots]) {
          if (!of.numbers.has(spot)) of.marked.add(spot);
        }
      }
    },
  };
}
