import type { PlanRule } from '#core/checks/rule.ts';
import { toFieldValue, toFieldWords } from '#core/checks/conflict-words.ts';
import type { Scene } from '#core/checks/scene.ts';
import { toQuote } from '#core/checks/words.ts';

function toValueWords(scene: Scene, field: string, value: unknown): string {
  const words = toFieldValue(field, value, (id) => scene.plan.nodes.get(id)?.name ?? null);
  return typeof value === 'string' && field !== 'parent' ? toQuote(words, 60) : words;
}

/**
 * Sources say the same of a node. Looks at the conflicts that imports noted; one finding a node and field. A warning: one of
 * the documents is wrong, and the plan goes by one of them. No repair: a person knows which.
 */
export const sourcesAgree: PlanRule = {
  looksAt: 'plan',
  name: 'sources-agree',
  severity: 'warning',
  look: (scene) =>
    [...scene.plan.nodes].flatMap((node) =>
      node.conflicts
        .filter((conflict) => conflict.values.length > 1)
        .map((conflict) => ({
          about: [node.id],
          key: conflict.field,
          others: [],
          change: null,
          after: [],
          words: `Sources disagree on the ${toFieldWords(conflict.field)} of ${node.name}: ${conflict.values.map((each) => toValueWords(scene, conflict.field, each.value)).join(' or ')}.`,
        })),
    ),
  say: (_scene, [trouble]) => trouble?.words ?? '',
};
