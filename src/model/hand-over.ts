import type { HandOverId, NodeId, PartyId, PhaseId } from './ids.ts';

/** The way of one duty from the old party to the new one. */
export interface HandOver {
  readonly id: HandOverId;
  readonly area: string;
  readonly subject: NodeId | null;
  /** `null`: nobody owed it so far. */
  readonly from: PartyId | null;
  readonly to: PartyId;
  readonly phase: PhaseId | null;
  readonly status: 'proposed' | 'offered' | 'accepted';
  readonly acceptedBy: string | null;
  /** What proves that the new party can do it. */
  readonly evidence: string | null;
}

/** A hand-over with empty values for all that is not given. */
export function toHandOver(fields: Pick<HandOver, 'id' | 'area' | 'to'> & Partial<HandOver>): HandOver {
  return {
    subject: null,
    from: null,
    phase: null,
    status: 'proposed',
    acceptedBy: null,
    evidence: null,
    ...fields,
  };
}
