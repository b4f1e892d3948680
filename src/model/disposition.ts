import type { Evidence } from './evidence.ts';
import type { ConditionId, DispositionId, NodeId } from './ids.ts';

/** The seven Rs: what becomes of a workload. */
export const dispositionKinds = [
  'retain',
  'rehost',
  'relocate',
  'replatform',
  'refactor',
  'repurchase',
  'retire',
] as const;

/** One of the seven Rs. */
export type DispositionKind = (typeof dispositionKinds)[number];

/** Something that must come true first ("after deployment of Travis"). */
export interface Condition {
  readonly id: ConditionId;
  readonly text: string;
  readonly met: boolean;
}

/** What becomes of a node; a removal candidate is `retire` that is not yet agreed. */
export interface Disposition {
  readonly id: DispositionId;
  readonly node: NodeId;
  readonly disposition: DispositionKind;
  readonly agreed: boolean;
  /** Who agreed, when that is known. */
  readonly agreedBy: string | null;
  readonly why: string;
  readonly conditions: readonly Condition[];
  readonly evidence: readonly Evidence[];
}

/** A disposition with empty values for all that is not given. */
export function toDisposition(
  fields: Pick<Disposition, 'id' | 'node' | 'disposition'> & Partial<Disposition>,
): Disposition {
  return { agreed: false, agreedBy: null, why: '', conditions: [], evidence: [], ...fields };
}
