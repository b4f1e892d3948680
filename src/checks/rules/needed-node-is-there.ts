import { lookForMissing, placesAndNeeds, touchedPlacesAndNeeds } from '#core/checks/missing-nodes.ts';
import type { StateRule } from '#core/checks/rule.ts';
import { toNameList } from '#core/checks/words.ts';

/**
 * What a node needs (connects, uses, replicates, backs-up-to, stores-in, proxies), or stands on, is there. Broken when
 * it is missing from the inventory already, or when the plan adds it only later; what the plan takes away is the
 * business of `removed-node-is-not-needed`. One finding a missing node. Looks at every state. An error: what needs it
 * does not work in that state. Repair: first add, then use.
 */
export const neededNodeIsThere: StateRule = {
  looksAt: 'states',
  name: 'needed-node-is-there',
  severity: 'error',
  canWait: true,
  spots: placesAndNeeds,
  touched: touchedPlacesAndNeeds,
  look: (scene, estate, spot) => (estate.ended.has(spot) ? [] : lookForMissing(scene, estate, spot)),
  say: (scene, [trouble]) => {
    const missing = trouble?.about[0] ?? null;
    const needers = toNameList((trouble?.others ?? []).map(scene.nameOf));
    const verb = trouble?.others.length === 1 ? 'needs' : 'need';
    if (missing !== null && scene.adds.has(missing)) {
      return `${needers} ${verb} ${scene.nameOf(missing)}, which is not there yet: the plan adds it later.`;
    }
    return `${needers} ${verb} something that is not in the inventory.`;
  },
};
