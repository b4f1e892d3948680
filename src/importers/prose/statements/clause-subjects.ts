import { nounParts } from '#core/importers/prose/lexicon/said-nouns.ts';
import { allMachines } from '#core/importers/prose/lexicon/relations.ts';
import { thresholds } from '#core/importers/prose/lexicon/weights.ts';
import { type Clause, findSubject } from './clauses.ts';
import { type Phrase, resolvePhrase } from './phrases.ts';
import type { Reading } from './reading.ts';
import type { Sentence } from './sentences.ts';
import { subjectOf, thingOf } from './subjects.ts';
import type { Unit } from './unit.ts';

/** A sentence with its names, and what the text was about before it. */
export interface Context {
  readonly unit: Unit;
  readonly sentence: Sentence;
  readonly phrases: readonly Phrase[];
  readonly previous: readonly string[];
  /** The last things of which several were named together. */
  readonly several: readonly string[];
  readonly near: string | null;
}

const classOf =
  /^\W*(?:all|both|every|each|alle|beide|sämtliche)\s+(?:of\s+)?(?:(?:the|our|these|four|three|two|five|six|unsere|der)\s+){0,2}([\p{L}-]{2,30})(?:\s+(servers?|hosts?|machines?|vms?|nodes?|instances?|boxes|rechner|maschinen))?\b/iu;

/** "The dome computers": a word that is part of several names, with a noun for machines in the plural. */
const definite =
  /^\W*(?:the|our|die|unsere)\s+([\p{L}-]{3,30})\s+(?:servers|hosts|machines|vms|nodes|instances|boxes|computers|rechner|maschinen)\b/iu;
const machineWord = /^(?:servers?|machines?|hosts?|vms?|nodes?|boxes|rechner|maschinen)$/iu;
const everything = /^\W*(?:all of (?:the above|them|these)|everything|alles|alle genannten)\b/iu;

/** Machines that a class word means: all of them, or those whose names hold the word ("all PMS hosts", "both caches"). */
export function membersOfClass(reading: Reading, words: string): string[] {
  const servers = [...reading.draft.things.values()].filter(
    (thing) => thing.kind === 'server' && thing.score >= thresholds.likely,
  );
  if (allMachines.test(words)) {
    const hit = classOf.exec(words);
    const word = hit?.[2] === undefined ? '' : (hit[1] ?? '').toLowerCase();
    const named = servers.filter((thing) => word !== '' && thing.name.toLowerCase().includes(word));
    return (named.length > 1 ? named : servers).map((thing) => thing.key).sort();
  }
  if (everything.test(words)) return servers.map((thing) => thing.key).sort();
  const hit = classOf.exec(words) ?? definite.exec(words);
  if (hit !== null && /^\W*(?:both|beide)\b/iu.test(words) && machineWord.test(hit[1] ?? ''))
    return servers.length === 2 ? servers.map((thing) => thing.key).sort() : [];
  const word = (hit?.[1] ?? '').toLowerCase().replace(/(?:es|s|en|n)$/u, '');
  if (word.length < 3) return [];
  const named = servers.filter((thing) => thing.name.toLowerCase().includes(word));
  const both = /^\W*(?:both|beide)\b/iu.test(words) && named.length > 2;
  const meant = both ? named.filter((thing) => thing.name.toLowerCase().startsWith(word)) : named;
  return meant.length > 1 && (!both || meant.length === 2) ? meant.map((thing) => thing.key).sort() : [];
}

/** "The NAS": the only machine whose name holds the noun. */
function bearerOf(reading: Reading, words: string): string | null {
  const noun = /^\W*(?:the|this|das|der|die)\s+([\p{L}\d]{3,20})\b/iu.exec(words)?.[1]?.toLowerCase();
  if (noun === undefined) return null;
  return soleBearer(reading, [noun]);
}

/** The only machine of which a part of the name is one of these words. */
function soleBearer(reading: Reading, words: readonly string[]): string | null {
  const found = [...reading.draft.things.values()].filter(
    (thing) =>
      thing.kind === 'server' &&
      thing.name
        .toLowerCase()
        .split(/[-_.\d]/u)
        .some((part) => words.includes(part)),
  );
  return found.length === 1 ? (found[0]?.key ?? null) : null;
}

/** "Logs of all web servers are shipped": what the machines have is said of them. */
const ofThings =
  /^\W*(?:the\s+|die\s+)?(?:\p{L}+\s+)?(?:logs?|logfiles?|syslog|metrics|traces|backups?|dumps?|snapshots?|data|mails?|alerts?|protokolle|metriken|sicherungen)\s+(?:of|from|von|der)\s+(?=(?:all|every|each|both|alle[rn]?)\b)/iu;

/** Who a clause speaks of, as keys of things. */
export function subjectsOf(
  reading: Reading,
  context: Context,
  clause: Clause,
  last: readonly string[],
): string[] {
  const { unit, sentence, phrases, near } = context;
  const words = sentence.text.slice(clause.from, clause.at).replace(ofThings, '');
  const isClass = clause.from === 0 ? membersOfClass(reading, words) : [];
  if (isClass.length > 0) return isClass;
  const subject = findSubject(sentence.text, clause, phrases);
  switch (subject.is) {
    case 'named':
      return resolvePhrase(reading, subject.phrase, { unit, offset: sentence.from }, near);
    case 'same':
      return [...last];
    case 'pronoun': {
      const meant = bearerOf(reading, words);
      if (meant !== null) return [meant];
      if (
        /^\W*(?:they|these|both|beide|diese)\b/iu.test(words) &&
        context.previous.length < 2 &&
        context.several.length > 1
      )
        return [...context.several];
      return context.previous.length > 0 ? [...context.previous] : [...subjectOf(reading, unit).keys];
    }
    case 'section':
      return [...subjectOf(reading, unit).keys];
    case 'own': {
      const { keys } = subjectOf(reading, unit);
      const isNext = unit.sentences.indexOf(sentence) > 0 && context.previous.length === 1;
      return keys.length > 0 || !isNext ? [...keys] : [...context.previous];
    }
    case 'unknown':
      return resolveNoun(reading, unit, words);
  }
}

/** "The exporter", "our database": the thing of the section, or the only service, that the noun can mean. */
export function resolveNoun(reading: Reading, unit: Unit, words: string): string[] {
  const noun =
    /^\W*(?:(?:and|then|und)\s+)?(?:the|our|this|der|die|das|unser\w*)\s+([\p{L}\d -]{3,40}?)\s*$/iu
      .exec(words.trim())?.[1]
      ?.toLowerCase();
  if (noun === undefined) return [];
  const above = subjectOf(reading, unit).keys.filter((key) => {
    const thing = thingOf(reading.draft, key);
    return thing !== null && (thing.name.toLowerCase().includes(noun) || thing.type === noun);
  });
  if (above.length > 0) return above;
  const ending = noun.split(' ').at(-1) ?? noun;
  const meant = [...reading.draft.things.values()].filter(
    (thing) =>
      thing.kind === 'service' &&
      new RegExp(`(?:^|[ -])${ending.replaceAll('-', '.')}$`, 'iu').test(thing.name),
  );
  const [only] = meant;
  if (meant.length === 1 && only !== undefined) return [only.key];
  const bearer = meant.length > 0 ? null : soleBearer(reading, nounParts.get(noun) ?? []);
  return bearer === null ? [] : [bearer];
}
