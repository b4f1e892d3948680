import type { Dependency, DependencyType } from '#core/model/dependency.ts';
import type { DependencyId } from '#core/model/ids.ts';
import type { MapBox } from './map-box.ts';

/** One end of an edge: a box, and the row in it when the end is a service. */
export interface LinkEnd {
  readonly box: MapBox;
  readonly row: MapBox | null;
}

/** A dependency that is drawn as a line of its own. */
export interface Link {
  readonly dependency: Dependency;
  readonly from: LinkEnd;
  readonly to: LinkEnd;
  /** An open question is about it. */
  readonly doubt: boolean;
  /** It leaves a site (or a provider), where encryption matters. */
  readonly crosses: boolean;
}

/** Many dependencies drawn as one line. */
export interface Bundle {
  readonly key: string;
  readonly type: DependencyType | null;
  readonly from: MapBox;
  readonly to: MapBox;
  /** Which end stands for a whole group with a hub at the other; `null` where it joins two boxes: routed one way, as a curve both ways. */
  readonly group: 'from' | 'to' | null;
  readonly dependencies: readonly DependencyId[];
  /** How many boxes of the group take part. */
  readonly members: number;
  /** Whether it is led around boxes; else it is a curve under them. */
  readonly isRouted: boolean;
}

/** Every dependency of the shown state, in one of four ways; nothing is left out. */
export interface MapLinks {
  readonly links: readonly Link[];
  readonly bundles: readonly Bundle[];
  /** Inside one box, or from a thing to the place that it stands in. */
  readonly inner: readonly DependencyId[];
  /** An end is left out by a filter. */
  readonly hidden: readonly DependencyId[];
}
