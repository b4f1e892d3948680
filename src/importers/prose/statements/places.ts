import { buildings, notSites } from '#core/importers/prose/lexicon/site-words.ts';
import { places } from '#core/importers/prose/lexicon/words.ts';
import { findProduct, findProvider } from './known-names.ts';
import { makeMatcher, type Found } from './matcher.ts';

/** A place named in a text, with its country. */
export interface Place {
  readonly name: string;
  readonly country: string;
}

const match = makeMatcher<Place>(
  [...places].map(([name, country]) => ({
    name,
    exact: name.length <= 3 || /^\p{Lu}\p{Ll}/u.test(name),
    value: { name, country },
  })),
);

const name = String.raw`\p{Lu}[\p{L}'’-]{2,24}(?:\s\p{Lu}[\p{L}'’-]{2,24})?`;
const building = `(?:${buildings.join('|')})`;
/** "The server room in Meppel", "the data centre of the city works in Bochum". */
const buildingIn = new RegExp(
  String.raw`\b${building}\b(?:\s(?:of|from)\s(?:the\s)?[\p{L} ]{2,30}?)?\s(?:in|at)\s(${name})(?![\p{L}\d])`,
  'gu',
);
/** "The Hagen depot", "the Leeds office". */
const namedBuilding = new RegExp(String.raw`\b(?:the|our|their)\s(${name})\s${building}(?![\p{L}\d])`, 'gu');

/** Places named in a text: those of the lexicon, and names that the text gives to a building (their country is not known). */
export function findSites(text: string): Found<{ readonly name: string; readonly country: string | null }>[] {
  const known = findPlaces(text);
  const others = [buildingIn, namedBuilding].flatMap((words) =>
    [...text.matchAll(words)].flatMap((hit) => {
      const named = hit[1] ?? '';
      const from = hit.index + hit[0].indexOf(named);
      const isOther =
        known.some((each) => each.from < from + named.length && from < each.to) ||
        notSites.test(named) ||
        findProvider(named) !== null ||
        findProduct(named) !== null;
      return isOther ? [] : [{ from, to: from + named.length, value: { name: named, country: null } }];
    }),
  );
  return [...known, ...others].sort((a, b) => a.from - b.from);
}

/** Places named in a text. */
export function findPlaces(text: string): Found<Place>[] {
  return match(text);
}
