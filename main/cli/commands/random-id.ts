import { randomBytes } from 'node:crypto';
import { makeIdMaker, type IdMaker } from '#core/model/ids.ts';

/** Makes ids from the randomness of the system. */
export const makeRandomId: IdMaker = makeIdMaker((length) => randomBytes(length));
