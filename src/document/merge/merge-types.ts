import type { CollectionName, Plan } from '#core/model/plan.ts';

/** The two sides of a merge. */
export type Side = 'ours' | 'theirs';

/**
 * A real conflict; the merged plan keeps what ours says. `field`: both sides changed it, each in another way (`collection`
 * `null` is the plan itself, `field` empty the whole record). `removed-and-changed`: one side took the record out, the other
 * changed it. `removed-and-needed`: one side took it out, and something that the other side made points at it.
 */
export type MergeConflict =
  | {
      readonly kind: 'field';
      readonly collection: CollectionName | null;
      readonly id: string;
      readonly field: string;
      readonly base: unknown;
      readonly ours: unknown;
      readonly theirs: unknown;
    }
  | {
      readonly kind: 'removed-and-changed';
      readonly collection: CollectionName;
      readonly id: string;
      readonly removedBy: Side;
    }
  | {
      readonly kind: 'removed-and-needed';
      readonly collection: CollectionName;
      readonly id: string;
      readonly removedBy: Side;
      readonly neededBy: { readonly collection: CollectionName; readonly id: string };
    };

/** Something small that was set right without losing an edit: a mention of what is gone, or two equal order keys. */
export interface MergeRepair {
  readonly kind: 'mention-dropped' | 'order-moved';
  readonly collection: CollectionName;
  readonly id: string;
  /** What is gone and was mentioned; `null` for an order key. */
  readonly gone: string | null;
}

/** What a merge came to. */
export interface PlanMerge {
  readonly plan: Plan;
  readonly conflicts: readonly MergeConflict[];
  readonly repairs: readonly MergeRepair[];
}

/** The three plans of a merge. */
export interface MergeSides {
  readonly base: Plan;
  readonly ours: Plan;
  readonly theirs: Plan;
}
