import type { SourceId } from './ids.ts';

/** A total that a text states, beside what was found. */
export interface StatedTotal {
  readonly text: string;
  readonly kind: string;
  readonly stated: number;
  readonly found: number;
  readonly line: number;
}

/** That a secret stood on a line; the secret itself is never kept. */
export interface SecretMark {
  readonly line: number;
  readonly kind: string;
}

/**
 * A document that was imported. `sha256` is of the original bytes, `text` is kept for prose only (secrets masked);
 * `base`, `decisions` and `pending` are what a later import of the same source needs (see `src/intake`).
 */
export interface Source {
  readonly id: SourceId;
  readonly name: string;
  readonly format: string;
  readonly sha256: string;
  readonly text: string | null;
  readonly totals: readonly StatedTotal[];
  readonly secrets: readonly SecretMark[];
  readonly base: Readonly<Record<string, unknown>>;
  readonly decisions: readonly unknown[];
  readonly pending: readonly unknown[];
}

/** A source with empty values for all that is not given. */
export function toSource(fields: Pick<Source, 'id' | 'name' | 'format'> & Partial<Source>): Source {
  return { sha256: '', text: null, totals: [], secrets: [], base: {}, decisions: [], pending: [], ...fields };
}
