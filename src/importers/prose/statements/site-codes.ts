import type { RichText } from '#core/importers/prose/outline/block.ts';
import { findPlaces, findSites, type Place } from './places.ts';
import { type Found, toTokens } from './matcher.ts';
import type { Unit } from './unit.ts';

/** Short names of places that a document explains, in small letters: "fra1" is Frankfurt. */
export type SiteCodes = ReadonlyMap<string, Place>;

const code = String.raw`(?:[A-Z]{2,5}-?\d{0,2}|[a-z]{2,12}(?:-[a-z]{3,12}){1,2}-?\d)`;
const name = String.raw`\p{Lu}[\p{L}.'’ -]{2,30}`;
const explained: readonly RegExp[] = [
  new RegExp(String.raw`(?<![\p{L}\d-])(?<place>${name}?) ?\((?<code>${code})\)`, 'gu'),
  new RegExp(String.raw`(?<![\p{L}\d-])(?<code>${code}) ?\((?<place>${name})\)`, 'gu'),
];

function textsOf(unit: Unit): readonly RichText[] {
  return unit.role === 'table' ? unit.rows.flatMap((row) => row.cells) : [unit.text];
}

/** The known place with which a text ends; a country is none that a code stands for. */
function lastPlace(text: string): Place | null {
  const found = findPlaces(text).at(-1);
  return found?.to === text.trimEnd().length ? found.value : null;
}

/** The short names that a document explains by brackets: "FRA1 (Frankfurt)", "Gravelines (GRA)". */
export function findSiteCodes(units: readonly Unit[]): SiteCodes {
  const codes = new Map<string, Place>();
  for (const text of units.flatMap(textsOf)) {
    for (const hit of explained.flatMap((words) => [...text.plain.slice(0, 2000).matchAll(words)])) {
      const short = hit.groups?.['code'] ?? '';
      const place = lastPlace(hit.groups?.['place'] ?? '');
      const isCountry = place?.country === short || /^(?:EU|US|USA|UK)$/u.test(short);
      if (place !== null && place.name !== short && !isCountry) codes.set(short.toLowerCase(), place);
    }
  }
  return codes;
}

/** Places named in a text: those that everybody knows, and the short names that the document explains. */
export function findCodedSites(codes: SiteCodes, text: string): ReturnType<typeof findSites> {
  const sites = findSites(text);
  const short = toTokens(text).flatMap((token): Found<Place>[] => {
    const place = codes.get(token.text.toLowerCase());
    const isTaken = sites.some((each) => each.from < token.to && token.from < each.to);
    return place === undefined || isTaken || token.text === token.text.toLowerCase()
      ? []
      : [{ from: token.from, to: token.to, value: place }];
  });
  return [...sites, ...short].sort((a, b) => a.from - b.from);
}
