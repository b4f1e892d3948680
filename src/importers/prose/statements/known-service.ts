import type { Thing } from '#core/importers/prose/proposal/draft.ts';
import { findKnownNames, findProduct } from './known-names.ts';
import type { Reading } from './reading.ts';

/** A noun behind a product that names nothing more than the product does: "the Drone server". */
export const plainNoun = /\s(?:server|service|instance|daemon)$/iu;

/** The service of a product that is there already, whatever its name adds ("private PyPI server"); `null` when there is none. */
export function findServiceOf(reading: Reading, id: string): Thing | null {
  for (const thing of reading.draft.things.values()) {
    if (thing.kind !== 'service') continue;
    if (findProduct(thing.name)?.id === id) return thing;
    const bare = thing.name.replace(plainNoun, '').trim();
    const ends = findKnownNames(bare).filter((each) => each.to === bare.length);
    if (bare !== thing.name && ends.some(({ value }) => value.is === 'product' && value.entry.id === id))
      return thing;
  }
  return null;
}
