import type { NodeId } from './ids.ts';
import type { Cost, Resources } from './node.ts';

/** A kind of host that a consolidation may buy or rent: so many of it at most, each of this size and cost. */
export interface HostType {
  readonly name: string;
  readonly count: number;
  /** What one offers; `null` where that is not limited or not known: then it takes nothing whose need is known there. */
  readonly capacity: Resources;
  readonly cost: Cost;
  /** The site, provider or cluster that it would stand in. */
  readonly place: NodeId | null;
  readonly jurisdiction: string | null;
}
