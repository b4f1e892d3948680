import type { BridgeProblem } from '#core/contract/bridge.ts';

/** What is stored of a plan, as far as the order of writes goes. */
export interface StoredRevision {
  readonly revision: number;
  readonly writer: string;
}

/** What a write claims. */
export interface WriteClaim {
  readonly revision: number;
  readonly writer: string;
  readonly seen?: number;
}

function conflict(stored: StoredRevision): BridgeProblem {
  return {
    code: 'conflict',
    message: `Another window stored a later state of this plan (revision ${stored.revision}). Reload to see it; nothing was overwritten.`,
  };
}

/**
 * Compare-and-set: whether a checkpoint may be written over what is stored. Never decided by a clock. The writer that wrote last may
 * go on; any other has to have seen what is stored, or, when it does not say what it saw, has to bring a higher revision.
 */
export function checkCheckpointOrder(stored: StoredRevision | null, claim: WriteClaim): BridgeProblem | null {
  if (stored === null) return null;
  if (claim.revision < stored.revision) return conflict(stored);
  if (claim.writer === stored.writer) return null;
  const isInformed =
    claim.seen === undefined ? claim.revision > stored.revision : claim.seen === stored.revision;
  return isInformed ? null : conflict(stored);
}

/** The same for lines of the journal, which have to start exactly where the stored plan ends. */
export function checkJournalOrder(stored: StoredRevision, claim: WriteClaim): BridgeProblem | null {
  if (claim.revision <= stored.revision) return conflict(stored);
  if (claim.seen !== undefined) return claim.seen === stored.revision ? null : conflict(stored);
  return null;
}
