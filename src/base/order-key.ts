import { generateKeyBetween } from 'fractional-indexing';

/**
 * A key that sorts (by code unit) strictly between two others; `null` means the open end. Order keys are what keeps
 * "nothing depends on array position" true: inserting never renumbers. Throws when `before >= after`.
 * Source: "Implementing Fractional Indexing", David Greenspan, as packaged in `fractional-indexing`.
 */
export function orderKeyBetween(before: string | null, after: string | null): string {
  return generateKeyBetween(before, after);
}
