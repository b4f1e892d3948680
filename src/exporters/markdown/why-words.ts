import type { NumberedChange, PlanReader } from '#core/exporters/reading/plan-reader.ts';
import { findChangedNode } from '#core/model/change.ts';
import { toReason } from './citation.ts';
import { mdNotes } from './notes-words.ts';
import { toRemovalReasons } from './removal-reasons.ts';

/** Why a change is made: the reason of the node's disposition with the words of the source. */
export function toWhy(reader: PlanReader, { change }: NumberedChange): string {
  const node = findChangedNode(change);
  const disposition = node === null ? undefined : reader.dispositionOf(node);
  const goes = change.kind === 'remove' || change.kind === 'merge';
  const subject = reader.findNode(node);
  const reason = disposition === undefined ? '' : toReason(reader, disposition.why, disposition.evidence);
  if (goes && subject !== undefined) return toRemovalReasons(reader, subject);
  if (change.kind === 'add' && !reader.options.without.includes('notes')) return mdNotes(change.node.notes);
  return reason;
}
