import type { IdByPrefix, IdPrefix } from '#core/model/ids.ts';
import { z } from './zod.ts';

const idText = /^[A-Za-z0-9_]{1,200}$/;

/** Whether a text may stand as an id: letters, digits and underscores (and not the one name that JavaScript treats apart). */
export function isIdText(value: unknown): value is string {
  return typeof value === 'string' && idText.test(value) && value !== '__proto__';
}

/** The words of a problem with an id. */
export const idRule = 'must be an id: letters A-Z and a-z, digits and underscores only';

/** An id of one kind. The prefix is a habit, not a rule: ids of other programs are kept as they are. */
export function idOf<P extends IdPrefix>(_prefix: P): z.ZodCustom<IdByPrefix[P], IdByPrefix[P]> {
  return z.custom<IdByPrefix[P]>(isIdText, { error: idRule });
}

/** An id of any kind, as a plain text. */
export const anyId = z.custom<string>(isIdText, { error: idRule });

/** A text that is empty when it is absent. */
export const words = z.string().default('');
/** A text or nothing. */
export const textOrNull = z.string().nullable().default(null);
/** A number or nothing. */
export const numberOrNull = z.number().nullable().default(null);
/** A list of texts. */
export const textList = z.array(z.string()).default([]);
/** A yes-or-no that is no when it is absent. */
export const flag = z.boolean().default(false);
/** Sizes; each may be unknown. */
export const resources = z.looseObject({
  vcpu: numberOrNull,
  memoryMiB: numberOrNull,
  diskGiB: numberOrNull,
});

/** Where a value came from. */
export const evidence = z.looseObject({
  source: idOf('so'),
  line: z.number().default(1),
  quote: words,
  field: words,
});
/** All places that speak for a record. */
export const evidenceList = z.array(evidence).default([]);

/** Something that must come true first. */
export const condition = z.looseObject({ id: idOf('co'), text: words, met: flag });
