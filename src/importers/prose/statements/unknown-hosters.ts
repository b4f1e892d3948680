import { notSites } from '#core/importers/prose/lexicon/site-words.ts';
import { findKnownNames, findProduct, findProvider, type KnownName } from './known-names.ts';
import type { Found } from './matcher.ts';
import { toNameKey } from './names.ts';
import { findPlaces } from './places.ts';
import { addEvidence, giveReason } from '#core/importers/prose/proposal/draft.ts';
import { type Reading, toEvidence } from './reading.ts';
import { needSite } from './resolve.ts';
import { makeProvider } from './service-titles.ts';
import { findCodedSites } from './site-codes.ts';
import type { Unit } from './unit.ts';

const word = String.raw`\p{Lu}[\p{L}\d&-]{1,24}`;
const name = String.raw`${word}(?:\s${word}){0,2}?`;

/** "runs at Brightnet in Dublin": what is hosted, the hoster and, behind it, a place. */
const hostedAt = new RegExp(
  String.raw`\b(?:[Rr]uns?|running|[Hh]osted|[Rr]ent(?:s|ed)?|[Rr]acks?|[Ss]ervers?|[Mm]achines?|VMs?|vms?|[Bb]ox(?:es)?|[Ss]tands?|[Ll]ives?|colocated|[Hh]ardware|[Cc]abinets?|[Ee]verything)\b[^.;:()]{0,40}?\s(?:at|from)\s(${name})(?=\s+in\s+\p{Lu})`,
  'gu',
);
/** "Harbour Hosting": a firm whose name says what it sells. */
const sellsHosting = new RegExp(
  String.raw`(?<![\p{L}\d-])(${word}(?:\s${word})?\s(?:Hosting|Webhosting))(?=\s(?:takes?|hosts?|provides?|owns?|runs?|operates|manages|will|becomes)\s)`,
  'gu',
);
/** "from its current hosting to a new one at harbourmaster": where the estate goes. */
const newHosting =
  /\b(?:[Hh]osting|[Hh]oster)\b[^.;:]{0,80}?\s(?:new one|new hosting|new hoster)\s(?:at|with|is)\s(\p{L}[\p{L}\d&-]{2,24})(?=[\s.,;]|$)/gu;
const general =
  /^(?:Beim|Bei|Siehe|Zum|Im|Unser\p{L}*|Das|Die|Der|Kein|About|See|Use|For|With|And|Why|How|The|Our|This|That|All|Any|Some|Your|New|Old|Current|Web|Server|Cloud|Application|Shared|Managed|Dedicated|Virtual|Private|Public|Phase|Static|Site|Home|Head|Night|Free|External|Internal|Own|Other|Local|Two|Step|Game|Email|Mail|Docker|Container)$/u;

function canBeHoster(words: string): boolean {
  const [first = ''] = words.split(' ');
  return (
    !general.test(first) &&
    !notSites.test(first) &&
    findProvider(words) === null &&
    findProduct(words) === null &&
    findPlaces(words).length === 0 &&
    findKnownNames(words).length === 0
  );
}

/** Makes the hosters that no lexicon knows, where a sentence says that machines are at them, in a place that is known. */
export function readUnknownHosters(reading: Reading): void {
  for (const unit of reading.units) {
    if (unit.role === 'title' || unit.role === 'table' || unit.text.plain.length > 4000) continue;
    const { plain } = unit.text;
    const placed = [...plain.matchAll(hostedAt)].filter((hit) => {
      const behind = plain.slice(hit.index + hit[0].length);
      return findPlaces(behind.slice(0, 40))[0]?.from === /^\s+in\s+/u.exec(behind)?.[0].length;
    });
    const moved = [...plain.matchAll(newHosting)].filter(
      (hit) => /^\p{Lu}/u.test(hit[1] ?? '') || reading.lowerParties.has(hit[1] ?? ''),
    );
    for (const hit of [...placed, ...plain.matchAll(sellsHosting), ...moved]) {
      const words = hit[1] ?? '';
      if (!canBeHoster(words)) continue;
      const from = hit.index + hit[0].lastIndexOf(words);
      const where = { unit, from, to: from + words.length };
      const made = makeProvider(
        reading,
        toNameKey(words),
        words,
        where,
        'the text says that machines are hosted there',
        4,
      );
      made.name = words;
      readSiteOf(reading, unit, made.key, where.to);
    }
  }
}

/** The place right behind a hoster ("at Brightnet in Dublin"). */
function readSiteOf(reading: Reading, unit: Unit, provider: string, end: number): void {
  const behind = unit.text.plain.slice(end, end + 60);
  const gap = /^\s+in\s+/u.exec(behind)?.[0].length ?? 0;
  const [place] = gap === 0 ? [] : findCodedSites(reading.siteCodes, behind);
  if (place?.from !== gap) return;
  const site = needSite(reading, place.value.name, place.value.country, provider);
  giveReason(site, 'the text says that machines stand there', 4);
  addEvidence(site.evidence, toEvidence(reading, unit.text, 'name', end + place.from, end + place.to));
}

/** Hosters named in a text: those that everybody knows, and those that the document itself calls hosters. */
export function findHosters(reading: Reading, text: string): Found<KnownName>[] {
  const known = findKnownNames(text).filter((found) => found.value.is === 'provider');
  const own = [...reading.draft.things.values()].flatMap((thing): Found<KnownName>[] => {
    const from =
      thing.kind === 'provider' && findProvider(thing.name) === null ? text.indexOf(thing.name) : -1;
    const entry = { id: thing.key.slice('provider:'.length), name: thing.name, aliases: [], words: [] };
    return from < 0 ? [] : [{ from, to: from + thing.name.length, value: { is: 'provider', entry } }];
  });
  return [...known, ...own].sort((a, b) => a.from - b.from);
}
