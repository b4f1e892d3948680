import type { DependencyType } from '#core/model/dependency.ts';
import { findMode } from '#core/importers/prose/lexicon/modes.ts';
import { serviceWeights } from '#core/importers/prose/lexicon/weights.ts';
import { addEvidence, giveReason, needLink, needThing } from '#core/importers/prose/proposal/draft.ts';
import { type Context, membersOfClass, resolveNoun, subjectsOf } from './clause-subjects.ts';
import { type Clause, clausesOf, findObject, isAsserted } from './clauses.ts';
import { protocolOf } from './link-words.ts';
import type { Found } from './matcher.ts';
import { type Phrase, type Where, resolveKnown, resolvePhrase, toPhrases } from './phrases.ts';
import { readNamePairs } from './name-pairs.ts';
import { holdIn, placeIn, type Spot } from './placements.ts';
import { type Reading, toEvidence } from './reading.ts';
import type { NameFinder, Named } from './resolve.ts';
import type { Sentence } from './sentences.ts';
import { subjectOf, thingOf } from './subjects.ts';
import type { Unit } from './unit.ts';

/** What a relation is: a dump that is copied somewhere is a backup. */
function typeOf(sentence: Sentence, clause: Clause): DependencyType {
  const { relation } = clause.cue;
  if (relation === 'placed-in' || relation === 'holds') return 'uses';
  const isCopied = relation === 'stores-in' || (relation === 'connects' && !clause.cue.reversed);
  const before = sentence.text.slice(clause.from, clause.at);
  return isCopied && dumped.test(before) ? 'backs-up-to' : relation;
}

const passesOn = /^(?:forwards?|passe[sd]|sends?|hands|relays?)\b/iu;

/** Whether a thing is there to pass requests on: a proxy or load balancer, or a machine that runs one. */
function isProxy(reading: Reading, key: string): boolean {
  const types: readonly (string | null | undefined)[] = ['proxy', 'load-balancer'];
  const thing = thingOf(reading.draft, key);
  if (thing === null) return false;
  if (
    types.includes(thing.type) ||
    /(?:^|[-_.])(?:lb|proxy|haproxy|balancer)\d*(?:$|[-_.])/iu.test(thing.name)
  )
    return true;
  const inside = [...reading.draft.things.values()].filter(
    (each) => each.kind === 'service' && each.parent === key,
  );
  return inside.length > 0 && inside.every((each) => types.includes(each.type));
}

/** The type of a dependency by its words and ends: an arrow to a store stores, one from a proxy proxies, any other connects. */
function linkType(
  reading: Reading,
  sentence: Sentence,
  clause: Clause,
  from: string,
  to: string,
): DependencyType {
  const words = sentence.text.slice(clause.at, clause.end);
  const isArrow = clause.cue.relation === 'proxies' && /[>→←]|<-/u.test(words);
  if (isArrow && ['storage', 'backup'].includes(thingOf(reading.draft, to)?.type ?? '')) return 'stores-in';
  if (isArrow) return isProxy(reading, from) ? 'proxies' : 'connects';
  const type = typeOf(sentence, clause);
  return type === 'connects' && passesOn.test(words) && isProxy(reading, from) ? 'proxies' : type;
}

const dumped =
  /\b(?:dumps?|back-?ups?|snapshots?|Sicherung(?:en)?|Datensicherung(?:en)?)(?:\s+(?:of|from|von|der|des)\s[^,;]{2,40})?\s*(?:(?:is|are|gets?|wird|werden)\s*)?(?:\p{L}+\s*){0,2}$/iu;

/** Lets a machine stand for its service when the other end is a machine as well: machines copy machines. */
function levelled(reading: Reading, from: string, to: string): string {
  if (!from.startsWith('server:')) return to;
  const parent = thingOf(reading.draft, to)?.parent ?? null;
  return to.startsWith('service:') && parent?.startsWith('server:') === true ? parent : to;
}

/** "S3" before "bucket" belongs to the bucket's name; what stands behind "through" is the means. */
function isObject(found: Found<Named>, text: string, clause: Clause): boolean {
  if (clause.cue.relation === 'notifies') return true;
  if (/^\s+buckets?\b/iu.test(text.slice(found.to)))
    return found.value.is === 'thing' && found.value.key.includes('bucket');
  const gap = text.slice(clause.end, found.from);
  return (
    !/\b(?:through|via|using)\s+(?:the\s+)?[`"]?$/iu.test(gap) || /^\s*(?:via|through|over)\s/iu.test(gap)
  );
}

function isEnd(key: string): boolean {
  return /^(?:server|service|host):/u.test(key);
}

function holds(reading: Reading, a: string, b: string): boolean {
  return thingOf(reading.draft, a)?.parent === b || thingOf(reading.draft, b)?.parent === a;
}

function connect(
  reading: Reading,
  context: Context,
  clause: Clause,
  subjects: readonly string[],
  objects: readonly string[],
): boolean {
  const { cue } = clause;
  const { relation } = cue;
  if (relation === 'placed-in' || relation === 'holds') return false;
  const { unit, sentence } = context;
  let done = false;
  for (const subject of subjects) {
    for (const object of objects.slice(0, 8)) {
      const [from, to] = cue.reversed ? [object, subject] : [subject, object];
      const target = relation === 'replicates' ? levelled(reading, from, to) : to;
      if (from === target || !isEnd(from) || !isEnd(target) || holds(reading, from, target)) continue;
      const link = needLink(reading.draft, from, target, linkType(reading, sentence, clause, from, target));
      protocolOf(link, sentence.text.slice(clause.at));
      link.reason = `the text says "${sentence.text.slice(clause.at, clause.end).trim().toLowerCase()}"`;
      addEvidence(link.evidence, toEvidence(reading, unit.text, 'type', sentence.from, sentence.to));
      lendWeight(reading, from, target);
      done = true;
    }
  }
  return done;
}

/** Software that does something to a machine, or to a service on one, is in use here; what it is done to may be named in passing. */
function lendWeight(reading: Reading, from: string, to: string): void {
  const subject = thingOf(reading.draft, from);
  const object = thingOf(reading.draft, to);
  const isFirm =
    object?.kind === 'server' || object?.kind === 'host' || object?.parent?.startsWith('server:') === true;
  const { words, weight } = serviceWeights['acts on others'];
  if (subject?.kind === 'service' && isFirm) giveReason(subject, words, weight);
}

/** "Hosts shop.example.org, the old shop": what follows a domain belongs to what is hosted. */
function behindOf(text: string, clause: Clause): string {
  const behind = text.slice(clause.end, clause.to);
  const isCut =
    clause.cue.relation === 'holds' && /^,\s(?:the|our|an?|die|der|das)\s/iu.test(text.slice(clause.to));
  if (!isCut || !/\.[a-z]{2,24}\)?$/iu.test(behind)) return behind;
  return text.slice(clause.end, clause.to + (/[.;](?:\s|$)|$/u.exec(text.slice(clause.to))?.index ?? 0));
}

function readClause(
  reading: Reading,
  context: Context,
  clause: Clause,
  subjects: readonly string[],
  object: Phrase | null,
): boolean {
  const { unit, sentence } = context;
  const spot: Spot = {
    unit,
    sentence,
    at: clause.at,
    end: clause.end,
    behind: behindOf(sentence.text, clause),
    subjects,
  };
  if (clause.cue.relation === 'placed-in') return placeIn(reading, spot, object);
  if (clause.cue.relation === 'holds') return holdIn(reading, spot);
  if (subjects.length === 0) return false;
  return connect(reading, context, clause, subjects, objectsOf(reading, context, clause, object));
}

/** What a clause acts on: the phrase behind it, a class of machines, a pronoun, or a noun that can mean only one thing. */
function objectsOf(
  reading: Reading,
  context: Context,
  clause: Clause,
  object: Phrase | null,
): readonly string[] {
  const { unit, sentence, previous, near } = context;
  const behind = sentence.text.slice(clause.end, clause.to).trim();
  const isMine = /\b(?:(?:is|are|ist)\s+(?:its|their|sein|ihr|deren|dessen))\b/iu.test(
    sentence.text.slice(clause.at, clause.end),
  );
  if ((isMine && clause.cue.relation === 'replicates') || /^(?:it|them|ihn|ihm|ihnen)\b/iu.test(behind)) {
    // "`x1` is the database; `x2` trails it": what the sentence named before its last clause.
    const semicolon = sentence.text.lastIndexOf(';', clause.at);
    const earlier = context.phrases.filter((phrase) => phrase.to <= semicolon).at(-1);
    const meant = earlier === undefined ? [] : resolveKnown(reading, earlier);
    return meant.length > 0 ? meant : previous;
  }
  const members = membersOfClass(reading, behind);
  if (members.length > 0) return members;
  if (object === null) return resolveNoun(reading, unit, /^[^,;.()]{3,40}/u.exec(behind)?.[0] ?? '');
  const keys = resolvePhrase(reading, object, { unit, offset: sentence.from }, near);
  const { relation, reversed } = clause.cue;
  const isStore =
    relation === 'stores-in' || relation === 'backs-up-to' || (relation === 'replicates' && reversed);
  return isStore ? keys.map((key) => storeAt(reading, key, object, { unit, offset: sentence.from })) : keys;
}

/** "a Swiss Backup bucket at": the store's own name before its hoster. */
const storeBefore =
  /(?:^|\s)(?:an?|the|our|its)\s+((?:[\p{L}\d-]+\s){1,3}?(?:bucket|share|vault|box|space|storage))\s+(?:at|with|from|of)\s+$/iu;

/** What is stored at a hoster is stored in its service. */
function storeAt(reading: Reading, key: string, object: Phrase, where: Where): string {
  const thing = thingOf(reading.draft, key);
  if (thing?.kind !== 'provider') return key;
  const { plain } = where.unit.text;
  const lead = plain.slice(Math.max(0, where.offset + object.from - 60), where.offset + object.from);
  const named = storeBefore.exec(lead)?.[1];
  const hoster = key.slice('provider:'.length);
  const store = needThing(
    reading.draft,
    named === undefined ? `service:${hoster} storage` : `service:${hoster} ${named.toLowerCase()}`,
    'service',
    named ?? thing.name,
  );
  store.type = 'storage';
  store.parent ??= key;
  giveReason(store, 'the text says that something is stored there', 3.5);
  addEvidence(
    store.evidence,
    toEvidence(reading, where.unit.text, 'name', where.offset + object.from, where.offset + object.to),
  );
  return store.key;
}

/** What a text was about so far. */
interface Memory {
  readonly previous: readonly string[];
  readonly several: readonly string[];
}

/** Reads one sentence; gives back what it was about, for a pronoun in the next one. */
function readSentence(
  reading: Reading,
  finder: NameFinder,
  unit: Unit,
  sentence: Sentence,
  memory: Memory,
  round: 'places' | 'all',
): Memory {
  const clauses = clausesOf(sentence);
  const names = finder(sentence.text).filter((each) => each.value.is !== 'tool');
  const phrases = toPhrases(sentence.text, names, clauses);
  const near = subjectOf(reading, unit).keys[0] ?? null;
  const context: Context = { unit, sentence, phrases, ...memory, near };
  if (round === 'places') readNamePairs(reading, context, names);
  // Software named with its machine runs there, whatever else the sentence says of it.
  const placed = phrases.filter((phrase) => phrase.parts.some((part) => part.place !== null));
  if (round === 'places' && placed.length > 0 && findMode(sentence.text, '') === 'asserted')
    for (const phrase of placed) resolvePhrase(reading, phrase, { unit, offset: sentence.from }, near);
  let last: readonly string[] = [];
  let about: readonly string[] | null = null;
  for (const clause of clauses) {
    const subjects = subjectsOf(reading, context, clause, last);
    about ??= subjects.length > 0 ? subjects : null;
    last = subjects;
    const isPlace = clause.cue.relation === 'placed-in' || clause.cue.relation === 'holds';
    if ((round === 'places' && !isPlace) || !isAsserted(sentence.text, clause)) continue;
    const usable = phrases.filter((phrase) =>
      phrase.parts.every(({ head }) => isObject(head, sentence.text, clause)),
    );
    const object = findObject(sentence.text, clause, usable);
    if (readClause(reading, context, clause, subjects, object)) reading.draft.understood.add(unit.index);
    if (/-+>|→|=>/u.test(sentence.text.slice(clause.at, clause.end)) && object !== null)
      last = resolvePhrase(reading, object, { unit, offset: sentence.from }, near);
  }
  const groups = phrases.map((phrase) => knownOf(reading, phrase));
  const several = [...groups, ...(about === null ? [] : [about])].find((keys) => keys.length > 1);
  const first = groups.find((keys) => keys.length > 0);
  return { previous: about ?? first ?? memory.previous, several: several ?? memory.several };
}

/** Keys of the things of a phrase that are known already. */
function knownOf(reading: Reading, phrase: Phrase): string[] {
  const isKnown = phrase.parts.every(({ head, place }) => head.value.is === 'thing' || place !== null);
  if (isKnown && phrase.parts.every(({ head }) => head.value.is === 'thing'))
    return resolveKnown(reading, phrase);
  return phrase.parts.flatMap(({ place }) => (place?.value.is === 'thing' ? [place.value.key] : []));
}

/**
 * Reads placements, then dependencies from all sentences, so that a thing that is placed further below is known already. Only what
 * is said of today counts; the rest stays text.
 */
export function readRelations(reading: Reading, makeFinder: () => NameFinder): void {
  for (const round of ['places', 'all'] as const) {
    const finder = makeFinder();
    let title = -2;
    let memory: Memory = { previous: [], several: [] };
    for (const unit of reading.units) {
      if (unit.role === 'title' || unit.role === 'table') continue;
      if (unit.title !== title || subjectOf(reading, unit).keys.length > 0)
        memory = { previous: [], several: [] };
      title = unit.title;
      for (const sentence of unit.sentences) {
        if (sentence.text.length > 1200 || /^(?:if|wenn|falls)\s/iu.test(sentence.text)) continue;
        memory = readSentence(reading, finder, unit, sentence, memory, round);
      }
    }
  }
}
