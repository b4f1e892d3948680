import type { Command } from '#core/model/command.ts';
import { toPartyCommand } from './reading.ts';
import type { ReportEdit } from './review-types.ts';

/** The commands of the chosen edits, in an order in which all of them can be done; a new party is added once. */
export function toReviewCommands(chosen: readonly ReportEdit[]): Command[] {
  const parties = new Map(
    chosen.flatMap(({ newParty }) => (newParty === null ? [] : [[newParty.id, newParty] as const])),
  );
  const rank = ({ field }: ReportEdit): number => (field === 'order' ? 1 : field === 'gone' ? 2 : 0);
  const inTurn = [0, 1, 2].flatMap((turn) => chosen.filter((edit) => rank(edit) === turn));
  return [...[...parties.values()].map(toPartyCommand), ...inTurn.flatMap((edit) => edit.commands)];
}
