import type { StateRule } from '#core/checks/rule.ts';
import { belowOf, changedDuties, isOwned } from '#core/checks/duties.ts';
import { isUnit } from '#core/checks/units.ts';
import { touchedNodes } from '#core/checks/touched.ts';
import { toCountWords, toNameList } from '#core/checks/words.ts';

/**
 * Every host, every server and every service that stands on neither has somebody who is accountable for something on it: by
 * a duty on it, on the place it stands in, or on its environment. Looks at every state; one finding for all together,
 * since two hundred lines of the same would hide the rest. A warning: who is called when it fails? No repair.
 */
export const hasOwner: StateRule = {
  looksAt: 'states',
  name: 'has-owner',
  severity: 'warning',
  spots: (_scene, estate) => estate.nodes.map((node) => node.id),
  touched: (_scene, step) => [
    ...touchedNodes(step),
    ...step.moved,
    ...changedDuties(step).flatMap((duty) => belowOf(step, duty)),
  ],
  look: (_scene, estate, spot) => {
    const node = estate.nodes.get(spot);
    if (node === undefined || !isUnit(estate, node) || isOwned(estate, node)) return [];
    return [{ about: [], key: '', others: [node.id], words: node.name }];
  },
  say: (_scene, troubles) => {
    const names = toNameList(troubles.map((trouble) => trouble.words));
    if (troubles.length === 1) return `Nobody is accountable for ${names}.`;
    const count = toCountWords(
      troubles.length,
      'machine or managed service',
      'machines and managed services',
    );
    return `Nobody is accountable for ${count}: ${names}.`;
  },
};
