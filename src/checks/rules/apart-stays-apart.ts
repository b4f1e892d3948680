import { nodesOf, ruleIdsOf, touchedRuleIds } from '#core/checks/ruled-nodes.ts';
import type { StateRule } from '#core/checks/rule.ts';
import { toNameList } from '#core/checks/words.ts';
import { compareText } from '#core/base/compare.ts';
import { ancestorsIn, type Estate } from '#core/state/estate.ts';
import type { InventoryNode } from '#core/model/node.ts';

interface SharedMachine {
  readonly machine: InventoryNode;
  readonly nodes: readonly InventoryNode[];
}

/** Machines (servers and hosts) that several of the nodes stand on; of one inside another only the inner one, for the same nodes. */
function findShared(estate: Estate, nodes: readonly InventoryNode[]): SharedMachine[] {
  const byMachine = new Map<string, { machine: InventoryNode; nodes: InventoryNode[] }>();
  for (const node of new Set(nodes)) {
    for (const machine of ancestorsIn(estate, node.id)) {
      if (machine.kind !== 'host' && machine.kind !== 'server') continue;
      const known = byMachine.get(machine.id);
      if (known === undefined) byMachine.set(machine.id, { machine, nodes: [node] });
      else known.nodes.push(node);
    }
  }
  const met = new Set<string>();
  return [...byMachine.values()].filter((each) => {
    if (each.nodes.length < 2) return false;
    const who = each.nodes.map((node) => node.id).join(' ');
    return met.has(who) ? false : met.add(who);
  });
}

/**
 * Nodes of an `apart` rule never stand on the same machine: no server or host has two of them. Sharing only a site or a
 * provider is no break. Looks at every state; one finding a rule. An error: the team said that both must not fall together.
 */
export const apartStaysApart: StateRule = {
  looksAt: 'states',
  name: 'apart-stays-apart',
  severity: 'error',
  spots: (scene) => ruleIdsOf(scene, 'apart'),
  touched: (scene, step) => touchedRuleIds(scene, step, 'apart'),
  look: (scene, estate, spot) => {
    const nodes = nodesOf(estate, scene.plan.rules.get(spot));
    const shared = findShared(estate, nodes);
    if (shared.length === 0) return [];
    const clashing = nodes.filter((node) => shared.some((each) => each.nodes.includes(node)));
    const others = clashing.map((node) => node.id).sort(compareText);
    const machines = toNameList(shared.map((each) => each.machine.name));
    const words = `${toNameList(clashing.map((node) => node.name))} must stay apart, but share ${machines}.`;
    return [{ about: [], key: spot, others, words, weight: others.length }];
  },
  say: (_scene, [trouble]) => trouble?.words ?? '',
};
