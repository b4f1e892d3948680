import type { SourceFile } from '#core/importers/contract.ts';
import type { ImportOutcome } from '#core/importers/import-files.ts';

/** What the page asks the import worker. */
export interface ImportRequest {
  readonly files: readonly SourceFile[];
}

/** What it answers. */
export type ImportAnswer =
  | { readonly kind: 'done'; readonly outcome: ImportOutcome }
  | { readonly kind: 'failed'; readonly message: string };
