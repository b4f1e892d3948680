import type { CollectionName, RecordByCollection } from './plan.ts';

/** What an edit did to one collection; reversible, because `updated` and `removed` keep what was there. */
export interface CollectionDiff<T> {
  readonly added: Readonly<Record<string, T>>;
  readonly updated: Readonly<Record<string, readonly [from: T, to: T]>>;
  readonly removed: Readonly<Record<string, T>>;
}

/**
 * What an edit did to a plan, record by record: undo, autosave, audit and merge are made of it. `name` is set when the
 * plan was renamed. Plain JSON data. Apply, revert and squash: `src/commands/records-diff.ts`.
 */
export interface RecordsDiff {
  readonly name?: readonly [from: string, to: string];
  readonly collections: { readonly [C in CollectionName]?: CollectionDiff<RecordByCollection[C]> };
}
