import { toFigure } from '#core/base/figure.ts';
import type { StateRule } from '#core/checks/rule.ts';
import { touchedNodes } from '#core/checks/touched.ts';
import { toNameList } from '#core/checks/words.ts';

/**
 * Every host, server and service says where it stands. Providers and sites are places themselves, and of SaaS nobody needs
 * to know the machine. Looks at every state; one info for all of them together, because an inventory that never names
 * its provider is not in trouble, only incomplete. No repair: somebody must know.
 */
export const isPlaced: StateRule = {
  looksAt: 'states',
  name: 'is-placed',
  severity: 'info',
  spots: (_scene, estate) => estate.nodes.filter((node) => node.parent === null).map((node) => node.id),
  touched: (_scene, step) => touchedNodes(step),
  look: (_scene, estate, spot) => {
    const node = estate.nodes.get(spot);
    if (node === undefined || node.parent !== null || node.type === 'saas') return [];
    if (node.kind === 'provider' || node.kind === 'site') return [];
    return [{ about: [], key: '', others: [node.id], words: node.name }];
  },
  say: (_scene, troubles) => {
    const names = toNameList(troubles.map((trouble) => trouble.words));
    return troubles.length === 1
      ? `Nobody said where ${names} stands.`
      : `Nobody said where ${toFigure(troubles.length)} things stand: ${names}.`;
  },
};
