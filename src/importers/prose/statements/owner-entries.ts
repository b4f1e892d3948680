import { findAreas } from '#core/importers/prose/lexicon/areas.ts';
import { dutyLabels } from '#core/importers/prose/lexicon/duties.ts';
import { everythingElse, noPartyWords, ownerTopics } from '#core/importers/prose/lexicon/owner-topics.ts';
import type { RichText } from '#core/importers/prose/outline/block.ts';
import { sliceText } from '#core/importers/prose/outline/slice-text.ts';
import { addEvidence } from '#core/importers/prose/proposal/draft.ts';
import { type DutySubject, needDuty } from './duties.ts';
import { findProduct } from './known-names.ts';
import { toNameKey } from './names.ts';
import { canBeParty, needParty, partyKind, splitParties } from './parties.ts';
import { findPlaces } from './places.ts';
import { type Reading, toEvidence } from './reading.ts';
import type { NameFinder } from './resolve.ts';
import { findServiceType } from './service-types.ts';
import { cellOf, findColumns } from './table-columns.ts';
import type { Unit } from './unit.ts';

/** An entry taken apart: what stands before the colon or dash, and what behind. */
interface Entry {
  readonly left: RichText;
  readonly right: RichText;
}

interface Named {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

const partedBy = /^(.{2,80}?)(?::\s+|\s+[-–—]\s+|\s*->\s*|\s*→\s*)(?=\S)/u;
const nameEnd = /[;:(]|(?<!\b(?:Dr|Prof|St|Mr|Mrs|Ms|Hr|Fr))\.(?:\s|$)|\s[-–—]\s|$/u;
const nextEntry = /[,;.]\s+(?=[\p{L}\d ._-]{2,30}:\s)/u;

function toEntries(text: RichText): Entry[] {
  const entries: Entry[] = [];
  let rest = text;
  for (let turns = 0; turns < 8; turns += 1) {
    const parted = partedBy.exec(rest.plain);
    if (parted?.[1] === undefined) break;
    const behind = sliceText(rest, parted[0].length);
    const end = nextEntry.exec(behind.plain);
    entries.push({ left: sliceText(rest, 0, parted[1].length), right: sliceText(behind, 0, end?.index) });
    if (end === null) break;
    rest = sliceText(behind, end.index + end[0].length);
  }
  return entries;
}

/** The entries that a unit below a heading on owners holds. */
function entriesOf(reading: Reading, unit: Unit): Entry[] {
  if (unit.role === 'field') return unit.text.plain === '' ? [] : [{ left: unit.name, right: unit.text }];
  if (unit.role === 'item' || (unit.role === 'text' && reading.units[unit.parent]?.role !== 'term'))
    return toEntries(unit.text);
  const term = reading.units[unit.parent];
  return unit.role === 'text' && term !== undefined ? [{ left: term.text, right: unit.text }] : [];
}

/** The parties of the words behind a colon: all capitals or words for a group; none when the words go on otherwise. */
function partiesIn(reading: Reading, text: RichText): Named[] {
  const stop = nameEnd.exec(text.plain)?.index ?? text.plain.length;
  if (/\?/u.test(text.plain)) return [];
  return splitParties(text.plain.slice(0, Math.min(stop, 120)), 0).filter(
    ({ name }) =>
      canBeParty(reading, name) &&
      !noPartyWords.test(name) &&
      !reading.draft.things.has(`server:${toNameKey(name)}`) &&
      findPlaces(name).every((place) => place.to - place.from < name.length),
  );
}

/** What the words before a colon mean: things by name, everything, or an area of duty; `null` when they may be anything. */
function aboutsOf(finder: NameFinder, text: RichText): { abouts: DutySubject[]; area: string } | null {
  const { plain } = text;
  const keys = finder(plain).flatMap(({ value }) =>
    value.is === 'thing' && /^(?:server|host|service):/u.test(value.key) ? [value.key] : [],
  );
  const areas = findAreas(plain).map((found) => found.area);
  const [area = 'operation'] = areas;
  if (keys.length > 0)
    return {
      abouts: [...new Set(keys)].map((subject) => ({ subject, environment: null })),
      area: 'operation',
    };
  const whole = { subject: null, environment: null };
  if (everythingElse.test(plain.trim())) return { abouts: [whole], area: 'operation' };
  if (areas.length > 0) return { abouts: [whole], area };
  return findServiceType(plain) !== null || findProduct(plain) !== null
    ? { abouts: [whole], area: toNameKey(plain) }
    : null;
}

/** Whether a name is that of a party beyond doubt: a group, a firm, or a person with two names. */
function isClearParty(name: string): boolean {
  return partyKind(name) !== 'vendor' && (/[\s@]/u.test(name) || partyKind(name) === 'team');
}

function owe(
  reading: Reading,
  unit: Unit,
  parties: readonly Named[],
  text: RichText,
  owed: { readonly abouts: readonly DutySubject[]; readonly area: string },
): void {
  for (const each of parties) {
    const where = { unit: { ...unit, text }, from: each.from, to: each.to };
    const party = needParty(reading, each.name, where, 'it stands in a list of who cares for what');
    for (const about of owed.abouts) {
      const duty = needDuty(reading, owed.area, about, party.key, 'responsible');
      duty.reason = 'it stands in a list of who cares for what';
      addEvidence(duty.evidence, toEvidence(reading, text, 'party', each.from, each.to));
    }
  }
  reading.draft.understood.add(unit.index);
}

/** "Database: Team Data", and the other way round "Ann: the database". */
function readEntry(
  reading: Reading,
  finder: NameFinder,
  unit: Unit,
  { left, right }: Entry,
  isUsual: boolean,
): void {
  if (dutyLabels.some((label) => label.words.test(left.plain.trim()))) return;
  const parties = partiesIn(reading, right);
  const owed = aboutsOf(finder, left);
  if (parties.length > 0 && owed !== null) {
    owe(reading, unit, parties, right, owed);
    return;
  }
  const isShort = /^[\p{L}\d ,&/'’-]{3,40}$/u.test(left.plain) && left.plain.split(/\s+/u).length <= 5;
  const clear = isUsual ? parties : parties.filter(({ name }) => isClearParty(name));
  if (clear.length > 0 && isShort && (isUsual || !canBeParty(reading, left.plain))) {
    const area = toNameKey(left.plain);
    owe(reading, unit, clear, right, { abouts: [{ subject: null, environment: null }], area });
    return;
  }
  const people = partiesIn(reading, left);
  const told = aboutsOf(finder, right);
  if (people.length > 0 && told !== null && owed === null) owe(reading, unit, people, left, told);
}

/** Whether an entry names what is owed before the colon and who owes it behind. */
function namesOwner(reading: Reading, finder: NameFinder, { left, right }: Entry): boolean {
  return partiesIn(reading, right).length > 0 && aboutsOf(finder, left) !== null;
}

/** Whether the heading or the announcing line above a unit says that owners follow. */
function isOwnersList(reading: Reading, unit: Unit): boolean {
  for (const at of [unit.title, unit.parent]) {
    const above = reading.units[at]?.text.plain.trim().replace(/[:?]$/u, '') ?? '';
    if (above.length <= 60 && ownerTopics.some((topic) => topic.words.test(above))) return true;
  }
  return false;
}

/** A table that names who cares for what, and lists neither machines nor services. */
function readOwnersTable(reading: Reading, finder: NameFinder, unit: Unit): void {
  const headers = unit.rows.filter((row) => row.header);
  const columns = findColumns(headers.at(-1) ?? unit.rows[0]);
  const owner = columns?.at.get('owner') ?? columns?.at.get('contact');
  if (columns === null || owner === undefined || owner === 0) return;
  for (const row of unit.rows.slice(Math.max(headers.length, 1))) {
    const right = cellOf(row, columns, columns.at.has('owner') ? 'owner' : 'contact');
    const [left] = row.cells;
    if (right !== null && left !== undefined) readEntry(reading, finder, unit, { left, right }, true);
  }
}

/** Reads lists and tables that say who cares for what, where their heading or their columns say that they do. */
export function readOwnerEntries(reading: Reading, finder: NameFinder): void {
  const usual = new Map<number, boolean>();
  for (const unit of reading.units) {
    if (unit.role === 'title') continue;
    if (unit.role === 'table') {
      if (!reading.draft.understood.has(unit.index)) readOwnersTable(reading, finder, unit);
    } else if (isOwnersList(reading, unit)) {
      const entries = entriesOf(reading, unit);
      // Where one entry of a list names its owner last, the others do so too.
      const isUsual =
        usual.get(unit.parent) ??
        reading
          .childrenOf(unit.parent)
          .some((each) => entriesOf(reading, each).some((entry) => namesOwner(reading, finder, entry)));
      usual.set(unit.parent, isUsual);
      for (const entry of entries) readEntry(reading, finder, unit, entry, isUsual);
    }
  }
}
