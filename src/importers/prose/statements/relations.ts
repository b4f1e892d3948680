import {
  allMachines,
  encryptedWords,
  protocols,
  relationCues,
  unencrypted,
  type RelationCue,
} from '#core/importers/prose/lexicon/relations.ts';
import { findMode } from '#core/importers/prose/lexicon/modes.ts';
import { determiners, phraseEnd, statementOpening } from '#core/importers/prose/lexicon/openings.ts';
import { thresholds } from '#core/importers/prose/lexicon/weights.ts';
import { addEvidence, giveReason, needLink, type Link } from '#core/importers/prose/proposal/draft.ts';
import { addDomains } from './domains.ts';
import { findPlaces } from './places.ts';
import { isDomainName, tidyName } from './names.ts';
import { type Reading, toEvidence } from './reading.ts';
import { needSite, type NameFinder, type Named, resolveNamed } from './resolve.ts';
import { findServiceType, makeService, nameReasons } from './services.ts';
import { subjectOf, thingOf } from './subjects.ts';
import type { Found } from './matcher.ts';
import type { Sentence } from './sentences.ts';
import { isTask } from './titles.ts';
import type { Unit } from './unit.ts';

const clauseEnd = /;|\.\s|,?\s(?:but|while|whereas|although|which|aber|während)\s/iu;

interface Spot {
  readonly unit: Unit;
  readonly sentence: Sentence;
  readonly cue: RelationCue;
  readonly at: number;
  readonly end: number;
}

/** The words behind a cue up to the end of its clause. */
function behindOf(spot: Spot): string {
  const rest = spot.sentence.text.slice(spot.end);
  const stop = clauseEnd.exec(rest);
  return stop === null ? rest : rest.slice(0, stop.index);
}

function resolveAll(
  reading: Reading,
  found: readonly Found<Named>[],
  spot: Spot,
  offset: number,
  near: string | null,
): string[] {
  const keys = found.flatMap((each) => {
    const from = spot.sentence.from + offset + each.from;
    const key = resolveNamed(
      reading,
      each,
      { unit: spot.unit, from, to: spot.sentence.from + offset + each.to },
      near,
    );
    return key === null ? [] : [key];
  });
  return [...new Set(keys)];
}

/** Who does it: what is named before the cue in its clause, else what the unit is about. */
function subjectsOf(reading: Reading, finder: NameFinder, spot: Spot): string[] {
  const before = spot.sentence.text.slice(0, spot.at);
  const clauseStart = Math.max(before.lastIndexOf(';'), before.lastIndexOf(' but '), -1) + 1;
  const named = finder(before.slice(clauseStart)).filter((each) => each.value.is !== 'tool');
  const above = subjectOf(reading, spot.unit).keys;
  if (named.length === 0) return [...above];
  const own = reading.own.get(spot.unit.index)?.keys ?? [];
  const resolved = resolveAll(reading, named.slice(-3), spot, clauseStart, above[0] ?? null);
  return resolved.length > 0 ? resolved : own.length > 0 ? [...own] : [...above];
}

function protocolOf(link: Link, text: string): void {
  const found = protocols.find((each) => each.words.test(text));
  if (found !== undefined) {
    link.protocol ??= found.protocol;
    link.encrypted ??= found.encrypted;
  }
  if (unencrypted.test(text)) link.encrypted = false;
  else if (encryptedWords.test(text)) link.encrypted = true;
  const port = /\bport\s*[:=]?\s*(\d{2,5})\b/iu.exec(text);
  if (port !== null) link.port ??= Number(port[1]);
}

/** Lets a machine stand for its service when the other end is a machine as well: machines copy machines. */
function levelled(reading: Reading, from: string, to: string): string {
  if (!from.startsWith('server:')) return to;
  const parent = thingOf(reading.draft, to)?.parent ?? null;
  return to.startsWith('service:') && parent?.startsWith('server:') === true ? parent : to;
}

function place(reading: Reading, finder: NameFinder, spot: Spot): boolean {
  const behind = behindOf(spot);
  const subjects = subjectsOf(reading, finder, spot).filter((key) => /^(?:server|service):/u.test(key));
  const named = finder(behind.slice(0, 160)).filter((each) => each.value.is !== 'tool');
  const places = findPlaces(behind.slice(0, 120));
  const subject = subjects[0] ?? null;
  let done = false;
  for (const each of named) {
    if (each.value.is === 'product' && !each.value.entry.saas) continue;
    const [target] = resolveAll(reading, [each], spot, spot.end, null);
    if (target === undefined || subjects.includes(target)) continue;
    for (const key of subjects) if (putInto(reading, key, target, spot)) done = true;
    done ||= subjects.length === 0 && target.startsWith('provider:');
    break;
  }
  for (const found of places.slice(0, 1)) {
    const thing = thingOf(reading.draft, subject ?? undefined);
    if (thing === null || subjects.length !== 1) continue;
    const parent = thing.parent?.startsWith('provider:') === true ? thing.parent : null;
    const site = needSite(reading, found.value.name, found.value.country, parent);
    giveReason(site, 'the text says that something stands there', 3.5);
    addEvidence(
      site.evidence,
      toEvidence(
        reading,
        spot.unit.text,
        'name',
        spot.sentence.from + spot.end + found.from,
        spot.sentence.from + spot.end + found.to,
      ),
    );
    thing.jurisdiction ??= found.value.country;
    if (thing.parent === parent) thing.parent = site.key;
    done = true;
  }
  return done;
}

function putInto(reading: Reading, key: string, target: string, spot: Spot): boolean {
  const thing = thingOf(reading.draft, key);
  const into = thingOf(reading.draft, target);
  if (thing === null || into === null) return false;
  const evidence = toEvidence(
    reading,
    spot.unit.text,
    'parent',
    spot.sentence.from + spot.at,
    spot.sentence.to,
  );
  if (
    thing.kind === 'service' &&
    (into.kind === 'server' || into.kind === 'provider' || into.kind === 'site')
  ) {
    thing.parent ??= target;
    giveReason(thing, 'the text says where it runs', 2.5);
  } else if (thing.kind === 'server' && (into.kind === 'provider' || into.kind === 'site'))
    thing.parent ??= target;
  else if (thing.kind === 'service' && into.kind === 'service') {
    const link = needLink(reading.draft, key, target, 'uses');
    link.reason = 'the text says that it runs on it';
    addEvidence(link.evidence, evidence && { ...evidence, field: 'type' });
  } else return false;
  addEvidence(thing.evidence, evidence);
  return true;
}

/** "Hosts shop.example.org, the old shop": domains and services of the subject. */
function hold(reading: Reading, spot: Spot): boolean {
  const about = subjectOf(reading, spot.unit);
  const subject = about.keys.find((key) => /^(?:server|host):/u.test(key));
  const thing = thingOf(reading.draft, subject);
  if (about.plural || thing === null || subject === undefined || spot.at > 40) return false;
  const behind = behindOf(spot);
  const offset = spot.sentence.from + spot.end;
  let done = addDomains(reading, subject, spot.unit, behind, offset);
  let at = 0;
  for (const part of behind.split(/,|\sand\s|\sund\s/u)) {
    const lead = part.length - part.trimStart().length;
    const determiner = determiners.exec(part.trim())?.[0].length ?? 0;
    const phrase = part.slice(lead + determiner);
    const end = phraseEnd.exec(phrase)?.index ?? phrase.length;
    const name = tidyName(phrase.slice(0, end));
    const from = offset + at + lead + determiner;
    at += part.length + (behind.slice(at + part.length).match(/^(?:,|\sand\s|\sund\s)/u)?.[0].length ?? 1);
    if (
      name === '' ||
      isDomainName(name) ||
      findServiceType(name) === null ||
      statementOpening.test(name) ||
      name.split(/\s+/u).length > 5
    )
      continue;
    if (
      makeService(reading, name, subject, ['said to be hosted', ...nameReasons(name)], {
        unit: spot.unit,
        from,
        to: from + end,
      }) !== null
    )
      done = true;
  }
  return done;
}

function connect(reading: Reading, finder: NameFinder, spot: Spot): boolean {
  const { relation, reversed } = spot.cue;
  if (relation === 'placed-in' || relation === 'holds') return false;
  const near = subjectOf(reading, spot.unit).keys[0] ?? null;
  const said = subjectsOf(reading, finder, spot);
  const subjects = said.length > 0 ? said : everyMachine(reading, spot);
  const behind = behindOf(spot).slice(0, 240);
  const objects = resolveAll(
    reading,
    finder(behind).filter((each) => isObject(each, behind)),
    spot,
    spot.end,
    near,
  );
  let done = false;
  for (const subject of subjects) {
    for (const object of objects.slice(0, 6)) {
      const [from, to] = reversed ? [object, subject] : [subject, object];
      const target = relation === 'replicates' ? levelled(reading, from, to) : to;
      if (from === target || !isEnd(from) || !isEnd(target) || holds(reading, from, target)) continue;
      const link = needLink(reading.draft, from, target, relation);
      protocolOf(link, spot.sentence.text.slice(spot.at));
      link.reason = `the text says "${spot.sentence.text.slice(spot.at, spot.end).trim().toLowerCase()}"`;
      addEvidence(
        link.evidence,
        toEvidence(reading, spot.unit.text, 'type', spot.sentence.from, spot.sentence.to),
      );
      done = true;
    }
  }
  return done;
}

/** All machines, when the words before the cue say so. */
function everyMachine(reading: Reading, spot: Spot): string[] {
  if (!allMachines.test(spot.sentence.text.slice(0, spot.at))) return [];
  return [...reading.draft.things.values()]
    .filter((thing) => thing.kind === 'server' && thing.score >= thresholds.likely)
    .map((thing) => thing.key)
    .sort();
}

/** Tools act on things but are none; "S3" before "bucket" belongs to the bucket's name; what stands behind "through" is the means. */
function isObject(found: Found<Named>, behind: string): boolean {
  if (found.value.is === 'tool') return false;
  if (/^\s+buckets?\b/iu.test(behind.slice(found.to)))
    return found.value.is === 'thing' && found.value.key.includes('bucket');
  return (
    !/\b(?:through|via|using)\s+(?:the\s+)?[`"]?$/iu.test(behind.slice(0, found.from)) ||
    /^\s*(?:via|through|over)\s/iu.test(behind)
  );
}

function isEnd(key: string): boolean {
  return key.startsWith('server:') || key.startsWith('service:') || key.startsWith('host:');
}

function holds(reading: Reading, a: string, b: string): boolean {
  return thingOf(reading.draft, a)?.parent === b || thingOf(reading.draft, b)?.parent === a;
}

function overlaps(taken: readonly { from: number; to: number }[], from: number, to: number): boolean {
  return taken.some((each) => from < each.to && each.from < to);
}

/** Reads placements and dependencies from all sentences. Only what is said of today counts; the rest stays text. */
export function readRelations(reading: Reading, finder: NameFinder): void {
  for (const unit of reading.units) {
    if (unit.role === 'title' || unit.role === 'table') continue;
    for (const sentence of unit.sentences) {
      if (sentence.text.length > 1200 || isTask(sentence.text.slice(0, 60))) continue;
      if (/^(?:if|wenn|falls)\s/iu.test(sentence.text)) continue;
      const taken: { from: number; to: number }[] = [];
      for (const cue of relationCues) {
        const hit = cue.words.exec(sentence.text);
        if (hit === null || overlaps(taken, hit.index, hit.index + hit[0].length)) continue;
        const spot: Spot = { unit, sentence, cue, at: hit.index, end: hit.index + hit[0].length };
        const mode = findMode(sentence.text, sentence.text.slice(0, hit.index));
        if (mode !== 'asserted') continue;
        const done =
          cue.relation === 'placed-in'
            ? place(reading, finder, spot)
            : cue.relation === 'holds'
              ? hold(reading, spot)
              : connect(reading, finder, spot);
        if (!done) continue;
        taken.push({ from: spot.at, to: spot.end });
        reading.draft.understood.add(unit.index);
      }
    }
  }
}
