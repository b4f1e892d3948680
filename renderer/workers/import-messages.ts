import type { SourceFile } from '#core/importers/contract.ts';
import type { ColumnMapping } from '#core/importers/csv/column-mapping.ts';
import type { ImportOutcome } from '#core/importers/import-files.ts';

/** What the page asks the import worker. */
export interface ImportRequest {
  readonly files: readonly SourceFile[];
  /** What a person said that columns of tables mean, the newest first. */
  readonly remembered: readonly ColumnMapping[];
}

/** What it answers. */
export type ImportAnswer =
  | { readonly kind: 'progress'; readonly done: number; readonly of: number }
  | { readonly kind: 'done'; readonly outcome: ImportOutcome }
  | { readonly kind: 'failed'; readonly message: string };
