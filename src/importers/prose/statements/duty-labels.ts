import { dutyLabels } from '#core/importers/prose/lexicon/duties.ts';
import { addEvidence } from '#core/importers/prose/proposal/draft.ts';
import { type DutySubject, emailWord, needDuty, wholeEstate } from './duties.ts';
import { labelIn, labelOf } from './owned-titles.ts';
import { canBeParty, needParty, splitParties } from './parties.ts';
import { type Reading, toEvidence } from './reading.ts';
import { subjectOf } from './subjects.ts';
import type { Unit } from './unit.ts';

/** "owner: Ann, Bob": a duty or a contact by its label. */
function readLabel(reading: Reading, unit: Unit, from: number, to: number): boolean {
  const field = unit.role === 'field' ? labelOf(unit) : labelIn(unit.text.plain.slice(from, to));
  const bare = field.replace(/\s+(?:for|für|of)\s.*$/iu, '');
  const isAll = field !== bare && wholeEstate.test(field);
  const label = dutyLabels.find((each) => each.words.test(bare));
  if (label === undefined) return false;
  const offset = unit.role === 'field' ? 0 : unit.text.plain.indexOf(':', from) + 1;
  const value = unit.text.plain.slice(offset, offset + 160);
  const mail = emailWord.exec(value);
  const { keys, environment } = subjectOf(reading, unit);
  if (mail !== null) {
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
  if ((abouts.length === 0 && label.role !== 'accountable') || /\?/u.test(value)) return false;
  const stop = /[.;:(]|\s[-–]\s|$/u.exec(value);
  for (const each of splitParties(value.slice(0, stop?.index ?? value.length), offset).filter((part) =>
    canBeParty(reading, part.name),
  )) {
    const party = needParty(
      reading,
      each.name,
      { unit, from: each.from, to: each.to },
      `it stands behind "${field.toLowerCase()}"`,
    );
    for (const about of abouts) {
      const duty = needDuty(reading, label.area, about, party.key, label.role);
      duty.reason = `it stands behind "${field.toLowerCase()}"`;
      addEvidence(duty.evidence, toEvidence(reading, unit.text, 'party', each.from, each.to));
    }
    reading.draft.understood.add(unit.index);
  }
  return true;
}

/** Reads duties by label. A label opens its unit, or a later sentence of a paragraph ("As of March. Owner: Ann"). */
export function readDutyLabels(reading: Reading): void {
  for (const unit of reading.units) {
    if (unit.role === 'title' || unit.role === 'table') continue;
    if (readLabel(reading, unit, 0, unit.text.plain.length)) continue;
    for (const sentence of unit.sentences.slice(1)) readLabel(reading, unit, sentence.from, sentence.to);
  }
}
