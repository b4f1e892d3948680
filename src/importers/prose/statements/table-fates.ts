import { conditionOpening, removalSentence, removalStatus } from '#core/importers/prose/lexicon/facts.ts';
import {
  addEvidence,
  giveReason,
  needDisposition,
  needThing,
  type Thing,
} from '#core/importers/prose/proposal/draft.ts';
import { notNamed } from '#core/importers/prose/lexicon/host-mentions.ts';
import { serverWeights } from '#core/importers/prose/lexicon/weights.ts';
import type { RichText, Row } from '#core/importers/prose/outline/block.ts';
import { tidyName, toNameKey } from './names.ts';
import { canBeMachine } from './opening-name.ts';
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

/** A machine that a row names as a guest, made when nothing else named it. */
function needGuest(reading: Reading, cell: RichText, name: string): Thing | null {
  const known = reading.draft.things.get(`server:${toNameKey(name)}`);
  if (known !== undefined) return known;
  if (!/^[a-z][\w.-]{1,40}$/iu.test(name) || !canBeMachine(name) || notNamed.test(name)) return null;
  const guest = needThing(reading.draft, `server:${toNameKey(name)}`, 'server', name);
  const { words, weight } = serverWeights['row of a server table'];
  giveReason(guest, words, weight);
  const from = cell.plain.indexOf(name);
  addEvidence(guest.evidence, toEvidence(reading, cell, 'name', from, from + name.length));
  return guest;
}

/** Machines that a row lists as its guests stand on its machine. */
export function readGuests(reading: Reading, thing: Thing, row: Row, columns: Columns): void {
  const cell = cellOf(row, columns, 'guests');
  if (cell === null) return;
  for (const part of cell.plain.split(/[,;]/u)) {
    const guest = needGuest(reading, cell, tidyName(part));
    if (guest === null || guest === thing || guest.parent?.startsWith('server:') === true) continue;
    guest.parent = thing.key;
    thing.holds = true;
    addEvidence(guest.evidence, toEvidence(reading, cell, 'parent'));
  }
}
