import { isPlaceKind } from './map-measures.ts';
import type { MapBox, MapView } from './map-box.ts';

const chains = new WeakMap<MapView, Map<MapBox, readonly MapBox[]>>();

/** The boxes that a box stands in, the nearest first. Remembered: tens of thousands of dependencies ask. */
export function outerBoxes(view: MapView, box: MapBox): readonly MapBox[] {
  const known = chains.get(view) ?? new Map<MapBox, readonly MapBox[]>();
  chains.set(view, known);
  const before = known.get(box);
  if (before !== undefined) return before;
  const parent = box.parent === null ? undefined : view.byId.get(box.parent);
  const found = parent === undefined ? [] : [parent, ...outerBoxes(view, parent)];
  known.set(box, found);
  return found;
}

/** Whether two boxes are one, or one stands in the other. Only places have boxes in them. */
export function isAround(view: MapView, a: MapBox, b: MapBox): boolean {
  return (
    a === b ||
    (isPlaceKind(b.kind) && outerBoxes(view, a).includes(b)) ||
    (isPlaceKind(a.kind) && outerBoxes(view, b).includes(a))
  );
}

/** The place whose borders count for encryption: the nearest site, else the provider. */
export function borderOf(view: MapView, box: MapBox): MapBox | null {
  const outer = outerBoxes(view, box);
  const find = (kind: MapBox['kind']): MapBox | undefined =>
    box.kind === kind ? box : outer.find((each) => each.kind === kind);
  return find('site') ?? find('provider') ?? null;
}

/** The outermost place that a box stands in. */
export function outermost(view: MapView, box: MapBox): MapBox | null {
  return outerBoxes(view, box).at(-1) ?? null;
}
