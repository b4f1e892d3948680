import { lookForMissing, placesAndNeeds, touchedPlacesAndNeeds } from '#core/checks/missing-nodes.ts';
import type { StateRule } from '#core/checks/rule.ts';
import { toNameList } from '#core/checks/words.ts';

/**
 * What the plan takes away (removed, or with the place it stood on) is not needed any more: nobody connects to it, uses,
 * replicates, proxies it, stores or backs up in it, and nothing is to stand on it. After a merge the dependencies lead to
 * the new place, so nothing is missed. One finding a removed node. Looks at every state. An error: what needs it stops
 * working. Repair: where those who need it end later in the plan, remove it after the last of them.
 */
export const removedNodeIsNotNeeded: StateRule = {
  looksAt: 'states',
  name: 'removed-node-is-not-needed',
  severity: 'error',
  canWait: true,
  spots: placesAndNeeds,
  touched: touchedPlacesAndNeeds,
  look: (scene, estate, spot) => (estate.ended.has(spot) ? lookForMissing(scene, estate, spot) : []),
  say: (scene, [trouble]) => {
    const needers = trouble?.others ?? [];
    const verb = needers.length === 1 ? 'still needs' : 'still need';
    return `${scene.nameOf(trouble?.about[0] ?? null)} is gone, but ${toNameList(needers.map(scene.nameOf))} ${verb} it.`;
  },
};
