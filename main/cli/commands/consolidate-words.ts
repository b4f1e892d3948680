import type { ConsolidationProposal } from '#core/planning/consolidation/propose.ts';
import type { MergeSuggestion } from '#core/planning/consolidation/suggest-merges.ts';
import { consolidateText } from '#main/cli/consolidate-text.ts';
import { inBlocks } from '#main/cli/in-blocks.ts';

function toFigures({ objective, hostsBefore, hostsAfter, lowerBound, gap }: ConsolidationProposal): string[] {
  const money = (amount: number): string =>
    `${Math.round(amount * 100) / 100} ${objective.currency ?? ''}`.trim();
  const hosts = consolidateText.hosts(hostsBefore, hostsAfter, lowerBound, gap);
  if (objective.name === 'cost') {
    return [
      consolidateText.cost(money(objective.before), money(objective.after), money(objective.lowerBound)),
      hosts,
    ];
  }
  if (objective.name === 'moves')
    return [consolidateText.moves(objective.after, objective.lowerBound), hosts];
  return [hosts];
}

function shortened(lines: readonly string[], most: number): string[] {
  if (lines.length <= most) return [...lines];
  return [...lines.slice(0, most), consolidateText.more(lines.length - most)];
}

function toMoves({ moves, phases, conflict }: ConsolidationProposal): string[] {
  if (moves.length === 0) return conflict === null ? [consolidateText.nothing] : [];
  const lines = Array.from({ length: phases }, (_, phase) => [
    ...(phases > 1 ? [consolidateText.phase(phase + 1)] : []),
    ...moves.filter((move) => move.phase === phase).map((move) => `  ${move.why}`),
  ]);
  return shortened(lines.flat(), 60);
}

function toMerge(merge: MergeSuggestion): string[] {
  const blocked = merge.blocked === null ? [] : [merge.blocked];
  const doubts = [...merge.doubts, ...blocked];
  return [
    `  ${consolidateText.pair(merge.name, merge.intoName)}`,
    `    ${consolidateText.reasons}: ${merge.reasons.join(' ')}`,
    ...(doubts.length === 0 ? [] : [`    ${consolidateText.doubts}: ${doubts.join(' ')}`]),
  ];
}

function toConflict({ conflict }: ConsolidationProposal): string[] {
  if (conflict === null) return [];
  return [consolidateText.conflict, ...conflict.parts.map((part) => `  ${part.words}`)];
}

/** A proposal for a person: the figures with their bound, the moves with their reasons, what stays, what could be merged. */
export function toConsolidateWords(proposal: ConsolidationProposal): string[] {
  const { newHosts, freed, stays, notes, merges } = proposal;
  const parts = [
    [...toFigures(proposal), ...notes],
    toConflict(proposal),
    toMoves(proposal),
    [
      ...(newHosts.length === 0 ? [] : [consolidateText.newHosts(newHosts.join(', '))]),
      ...(freed.length === 0 ? [] : [consolidateText.freed(freed.map((host) => host.name).join(', '))]),
    ],
    stays.length === 0
      ? []
      : [
          consolidateText.stays,
          ...shortened(
            stays.map((each) => `  ${each.why}`),
            30,
          ),
        ],
    merges.length === 0 ? [] : [consolidateText.merges, ...merges.flatMap(toMerge)],
  ];
  return inBlocks(parts.filter((part) => part.length > 0));
}
