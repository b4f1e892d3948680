import { noName } from '#core/importers/prose/lexicon/machine-words.ts';
import { parted } from '#core/importers/prose/lexicon/modes.ts';
import { determiners, phraseEnd, statementOpening } from '#core/importers/prose/lexicon/openings.ts';
import { addEvidence, giveReason, needLink, type Thing } from '#core/importers/prose/proposal/draft.ts';
import { addDomains } from './domains.ts';
import { findCodedSites } from './site-codes.ts';
import { isDomainName, tidyName } from './names.ts';
import { toTokens } from './matcher.ts';
import type { Phrase } from './phrases.ts';
import { type Reading, toEvidence } from './reading.ts';
import { needSite, resolveNamed } from './resolve.ts';
import { findServiceType } from './service-types.ts';
import { makeService, nameReasons } from './services.ts';
import { thingOf } from './subjects.ts';
import { findEnvironment, isTopic } from './titles.ts';
import type { Sentence } from './sentences.ts';
import type { Unit } from './unit.ts';

/** A cue of placement in its sentence, who it is said of, and the words behind it. */
export interface Spot {
  readonly unit: Unit;
  readonly sentence: Sentence;
  readonly at: number;
  readonly end: number;
  readonly behind: string;
  readonly subjects: readonly string[];
}

/** "The middleware runs on m1": what runs there has no name yet but what the text calls it. */
const unnamed =
  /^(?:the|our|a|an|die|der|das|unser\w*)\s+((?:[\p{L}\d'’-]+\s+){0,3}?[\p{L}\d'’-]+)\s*(?:(?:for|of|from|with)\s[^,;]{1,40})?$/iu;
/** "Deadline runs on r1": a name with a capital that no lexicon knows. */
const properName =
  /^((?!(?:It|This|That|These|Those|Both|All|Everything|He|She|They|We|You|I|There|Here|Who|What|Which|Also|Now|Currently|Es|Er|Sie|Alles|Das|Dies|Beide)\b)\p{Lu}[\p{L}\d.+-]{2,24}(?:\s\p{Lu}[\p{L}\d.+-]{1,24})?)$/u;
/** Verbs of software, not of files: "scores live on n1" names no service. */
const runs = /\b(?:runs?|running|hosted|installed|deployed|läuft|laufen|gehostet|installiert|betrieben)\b/iu;
const notRun =
  /^(?:(?:\w+\s+)?(?:machines?|servers?|vms?|hosts?|box|boxes|one|ones|rest|others?|same|latter|everything|following|whole thing|data|files?|recordings?|code|documents?|documentation|page|result|list|first|second|two|three|teams?|people|users?|group|company|backups?|dumps?|scripts?|tests?|build))$/iu;

/** ":Wiki: runs on w1": the field names what runs there. */
function makeOfField(reading: Reading, spot: Spot, target: string): string | null {
  const text = spot.unit.name;
  const name = tidyName(text.plain);
  if (!/^[\p{L}\d][\p{L}\d .-]{1,30}$/u.test(name) || isTopic(name)) return null;
  const where = { unit: { ...spot.unit, text }, from: 0, to: text.plain.length };
  return makeService(reading, name, target, ['said to run', ...nameReasons(name)], where)?.key ?? null;
}

function makeUnnamed(reading: Reading, spot: Spot, target: string): string | null {
  if (!target.startsWith('server:')) return null;
  const before = spot.sentence.text.slice(0, spot.at).trim();
  if (before === '' && spot.unit.role === 'field') return makeOfField(reading, spot, target);
  const says = spot.sentence.text.slice(spot.at, spot.end);
  const hit = unnamed.exec(before) ?? (runs.test(says) ? properName.exec(before) : null);
  const name = tidyName(hit?.[1] ?? '');
  if (
    hit === null ||
    name === '' ||
    notRun.test(name) ||
    noName.test(name) ||
    isTopic(name) ||
    findEnvironment(name) !== null
  )
    return null;
  const from = spot.sentence.from + spot.sentence.text.indexOf(name);
  const made = makeService(reading, name, target, ['said to run', ...nameReasons(name)], {
    unit: spot.unit,
    from,
    to: from + name.length,
  });
  return made?.key ?? null;
}

/** Puts things into the place that a clause names. */
export function placeIn(reading: Reading, spot: Spot, object: Phrase | null): boolean {
  const subjects = spot.subjects.filter((key) => /^(?:server|service|host):/u.test(key));
  let done = false;
  const [part] = object?.parts ?? [];
  if (object !== null && part !== undefined && !isSoftwareOnly(part.head.value)) {
    const where = { unit: spot.unit, from: spot.sentence.from + part.from, to: spot.sentence.from + part.to };
    const target = resolveNamed(reading, part.place ?? part.head, where, null);
    if (target !== null && !subjects.includes(target)) {
      const keys = subjects.length > 0 ? subjects : [makeUnnamed(reading, spot, target) ?? ''];
      for (const key of keys) if (putInto(reading, key, target, spot)) done = true;
      done ||= subjects.length === 0 && target.startsWith('provider:');
    }
  }
  return placeAt(reading, spot, subjects) || done;
}

function isSoftwareOnly(value: Phrase['parts'][number]['head']['value']): boolean {
  return value.is === 'tool' || (value.is === 'product' && !value.entry.saas);
}

/** The site of a thing: a place of the lexicon behind the cue. */
function placeAt(reading: Reading, spot: Spot, subjects: readonly string[]): boolean {
  const [found] = findCodedSites(reading.siteCodes, spot.behind.slice(0, 120));
  if (found === undefined || subjects.length === 0) return false;
  if (parted.test(spot.behind.slice(0, found.from))) return false;
  let done = false;
  for (const key of subjects) {
    const thing = thingOf(reading.draft, key);
    if (thing === null) continue;
    const parent = thing.parent?.startsWith('provider:') === true ? thing.parent : null;
    const site = needSite(reading, found.value.name, found.value.country, parent);
    giveReason(site, 'the text says that something stands there', 3.5);
    const from = spot.sentence.from + spot.end + found.from;
    addEvidence(
      site.evidence,
      toEvidence(reading, spot.unit.text, 'name', from, from + found.to - found.from),
    );
    thing.jurisdiction ??= found.value.country;
    if (thing.parent === parent) thing.parent = site.key;
    done = true;
  }
  return done;
}

function evidenceOf(reading: Reading, spot: Spot, field: string): ReturnType<typeof toEvidence> {
  return toEvidence(reading, spot.unit.text, field, spot.sentence.from + spot.at, spot.sentence.to);
}

function putInto(reading: Reading, key: string, target: string, spot: Spot): boolean {
  const thing = thingOf(reading.draft, key);
  const into = thingOf(reading.draft, target);
  if (thing === null || into === null) return false;
  const evidence = evidenceOf(reading, spot, 'parent');
  const isPlace = into.kind === 'provider' || into.kind === 'site';
  if (thing.kind === 'service' && (isPlace || into.kind === 'server' || into.kind === 'host')) {
    thing.parent ??= target;
    giveReason(thing, 'the text says where it runs', 2.5);
  } else if (thing.kind === 'server' && isPlace) thing.parent ??= target;
  else if (thing.kind === 'server' && canHold(thing, into)) hostIn(thing, into);
  else if (thing.kind === 'service' && into.kind === 'service') {
    const link = needLink(reading.draft, key, target, 'uses');
    link.reason = 'the text says that it runs on it';
    addEvidence(link.evidence, evidence && { ...evidence, field: 'type' });
  } else return false;
  addEvidence(thing.evidence, evidence);
  return true;
}

function canHold(thing: Thing, into: Thing): boolean {
  return (
    (into.kind === 'server' || into.kind === 'host') &&
    thing.key !== into.key &&
    into.parent !== thing.key &&
    thing.parent?.startsWith('server:') !== true
  );
}

/** A machine on which others run is a host. */
function hostIn(thing: Thing, into: Thing): void {
  thing.parent = into.key;
  into.holds = true;
}

/** "Hosts shop.example.org, the old shop": domains and services of the subject. */
export function holdIn(reading: Reading, spot: Spot): boolean {
  const subjects = spot.subjects.filter((key) => /^(?:server|host):/u.test(key));
  if (subjects.length > 6 || subjects.length !== spot.subjects.length) return false;
  if (subjects.length === 1 && holdGuests(reading, spot, subjects[0] ?? '')) return true;
  return subjects.filter((subject) => holdServices(reading, spot, subject, subjects.length === 1)).length > 0;
}

/** "Carries three virtual machines: a1, which ..., and b2": those that are named behind stand on the subject. */
function holdGuests(reading: Reading, spot: Spot, host: string): boolean {
  const lead = /\b(?:virtual machines|vms|guests|virtuelle maschinen|gäste)\b/iu.exec(
    spot.sentence.text.slice(spot.end, spot.end + 60),
  );
  const into = thingOf(reading.draft, host);
  if (lead === null || into === null) return false;
  let done = false;
  for (const token of toTokens(spot.sentence.text.slice(spot.end + lead.index))) {
    const guest = thingOf(reading.draft, `server:${token.text.toLowerCase()}`);
    if (
      guest === null ||
      guest === into ||
      guest.parent?.startsWith('server:') === true ||
      into.parent === guest.key
    )
      continue;
    guest.parent = into.key;
    into.holds = true;
    addEvidence(guest.evidence, evidenceOf(reading, spot, 'parent'));
    done = true;
  }
  return done;
}

function holdServices(reading: Reading, spot: Spot, subject: string, alone: boolean): boolean {
  const { behind } = spot;
  const offset = spot.sentence.from + spot.end;
  let done = alone && addDomains(reading, subject, spot.unit, behind, offset);
  let at = 0;
  for (const part of behind.split(/,|\(|\)|\sand\s|\sund\s/u)) {
    const lead = part.length - part.trimStart().length;
    const determiner = determiners.exec(part.trim())?.[0].length ?? 0;
    const phrase = part.slice(lead + determiner);
    const end = phraseEnd.exec(phrase)?.index ?? phrase.length;
    const name = tidyName(phrase.slice(0, end));
    const from = offset + at + lead + determiner;
    at +=
      part.length + (behind.slice(at + part.length).match(/^(?:,|\(|\)|\sand\s|\sund\s)/u)?.[0].length ?? 1);
    if (
      name === '' ||
      isDomainName(name) ||
      findServiceType(name) === null ||
      /^\d/u.test(name) ||
      statementOpening.test(name) ||
      name.split(/\s+/u).length > 5 ||
      reading.draft.things.has(`server:${name.toLowerCase()}`)
    )
      continue;
    const where = { unit: spot.unit, from, to: from + end };
    if (makeService(reading, name, subject, ['said to be hosted', ...nameReasons(name)], where) !== null)
      done = true;
  }
  return done;
}
