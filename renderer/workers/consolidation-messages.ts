import type { ConsolidationOptions } from '#core/planning/consolidation/options.ts';
import type { ConsolidationProposal } from '#core/planning/consolidation/propose.ts';

/** What the page asks the consolidation worker: the plan as its file's text, and what is wanted. */
export interface ConsolidationRequest {
  readonly planText: string;
  readonly options: ConsolidationOptions;
}

/** What it says: how far it is (0 to 1), then what it found. */
export type ConsolidationAnswer =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'consolidation'; readonly found: ConsolidationProposal }
  | { readonly kind: 'failed'; readonly message: string };
