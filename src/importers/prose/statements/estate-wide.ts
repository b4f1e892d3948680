import { virtualisation } from '#core/importers/prose/lexicon/machine-words.ts';
import { findMode, parted } from '#core/importers/prose/lexicon/modes.ts';
import {
  addEvidence,
  giveReason,
  needQuestion,
  needThing,
  type Thing,
} from '#core/importers/prose/proposal/draft.ts';
import { findSites } from './places.ts';
import { findHosters } from './unknown-hosters.ts';
import { type Reading, toEvidence } from './reading.ts';
import { needSite } from './resolve.ts';
import { makeProvider } from './service-titles.ts';
import { findKnownNames, type KnownName } from './known-names.ts';
import type { Found } from './matcher.ts';
import type { Sentence } from './sentences.ts';
import { labelOf } from './owned-titles.ts';
import { membersOf, subjectOf } from './subjects.ts';
import { isTask } from './titles.ts';
import type { Unit } from './unit.ts';

const allOfThem =
  /^(?:(?:the\s+)?(?:whole|entire)\s+(?:platform|estate|setup|set-up|infrastructure|installation|environment|system|lot|thing)|(?:all of (?:it|this|that))|all (?:two|three|four|five|six|seven|eight|nine|ten|of them)(?=\s(?:run|stand|live|are|sit)\b)|(?:(?:all|every|most|\p{L}+|\d+)\s+)?(?:(?:of|our|the|these)\s+)*(?:\w+\s+)?(?:servers|machines|vms|droplets|instances|infrastructure|everything|hosts|systems)|alles|(?:alle|unsere|die) server)\b[^.;]{0,40}?\b(?:hosted|running|run|runs|located|rented|live|gehostet|laufen|stehen|liegen|stands?|lives?|in|at|with|by|bei)\b/iu;
const weHost =
  /^(?:we|wir)\s+(?:(?:currently|now|still|mostly|mainly|today|all|aktuell|derzeit)\s+)?(?:host|run|rent|use|have|own|hosten|haben|nutzen|setzen)\b[^.;]{0,60}\b(?:servers?|machines?|vms|droplets|hosting|everything|alles|hoster|provider)\b/iu;

/** "Hosting: Scaleway", said of no machine, is said of all. */
const hosterLabel =
  /^(?:hosting|hoster|provider|hosting provider|hosted (?:at|by)|all hosted (?:at|by)|anbieter)$/iu;

/** "Two machines at Netcup, called x1 and x2": said of the named ones alone. */
const namesSome = /\s(?:called|named|namens)\s/iu;

/** Several hosters in one sentence: they are known, who stands where is one question about all. */
function askWhere(
  reading: Reading,
  unit: Unit,
  sentence: Sentence,
  named: readonly Found<KnownName>[],
): void {
  const servers = [...reading.draft.things.values()]
    .filter((thing) => thing.kind === 'server')
    .map((thing) => thing.key);
  if (servers.length === 0) return;
  for (const found of named) {
    if (found.value.is !== 'provider') continue;
    const where = { unit, from: sentence.from + found.from, to: sentence.from + found.to };
    makeProvider(
      reading,
      found.value.entry.id,
      sentence.text.slice(found.from, found.to),
      where,
      'the text says that servers stand there',
      4,
    );
  }
  const question = needQuestion(reading.draft, sentence.text, servers.sort());
  question.reason = 'the text does not say which server stands where';
  addEvidence(question.evidence, toEvidence(reading, unit.text, 'text', sentence.from, sentence.to));
  reading.draft.understood.add(unit.index);
}

/** "All VMs live on x1 in the cellar": the machine on which the others stand. */
function hostOf(reading: Reading, text: string): Thing | null {
  const hit =
    /\b(?:virtual machines|vms|guests|virtuellen maschinen)\b[^.;,]{0,40}?\s(?:on|auf)\s["'“`*]*([\p{L}\d][\p{L}\d.-]{1,60})/iu.exec(
      text,
    );
  return reading.draft.things.get(`server:${(hit?.[1] ?? '').toLowerCase()}`) ?? null;
}

/** Puts all machines that stand nowhere yet on the host that a text names for its virtual machines. */
function hostAll(reading: Reading, unit: Unit, sentence: Sentence, general: string): void {
  const host = hostOf(reading, general);
  if (host === null) return;
  for (const thing of reading.draft.things.values()) {
    if (thing.kind !== 'server' || thing === host || thing.parent !== null) continue;
    thing.parent = host.key;
    host.holds = true;
    addEvidence(thing.evidence, toEvidence(reading, unit.text, 'parent', sentence.from, sentence.to));
  }
}

/** "Everything stands in Dresden": the site of all machines that are not placed more closely. */
function placeAll(
  reading: Reading,
  unit: Unit,
  sentence: Sentence,
  general: string,
  provider: string | null,
): void {
  // "fsn1 is Falkenstein" explains a name.
  const found = findSites(general).filter(
    (each) =>
      !/\b(?:is|are|means|stands for|=)\s+$/iu.test(general.slice(0, each.from)) &&
      !/^\s+(?:is|means|stands for|=)\s/iu.test(general.slice(each.to)),
  );
  const [place] = found;
  // "eu-west-1 (Ireland)" is one place.
  const meant = new Set(
    found.map((each) => reading.siteCodes.get(each.value.name.toLowerCase())?.name ?? each.value.name),
  );
  if (place === undefined || meant.size > 1 || parted.test(general)) return;
  const site = needSite(reading, place.value.name, place.value.country, provider);
  giveReason(site, 'the text says that all stands there', 4);
  addEvidence(
    site.evidence,
    toEvidence(reading, unit.text, 'name', sentence.from + place.from, sentence.from + place.to),
  );
  const host = hostOf(reading, general);
  for (const thing of reading.draft.things.values()) {
    if (thing.kind !== 'server' || thing.parent !== provider) continue;
    if (host !== null && thing !== host) continue;
    thing.parent = site.key;
    addEvidence(thing.evidence, toEvidence(reading, unit.text, 'parent', sentence.from, sentence.to));
  }
  reading.draft.understood.add(unit.index);
}

/** "Servers are hosted in X": all machines that are not placed otherwise stand there. Returns the provider's key. */
export function readEstateProvider(reading: Reading): string | null {
  for (const unit of reading.units) {
    if (unit.role === 'title' || unit.role === 'table') continue;
    for (const sentence of unit.sentences) {
      const said = sentence.text.replace(/^[\p{L} ]{3,24}:\s/u, (label) => ' '.repeat(label.length));
      const isLabelled =
        sentence.from === 0 && hosterLabel.test(labelOf(unit)) && subjectOf(reading, unit).keys.length === 0;
      if (!isLabelled && !allOfThem.test(said.trimStart()) && !weHost.test(said.trimStart())) continue;
      if (isTask(sentence.text) || /^(?:mov(?:e|ing)|migrat(?:e|ing))\s/iu.test(sentence.text)) continue;
      if (findMode(sentence.text, sentence.text) !== 'asserted' || namesSome.test(said)) continue;
      const general =
        sentence.text.split(
          /;\s|,?\s(?:except|apart from|aside from|other than|with the exception of|besides|plus|but|außer|bis auf)\s/iu,
        )[0] ?? '';
      const named = findHosters(reading, general);
      const ids = new Set(named.map((found) => (found.value.is === 'provider' ? found.value.entry.id : '')));
      const [first] = named;
      if (first === undefined || first.value.is !== 'provider') {
        hostAll(reading, unit, sentence, general);
        placeAll(reading, unit, sentence, general, null);
        continue;
      }
      if (ids.size !== 1) {
        askWhere(reading, unit, sentence, named);
        continue;
      }
      const where = { unit, from: sentence.from + first.from, to: sentence.from + first.to };
      const provider = makeProvider(
        reading,
        first.value.entry.id,
        sentence.text.slice(first.from, first.to),
        where,
        'the text says that the servers are hosted there',
        5,
      );
      for (const thing of reading.draft.things.values()) {
        if (thing.kind !== 'server' || thing.parent !== null) continue;
        thing.parent = provider.key;
        addEvidence(thing.evidence, toEvidence(reading, unit.text, 'parent', sentence.from, sentence.to));
      }
      placeAll(reading, unit, sentence, general, provider.key);
      reading.draft.understood.add(unit.index);
      return provider.key;
    }
  }
  return null;
}

/** "Most are in A, some in B": the sites are known, who stands where is one question about all. */
export function readPartedSites(reading: Reading, provider: string | null): void {
  for (const unit of reading.units) {
    if (unit.role === 'title' || unit.role === 'table') continue;
    for (const sentence of unit.sentences) {
      if (!parted.test(sentence.text) || sentence.text.length > 240) continue;
      const places = findSites(sentence.text);
      const hosters = findKnownNames(sentence.text).filter((found) => found.value.is === 'provider');
      const isSpread =
        /\bof (?:them|these|those)\b/iu.test(sentence.text) && places.length > 0 && hosters.length > 0;
      if (new Set(places.map((place) => place.value.name)).size < 2 && !isSpread) continue;
      const servers = [...reading.draft.things.values()]
        .filter((thing) => thing.kind === 'server')
        .map((thing) => thing.key);
      if (servers.length < 2) continue;
      for (const found of isSpread ? hosters : []) {
        if (found.value.is !== 'provider') continue;
        const where = { unit, from: sentence.from + found.from, to: sentence.from + found.to };
        const name = sentence.text.slice(found.from, found.to);
        makeProvider(reading, found.value.entry.id, name, where, 'the text says that servers stand there', 4);
      }
      for (const place of places) {
        const site = needSite(reading, place.value.name, place.value.country, provider);
        giveReason(site, 'the text says that servers stand there', 4);
        addEvidence(
          site.evidence,
          toEvidence(reading, unit.text, 'name', sentence.from + place.from, sentence.from + place.to),
        );
      }
      const question = needQuestion(reading.draft, sentence.text, servers.sort());
      question.reason = 'the text does not say which server stands where';
      addEvidence(question.evidence, toEvidence(reading, unit.text, 'text', sentence.from, sentence.to));
      reading.draft.understood.add(unit.index);
    }
  }
}

const siteNoun =
  /^(?:(?:[Rr]echenzentrum|[Ss]erverraum|[Ss]tandort|[Dd]ata ?[Cc]ent(?:er|re)|DC|RZ)\s+\p{Lu}[\p{L}\d -]{1,30}|\p{Lu}[\p{L}\d .'-]{1,30}\s(?:[Ss]chool|[Oo]ffice|[Bb]uilding|[Cc]ampus|[Ww]arehouse|[Bb]ranch|[Hh]all|[Dd]ata ?[Cc]ent(?:er|re)|[Ll]ibrary|[Cc]linic|[Dd]epot|[Ss]ite))\s*(?:\([^()]{1,40}\))?:?$/u;

const notSite = /^(?:what|who|how|servers?|machines?|hosts?|list|notes?)\b|\b(?:by|in|per|of each)\s/iu;

/** Headings and entries that name a building: the machines below stand there. */
export function readSiteSections(reading: Reading): void {
  for (const unit of reading.units) {
    if ((unit.role !== 'title' && unit.role !== 'item') || reading.own.has(unit.index)) continue;
    const plain = unit.text.plain.trim();
    if (plain.length > 80 || !siteNoun.test(plain) || notSite.test(plain)) continue;
    const name = plain.replace(/\s*\([^()]*\)\s*:?$|:$/gu, '').trim();
    const members = membersOf(reading, unit);
    if (members.length === 0) continue;
    // "Data centre Aarhus" is the place itself.
    const bare = name.replace(/^(?:rechenzentrum|standort|data ?cent(?:er|re)|DC|RZ)\s+/iu, '');
    const [place] = findSites(bare);
    const isPlace = place !== undefined && place.from === 0 && place.to === bare.length;
    const site = isPlace
      ? needSite(reading, place.value.name, place.value.country, null)
      : needThing(reading.draft, `site:${name.toLowerCase()}`, 'site', name);
    giveReason(site, 'the machines below it stand there', 4);
    addEvidence(site.evidence, toEvidence(reading, unit.text, 'name'));
    for (const key of members) {
      const thing = reading.draft.things.get(key);
      if (thing === undefined || thing.parent !== null) continue;
      thing.parent = site.key;
      addEvidence(thing.evidence, toEvidence(reading, unit.text, 'parent'));
    }
    reading.draft.understood.add(unit.index);
  }
}

/** Servers that stand in the section of a hoster are placed there. */
export function readProviderSections(reading: Reading): void {
  for (const unit of reading.units) {
    const servers = reading.own.get(unit.index)?.keys.filter((key) => key.startsWith('server:')) ?? [];
    if (servers.length === 0 || reading.own.get(unit.index)?.plural === true) continue;
    for (let above = reading.units[unit.parent]; above !== undefined; above = reading.units[above.parent]) {
      const place = reading.own.get(above.index)?.keys.find((key) => /^(?:provider|site):/u.test(key));
      if (place === undefined) continue;
      for (const key of servers) {
        const thing = reading.draft.things.get(key);
        if (thing === undefined || thing.parent !== null) continue;
        thing.parent = place;
        addEvidence(thing.evidence, toEvidence(reading, above.text, 'parent'));
      }
      break;
    }
  }
}

/** Machines that are listed below a machine run on it. */
export function readNestedMachines(reading: Reading): void {
  for (const unit of reading.units) {
    const [own] = reading.own.get(unit.index)?.keys ?? [];
    const above = reading.units[unit.parent];
    const [host] = above?.role === 'item' ? (reading.own.get(above.index)?.keys ?? []) : [];
    const thing = reading.draft.things.get(own ?? '');
    const into = reading.draft.things.get(host ?? '');
    if (unit.role !== 'item' || thing?.kind !== 'server' || into?.kind !== 'server' || thing === into)
      continue;
    if (thing.parent !== null || !virtualisation.test(above?.text.plain.slice(0, 200) ?? '')) continue;
    thing.parent = into.key;
    into.holds = true;
    addEvidence(thing.evidence, toEvidence(reading, unit.text, 'parent'));
  }
}
