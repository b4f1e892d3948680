import { findMachine, nodesOf, ruleIdsOf, touchedRuleIds } from '#core/checks/ruled-nodes.ts';
import type { StateRule } from '#core/checks/rule.ts';
import { toNameList } from '#core/checks/words.ts';
import { compareText } from '#core/base/compare.ts';
import { ancestorsIn, type Estate } from '#core/state/estate.ts';
import type { InventoryNode } from '#core/model/node.ts';

/** The machines (servers and hosts) under a node, as ids. */
function machineIds(estate: Estate, node: InventoryNode): Set<string> {
  const machines = ancestorsIn(estate, node.id).filter(
    (each) => each.kind === 'host' || each.kind === 'server',
  );
  return new Set(machines.map((each) => each.id));
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
    const clashing = nodes.filter((node) => {
      const own = machineIds(estate, node);
      return nodes.some(
        (other) => other.id !== node.id && [...machineIds(estate, other)].some((id) => own.has(id)),
      );
    });
    const machine = clashing[0] === undefined ? undefined : findMachine(estate, clashing[0]);
    if (machine === undefined) return [];
    const others = clashing.map((node) => node.id).sort(compareText);
    const words = `${toNameList(clashing.map((node) => node.name))} must stay apart, but share ${machine.name}.`;
    return [{ about: [], key: spot, others, words, weight: others.length }];
  },
  say: (_scene, [trouble]) => trouble?.words ?? '',
};
