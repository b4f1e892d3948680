import type { StateRule } from '#core/checks/rule.ts';
import { touchedNodes } from '#core/checks/touched.ts';
import type { InventoryNode } from '#core/model/node.ts';
import type { Estate } from '#core/state/estate.ts';
import type { Scene } from '#core/checks/scene.ts';

/** Nodes of a group as the plan knows them, in the inventory or still to come. */
function membersOf(scene: Scene, group: string): InventoryNode[] {
  const known = [...scene.plan.nodes, ...[...scene.adds.values()].map((change) => change.node)];
  return known.filter((node) => node.redundancy?.group === group);
}

function isRunning(estate: Estate, node: InventoryNode): boolean {
  const now = estate.nodes.get(node.id);
  return now !== undefined && now.status !== 'dormant' && now.status !== 'planned';
}

/**
 * Of a group that stands in for each other ("two of three web servers") as many run as are needed. Looks at every state; one
 * finding a group. A node of unknown count is one, a dormant one does not run. An error: the load finds too few. No repair.
 */
export const redundancyHolds: StateRule = {
  looksAt: 'states',
  name: 'redundancy-holds',
  severity: 'error',
  canWait: true,
  spots: (_scene, estate) =>
    new Set(
      estate.nodes.filter((node) => node.redundancy !== null).map((node) => node.redundancy?.group ?? ''),
    ),
  touched: (_scene, step) =>
    touchedNodes(step).flatMap(
      (id) => (step.before.nodes.get(id) ?? step.estate.nodes.get(id))?.redundancy?.group ?? [],
    ),
  look: (scene, estate, spot) => {
    const members = membersOf(scene, spot);
    const running = members.filter((node) => isRunning(estate, node));
    const have = running.reduce((sum, node) => sum + (node.count ?? 1), 0);
    const needs = Math.max(0, ...members.map((node) => node.redundancy?.needs ?? 0));
    if (have >= needs) return [];
    const words = `Too few of the group ${spot} are running: ${have} of the ${needs} needed.`;
    return [{ about: [], key: spot, others: members.map((node) => node.id), words, weight: needs - have }];
  },
  say: (_scene, [trouble]) => trouble?.words ?? '',
};
