import type { DependencyType } from '#core/model/dependency.ts';
import type { Bundle, Link } from './map-link.ts';
import type { EdgeLock } from './map-locks.ts';
import type { Point, Rect } from './map-measures.ts';
import type { MoveBundle } from './map-move-bundles.ts';
import type { MoveArrow } from './map-box.ts';

/** What an edge stands for. */
export type EdgeSubject =
  | { readonly kind: 'link'; readonly link: Link }
  | { readonly kind: 'bundle'; readonly bundle: Bundle }
  | { readonly kind: 'move'; readonly move: MoveArrow }
  | { readonly kind: 'moves'; readonly moves: MoveBundle };

/** One drawn edge. Angles in degrees, 0 points right, 90 down; a line ends `inset` px before the box. */
export interface MapEdge {
  readonly key: string;
  readonly subject: EdgeSubject;
  readonly type: DependencyType | null;
  readonly path: string;
  readonly start: Point & { readonly angle: number };
  readonly end: Point & { readonly angle: number };
  /** The middle of what is written on it (count, question, phase): where that covers the least. */
  readonly pill: Point;
  /** What the pill is short of words for: a bundle that meets its group at a side has no room for more than its count. */
  readonly isWordy: boolean;
  /**
   * A curve under the boxes, `width` px wide by the logarithm of its count; `counted` where that is written on it. A count that would
   * lie on boxes or on other counts is written when the edge stands out.
   */
  readonly curve: { readonly width: number; readonly counted: boolean } | null;
  readonly lock: EdgeLock | null;
  /** Ids of the boxes and rows at its ends. */
  readonly touches: readonly string[];
  /** What its line takes up. */
  readonly bounds: Rect;
}

/** All edges of the map and what became of each dependency. */
export interface MapEdges {
  readonly edges: readonly MapEdge[];
  readonly drawn: number;
  readonly bundled: number;
  readonly bundles: number;
  /** Bundles that are not drawn because there are too many; they are counted all the same. */
  readonly hiddenBundles: number;
  readonly inner: number;
  /** An end is left out by a filter. */
  readonly hidden: number;
  /** What boxes, lines and what is written on them take up together. */
  readonly extent: Rect;
}
