import type { ProposedEvidence, ProposedNode } from '../contract.ts';
import type { TableReader } from '../csv/table-reader.ts';
import type { IndexedMachine } from './machine-index.ts';

/** Rows that are quoted for a sum at most. */
const mostQuotes = 12;

/** Adds what a further table of an export says about a machine of its main table. */
export function addFacts(
  reader: TableReader,
  machine: IndexedMachine,
  fields: Partial<ProposedNode>,
  evidence: readonly ProposedEvidence[],
  reason: string,
): void {
  reader.collector.add({
    is: 'node',
    key: machine.key,
    kind: 'server',
    name: machine.name,
    confidence: 'sure',
    reasons: [reason],
    evidence: evidence.slice(0, mostQuotes),
    ...(machine.identities.length === 0 ? {} : { identities: machine.identities }),
    ...fields,
  });
}
