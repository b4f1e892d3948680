import type { BoxIndex } from '#core/projections/map-index.ts';
import { isPlaceKind, type Rect } from '#core/projections/map-measures.ts';
import type { MapBox, MapView } from '#core/projections/map-box.ts';
import { leastReadableZoom, mostNodesAlwaysShown, toDetailLevel } from './detail-level.ts';

/** Where the window looks: screen px = map units * zoom + offset. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
  readonly width: number;
  readonly height: number;
}

/** The part of the map that the window shows. */
export function toVisibleRect(camera: Camera): Rect {
  return {
    x: -camera.x / camera.zoom,
    y: -camera.y / camera.zoom,
    width: camera.width / camera.zoom,
    height: camera.height / camera.zoom,
  };
}

/** Whether the beginning of a box, with its name, is in the window and large enough to be read. */
export function isInSight(box: MapBox, camera: Camera): boolean {
  const { rect } = box;
  const { zoom } = camera;
  const [left, top] = [rect.x * zoom + camera.x, rect.y * zoom + camera.y];
  const [width, height] = [Math.min(rect.width, 142) * zoom, Math.min(rect.height, 60) * zoom];
  return (
    zoom >= leastReadableZoom &&
    left >= 0 &&
    top >= 0 &&
    left + width <= camera.width &&
    top + height <= camera.height
  );
}

/** Whether every node is in the document whatever the window shows. */
export function showsAll(view: MapView): boolean {
  return view.boxes.length <= mostNodesAlwaysShown;
}

/**
 * The boxes that become elements: all on a map of ordinary size; on a large one those in view while they can be read, and
 * always those in reach of the hand: what has the focus and what the pointer is on.
 */
export function findVisibleBoxes(
  view: MapView,
  index: BoxIndex,
  camera: Camera,
  inReach: readonly (string | null)[],
): readonly MapBox[] {
  if (showsAll(view)) return view.boxes;
  const isReadable = camera.zoom >= leastReadableZoom && camera.width > 0;
  const isNear = toDetailLevel(camera.zoom) === 'near';
  const inView = isReadable ? index.within(toVisibleRect(camera)) : [];
  const shown = new Set(inView.filter((box) => isNear || !box.isRow || isPlaceKind(box.kind)));
  for (const id of inReach) {
    const box = id === null ? undefined : view.byId.get(id);
    if (box !== undefined) shown.add(box);
  }
  // Outer boxes first, whatever the order in which they were found.
  return [...shown].sort((a, b) => a.depth - b.depth);
}
