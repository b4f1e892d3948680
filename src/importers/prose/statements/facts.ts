import { osPattern, sizePatterns, sizeShape } from '#core/importers/prose/lexicon/facts.ts';
import { findMode } from '#core/importers/prose/lexicon/modes.ts';
import type { RichText } from '#core/importers/prose/outline/block.ts';
import { addEvidence, giveReason, type Thing } from '#core/importers/prose/proposal/draft.ts';
import { findPlaces } from './places.ts';
import { isAddress } from './names.ts';
import { type Reading, toEvidence } from './reading.ts';
import { addDomains, findDomains } from './domains.ts';
import { needSite } from './resolve.ts';
import { subjectOf, thingOf } from './subjects.ts';
import { namesOfTitle, toTitleParts } from './titles.ts';
import type { Unit } from './unit.ts';

const units: Readonly<Record<string, number>> = {
  g: 1,
  gb: 1,
  gib: 1,
  m: 1 / 1024,
  mb: 1 / 1024,
  mib: 1 / 1024,
  t: 1024,
  tb: 1024,
  tib: 1024,
  go: 1,
  mo: 1 / 1024,
  to: 1024,
};

/** A size as written, in GiB. "GB" of memory and disk keep their digits (formats, section 1). */
export function toGiB(number: string, unit: string): number {
  return Number(number.replace(',', '.')) * (units[unit.toLowerCase()] ?? 1);
}

/** "4 vCPU / 16 GB / 80 GB": cores, memory and disk, told by their order. */
function readShape(
  reading: Reading,
  thing: Thing,
  unit: { readonly text: RichText },
  text: string,
  offset: number,
): boolean {
  const hit = sizeShape.exec(text);
  if (hit === null) return false;
  const evidence = (field: string): ReturnType<typeof toEvidence> =>
    toEvidence(reading, unit.text, field, offset + hit.index, offset + hit.index + hit[0].length);
  const values = {
    vcpu: Number(hit[1]),
    memoryMiB: Math.round(toGiB(hit[2] ?? '0', hit[3] ?? 'GB') * 1024),
    diskGiB: hit[4] === undefined ? 0 : toGiB(hit[4], hit[5] ?? 'GB'),
  };
  for (const field of ['vcpu', 'memoryMiB', 'diskGiB'] as const) {
    if (values[field] <= 0 || thing.capacity[field] !== undefined) continue;
    thing.capacity[field] = values[field];
    addEvidence(thing.evidence, evidence(`capacity.${field}`));
  }
  return true;
}

/** Gives a thing the sizes that a text states. */
export function addSizes(
  reading: Reading,
  thing: Thing,
  unit: { readonly text: RichText },
  text: string,
  offset: number,
): boolean {
  let done = readShape(reading, thing, unit, text, offset);
  for (const pattern of sizePatterns) {
    const hit = pattern.words.exec(text);
    if (hit === null || thing.capacity[pattern.field] !== undefined) continue;
    const number = hit[1] ?? hit[3] ?? '0';
    const measure = hit[2] ?? hit[4] ?? 'GB';
    const value =
      pattern.field === 'vcpu'
        ? Number(number)
        : toGiB(number, measure) * (pattern.field === 'memoryMiB' ? 1024 : 1);
    if (!Number.isFinite(value) || value <= 0) continue;
    thing.capacity[pattern.field] = pattern.field === 'diskGiB' ? value : Math.round(value);
    addEvidence(
      thing.evidence,
      toEvidence(
        reading,
        unit.text,
        `capacity.${pattern.field}`,
        offset + hit.index,
        offset + hit.index + hit[0].length,
      ),
    );
    done = true;
  }
  return done;
}

/** "22 ms from X": the latency of what comes from there. */
function readLatency(reading: Reading, unit: Unit, key: string, plain: string): boolean {
  const hit = /\b(\d{1,5}(?:[.,]\d)?)\s?ms\b/iu.exec(plain);
  if (hit === null) return false;
  const links = [...reading.draft.links.values()].filter((link) => link.to === key);
  const fit =
    links.length === 1
      ? links
      : links.filter((link) =>
          plain.toLowerCase().includes(thingOf(reading.draft, link.from)?.name.toLowerCase() ?? '\0'),
        );
  for (const link of fit) {
    link.latencyMs = Number((hit[1] ?? '0').replace(',', '.'));
    addEvidence(
      link.evidence,
      toEvidence(reading, unit.text, 'latencyMs', hit.index, hit.index + hit[0].length),
    );
  }
  return fit.length > 0;
}

/** "wrk01-02: 4 vCPU / 8 GB": what an entry says of the machines with which it opens is said of each. */
function readSharedSizes(reading: Reading, unit: Unit, keys: readonly string[]): void {
  if (keys.length < 2 || keys.length > 64 || unit.role === 'title') return;
  const above = reading.units[unit.parent];
  const isBelowNames =
    above?.role === 'title' && namesOfTitle(toTitleParts(above.text.plain).name).length > 1;
  if (!reading.own.has(unit.index) && !isBelowNames) return;
  const plain = unit.text.plain.slice(0, 300);
  if (findMode(plain, '') !== 'asserted') return;
  for (const each of keys) {
    const thing = thingOf(reading.draft, each);
    if (thing?.kind !== 'server') continue;
    const isSized = addSizes(reading, thing, unit, plain, 0);
    if (readSystem(thing, reading, unit, plain) || isSized) reading.draft.understood.add(unit.index);
  }
}

/** The operating system that a text states for a machine. */
function readSystem(thing: Thing, reading: Reading, unit: Unit, plain: string): boolean {
  const os = osPattern.exec(plain);
  const isStated =
    os?.[1] !== undefined &&
    (/\d/u.test(os[1]) ||
      plain.trim().split(/\s+/u).length <= 4 ||
      /\b(?:os|runs|running|installed|distro)\b/iu.test(plain));
  if (!isStated || plain.length >= 200 || thing.os !== null) return false;
  thing.os = os[1] ?? null;
  addEvidence(thing.evidence, toEvidence(reading, unit.text, 'os', os.index, os.index + os[0].length));
  return true;
}

function readUnitFacts(reading: Reading, unit: Unit): void {
  const subject = subjectOf(reading, unit);
  readSharedSizes(reading, unit, subject.keys);
  const [key] = subject.keys;
  const thing = thingOf(reading.draft, key);
  if (thing === null || key === undefined || subject.keys.length !== 1 || unit.role === 'title') return;
  const plain = unit.text.plain.slice(0, 1500);
  if (findMode(plain, '') === 'past') return;
  const own = reading.own.has(unit.index);
  let done = false;
  if (thing.kind === 'server') {
    done = addSizes(reading, thing, unit, plain, 0) || done;
    done = readSystem(thing, reading, unit, plain) || done;
    for (const word of plain.slice(0, 300).matchAll(/(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?!\w|\.\d)/gu)) {
      if (!isAddress(word[0]) || plain.length > 200) continue;
      thing.addresses.add(word[0]);
      addEvidence(
        thing.evidence,
        toEvidence(reading, unit.text, 'addresses', word.index, word.index + word[0].length),
      );
      done = true;
    }
  }
  done = readLatency(reading, unit, key, plain) || done;
  if ((thing.kind === 'server' || thing.kind === 'service') && !own && isDomainLine(unit))
    done = addDomains(reading, key, unit, plain, 0) || done;
  done = readServedDomains(reading, unit, thing, plain) || done;
  if (done) reading.draft.understood.add(unit.index);
}

/** Domains that a service of a machine is said to be for ("proxy for shop.example.org", "the app (app.example.org)"). */
function readServedDomains(reading: Reading, unit: Unit, thing: Thing, plain: string): boolean {
  const server = thing.kind === 'server' ? thing.key : (thing.parent ?? '');
  if (!server.startsWith('server:') || plain.length > 300 || findMode(plain, '') !== 'asserted') return false;
  let done = false;
  let last = -1;
  for (const domain of findDomains(plain)) {
    const before = plain.slice(0, domain.from);
    const served = /(?:\b(?:for|serves|serving|hosts|hosting)|\()\s*(?:the\s+)?$/iu.test(before);
    const joined = last >= 0 && /^(?:,|\s|and|und)*$/u.test(plain.slice(last, domain.from));
    if (!served && !joined) continue;
    last = domain.to;
    done = addDomains(reading, server, unit, plain.slice(domain.from, domain.to), domain.from) || done;
  }
  return done;
}

/** A line that is little more than a domain ("URL: shop.example.org", "naked `example.org` domain"). */
function isDomainLine(unit: Unit): boolean {
  const { plain } = unit.text;
  const domains = findDomains(plain);
  const words = plain.trim().split(/\s+/u).length;
  return unit.role === 'item' && domains.length > 0 && words <= domains.length + 3;
}

/** "An EU cluster of servers named ...": where the machines stand that the unit introduces. */
function readJurisdiction(reading: Reading, unit: Unit): void {
  const own = reading.own.get(unit.index);
  if (own === undefined || unit.role !== 'item') return;
  const head = unit.text.plain.slice(0, 60);
  const [place] = findPlaces(head);
  const noun = /\b(?:servers?|machines?|vms?|cluster|droplets?|host)\b/iu.exec(head);
  if (place === undefined || noun === null || place.from > noun.index) return;
  for (const key of own.keys) {
    const thing = thingOf(reading.draft, key);
    if (thing === null || thing.kind !== 'server') continue;
    thing.jurisdiction ??= place.value.country;
    addEvidence(thing.evidence, toEvidence(reading, unit.text, 'jurisdiction', place.from, place.to));
  }
}

/** Reads sizes, systems, addresses and domains of what the units are about. */
export function readFacts(reading: Reading): void {
  for (const unit of reading.units) {
    if (unit.role === 'table') continue;
    readUnitFacts(reading, unit);
    readJurisdiction(reading, unit);
  }
}

/** Headings that place what stands below them, or units that are a place ("Linode (London)"). */
export function readPlaceLines(reading: Reading): void {
  for (const unit of reading.units) {
    if (unit.role !== 'text' && unit.role !== 'item') continue;
    const found = /^([\p{L}\d .&-]{2,40}?)\s*\(([\p{L} .,-]{2,40})\)$/u.exec(unit.text.plain.trim());
    const [place] = findPlaces(found?.[2] ?? '');
    if (found === null || place === undefined) continue;
    const provider = [...reading.draft.things.values()].find(
      (thing) => thing.kind === 'provider' && thing.name.toLowerCase() === (found[1] ?? '').toLowerCase(),
    );
    if (provider === undefined) continue;
    const site = needSite(reading, place.value.name, place.value.country, provider.key);
    giveReason(site, 'it stands in brackets behind its provider', 4);
    addEvidence(site.evidence, toEvidence(reading, unit.text, 'name'));
    for (const key of subjectOf(reading, unit).keys) {
      const thing = thingOf(reading.draft, key);
      if (thing !== null && (thing.kind === 'service' || thing.kind === 'server')) {
        thing.parent = site.key;
        addEvidence(thing.evidence, toEvidence(reading, unit.text, 'parent'));
      }
    }
    reading.draft.understood.add(unit.index);
  }
}
