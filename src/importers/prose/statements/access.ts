import type { Access } from '#core/model/duty.ts';
import { accessCues } from '#core/importers/prose/lexicon/duties.ts';
import { addEvidence } from '#core/importers/prose/proposal/draft.ts';
import { type DutySubject, dutySubjects, needDuty } from './duties.ts';
import { canBeParty, needParty, splitParties } from './parties.ts';
import { type Reading, toEvidence } from './reading.ts';
import type { NameFinder } from './resolve.ts';
import type { Sentence } from './sentences.ts';
import type { Unit } from './unit.ts';

/** "developers have direct access (but not root)": goes to the duty of the same party and subject. */
function readAccess(reading: Reading, finder: NameFinder, unit: Unit, sentence: Sentence): void {
  const cue = /\b(?:access|log-?in|black box|Zugriff)\b/iu.test(sentence.text)
    ? accessCues.find((each) => each.words.test(sentence.text))
    : undefined;
  if (cue === undefined || sentence.text.length > 500) return;
  const { access } = cue;
  const clauses = sentence.text.split(/\s(?:but|aber)\s(?!not)/u);
  const clause = clauses.find((part) => cue.words.test(part)) ?? sentence.text;
  const at = sentence.text.indexOf(clause);
  const verb = /\b(?:should not|should|have|has|treats?|get|gets|only|must|may|can|haben|hat)\b/iu.exec(
    clause,
  );
  if (verb === null) return;
  const phrase = clause.slice(0, verb.index);
  const areaText = sentence.text.slice(at + verb.index);
  for (const each of splitParties(phrase, sentence.from + at).filter((part) =>
    canBeParty(reading, part.name),
  )) {
    const party = needParty(
      reading,
      each.name,
      { unit, from: each.from, to: each.to },
      'its access is stated',
    );
    for (const about of dutySubjects(reading, finder, unit, areaText)) {
      if (about.subject === null && about.environment === null) continue;
      setAccess(reading, unit, sentence, about, party.key, access);
    }
  }
}

function setAccess(
  reading: Reading,
  unit: Unit,
  sentence: Sentence,
  about: DutySubject,
  party: string,
  access: Access,
): void {
  const same = [...reading.draft.duties.values()].filter(
    (duty) =>
      duty.party === party && duty.subject === about.subject && duty.environment === about.environment,
  );
  const duty = same[0] ?? needDuty(reading, 'operation', about, party, 'informed');
  duty.access ??= access;
  if (duty.reason === '') duty.reason = 'the text states its access';
  addEvidence(duty.evidence, toEvidence(reading, unit.text, 'access', sentence.from, sentence.to));
  reading.draft.understood.add(unit.index);
}

/** Reads statements on access from all sentences. */
export function readAccesses(reading: Reading, finder: NameFinder): void {
  for (const unit of reading.units) {
    if (unit.role === 'title' || unit.role === 'table') continue;
    for (const sentence of unit.sentences) readAccess(reading, finder, unit, sentence);
  }
}
