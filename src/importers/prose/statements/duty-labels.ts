import { dutyLabels } from '#core/importers/prose/lexicon/duties.ts';
import { addEvidence } from '#core/importers/prose/proposal/draft.ts';
import { type DutySubject, emailWord, hasEstate, needDuty, wholeEstate } from './duties.ts';
import { membersOfClass } from './clause-subjects.ts';
import { labelIn, labelOf } from './owned-titles.ts';
import { canBeParty, needParty, splitParties } from './parties.ts';
import { type Reading, toEvidence } from './reading.ts';
import type { NameFinder } from './resolve.ts';
import { subjectOf } from './subjects.ts';
import type { Unit } from './unit.ts';

/** Where the names behind a label end; the point of a title ("Dr.") is no end. */
const labelEnd = /[;:(]|(?<!\b(?:Dr|Prof|St|Mr|Mrs|Ms|Hr|Fr))\.|\s[-–]\s|$/u;

/** "Ann (web1, db2)": the things that a name's brackets give. */
function inBrackets(finder: NameFinder, behind: string): DutySubject[] {
  const words = /^\s*\(([^()]{1,200})\)/u.exec(behind)?.[1] ?? '';
  return thingsIn(finder, words).map((subject) => ({ subject, environment: null }));
}

/** Keys of the machines and services that words name. */
function thingsIn(finder: NameFinder, words: string): string[] {
  return finder(words).flatMap(({ value }) =>
    value.is === 'thing' && /^(?:server|host|service):/u.test(value.key) ? [value.key] : [],
  );
}

/** Whether a unit stands at the head of the document, about no thing of its own. */
function isFirstSection(reading: Reading, unit: Unit): boolean {
  const first = reading.units.find((each) => each.role === 'title');
  return unit.index < 8 && (unit.title === -1 || unit.title === first?.index);
}

/** "owner: Ann, Bob": a duty or a contact by its label. */
function readLabel(reading: Reading, finder: NameFinder, unit: Unit, from: number, to: number): boolean {
  const term = from === 0 && unit.role === 'text' ? reading.units[unit.parent] : undefined;
  const termLabel = term?.role === 'term' ? term.text.plain.trim() : '';
  const isTerm = termLabel !== '' && dutyLabels.some((each) => each.words.test(termLabel));
  const field =
    unit.role === 'field' ? labelOf(unit) : isTerm ? termLabel : labelIn(unit.text.plain.slice(from, to));
  const bare = field.replace(/\s+(?:for|für|of|to)\s.*$/iu, '');
  const isAll =
    (field !== bare && wholeEstate.test(field)) || (isFirstSection(reading, unit) && hasEstate(reading));
  const label = dutyLabels.find((each) => each.words.test(bare));
  if (label === undefined) return false;
  const offset = unit.role === 'field' || isTerm ? 0 : unit.text.plain.indexOf(':', from) + 1;
  const value = unit.text.plain.slice(offset, offset + 160);
  const mail = emailWord.exec(value);
  const own = subjectOf(reading, unit);
  const { environment } = own;
  const told = field === bare ? [] : thingsIn(finder, field);
  const keys = told.length > 0 ? told : own.keys;
  const open = value.replace(/\([^()]*\)/gu, (part) => ' '.repeat(part.length));
  const stop = labelEnd.exec(open);
  const parts = splitParties(open.slice(0, stop?.index ?? open.length), offset).filter((part) =>
    canBeParty(reading, part.name),
  );
  if (mail !== null && parts.length === 0) {
    const owners = [...reading.draft.duties.values()].filter(
      (duty) => duty.subject !== null && keys.includes(duty.subject) && duty.party !== null,
    );
    for (const duty of owners) reading.draft.parties.get(duty.party ?? '')?.contacts.add(mail[0]);
    if (owners.length > 0) reading.draft.understood.add(unit.index);
    return owners.length > 0;
  }
  const abouts: DutySubject[] =
    keys.length > 0
      ? keys.map((subject) => ({ subject, environment: null }))
      : environment === null
        ? isAll
          ? [{ subject: null, environment: null }]
          : []
        : [{ subject: null, environment }];
  if ((abouts.length === 0 && label.role === 'responsible') || /\?/u.test(value)) return false;
  if (abouts.length === 0 && label.role !== 'accountable' && !hasEstate(reading)) return false;
  for (const each of parts) {
    const party = needParty(
      reading,
      each.name,
      { unit, from: each.from, to: each.to },
      `it stands behind "${field.toLowerCase()}"`,
    );
    if (mail !== null && parts.length === 1) party.contacts.add(mail[0]);
    const named = inBrackets(finder, unit.text.plain.slice(each.to));
    for (const about of named.length > 0 ? named : abouts) {
      const duty = needDuty(reading, label.area, about, party.key, label.role);
      duty.reason = `it stands behind "${field.toLowerCase()}"`;
      addEvidence(duty.evidence, toEvidence(reading, unit.text, 'party', each.from, each.to));
    }
    reading.draft.understood.add(unit.index);
  }
  return true;
}

const sharedOut =
  /([\p{Lu}][^,;.]{1,50}?)\s+(?:for|für)\s+([^;.]{2,120}?)(?=,\s+\p{Lu}[^,;.]{1,50}?\s+(?:for|für)\s|[;.]|$)/gu;

/** "Responsible: Ann for db1, the web team for web1 and web2": each party with what stands behind it. */
function readSharedOut(reading: Reading, finder: NameFinder, unit: Unit): boolean {
  const { plain } = unit.text;
  const field = labelIn(plain);
  const label = dutyLabels.find((each) => each.words.test(field));
  if (unit.role === 'field' || label === undefined || /\?/u.test(plain) || plain.length > 600) return false;
  const offset = plain.indexOf(':') + 1;
  let done = false;
  for (const hit of plain.slice(offset).matchAll(sharedOut)) {
    const [part, ...others] = splitParties(hit[1] ?? '', offset + hit.index);
    const subjects = thingsIn(finder, hit[2] ?? '');
    const members = subjects.length > 0 ? subjects : membersOfClass(reading, hit[2] ?? '');
    if (part === undefined || others.length > 0 || !canBeParty(reading, part.name)) continue;
    const where = { unit, from: part.from, to: part.to };
    const party = needParty(reading, part.name, where, `it stands behind "${field.toLowerCase()}"`);
    for (const subject of members) {
      const duty = needDuty(reading, label.area, { subject, environment: null }, party.key, label.role);
      duty.reason = `it stands behind "${field.toLowerCase()}"`;
      addEvidence(duty.evidence, toEvidence(reading, unit.text, 'party', part.from, part.to));
    }
    done = true;
  }
  if (done) reading.draft.understood.add(unit.index);
  return done;
}

/** Reads duties by label. A label opens its unit, or a later sentence of a paragraph ("As of March. Owner: Ann"). */
export function readDutyLabels(reading: Reading, finder: NameFinder): void {
  for (const unit of reading.units) {
    if (unit.role === 'title' || unit.role === 'table') continue;
    if (readSharedOut(reading, finder, unit)) continue;
    if (readLabel(reading, finder, unit, 0, unit.text.plain.length)) continue;
    for (const sentence of unit.sentences.slice(1))
      readLabel(reading, finder, unit, sentence.from, sentence.to);
  }
}
