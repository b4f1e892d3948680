import type { Proposal, ProposedItem, SourceFile } from '#core/importers/contract.ts';
import type { ColumnMapping } from '#core/importers/csv/column-mapping.ts';
import type { ImportOutcome } from '#core/importers/import-files.ts';
import type { EffectKeys } from '#core/intake/effect-keys.ts';
import type { IntakeMatter } from '#core/intake/matters/intake-matter.ts';
import type { PlanPart } from './plan-parts.ts';

/** What shall be read. */
export interface ImportOrder {
  readonly files: readonly SourceFile[];
  /** What a person said that columns of tables mean, the newest first. */
  readonly remembered: readonly ColumnMapping[];
}

/** What the page tells the import worker: the open plan part by part, then what shall be read. */
export type ImportRequest =
  | { readonly kind: 'part'; readonly part: PlanPart }
  | ({ readonly kind: 'read' } & ImportOrder);

/** What accepting everything would do to the plan that was open, or to an empty one. */
export interface ReadPreview {
  readonly matters: readonly IntakeMatter[];
  readonly effects: EffectKeys;
}

/** What the files gave, and what it means beside the plan. */
export interface ReadOutcome extends ImportOutcome {
  readonly preview: ReadPreview;
}

/** What is being done: reading the files, or comparing what they say with the plan. */
export type ImportStage = 'understanding' | 'comparing';

/** What it answers. The things that were found cross in parts, each for the proposal of that number. */
export type ImportAnswer =
  | { readonly kind: 'progress'; readonly stage: ImportStage; readonly done: number; readonly of: number }
  | { readonly kind: 'items'; readonly proposal: number; readonly items: readonly ProposedItem[] }
  | { readonly kind: 'done'; readonly outcome: ReadOutcome }
  | { readonly kind: 'failed'; readonly message: string };

/** Proposals whose things come separately: without them. */
export function withoutItems(proposals: readonly Proposal[]): readonly Proposal[] {
  return proposals.map((proposal) => ({ ...proposal, items: [] }));
}
