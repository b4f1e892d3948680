import { conditionOpening, removalSentence, removalStatus } from '#core/importers/prose/lexicon/facts.ts';
import { addEvidence, needDisposition, type Thing } from '#core/importers/prose/proposal/draft.ts';
import type { Row } from '#core/importers/prose/outline/block.ts';
import { tidyName, toNameKey } from './names.ts';
import { type Reading, toEvidence } from './reading.ts';
import { cellOf, type Columns } from './table-columns.ts';

/** The condition at the end of "to be removed after the season"; `null` when there is none. */
export function conditionIn(rest: string): string | null {
  const words = rest
    .trim()
    .replace(/^(?:[,:–-]\s*)/u, '')
    .replace(/[.!]$/u, '');
  return conditionOpening.test(words) ? words : null;
}

/** A row whose status or note says that its machine goes, sleeps or is only planned. */
export function readFate(reading: Reading, thing: Thing, row: Row, columns: Columns): void {
  const status = cellOf(row, columns, 'status');
  if (status !== null && /^(?:planned|geplant|ordered|bestellt|future)\b/iu.test(status.plain.trim())) {
    thing.status = 'planned';
    addEvidence(thing.evidence, toEvidence(reading, status, 'status'));
  }
  if (status !== null && /^(?:off|dormant|idle|stopped|powered off|aus|ruht)\b/iu.test(status.plain.trim())) {
    thing.status = 'dormant';
    addEvidence(thing.evidence, toEvidence(reading, status, 'status'));
  }
  for (const cell of row.cells) {
    const plain = cell.plain.trim();
    const isStatus = cell === status && removalStatus.test(plain);
    const hit = removalSentence.exec(plain);
    if (plain.length > 200 || /\?/u.test(plain) || (hit === null && !isStatus)) continue;
    const before = plain.slice(0, hit?.index ?? 0);
    if (/\b(?:not|never|nicht|after|bis|until)\s*$/iu.test(before)) continue;
    const disposition = needDisposition(reading.draft, thing.key, plain);
    if (disposition.why.length < plain.length) disposition.why = plain;
    addEvidence(disposition.evidence, toEvidence(reading, cell, 'disposition'));
    const condition = hit === null ? null : conditionIn(plain.slice(hit.index + hit[0].length));
    if (condition !== null) disposition.conditions.add(condition);
  }
}

/** Machines that a row lists as its guests stand on its machine. */
export function readGuests(reading: Reading, thing: Thing, row: Row, columns: Columns): void {
  const cell = cellOf(row, columns, 'guests');
  if (cell === null) return;
  for (const part of cell.plain.split(/[,;]/u)) {
    const guest = reading.draft.things.get(`server:${toNameKey(tidyName(part))}`);
    if (guest === undefined || guest === thing || guest.parent?.startsWith('server:') === true) continue;
    guest.parent = thing.key;
    thing.holds = true;
    addEvidence(guest.evidence, toEvidence(reading, cell, 'parent'));
  }
}
