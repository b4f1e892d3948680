import type { NodeId } from './ids.ts';

/** Where a person put a node on the map, in map units from its parent's corner. */
export interface LayoutPosition {
  readonly id: NodeId;
  readonly x: number;
  readonly y: number;
}
