import { findMode } from '#core/importers/prose/lexicon/modes.ts';
import { addEvidence, giveReason } from '#core/importers/prose/proposal/draft.ts';
import { hasEstate } from './duties.ts';
import { type Reading, toEvidence } from './reading.ts';
import { needSite } from './resolve.ts';
import { findCodedSites } from './site-codes.ts';
import { isTask } from './titles.ts';

/** What stands in a place, up to the word before the place: "the second site is in", "three racks in". */
const standsIn =
  /\b(?:servers?|machines?|vms|virtual machines|hosts|hypervisors?|racks?|cabinets?|data ?cent(?:er|re)s?|server ?rooms?|sites?|boxes|hardware|hosting|colocation|rechenzentrum|serverraum|standort|server|maschinen)\b(?:\s+(?!(?:to|from|of|move[sd]?)\b)[\p{L}\d`'’()-]+){0,5}?,?\s+(?:in|at)\s+(?:the\s+)?$/iu;

const moves = /\b(?:mov(?:e|es|ed|ing)|migrat\p{L}+|relocat\p{L}+|umzieh\p{L}+|umzug)\b/iu;

/** Places where the text says that machines stand without saying which: sites of the estate with nothing in them yet. */
export function readNamedSites(reading: Reading): void {
  if (!hasEstate(reading)) return;
  const known = (name: string): boolean =>
    [...reading.draft.things.values()].some(
      (thing) =>
        (thing.kind === 'site' || thing.kind === 'provider') &&
        (thing.name === name || thing.aliases.has(name)),
    );
  for (const unit of reading.units) {
    if (unit.role === 'title' || unit.role === 'table') continue;
    for (const { text, from } of unit.sentences) {
      if (moves.test(text)) continue;
      if (text.length > 400 || /\?/u.test(text) || isTask(text) || findMode(text, text) !== 'asserted')
        continue;
      for (const place of findCodedSites(reading.siteCodes, text)) {
        if (!standsIn.test(text.slice(0, place.from)) || known(place.value.name)) continue;
        const site = needSite(reading, place.value.name, place.value.country, null);
        giveReason(site, 'the text says that machines stand there', 3.5);
        addEvidence(
          site.evidence,
          toEvidence(reading, unit.text, 'name', from + place.from, from + place.to),
        );
      }
    }
  }
}
