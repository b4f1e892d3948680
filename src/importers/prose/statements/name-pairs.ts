import { findMode } from '#core/importers/prose/lexicon/modes.ts';
import { addEvidence, giveReason, type Thing } from '#core/importers/prose/proposal/draft.ts';
import type { Context } from './clause-subjects.ts';
import { addSizes } from './facts.ts';
import { findKnownNames } from './known-names.ts';
import type { Found } from './matcher.ts';
import { type Reading, toEvidence } from './reading.ts';
import { labelIn } from './owned-titles.ts';
import { findPlaces } from './places.ts';
import { findCodedSites } from './site-codes.ts';
import { resolveKnown } from './phrases.ts';
import { type Named, needSite, resolveNamed } from './resolve.ts';
import { makeProvider } from './service-titles.ts';
import { makeService } from './services.ts';
import { thingOf } from './subjects.ts';
import type { Unit } from './unit.ts';

const bracket = /^["'”`*]*\s*\(\s*["'“`*]*$/u;
const at = /^["'”`*)]*\s+(?:at|bei|with|in)\s+(?:the\s+|our\s+)?["'“`*]*$/iu;

/** "x1 (Paris)", "x1 (GRA)": nothing but a place in the brackets behind a machine's name. */
function readBracketedSite(
  reading: Reading,
  unit: Unit,
  thing: Thing,
  inside: string,
  from: number,
): boolean {
  const [place] = findCodedSites(reading.siteCodes, inside);
  const isAlone = place !== undefined && place.from === 0 && place.to === inside.trim().length;
  const isOpen = thing.parent === null || thing.parent.startsWith('provider:');
  if (!isAlone || !isOpen || thing.kind !== 'server') return false;
  const site = needSite(reading, place.value.name, place.value.country, thing.parent);
  giveReason(site, 'it stands in brackets behind a machine', 4);
  addEvidence(site.evidence, toEvidence(reading, unit.text, 'name', from, from + place.to));
  addEvidence(thing.evidence, toEvidence(reading, unit.text, 'parent', from, from + place.to));
  thing.parent = site.key;
  return true;
}

/** "x1 (Scaleway, Paris, 4 vCPU, 8 GB)": hoster, place and size in the brackets behind a machine's name. */
function readBrackets(reading: Reading, context: Context, key: string, end: number): void {
  const { unit, sentence } = context;
  const inside = /^["'”`*]*\s*\(([^()]{3,120})\)/u.exec(sentence.text.slice(end));
  const thing = thingOf(reading.draft, key);
  if (inside?.[1] === undefined || thing === null || /\?/u.test(inside[1])) return;
  const from = sentence.from + end + inside[0].indexOf('(') + 1;
  addSizes(reading, thing, unit, inside[1], from);
  if (readBracketedSite(reading, unit, thing, inside[1], from)) return;
  if (thing.parent !== null || !inside[1].includes(',')) return;
  const hoster = findKnownNames(inside[1]).find((found) => found.value.is === 'provider');
  if (hoster?.value.is === 'provider') {
    const where = { unit, from: from + hoster.from, to: from + hoster.to };
    const name = inside[1].slice(hoster.from, hoster.to);
    thing.parent = makeProvider(
      reading,
      hoster.value.entry.id,
      name,
      where,
      'it stands in brackets behind a machine',
      4,
    ).key;
    addEvidence(thing.evidence, toEvidence(reading, unit.text, 'parent', where.from, where.to));
  }
  const [place] = findPlaces(inside[1]);
  if (place === undefined) return;
  const site = needSite(reading, place.value.name, place.value.country, thing.parent);
  giveReason(site, 'it stands in brackets behind a machine', 4);
  addEvidence(site.evidence, toEvidence(reading, unit.text, 'name', from + place.from, from + place.to));
  thing.parent = site.key;
}

/** "vault1, a TrueNAS box", "db1 is a PostgreSQL server"; in an entry also "db: `db1`, PostgreSQL 13". */
function isApposed(unit: Unit, text: string, first: Found<Named>, next: Found<Named>): boolean {
  const gap = text.slice(first.to, next.from);
  const said =
    /^["'”`*)]*(?:,|\s+is|\s+ist)\s+(?:an?|our|the|ein|eine|der|die|das)\s+(?:(?:small|big|old|new|single|dedicated)\s+)?$/iu.test(
      gap,
    );
  if (
    said &&
    /^\s+(?:\d[\d.]*\s+)?(?:box|server|machine|host|appliance|nas|instance|vm|node)\b(?!\s+(?:of|for)\b)/iu.test(
      text.slice(next.to),
    )
  )
    return true;
  const isEntry = unit.role === 'item' || unit.role === 'field' || labelIn(unit.text.plain) !== '';
  const opens = /^(?:[\p{L} ]{2,16}:\s*)?["'“`*]*$/u.test(text.slice(0, first.from));
  return isEntry && opens && /^["'”`*]*\s*(?:\([^()]{1,60}\)\s*)?,\s*$/u.test(gap);
}

/** "`x1` and `x2` in Oslo, `x3` in Bergen": the place right behind names of machines is that of those machines. */
function readNamedIn(reading: Reading, context: Context): void {
  const { unit, sentence, phrases } = context;
  for (const [index, phrase] of phrases.entries()) {
    const isMachines = phrase.parts.every(
      ({ head, place }) =>
        place === null && head.value.is === 'thing' && head.value.key.startsWith('server:'),
    );
    const gap = /^["'”`*)]*\s+in\s+/u.exec(sentence.text.slice(phrase.to))?.[0].length ?? 0;
    if (!isMachines || gap === 0) continue;
    const [place] = findCodedSites(reading.siteCodes, sentence.text.slice(phrase.to));
    if (place?.from !== gap) continue;
    // What is told of a move is not so yet, and "x1 copies to x2 in Oslo" says it of x2: both stand in the last phrase alone.
    const before = sentence.text.slice(phrases[index - 1]?.to ?? 0, phrase.from);
    if (/\b(?:move[sd]?|moving|migrat\w+|to be|from)\b/iu.test(before)) continue;
    for (const key of resolveKnown(reading, phrase)) {
      const thing = thingOf(reading.draft, key);
      if (thing === null || (thing.parent !== null && !thing.parent.startsWith('provider:'))) continue;
      const site = needSite(reading, place.value.name, place.value.country, thing.parent);
      giveReason(site, 'the text says that machines stand there', 4);
      const from = sentence.from + phrase.to + place.from;
      const to = from + place.to - place.from;
      addEvidence(site.evidence, toEvidence(reading, unit.text, 'name', from, to));
      addEvidence(thing.evidence, toEvidence(reading, unit.text, 'parent', from, to));
      thing.parent = site.key;
    }
  }
}

const calledThere =
  /\b(?:machines?|servers?|vms?|boxes|instances?|droplets?|rechner|maschinen)\s+(?:at|with|from|in|bei|in der)\s+([^.;]{2,60}?),?\s+(?:called|named|namens)\s+/iu;

/** "Two machines at Netcup in Vienna, called x1 and x2": where the named ones stand. */
function readCalledThere(reading: Reading, context: Context, names: readonly Found<Named>[]): void {
  const { unit, sentence } = context;
  const hit = calledThere.exec(sentence.text);
  if (hit?.[1] === undefined) return;
  const from = hit.index + hit[0].lastIndexOf(hit[1]);
  const end = hit.index + hit[0].length;
  const hoster = names.find((each) => each.from >= from && each.to <= end && isHoster(each));
  const provider =
    hoster === undefined
      ? null
      : resolveNamed(
          reading,
          hoster,
          { unit, from: sentence.from + hoster.from, to: sentence.from + hoster.to },
          null,
        );
  const [place] = findPlaces(hit[1]);
  const site =
    place === undefined ? null : needSite(reading, place.value.name, place.value.country, provider);
  if (site !== null && place !== undefined) {
    giveReason(site, 'the text says that machines stand there', 4);
    const at = sentence.from + from + place.from;
    addEvidence(site.evidence, toEvidence(reading, unit.text, 'name', at, at + place.to - place.from));
  }
  const parent = site?.key ?? provider;
  let last = end;
  for (const each of names.filter((name) => name.from >= end)) {
    const gap = sentence.text.slice(last, each.from);
    const thing = each.value.is === 'thing' ? thingOf(reading.draft, each.value.key) : null;
    if (thing?.kind !== 'server' || !/^["'“`*\s,]*(?:(?:and|und)\s+)?["'“`*\s]*$/u.test(gap)) break;
    if (thing.parent === null && parent !== null) {
      thing.parent = parent;
      addEvidence(thing.evidence, toEvidence(reading, unit.text, 'parent', sentence.from, sentence.to));
    }
    last = each.to;
  }
}

/** "x1 at Scaleway in Paris": the place right behind the hoster. */
function readSiteBehind(reading: Reading, context: Context, thing: Thing, end: number): void {
  const { unit, sentence } = context;
  const behind = sentence.text.slice(end);
  const gap = /^["'”`*)]*(?:,|\s+in|\s+\()\s*/u.exec(behind)?.[0].length ?? 0;
  const [place] = gap === 0 ? [] : findCodedSites(reading.siteCodes, behind.slice(0, 60));
  if (place?.from !== gap || thing.parent?.startsWith('provider:') !== true) return;
  const site = needSite(reading, place.value.name, place.value.country, thing.parent);
  giveReason(site, 'it stands behind the hoster of a machine', 4);
  const from = sentence.from + end + place.from;
  addEvidence(site.evidence, toEvidence(reading, unit.text, 'name', from, from + place.to - place.from));
  thing.parent = site.key;
}

const isHoster = (found: Found<Named>): boolean =>
  found.value.is === 'provider' ||
  (found.value.is === 'thing' && /^(?:provider|site):/u.test(found.value.key));

/** "db1 (MariaDB)" runs it, "m1 at Scaleway" stands there: what two names beside each other say, in any sentence on what is so. */
export function readNamePairs(reading: Reading, context: Context, names: readonly Found<Named>[]): void {
  const { unit, sentence } = context;
  const { text } = sentence;
  if (/\?\s*$/u.test(text) || findMode(text, '') !== 'asserted') return;
  readCalledThere(reading, context, names);
  readNamedIn(reading, context);
  names.forEach((first, index) => {
    if (first.value.is === 'thing' && first.value.key.startsWith('server:'))
      readBrackets(reading, context, first.value.key, first.to);
    const next = names[index + 1];
    if (next === undefined || first.value.is !== 'thing' || !/^(?:server|host):/u.test(first.value.key))
      return;
    const gap = text.slice(first.to, next.from);
    if (next.value.is === 'product' && !next.value.entry.saas && isApposed(unit, text, first, next)) {
      const name = text.slice(next.from, next.to);
      const place = { unit, from: sentence.from + next.from, to: sentence.from + next.to };
      const made = makeService(reading, name, first.value.key, ['said to run', 'known product'], place);
      if (made !== null) made.type ??= next.value.entry.type;
      return;
    }
    const where = { unit, from: sentence.from + next.from, to: sentence.from + next.to };
    const closes = /^(?:\s+v?\d[\d.]{0,8})?\s*[),;]/u.test(text.slice(next.to, next.to + 14));
    if (next.value.is === 'product' && !next.value.entry.saas && bracket.test(gap) && closes) {
      const name = text.slice(next.from, next.to);
      const made = makeService(reading, name, first.value.key, ['said to run', 'known product'], where);
      if (made !== null) made.type ??= next.value.entry.type;
      return;
    }
    const isProvider = isHoster(next);
    const thing = thingOf(reading.draft, first.value.key);
    if (!isProvider || thing === null || thing.parent !== null || !at.test(gap)) return;
    thing.parent = resolveNamed(reading, next, where, null);
    addEvidence(thing.evidence, toEvidence(reading, unit.text, 'parent', where.from, where.to));
    readSiteBehind(reading, context, thing, next.to);
  });
}
