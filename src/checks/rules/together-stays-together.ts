import { isAcross } from '#core/checks/places.ts';
import { findMachine, nodesOf, ruleIdsOf, touchedRuleIds } from '#core/checks/ruled-nodes.ts';
import type { StateRule } from '#core/checks/rule.ts';
import { toNameList } from '#core/checks/words.ts';
import type { InventoryNode } from '#core/model/node.ts';
import { ancestorsIn, type Estate } from '#core/state/estate.ts';

/** Apart is: on different machines where both are known, else in different sites or under different providers. */
function isParted(estate: Estate, a: InventoryNode, b: InventoryNode): boolean {
  const [one, two] = [findMachine(estate, a), findMachine(estate, b)];
  if (one === undefined || two === undefined) return isAcross(estate, a.id, b.id);
  // A service and a server are compared by the coarser machine of the two: the one stands on the other, or both on one host.
  const holds = (machine: InventoryNode, node: InventoryNode): boolean =>
    ancestorsIn(estate, node.id).some((each) => each.id === machine.id);
  return !holds(one, b) && !holds(two, a);
}

/**
 * Nodes of a `together` rule stand on one machine where machines are known, else at least in one site of one provider. Looks
 * at every state; one finding a rule. An error: the team said that they work only side by side. Inside of one phase they may
 * follow each other: that they are apart until the last one has come is a warning, as no two steps are made at once.
 */
export const togetherStaysTogether: StateRule = {
  looksAt: 'states',
  name: 'together-stays-together',
  severity: 'error',
  passing: { severity: 'warning', words: 'In the same phase they come together again.' },
  spots: (scene) => ruleIdsOf(scene, 'together'),
  touched: (scene, step) => touchedRuleIds(scene, step, 'together'),
  look: (scene, estate, spot) => {
    const [first, ...rest] = nodesOf(estate, scene.plan.rules.get(spot));
    if (first === undefined) return [];
    const parted = rest.filter((node) => isParted(estate, first, node));
    if (parted.length === 0) return [];
    const words = `${toNameList(parted.map((node) => node.name))} must stay together with ${first.name}, but ${parted.length === 1 ? 'stands' : 'stand'} elsewhere.`;
    const others = [first.id, ...parted.map((node) => node.id)];
    return [{ about: [], key: spot, others, words, weight: parted.length }];
  },
  say: (_scene, [trouble]) => trouble?.words ?? '',
};
