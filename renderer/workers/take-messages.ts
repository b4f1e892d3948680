import type { Proposal, ProposedItem } from '#core/importers/contract.ts';
import type { IntakeDecisions } from '#core/intake/intake-types.ts';
import type { Plan } from '#core/model/plan.ts';
import type { PlanPart } from './plan-parts.ts';
import type { IdsByCollection } from './taken-edit.ts';

/** An import that was reviewed: what was found, and what a person decided about it. */
export interface TakeOrder {
  /** What it is taken into. */
  readonly plan: Plan;
  readonly proposals: readonly Proposal[];
  readonly decisions: IntakeDecisions;
}

/** What the page tells the worker: the plan and what was found part by part, then the decisions. */
export type TakeRequest =
  | { readonly kind: 'part'; readonly part: PlanPart }
  | { readonly kind: 'items'; readonly proposal: number; readonly items: readonly ProposedItem[] }
  | {
      readonly kind: 'take';
      /** The things that were found came before: these have none. */
      readonly proposals: readonly Proposal[];
      readonly decisions: IntakeDecisions;
    };

/** How much an import writes: so many records are put into the plan, as they come or in place of others. */
export interface TakenHead {
  readonly label: string;
  readonly records: number;
  readonly removed: IdsByCollection;
}

/** What it answers: how much there is, then the records that are put into the plan. */
export type TakeAnswer =
  | ({ readonly kind: 'taken' } & TakenHead)
  | { readonly kind: 'part'; readonly part: PlanPart }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly message: string };
