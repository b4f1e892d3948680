import { toSource, type Source } from '#core/model/source.ts';
import type { KeptPending } from './intake-types.ts';
import type { SourceIntake } from './session.ts';
import { toBase, toDecisions } from './source-memory.ts';

/** The record of a source after an import, with all that the next one needs. */
export function toImportedSource(source: SourceIntake): Source {
  const { name, format, sha256, text, totals, secrets } = source.proposal.source;
  const pending: readonly KeptPending[] = source.pending;
  return {
    ...(source.known ?? toSource({ id: source.id, name, format })),
    format,
    sha256,
    text,
    totals,
    secrets,
    base: toBase(source.records, source.memory.records),
    decisions: toDecisions(source.decisions, {
      precedence: source.memory.precedence,
      mapping: source.proposal.source.mapping ?? source.memory.mapping,
    }),
    pending,
  };
}
