import type { PlanRule } from '#core/checks/rule.ts';
import { toQuote } from '#core/checks/words.ts';

function toValueWords(value: unknown): string {
  return typeof value === 'string' ? toQuote(value, 60) : JSON.stringify(value);
}

/**
 * Sources say the same of a node. Looks at the conflicts that imports noted; one finding a node and field. A warning: one of
 * the documents is wrong, and the plan goes by one of them. No repair: a person knows which.
 */
export const sourcesAgree: PlanRule = {
  looksAt: 'plan',
  name: 'sources-agree',
  severity: 'warning',
  look: ({ plan }) =>
    [...plan.nodes].flatMap((node) =>
      node.conflicts
        .filter((conflict) => conflict.values.length > 1)
        .map((conflict) => ({
          about: [node.id],
          key: conflict.field,
          others: [],
          change: null,
          after: [],
          words: `Sources disagree on the ${conflict.field} of ${node.name}: ${conflict.values.map((each) => toValueWords(each.value)).join(' or ')}.`,
        })),
    ),
  say: (_scene, [trouble]) => trouble?.words ?? '',
};
