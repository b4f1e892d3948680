import { findAreas } from '#core/importers/prose/lexicon/areas.ts';
import { addEvidence, needQuestion } from '#core/importers/prose/proposal/draft.ts';
import { type DutySubject, dutySubjects, needDuty } from './duties.ts';
import { tidyName } from './names.ts';
import { canBeParty, needParty, splitParties } from './parties.ts';
import { type Reading, toEvidence } from './reading.ts';
import type { NameFinder } from './resolve.ts';
import { subjectOf } from './subjects.ts';
import type { Unit } from './unit.ts';

const undecided =
  /\b(?:discuss|decide|clarify|agree|see|sort out|find out|klären|entscheiden)\b[^.]{0,120}\b(?:which|who|whom|what|wer|welche)\b|\bwho (?:does|will do|is doing)\b|\b(?:decide|decided|discuss|discussed|clarify|clarified|agree|agreed|open)\b[^.]{0,40}\bwhether\b[^.]{0,80}\b(?:or|oder)\b[^.]{0,60}\b(?:does|do|takes?|handles?|owns?|runs?|looks?)\b|\b(?:unassigned|nobody owns|no owner|ohne zuständigkeit)\b/iu;
const nobodyYet =
  /\b(?:somebody|someone|jemand)\s+(?:needs? to|has to|must|should|muss|sollte)\s+["“']?(?:own|take|do|maintain|manage|run|look|be responsible|übernehmen)/iu;

/** The areas of an entry: those of its opening words, or the entry itself when it is a short name. */
function areasOf(unit: Unit, plainNames: boolean): string[] {
  const first = unit.sentences[0]?.text ?? '';
  const head = first.replace(/\(.*$/u, '').slice(0, 90);
  const areas = findAreas(head).map((found) => found.area);
  if (areas.length > 0) return areas;
  const words = tidyName(first.replace(/[.:;]$/u, ''));
  return plainNames && words.split(/\s+/u).length <= 4 && !/[?]/u.test(first) ? [words] : [];
}

function addAll(
  reading: Reading,
  unit: Unit,
  abouts: readonly DutySubject[],
  party: string | null,
  why: string,
): void {
  for (const area of areasOf(unit, party === null)) {
    for (const about of abouts) {
      if (about.subject === null && about.environment === null && party !== null) continue;
      const duty = needDuty(reading, area, about, party, 'accountable');
      duty.reason = why;
      addEvidence(
        duty.evidence,
        toEvidence(reading, unit.text, 'area', 0, Math.min(unit.text.plain.length, 120)),
      );
      reading.draft.understood.add(unit.index);
    }
    if (party !== null) continue;
    const question = needQuestion(
      reading.draft,
      `Who does "${(unit.sentences[0]?.text ?? area).replace(/[.]$/u, '')}"?`,
      abouts.flatMap((about) => (about.subject === null ? [] : [about.subject])),
    );
    question.reason = 'the text leaves open who does it';
    question.blocking ||= question.about.length > 0;
    addEvidence(question.evidence, toEvidence(reading, unit.text, 'text'));
  }
}

/** Entries of the list that belongs to a unit: nested in it, or right behind it in the same section. */
function entriesOf(reading: Reading, unit: Unit): Unit[] {
  const nested = reading.childrenOf(unit.index).filter((child) => child.role === 'item');
  if (nested.length > 0) return nested;
  const siblings = reading.childrenOf(unit.parent);
  const at = siblings.indexOf(unit);
  const found: Unit[] = [];
  for (const next of siblings.slice(at + 1)) {
    if (next.role !== 'item') break;
    found.push(next);
  }
  return found;
}

/** Duties that stand as a list below the sentence that says who owes them, or that nobody owes them yet. */
export function readDutyLists(reading: Reading, finder: NameFinder): void {
  for (const unit of reading.units) {
    if (unit.role !== 'text') continue;
    const { plain } = unit.text;
    const entries = entriesOf(reading, unit);
    if (entries.length === 0) continue;
    const last = unit.sentences.at(-1)?.text ?? '';
    const about = subjectOf(reading, unit);
    const abouts =
      about.keys.length > 0
        ? about.keys.map((subject) => ({ subject, environment: null }))
        : [{ subject: null, environment: about.environment }];
    if (undecided.test(plain) || nobodyYet.test(plain)) {
      for (const entry of entries)
        addAll(
          reading,
          entry,
          entrySubjects(reading, finder, entry, abouts),
          null,
          'the text leaves open who does it',
        );
      if (/\b(?:needs? to|must|should|has to) (?:run|live|be hosted) (?:somewhere|anywhere)\b/iu.test(plain))
        markPlanned(reading, about.keys);
      reading.draft.understood.add(unit.index);
      continue;
    }
    if (!/:\s*$/u.test(last)) continue;
    const owing = [...reading.draft.duties.values()].filter(
      (duty) =>
        duty.party !== null && duty.evidence.some((evidence) => unitHolds(reading, unit, evidence.line)),
    );
    const parties = new Set(owing.map((duty) => duty.party));
    const [owes] = parties;
    const party = parties.size === 1 ? owes : providerOf(reading, unit, entries);
    if (party === undefined || party === null) continue;
    for (const entry of entries)
      addAll(reading, entry, abouts, party, 'it stands in a list below the party that owes it');
  }
}

const provides =
  /^((?:the\s+)?[\p{L}\d& .-]{2,50}?)\s+(?:provides?|does|will do|will provide|handles?|covers?|takes? care of|takes? over|looks? after|remains? responsible for|keeps? doing|übernimmt)\b[^.:]{0,60}:\s*$/iu;

/** "Harbour Hosting provides:": the party before the verb, when what is listed below are areas of duty. */
function providerOf(reading: Reading, unit: Unit, entries: readonly Unit[]): string | null {
  const hit = provides.exec(unit.text.plain);
  if (hit?.[1] === undefined || !entries.every((entry) => areasOf(entry, false).length > 0)) return null;
  const [part, ...others] = splitParties(hit[1], 0);
  if (part === undefined || others.length > 0 || !canBeParty(reading, part.name)) return null;
  const where = { unit, from: part.from, to: part.to };
  return needParty(reading, part.name, where, 'the text says what it provides').key;
}

/** What needs a place yet is planned. */
function markPlanned(reading: Reading, keys: readonly string[]): void {
  for (const key of keys) {
    const thing = reading.draft.things.get(key);
    if (thing !== undefined && thing.kind === 'server') thing.status = 'planned';
  }
}

/** The machine that an entry names itself ("Appserver backups"), else what the list is about. */
function entrySubjects(
  reading: Reading,
  finder: NameFinder,
  entry: Unit,
  abouts: readonly DutySubject[],
): readonly DutySubject[] {
  const own = reading.own.get(entry.index)?.keys ?? [];
  const named = finder(entry.text.plain).some(
    (found) => found.value.is === 'thing' && !own.includes(found.value.key),
  );
  return named ? dutySubjects(reading, finder, entry, entry.text.plain) : abouts;
}

function unitHolds(reading: Reading, unit: Unit, line: number): boolean {
  const first = toEvidence(reading, unit.text, 'text')?.line ?? 0;
  const end = unit.text.plain.length;
  const last = toEvidence(reading, unit.text, 'text', Math.max(0, end - 2), end)?.line ?? first;
  return line >= first && line <= last;
}
