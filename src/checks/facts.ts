import { sha256Hex } from '#core/base/sha256.ts';
import type { Finding } from '#core/model/finding.ts';

/**
 * A hash of the facts that a finding rests on: its severity, nodes and sentence (which holds the names and figures), not
 * when it holds. An accepted finding keeps it, and is open again when it differs.
 */
export function factsOf(finding: Pick<Finding, 'rule' | 'severity' | 'nodes' | 'message'>): string {
  return sha256Hex(
    JSON.stringify([finding.rule, finding.severity, [...finding.nodes].sort(), finding.message]),
  ).slice(0, 16);
}
