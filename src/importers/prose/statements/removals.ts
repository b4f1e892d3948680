import { conditionOpening, removalSentence } from '#core/importers/prose/lexicon/facts.ts';
import { findMode } from '#core/importers/prose/lexicon/modes.ts';
import { addEvidence, needDisposition } from '#core/importers/prose/proposal/draft.ts';
import { isRemovalList } from './class-titles.ts';
import { findOpeningName } from './opening-name.ts';
import { toNameKey } from './names.ts';
import { type Reading, toEvidence } from './reading.ts';
import { membersOf, subjectOf, thingOf } from './subjects.ts';
import { isServerClass } from './titles.ts';
import type { Unit } from './unit.ts';

/** The things that an entry of a removal list names: one by its name, or the members of a class ("Drone servers"). */
function namedIn(reading: Reading, unit: Unit): string[] {
  const opening = findOpeningName(unit.text);
  const name = toNameKey(opening?.name ?? unit.text.plain);
  for (const key of [`server:${name}`, `service:${name}`]) if (reading.draft.things.has(key)) return [key];
  const inside = [...reading.draft.things.keys()].filter(
    (key) => key.startsWith('service:') && key.endsWith(`/${name}`),
  );
  if (inside.length === 1) return inside;
  const title = reading.units.find(
    (each) => each.role === 'title' && toNameKey(each.text.plain) === name && isServerClass(each.text.plain),
  );
  return title === undefined ? [] : membersOf(reading, title);
}

function readList(reading: Reading, above: Unit): void {
  const walk = (index: number): void => {
    for (const unit of reading.childrenOf(index)) {
      if (unit.role === 'title') continue;
      if (unit.role === 'text') {
        walk(unit.index);
        continue;
      }
      if (unit.role !== 'item') continue;
      const keys = namedIn(reading, unit);
      if (keys.length === 0) continue;
      const nested = reading
        .childrenOf(unit.index)
        .filter((child) => conditionOpening.test(child.text.plain));
      const behind = findOpeningName(unit.text)?.rest ?? '';
      const inline = behind.replace(/^[(]|[)]$/gu, '').trim();
      const hasReason = inline.split(/\s+/u).length > 1 && !conditionOpening.test(inline);
      const why = hasReason ? unit.text : above.text;
      for (const key of keys) {
        const disposition = needDisposition(reading.draft, key, why.plain.trim().replace(/:$/u, ''));
        addEvidence(disposition.evidence, toEvidence(reading, unit.text, 'disposition'));
        addEvidence(disposition.evidence, toEvidence(reading, why, 'why'));
        for (const child of nested) {
          disposition.conditions.add(child.text.plain.trim());
          addEvidence(disposition.evidence, toEvidence(reading, child.text, 'conditions'));
          reading.draft.understood.add(child.index);
        }
        if (conditionOpening.test(inline)) disposition.conditions.add(inline);
      }
      reading.draft.understood.add(unit.index);
    }
  };
  walk(above.index);
}

/** Whether what stands before "is not used any more" is the subject itself: nothing, a pronoun, its name. */
function isAboutSubject(before: string, name: string): boolean {
  const words = before.trim().toLowerCase().replace(/[,:]/gu, '');
  if (
    /^(?:it|this|they|currently|now|this (?:server|machine|box|service|vm)|the (?:server|machine|box|service|vm)|soon|und|er|dieser server|)(?:\s+(?:is|will|ist|and|currently|now))*$/u.test(
      words,
    )
  )
    return true;
  return name !== '' && words.includes(name.toLowerCase()) && words.length < name.length + 24;
}

const theseMachines =
  /^(?:these|those|the following|all (?:of )?these|diese|folgende)\s+(?:\w+\s+){0,2}?(?:machines?|servers?|hosts?|vms|nodes|boxes|maschinen|server)\b/iu;

/** The machines of the list right behind a paragraph. */
function listedBehind(reading: Reading, unit: Unit): string[] {
  const keys: string[] = [];
  const nested = reading.childrenOf(unit.index);
  const siblings = reading.childrenOf(unit.parent);
  const behind = nested.length > 0 ? nested : siblings.filter((each) => each.index > unit.index);
  for (const each of behind) {
    if (each.role !== 'item') break;
    keys.push(...(reading.own.get(each.index)?.keys ?? []).filter((key) => key.startsWith('server:')));
  }
  return keys;
}

/** "These machines will be retired once ...": said of each machine in the list behind it. */
function readListed(reading: Reading, unit: Unit, text: string, from: number, to: number): void {
  const hit = removalSentence.exec(text);
  const before = text.slice(0, hit?.index ?? 0);
  if (hit === null || !theseMachines.test(text)) return;
  const mode = findMode(text, before);
  if (mode === 'negated' || mode === 'past') return;
  const condition = text.slice(hit.index + hit[0].length).trim();
  for (const key of listedBehind(reading, unit)) {
    const disposition = needDisposition(reading.draft, key, text);
    addEvidence(disposition.evidence, toEvidence(reading, unit.text, 'disposition', from, to));
    if (conditionOpening.test(condition)) disposition.conditions.add(condition.replace(/[.!]$/u, ''));
    reading.draft.understood.add(unit.index);
  }
}

/** Reads lists of removal candidates and sentences that say it of their subject. */
export function readRemovals(reading: Reading): void {
  for (const unit of reading.units) {
    if (unit.role === 'table') continue;
    if (
      isRemovalList(unit.text.plain) &&
      (unit.role === 'title' || reading.childrenOf(unit.index).length > 0)
    )
      readList(reading, unit);
    if (unit.role === 'title') continue;
    for (const sentence of unit.sentences) {
      const hit = removalSentence.exec(sentence.text);
      if (hit === null || /\(\?\)|\?\s*$/u.test(sentence.text) || sentence.text.length > 300) continue;
      if (unit.role === 'text') readListed(reading, unit, sentence.text, sentence.from, sentence.to);
      const { keys, plural } = subjectOf(reading, unit);
      const [key] = keys;
      if (!isAboutSubject(sentence.text.slice(0, hit.index), thingOf(reading.draft, key)?.name ?? ''))
        continue;
      if (key === undefined || plural || keys.length !== 1 || !/^(?:server|service):/u.test(key)) continue;
      const mode = findMode(sentence.text, sentence.text.slice(0, hit.index));
      if (mode === 'negated' || mode === 'past' || thingOf(reading.draft, key) === null) continue;
      const disposition = needDisposition(reading.draft, key, sentence.text);
      addEvidence(
        disposition.evidence,
        toEvidence(reading, unit.text, 'disposition', sentence.from, sentence.to),
      );
      const condition = sentence.text.slice(hit.index + hit[0].length).trim();
      if (conditionOpening.test(condition)) disposition.conditions.add(condition.replace(/[.!]$/u, ''));
      reading.draft.understood.add(unit.index);
    }
  }
}
