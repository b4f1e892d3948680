import type { ChangeRule } from '#core/checks/rule.ts';
import { checkRules } from '#core/checks/rules.ts';
import { toScene } from '#core/checks/scene.ts';
import { toStep } from '#core/checks/step.ts';
import { toChangeBase, type Change } from '#core/model/change.ts';
import { toId, type NodeId } from '#core/model/ids.ts';
import type { InventoryNode } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';
import type { Estate } from '#core/state/estate.ts';

const changeRules: readonly ChangeRule[] = checkRules.flatMap((rule) =>
  rule.looksAt === 'changes' ? rule : [],
);

/**
 * Asks the checks whether a node may be moved at all: the sentence of the first error that the step itself would
 * be (no restore proven, a blocking question, a condition), or `null`.
 */
export function toFindBlocked(
  plan: Plan,
  estate: Estate,
): (node: InventoryNode, to: NodeId | null) => string | null {
  const scene = toScene(plan);
  return (node, to) => {
    const base = toChangeBase({ id: toId('ch', `ch_consolidate_${node.id}`), order: '~' });
    const change: Change = { ...base, kind: 'move', node: node.id, to };
    const step = toStep(scene, estate, change, scene.sequence.length + 1);
    for (const rule of changeRules) {
      const trouble = rule.look(scene, step).find((each) => (each.severity ?? rule.severity) === 'error');
      if (trouble !== undefined) return rule.say(scene, [trouble]);
    }
    return null;
  };
}
