import type { PlanRule } from '#core/checks/rule.ts';
import { toCountWords } from '#core/checks/words.ts';
import { findChangedNode, type Change } from '#core/model/change.ts';
import { phaseOf, phasesInOrder } from '#core/state/plan-states.ts';

/**
 * No phase moves more than the team said it can: a `max-moves` rule gives the number of moves and merges a phase, for the
 * nodes it names or, without nodes, for all. Looks at each phase. A warning: too much at once goes wrong, but nothing is
 * broken yet. No repair: what is put off is for people to choose.
 */
export const phaseIsNotOverfull: PlanRule = {
  looksAt: 'plan',
  name: 'phase-is-not-overfull',
  severity: 'warning',
  look: ({ plan, sequence }) =>
    [...plan.rules]
      .filter((rule) => rule.kind === 'max-moves')
      .flatMap((rule) => {
        const most = typeof rule.value === 'number' ? rule.value : Infinity;
        const counts = (change: Change): boolean => {
          if (change.kind !== 'move' && change.kind !== 'merge') return false;
          return rule.nodes.length === 0 || rule.nodes.includes(change.node);
        };
        return phasesInOrder(plan).flatMap((phase) => {
          const moves = sequence.filter((change) => counts(change) && phaseOf(plan, change) === phase.id);
          if (moves.length <= most) return [];
          return {
            about: [],
            key: `${rule.id} ${phase.id}`,
            others: moves.flatMap((change) => findChangedNode(change) ?? []),
            change: moves.at(-1)?.id ?? null,
            after: moves.map((change) => change.id),
            words: `${phase.name} makes ${toCountWords(moves.length, 'move')}; the limit is ${most} a phase.`,
          };
        });
      }),
  say: (_scene, [trouble]) => trouble?.words ?? '',
};
