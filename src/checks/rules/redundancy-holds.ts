import { isRunning } from '#core/checks/redundancy-groups.ts';
import { touchedGroups } from '#core/checks/touched.ts';
import type { StateRule } from '#core/checks/rule.ts';

/**
 * Of a group that stands in for each other ("two of three web servers") as many run as are needed. Looks at every state; one
 * finding a group. A node of unknown count is one, a dormant one does not run. An error: the load finds too few. No repair.
 */
export const redundancyHolds: StateRule = {
  looksAt: 'states',
  name: 'redundancy-holds',
  severity: 'error',
  canWait: true,
  spots: (scene, estate) =>
    [...scene.redundancyGroups].flatMap(([group, members]) =>
      members.some((node) => estate.nodes.has(node.id)) ? group : [],
    ),
  touched: (_scene, step) => touchedGroups(step),
  look: (scene, estate, spot) => {
    const members = scene.membersOf(spot);
    const running = members.filter((node) => isRunning(estate.nodes.get(node.id)));
    const have = running.reduce((sum, node) => sum + (node.count ?? 1), 0);
    const needs = Math.max(0, ...members.map((node) => node.redundancy?.needs ?? 0));
    if (have >= needs) return [];
    const words = `Too few of the group ${spot} are running: ${have} of the ${needs} needed.`;
    return [{ about: [], key: spot, others: members.map((node) => node.id), words, weight: needs - have }];
  },
  say: (_scene, [trouble]) => trouble?.words ?? '',
};
