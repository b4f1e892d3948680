import { relationCues } from '#core/importers/prose/lexicon/relation-cues.ts';
import type { RelationCue } from '#core/importers/prose/lexicon/relations.ts';
import { findMode } from '#core/importers/prose/lexicon/modes.ts';
import type { Phrase } from './phrases.ts';
import type { Sentence } from './sentences.ts';
import { isTask } from './titles.ts';

/** A cue in a sentence with the words before it since the last cue, and those behind it up to the next one. */
export interface Clause {
  readonly cue: RelationCue;
  readonly at: number;
  readonly end: number;
  /** Where the words before it begin. */
  readonly from: number;
  /** Where the words behind it end. */
  readonly to: number;
}

const global: readonly { readonly cue: RelationCue; readonly words: RegExp }[] = relationCues.map((cue) => ({
  cue,
  words: new RegExp(cue.words.source, `${cue.words.flags}g`),
}));
const clauseEnd =
  /;|\.\s|,?\s(?:but|while|whereas|although|which|who|aber|während|wobei)\s|,\s(?:the|die|der|das)\s/iu;

/** The cues of a sentence in their order; where two overlap, the one that stands first in the table. */
function toClauses(text: string): Clause[] {
  const hits: { cue: RelationCue; at: number; end: number }[] = [];
  for (const { cue, words } of global) {
    for (const hit of text.matchAll(words)) {
      const end = hit.index + hit[0].length;
      if (hits.length < 40 && !hits.some((each) => hit.index < each.end && each.at < end))
        hits.push({ cue, at: hit.index, end });
    }
  }
  hits.sort((a, b) => a.at - b.at);
  return hits.map((hit, at) => {
    const next = hits[at + 1]?.at ?? text.length;
    const stop = clauseEnd.exec(text.slice(hit.end, next));
    return { ...hit, from: hits[at - 1]?.end ?? 0, to: stop === null ? next : hit.end + stop.index };
  });
}

const clausesBySentence = new WeakMap<Sentence, Clause[]>();

/** The clauses of a sentence, looked for once: all rounds need them, and going through the cues is most of the work. */
export function clausesOf(sentence: Sentence): readonly Clause[] {
  const known = clausesBySentence.get(sentence);
  if (known !== undefined) return known;
  const made = toClauses(sentence.text);
  clausesBySentence.set(sentence, made);
  return made;
}

/** "Wait until x1 has written everything to x2": what an order waits for or looks after is so today. */
const orderThat =
  /^(?:please\s+)?(?:wait until|make sure(?: that)?|check (?:on \S{2,40} )?(?:that|whether)|ensure that|ensure|verify that|verify|confirm that|see that|watch until)\s+(?=\S)/iu;

/** "Rebuild x1 as a replica of x2": what an order makes is not there yet. */
const makesNew =
  /^\W*(?:re)?(?:build|create|make|set|configure|start|add|promote|turn|seed|restore|provision|install|deploy|join|attach)\b/iu;

/** Whether a clause says what is so today. */
export function isAsserted(text: string, clause: Clause): boolean {
  const before = text.slice(clause.from, clause.at);
  const words = text.slice(clause.from, clause.to).replace(orderThat, '');
  const isWhole = clause.from === 0;
  const isOrder = isWhole && isTask(words.slice(0, 60));
  if (isOrder && (clause.cue.relation !== 'replicates' || makesNew.test(words))) return false;
  if (/\b(?:if|falls|wenn|unless|when)\s+[^,]{1,80}$/iu.test(before) && !/,/u.test(before)) return false;
  const tail = /\(\?\)|\?\s*$/u.test(text.slice(clause.end)) ? ' (?)' : '';
  return findMode(`${words}${tail}`, before) === 'asserted';
}

const notSubject =
  /\b(?:after|before|until|since|with|via|through|without|like|unlike|instead of|than|except|besides|für|mit|ohne|nach|vor)\s+(?:(?:the|our|a|an|der|dem|den|die|das)\s+)?["'“`*(]*$/iu;
const otherSubject =
  /(?:[,;:]|\b(?:then|so|and|but|und|aber|dann))\s+(?:the|a|an|our|its|their|each|every|all|some|der|die|das|ein|eine|unser\w*|alle)\s+[\p{L}-]+/iu;

/** Who a clause speaks of. */
export type ClauseSubject =
  | { readonly is: 'named'; readonly phrase: Phrase }
  /** The subject of the clause before. */
  | { readonly is: 'same' }
  /** "It", "this machine": what the sentence before was about. */
  | { readonly is: 'pronoun' }
  /** Nobody is named: what the section or the entry is about. */
  | { readonly is: 'section' }
  /** Mail, logs or copies of nobody named: of what the section is about, else of what the text just spoke of. */
  | { readonly is: 'own' }
  /** Somebody who has no name here. */
  | { readonly is: 'unknown' };

const pronoun =
  /^["'“]?(?:and\s+|also\s+)?(?:its\s+\w+|their\s+\w+|it|they|he|she|both|these|this|er|sie|es|dieser|diese|dieses|beide|(?:the|this|that|der|die|das)\s+(?:machine|server|box|vm|host|service|app|application|latter|system|rechner|dienst|site|daemons?|nas))\b(?!\s+of\b)/iu;
/** "A dump is copied to": of what the section is about. */
const ownThing =
  /^(?:[^,;]{0,40}\s)?(?:an?|the|its|their|all|der|die|ein|eine)?\s*(?:\p{L}+\s+)?(?:dumps?|back-?ups?|snapshots?|cop(?:y|ies)|logs?|data|images|files|mails?|sicherung(?:en)?|daten)\s+(?:is|are|gets?|wird|werden)?\s*(?:\p{L}+\s*)?$/iu;
const someone =
  /^["'“]?(?:the|our|all|some|an?|most|many|users?|people|clients?|others?|every|each|no|die|der|das|alle|unsere?|viele|ein|eine)\s+[\p{L}-]/iu;

/** People whom a machine serves, at the start of a sentence: what they do says nothing of the section's machines. */
const crowd =
  /^["'“]?(?:[\p{L}-]+\s)?(?:players|customers|visitors|readers|editors|students|pupils|teachers|members|employees|staff|colleagues|developers|engineers|designers|doctors|nurses|drivers|volunteers|guests|tenants|partners|suppliers|auditors|journalists|researchers|scientists|everybody|everyone|phones|browsers|laptops|devices|Kunden|Nutzer|Benutzer|Mitarbeiter|Kollegen)\s+(?:\p{L}+\s)?$/iu;

/** Finds who a clause speaks of, from the names before its cue. */
export function findSubject(text: string, clause: Clause, phrases: readonly Phrase[]): ClauseSubject {
  const seg = text.slice(clause.from, clause.at);
  if (clause.cue.inside === true)
    return toNamed(phrases.filter((phrase) => phrase.from >= clause.at && phrase.to <= clause.end));
  const ofWhat =
    clause.cue.relation === 'backs-up-to' &&
    clause.at < 6 &&
    /^(?:\w+ )?(?:back-?ups|back-?up:|dumps|snapshots|copies|sicherungen)\b/iu.test(text.slice(clause.at))
      ? phrases.find(
          (phrase) =>
            phrase.from >= clause.at &&
            phrase.to <= clause.end &&
            /(?:\b(?:of|from|von|der|des)|^\W*(?:back-?ups?|sicherung(?:en)?):)\s+(?:(?:the|our|all)\s+)?["'“`*]*$/iu.test(
              text.slice(0, phrase.from),
            ),
        )
      : undefined;
  if (ofWhat !== undefined) return toNamed([ofWhat]);
  if (clause.cue.ofLast === true) return toNamed(phrases.filter((phrase) => phrase.to <= clause.at));
  const named = phrases.filter((phrase) => phrase.from >= clause.from && phrase.to <= clause.at);
  if (clause.from > 0) {
    const relative = /["'”`*]*,\s*(?:which|that|who|die|der|das)\s+(?:\w+ly\s+|also\s+|now\s+)?$/iu.exec(seg);
    const owner = named.at(-1);
    if (relative !== null && owner !== undefined && owner.to >= clause.from + relative.index)
      return toNamed(named);
    const joint = /(?:,\s*|\s)(?:and|or|but|und|aber|sowie)\s+|;\s+|,\s+/giu;
    const last = [...seg.matchAll(joint)].at(-1);
    if (last === undefined)
      return /\b(?:which|that|who|die|der|das)\s*$/iu.test(seg) && named.length > 0
        ? toNamed(named)
        : seg.trim() === ''
          ? { is: 'same' }
          : named.length > 0 && /^\W*$/u.test(text.slice(named.at(-1)?.to ?? 0, clause.at))
            ? toNamed(named)
            : { is: 'unknown' };
    const from = clause.from + last.index + last[0].length;
    const behind = named.filter((phrase) => phrase.to > from);
    if (behind.length > 0) return toNamed(behind);
    const words = text.slice(from, clause.at).trim();
    // "x1, which ends TLS and passes requests on": the verb behind "and" is said of x1 as well.
    const told = /,\s*(?:which|that|die|der|das)\s[^,;]{2,60}$/iu.exec(seg.slice(0, last.index));
    if (told !== null && owner !== undefined && owner.to <= clause.from + told.index + 1 && words === '')
      return toNamed(named);
    if (/^(?:it|they|er|sie|es)\b/iu.test(words)) return { is: 'pronoun' };
    return words === '' ||
      (words.split(/\s+/u).length <= 3 && !someone.test(words) && !/;\s*$/u.test(last[0]))
      ? { is: 'same' }
      : { is: 'unknown' };
  }
  const said = text.replace(orderThat, (order) => ' '.repeat(order.length));
  const usable = named.filter((phrase) => !notSubject.test(said.slice(0, phrase.from)));
  const phrase = usable.at(-1);
  if (phrase !== undefined) {
    const gap = text.slice(phrase.to, clause.at);
    if (gap.length > 90 || otherSubject.test(gap)) return { is: 'unknown' };
    return { is: 'named', phrase };
  }
  if (pronoun.test(seg) || /^\W*(?:its|their|ihre?|seine?)\s*$/iu.test(seg)) return { is: 'pronoun' };
  if (crowd.test(seg)) return { is: 'unknown' };
  if (ownThing.test(seg)) return { is: 'own' };
  return someone.test(seg.trim()) && named.length === 0 ? { is: 'unknown' } : { is: 'section' };
}

function toNamed(phrases: readonly Phrase[]): ClauseSubject {
  const phrase = phrases.at(-1);
  return phrase === undefined ? { is: 'unknown' } : { is: 'named', phrase };
}

const otherObject =
  /\b(?:same|instead of|rather than|like|unlike|except|as well as on|named after|similar)\b|[;:]\s|,\s(?:and|but|which|who)\b/iu;

/** The phrase that a cue acts on: the first behind it, close by. */
export function findObject(text: string, clause: Clause, phrases: readonly Phrase[]): Phrase | null {
  const phrase = phrases.find((each) => each.from >= clause.end && each.from < clause.to);
  if (phrase === undefined) return null;
  const gap = text.slice(clause.end, phrase.from);
  return gap.length > 70 || otherObject.test(gap) ? null : phrase;
}
