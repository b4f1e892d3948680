import type { ReactNode } from 'react';
import type { DependencyId, NodeId } from '#core/model/ids.ts';
import type { MapEdge, MapEdges } from '#core/projections/map-edge.ts';
import type { MapBox, MapView } from '#core/projections/map-box.ts';
import type { Picture } from './picture.ts';
import type { DrawnLine } from './use-connect.ts';
import type { DropQuestions } from './use-drag.ts';
import type { Hovered } from './use-hover-card.ts';

/** What a map shows, and whom it tells of what hands do on it. */
export interface MapCanvasProps extends DropQuestions {
  readonly view: MapView;
  readonly edges: MapEdges;
  /** What is drawn of a map that is too large for elements; `null` for one that is not. */
  readonly picture: Picture | null;
  /** Selected nodes, and the key of a selected edge. */
  readonly selection: ReadonlySet<string>;
  /** Changes when the whole picture is another one (another plan): then the map is fitted again. */
  readonly pictureKey: string;
  /** Whether nothing can be moved by hand, since what is shown is a proposal. */
  readonly isFixed: boolean;
  /** Whether boxes travel to their new places when they change. */
  readonly isTravelling: boolean;
  readonly focusRequest: NodeId | null;
  /** Called when the asked node has been brought into sight. */
  readonly onFocused: () => void;
  readonly onSelect: (nodes: readonly NodeId[], how: 'only' | 'add') => void;
  readonly onPickEdge: (edge: MapEdge) => void;
  readonly onPickLine: (dependency: DependencyId) => void;
  /** Ids of the nodes that stand out while an impact is shown; the others step back. */
  readonly touched: ReadonlySet<string> | null;
  readonly fitRequest: 'all' | 'selection' | null;
  /** Called when what was asked for has been fitted. */
  readonly onFitted: () => void;
  /** Called when a map that is drawn has been drawn anew. It stays the same function. */
  readonly onDrawn: () => void;
  /** A place is collapsed or expanded. */
  readonly onToggle: (node: NodeId) => void;
  readonly onOpen: (node: NodeId) => void;
  /** A drop on another place. */
  readonly onDrop: (nodes: readonly NodeId[], target: MapBox | null) => void;
  /** A drop inside the same place: only positions changed. Map units from the corner of the parent's box. */
  readonly onPlace: (moves: readonly PlacedBox[]) => void;
  /** Whether the small map is shown where not all is in the window. */
  readonly hasOverview: boolean;
  readonly tools: ReactNode;
  readonly status: ReactNode;
  /** What a card says of what the pointer rests on; `null`: nothing. */
  readonly renderCard: (hovered: Hovered) => ReactNode;
  /** A line was drawn from one node to another. */
  readonly onConnect: (line: DrawnLine) => void;
  /** A new place is wanted. */
  readonly onAdd: () => void;
  readonly onMenu: (node: NodeId, at: { readonly x: number; readonly y: number }) => void;
}

/** Where a hand put a box. */
export interface PlacedBox {
  readonly box: MapBox;
  readonly x: number;
  readonly y: number;
}
