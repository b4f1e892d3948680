import type { SourceFile } from '#core/importers/contract.ts';
import type { ColumnMapping } from '#core/importers/csv/column-mapping.ts';
import type { ImportOutcome } from '#core/importers/import-files.ts';
import type { IntakeMatter } from '#core/intake/matters/intake-matter.ts';

/** What the page asks the import worker. */
export interface ImportRequest {
  readonly files: readonly SourceFile[];
  /** What a person said that columns of tables mean, the newest first. */
  readonly remembered: readonly ColumnMapping[];
  /** Whether no plan is open: then it is known here too what the import leaves for a person. */
  readonly isNew: boolean;
}

/** What the files gave; `matters`: what an import into an empty plan would leave, `null` where a plan is open. */
export interface ReadOutcome extends ImportOutcome {
  readonly matters: readonly IntakeMatter[] | null;
}

/** What it answers. */
export type ImportAnswer =
  | { readonly kind: 'progress'; readonly done: number; readonly of: number }
  | { readonly kind: 'done'; readonly outcome: ReadOutcome }
  | { readonly kind: 'failed'; readonly message: string };
