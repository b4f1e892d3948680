import type { PlanRule } from '#core/checks/rule.ts';
import { toQuote } from '#core/checks/words.ts';
import type { Plan } from '#core/model/plan.ts';
import type { Source } from '#core/model/source.ts';

/** How many things of a kind have evidence in a source: the sum of their counts, a class of unknown size adding nothing. */
function countFrom(plan: Plan, source: Source, kind: string): number {
  return plan.nodes
    .filter((node) => node.kind === kind && node.evidence.some((each) => each.source === source.id))
    .reduce((sum, node) => sum + (node.count ?? 0), 0);
}

/**
 * A total that a document states ("21 servers in total") is what was found in it. Broken when neither the import nor
 * the inventory as it is after review has that many. Looks at the sources. A warning: something was
 * overlooked, or the document is out of date; either way a server that nobody planned for. No repair: a person looks.
 */
export const totalMatchesSource: PlanRule = {
  looksAt: 'plan',
  name: 'total-matches-source',
  severity: 'warning',
  look: ({ plan }) =>
    [...plan.sources].flatMap((source) =>
      source.totals
        .filter(
          (total) => total.stated !== total.found && total.stated !== countFrom(plan, source, total.kind),
        )
        .map((total) => ({
          about: [],
          key: `${source.id} ${total.line} ${total.kind}`,
          others: [],
          change: null,
          after: [],
          words: `${source.name} says ${toQuote(total.text)} on line ${total.line}: ${total.stated} stated, ${total.found} found.`,
        })),
    ),
  say: (_scene, [trouble]) => trouble?.words ?? '',
};
