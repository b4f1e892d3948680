import {
  conditionOpening,
  entryFate,
  entryOrder,
  lateOrder,
  removalSentence,
  turnOff,
} from '#core/importers/prose/lexicon/facts.ts';
import { findMode } from '#core/importers/prose/lexicon/modes.ts';
import { addEvidence, needDisposition } from '#core/importers/prose/proposal/draft.ts';
import { isRemovalList } from './class-titles.ts';
import { findOpeningName } from './opening-name.ts';
import { toNameKey } from './names.ts';
import { type Phrase, resolveKnown, toPhrases } from './phrases.ts';
import { type Reading, toEvidence } from './reading.ts';
import type { NameFinder } from './resolve.ts';
import type { Sentence } from './sentences.ts';
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
      const behind = (findOpeningName(unit.text)?.rest ?? '').replace(/^[,;]\s*/u, '');
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

/** Whether what stands before the words names nobody else: nothing, a few words on what the unit is about. */
function isAboutSection(unit: Unit, before: string): boolean {
  if (unit.role === 'item' && /[,;]\s*$/u.test(before) && before.length < 120) return true;
  const words = before.trim().replace(/[,:]/gu, '');
  if (/^(?:currently|now|soon|and|und|also|to|nobody \w+ \w+|)$/iu.test(words)) return true;
  return (
    (unit.role === 'item' || unit.role === 'term' || unit.role === 'field' || unit.role === 'text') &&
    words.split(/\s+/u).length <= 3
  );
}

const notGoing = /\b(?:nach|after|by|from|than|on|with|via|to|in|like|auf|mit|durch)\s+(?:the\s+)?["'`]*$/iu;

/** Who goes: what is named before the words, what a pronoun points back to, else what the unit is about. */
function goersOf(
  reading: Reading,
  unit: Unit,
  text: string,
  phrases: readonly Phrase[],
  at: number,
  previous: readonly string[],
): readonly string[] {
  const named = phrases.filter(
    (phrase) => phrase.to <= at && !notGoing.test(text.slice(Math.max(0, phrase.from - 16), phrase.from)),
  );
  if (previous.length > 0 && /\b(?:it|them|this one)$/iu.test(removalSentence.exec(text)?.[0] ?? ''))
    return previous;
  const phrase = named.at(-1);
  if (phrase !== undefined) {
    const gap = text.slice(phrase.to, at);
    if (gap.length > 80 || /[.;]\s+(?:the|our|die|der)\s/iu.test(gap)) return [];
    // In a machine's own entry what runs on it goes with it: "x1: the switchboard, will be replaced".
    const goers = resolveKnown(reading, phrase);
    const own = subjectOf(reading, unit).keys;
    return own.length === 1 && goers.every((key) => thingOf(reading.draft, key)?.parent === own[0])
      ? own
      : goers;
  }
  const { keys, plural } = subjectOf(reading, unit);
  const isPronoun =
    /^\W*(?:it|they|this|both|er|sie|es|dieser|diese|(?:the|this|der|die|das)\s+(?:old\s+)?(?:server|machine|box|service|vm|rechner|system))\b/iu.test(
      text,
    );
  if (isPronoun && previous.length > 0) return previous;
  return (isPronoun || isAboutSection(unit, text.slice(0, at))) && !plural && keys.length === 1 ? keys : [];
}

const conditionWords =
  /(?:^|\s)((?:after|once|when|as soon as|until|only (?:after|if|when)|by the end of|at the end of|nach|sobald|wenn|erst)\s[^.;]{3,120})/iu;
const replaces =
  /\b(?:replaces|supersedes|löst|ersetzt|(?:getting|get) rid of|(?:we|they)\s(?:will|want to|plan to|are going to)\s(?:then\s)?(?:drop|remove|delete|retire|decommission|scrap|switch off|turn off|shut down))\s/iu;
/** Verbs whose object is the machine itself: "we will remove the files of x1" says nothing of x1. */
const wanted = /(?:rid of|drop|remove|delete|retire|decommission|scrap|off|down)\s*$/iu;
const onlyArticle = /^(?:(?:the|our|old|both|all|server|machine|host|vm|box)\s+)*["'“`*]*$/iu;
const orders =
  /^(?:please\s+)?(?:decommission|retire|switch off|turn off|shut down|dismantle|scrap|abschalten:?|stilllegen:?)\s/iu;

/** Says of machines that they go, with the condition that the sentence names. */
function retire(
  reading: Reading,
  unit: Unit,
  sentence: Sentence,
  keys: readonly string[],
  rest: string,
): void {
  for (const key of keys) {
    if (!/^(?:server|service|host):/u.test(key) || thingOf(reading.draft, key) === null) continue;
    const disposition = needDisposition(reading.draft, key, sentence.text);
    addEvidence(
      disposition.evidence,
      toEvidence(reading, unit.text, 'disposition', sentence.from, sentence.to),
    );
    const condition = conditionWords.exec(rest)?.[1]?.trim().replace(/[.!]$/u, '');
    if (condition !== undefined) disposition.conditions.add(condition);
    reading.draft.understood.add(unit.index);
  }
}

/** "ftp1: kill after the switch". */
function readEntryOrder(reading: Reading, unit: Unit, sentence: Sentence): void {
  const opening = unit.role === 'item' || unit.role === 'text' ? findOpeningName(unit.text) : null;
  const own = reading.own.get(unit.index)?.keys ?? [];
  if (opening === null || own.length === 0 || sentence.from > opening.restFrom) return;
  if (/\?/u.test(sentence.text)) return;
  const late = lateOrder.exec(opening.rest);
  if (entryOrder.test(opening.rest) || entryFate.test(opening.rest))
    retire(reading, unit, sentence, own, opening.rest);
  else if (late !== null && own.length === 1)
    retire(reading, unit, sentence, own, opening.rest.slice(late.index + late[0].length));
}

function readSentence(
  reading: Reading,
  finder: NameFinder,
  unit: Unit,
  sentence: Sentence,
  previous: readonly string[],
): readonly string[] {
  const { text } = sentence;
  const phrases = toPhrases(text, finder(text), []).filter((phrase) =>
    phrase.parts.every(({ head, place }) => {
      // "The WordPress on x1" speaks of x1 when nothing else is known of that WordPress.
      const end = head.value.is === 'product' && place !== null ? place : head;
      return end.value.is === 'thing' && /^(?:server|service|host):/u.test(end.value.key);
    }),
  );
  const isQuestion = /\(\?\)|\?\s*$/u.test(text) || text.length > 300;
  const hit = isQuestion ? null : removalSentence.exec(text);
  if (hit !== null) {
    const before = text.slice(0, hit.index);
    const mode = findMode(text.slice(0, hit.index + hit[0].length), before);
    if (mode !== 'negated' && mode !== 'past' && mode !== 'doubted')
      retire(
        reading,
        unit,
        sentence,
        goersOf(reading, unit, text, phrases, hit.index, previous),
        text.slice(hit.index + hit[0].length),
      );
  }
  readEntryOrder(reading, unit, sentence);
  const off = isQuestion ? null : turnOff.exec(text);
  const turned =
    off === null
      ? undefined
      : phrases.find((phrase) => phrase.from >= off.index && phrase.to <= off.index + off[0].length);
  if (turned !== undefined) retire(reading, unit, sentence, resolveKnown(reading, turned), text);
  const other = isQuestion ? null : (replaces.exec(text) ?? orders.exec(text));
  if (other !== null && hit === null && findMode(text, text.slice(0, other.index)) !== 'past') {
    const end = other.index + other[0].length;
    const object = phrases.find(
      (phrase) =>
        phrase.from >= end &&
        phrase.from - end < 30 &&
        (!wanted.test(other[0]) || onlyArticle.test(text.slice(end, phrase.from))),
    );
    const isIt = /^(?:it|them)\b/iu.test(text.slice(end));
    const isOrder = orders.test(text);
    const rest = object === undefined ? '' : text.slice(object.to);
    const stays = isOrder && !/^["'”`*]*\s*(?:$|[.,;(]|once\b|after\b|when\b|as soon\b)/iu.test(rest);
    if (object !== undefined && !stays) retire(reading, unit, sentence, resolveKnown(reading, object), rest);
    else if (isIt && !isOrder) {
      const meant = /^them\b/iu.test(text.slice(end)) ? previous : previous.slice(0, 1);
      retire(reading, unit, sentence, meant, text.slice(end));
    }
  }
  return phrases.flatMap((phrase) => resolveKnown(reading, phrase)).slice(0, 4);
}

/** Reads lists of removal candidates and sentences that say it of their subject. */
export function readRemovals(reading: Reading, finder: NameFinder): void {
  for (const unit of reading.units) {
    if (unit.role === 'table') continue;
    if (
      isRemovalList(unit.text.plain) &&
      (unit.role === 'title' || reading.childrenOf(unit.index).length > 0)
    )
      readList(reading, unit);
    if (unit.role === 'title') continue;
    let previous: readonly string[] = [];
    for (const sentence of unit.sentences) {
      if (unit.role === 'text' && sentence.text.length <= 300 && removalSentence.test(sentence.text))
        readListed(reading, unit, sentence.text, sentence.from, sentence.to);
      const named = readSentence(reading, finder, unit, sentence, previous);
      if (named.length > 0) previous = named;
    }
  }
}
