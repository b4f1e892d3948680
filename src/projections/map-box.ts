import type { ChangeId, NodeId } from '#core/model/ids.ts';
import type { Rect, SlotKind } from './map-measures.ts';
import type { NodeState } from './node-marks.ts';

/** Whether a box stands there in the shown state, stood there before (a ghost of what moved), or was taken away. */
export type Presence = 'here' | 'ghost' | 'gone';

/** One box of the map in one state of the plan. */
export interface MapBox {
  /** The node's id, `ghost:` or `gone:` and the slot's key, or the slot's key for a group without a node. */
  readonly id: string;
  readonly node: NodeId | null;
  readonly kind: SlotKind;
  readonly type: string | null;
  readonly name: string;
  readonly rect: Rect;
  /** How many boxes it stands in. */
  readonly depth: number;
  /** The id of the box that it stands in. */
  readonly parent: string | null;
  /** Names of the places that it stands in, the nearest first. */
  readonly places: readonly string[];
  /** Servers inside, for places. */
  readonly servers: number;
  /** What the state before says: new here, or came from elsewhere. */
  readonly arrival: 'moved' | 'added' | null;
  readonly presence: Presence;
  /** The number of the phase in which it left or arrived. */
  readonly phase: number | null;
  /** A class of unknown size. */
  readonly uncounted: boolean;
  /** A service that is a row of its server's box. */
  readonly isRow: boolean;
  /** A place without what stands in it: its servers and findings are those of all inside. */
  readonly collapsed: boolean;
  readonly state: NodeState;
  /** For ghosts and gone things: the names of what was inside. */
  readonly rows: readonly { readonly name: string; readonly type: string | null }[];
}

/** The arrow of a move or merge that has been done in the shown state. */
export interface MoveArrow {
  readonly change: ChangeId;
  readonly from: string;
  readonly to: string;
  readonly phase: number | null;
  /** The first day of the move as an ISO date, where days are what the map is about. */
  readonly day: string | null;
}

/** What the map shows in one state. */
export interface MapView {
  readonly boxes: readonly MapBox[];
  readonly byId: ReadonlyMap<string, MapBox>;
  readonly moves: readonly MoveArrow[];
  /** Nodes of the state that a filter leaves out. */
  readonly hidden: ReadonlySet<NodeId>;
  readonly width: number;
  readonly height: number;
}
