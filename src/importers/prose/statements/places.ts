import { places } from '#core/importers/prose/lexicon/words.ts';
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

/** Places named in a text. */
export function findPlaces(text: string): Found<Place>[] {
  return match(text);
}
