import { dutyLabels, peopleList } from '#core/importers/prose/lexicon/duties.ts';
import type { RichText } from '#core/importers/prose/outline/block.ts';
import { sliceText } from '#core/importers/prose/outline/slice-text.ts';
import { findKnownNames } from './known-names.ts';
import { isTyped } from './names.ts';
import { findOpeningName } from './opening-name.ts';
import { needParty } from './parties.ts';
import type { Reading } from './reading.ts';
import { makeService, nameReasons } from './services.ts';
import { introduce } from './subjects.ts';
import { isServerClass, isTask, isTopic, titleEnvironment, toTitleParts } from './titles.ts';
import type { Unit } from './unit.ts';

/** The label with which a text opens ("Owner: Ann", "Responsible for all servers: Ann"); empty when it has none. */
export function labelIn(text: string): string {
  return (
    /^([\p{L} ]{3,24}|[\p{L}]{3,16}(?:\saccess)?\s(?:for|für|to|of)\s[\p{L}\d ._,-]{3,40}):\s/u.exec(
      text,
    )?.[1] ?? ''
  ).trim();
}

/** The label of a unit ("owner: Ann"), whether it is a field or a line with a colon. */
export function labelOf(unit: Unit): string {
  return unit.role === 'field' ? unit.name.plain.trim() : labelIn(unit.text.plain);
}

/** What stands behind the label of a unit. */
export function valueOf(unit: Unit): RichText {
  if (unit.role === 'field') return unit.text;
  const at = unit.text.plain.indexOf(':') + 1;
  const lead = /^\s*/u.exec(unit.text.plain.slice(at))?.[0].length ?? 0;
  return sliceText(unit.text, at + lead);
}

function isOwned(reading: Reading, title: Unit): boolean {
  return reading
    .childrenOf(title.index)
    .some(
      (child) =>
        child.role !== 'title' &&
        dutyLabels.some((label) => label.role !== 'consulted' && label.words.test(labelOf(child))),
    );
}

/** Whether a heading can be the name of a thing: a few words, no topic, no place, no class of machines. */
function canBeThing(name: string): boolean {
  return (
    name.split(/\s+/u).length <= 4 &&
    !/\s(?:at|on|in|for|with|from|and|bei|in|von)\s/iu.test(name) &&
    !isTyped(name) &&
    !isTask(name) &&
    !isTopic(name) &&
    !isServerClass(name) &&
    titleEnvironment(name) === null
  );
}

/** A heading below which an owner is named is a thing of the estate, even when nothing else is known of it. */
export function readOwnedTitles(reading: Reading): void {
  for (const unit of reading.units) {
    if (unit.role !== 'title' || reading.own.has(unit.index) || !isOwned(reading, unit)) continue;
    const { name } = toTitleParts(unit.text.plain);
    if (!canBeThing(name) || /\baccounts?$/iu.test(name)) continue;
    if (findKnownNames(name).some((found) => found.value.is === 'provider')) continue;
    const made = makeService(reading, name, null, ['has an owner', ...nameReasons(name)], {
      unit,
      from: 0,
      to: name.length,
    });
    if (made !== null) introduce(reading, unit, made.key);
  }
}

const person = /^\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]*){1,3}$/u;

/** People in a list that is announced as one ("The team members are:"). */
export function readPeopleLists(reading: Reading): void {
  for (const unit of reading.units) {
    if (unit.role !== 'item') continue;
    const lead = reading.units[unit.parent]?.text.plain.trim().slice(-120) ?? '';
    if (!peopleList.test(lead)) continue;
    const opening = findOpeningName(unit.text);
    if (opening === null || !person.test(opening.name) || isTopic(opening.name)) continue;
    const party = needParty(reading, opening.name, { unit, ...opening }, 'it stands in a list of people');
    party.kind = 'person';
    reading.draft.understood.add(unit.index);
  }
}
