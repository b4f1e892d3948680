import type { ProposedEvidence } from '../contract.ts';
import type { NagiosValue } from './read-objects.ts';

/** Names of a value as evidence for a field. */
export function quoteAll(
  value: NagiosValue | undefined,
  field: string,
  names: readonly string[],
): readonly ProposedEvidence[] {
  return value === undefined ? [] : names.map((quote) => ({ line: value.line, quote, field }));
}
