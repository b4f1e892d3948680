import type { PlanReader } from '#core/exporters/reading/plan-reader.ts';
import type { InventoryNode } from '#core/model/node.ts';
import { sameWords, toCitation, toReason } from './citation.ts';
import { mdNotes } from './notes-words.ts';

const longestNote = 160;

/** A question about more things than this says nothing of a single one. */
const mostAbout = 3;

/**
 * Why a node may go, in all words that there are: the reason of its disposition, the doubt that somebody wrote down about it,
 * and what its notes say; each with its source, none twice.
 */
export function toRemovalReasons(reader: PlanReader, node: InventoryNode): string {
  const disposition = reader.dispositionOf(node.id);
  const reason = disposition === undefined ? '' : toReason(reader, disposition.why, disposition.evidence);
  const doubts = reader
    .questionsAbout(node.id)
    .filter(({ question }) => question.about.length <= mostAbout)
    .map(({ question }) => toCitation(reader, question.evidence[0]));
  const withNotes =
    disposition !== undefined &&
    !reader.options.without.includes('notes') &&
    node.notes.length <= longestNote;
  const notes = withNotes ? mdNotes(node.notes) : '';
  const said: string[] = [];
  for (const words of [reason, ...doubts, notes]) {
    if (words !== '' && !said.some((known) => sameWords(known, words))) said.push(words);
  }
  return said.join('; ');
}
