import { makeIdMaker } from '#core/model/ids.ts';

/** Random ids for everything that is made by hand. */
export const makeId = makeIdMaker((length) => crypto.getRandomValues(new Uint8Array(length)));
