import { isIsoDate } from '#core/base/plain-date.ts';
import { fail, ok, type Result } from '#core/base/result.ts';
import { condition, evidenceList, idOf } from '#core/document/fields.ts';
import { z } from '#core/document/zod.ts';
import type { Condition } from '#core/model/disposition.ts';
import type { IdByPrefix, IdPrefix } from '#core/model/ids.ts';
import type { Draft } from './draft.ts';
import { refersTo } from './references.ts';

/** A name or text that may not be empty; blanks around it don't count. */
export const someText = z.string().trim().min(1);

/** A text or `null`, that may be left out. */
export const maybeText = z.string().trim().nullable().exactOptional();

/** Free words, that may be left out. */
export const maybeWords = z.string().exactOptional();

/** A size or amount: not negative, `null` for not known. */
export const maybeAmount = z.number().nonnegative().nullable().exactOptional();

/** A list of texts without empty ones. */
export const maybeTexts = z.array(z.string().trim().min(1)).exactOptional();

/** A day of the calendar, for example `2026-12-07`; `null` takes it away. */
export const maybeDate = z
  .string()
  .refine(isIsoDate, { error: 'must be a date such as 2026-12-07' })
  .nullable()
  .exactOptional();

/** When a task is due: a day, or `T-7` days from the start of its phase. */
export const maybeDue = z
  .string()
  .refine((text) => isIsoDate(text) || /^T([+-]\d{1,4})?$/.test(text), {
    error: 'must be a date such as 2026-12-07, or T-7 for seven days before the phase starts',
  })
  .nullable()
  .exactOptional();

/** Sizes; what is left out stays as it is. */
export const maybeSizes = z
  .strictObject({ vcpu: maybeAmount, memoryMiB: maybeAmount, diskGiB: maybeAmount })
  .exactOptional();

/** A TCP or UDP port. */
export const maybePort = z.number().int().min(0).max(65_535).nullable().exactOptional();

/** Where values came from. */
export const maybeEvidence = evidenceList.unwrap().exactOptional();

/** The id that a new record shall have; without it a random one is made. */
export const maybeId = <P extends IdPrefix>(
  prefix: P,
): z.ZodExactOptional<z.ZodCustom<IdByPrefix[P], IdByPrefix[P]>> => idOf(prefix).exactOptional();

/** The phase of a plan entry; `null` and nothing: without a phase. */
export const phaseArgument = refersTo('phase').nullable().default(null);

/** Conditions, as texts or as they stand in the plan file. */
export const maybeConditions = z
  .array(z.union([someText, z.strictObject({ ...condition.partial({ id: true }).shape, text: someText })]))
  .exactOptional();

/** Conditions of arguments as records: a text that stood there before stays the same condition, new ones get an id. */
export function toConditions(
  draft: Draft,
  given: NonNullable<z.output<typeof maybeConditions>> | undefined,
  before: readonly Condition[] = [],
): readonly Condition[] {
  return (given ?? []).map((each) => {
    if (typeof each !== 'string') return { ...each, id: each.id ?? draft.makeId('co') };
    return before.find(({ text }) => text === each) ?? { id: draft.makeId('co'), text: each, met: false };
  });
}

/** The id of a new record: the one that was asked for, when it is free, or a fresh one. */
export function toNewId<P extends IdPrefix>(
  draft: Draft,
  prefix: P,
  given: IdByPrefix[P] | undefined,
  isTaken: (id: string) => boolean,
): Result<IdByPrefix[P], string> {
  if (given !== undefined) return isTaken(given) ? fail(`the id ${given} is taken already`) : ok(given);
  let id = draft.makeId(prefix);
  while (isTaken(id)) id = draft.makeId(prefix);
  return ok(id);
}
