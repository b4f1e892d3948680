import type { PartyId, PhaseId } from './ids.ts';

/** An ordered group of changes (users of the field say wave). Dates are ISO (`2026-12-07`). */
export interface Phase {
  readonly id: PhaseId;
  readonly name: string;
  readonly order: string;
  readonly start: string | null;
  readonly end: string | null;
  /** What must be true to go on, in words. */
  readonly gate: string | null;
  readonly owner: PartyId | null;
}

/** A phase with empty values for all that is not given. */
export function toPhase(fields: Pick<Phase, 'id' | 'name' | 'order'> & Partial<Phase>): Phase {
  return { start: null, end: null, gate: null, owner: null, ...fields };
}
