import { isPlaceKind, type Rect } from '#core/projections/map-measures.ts';
import type { MapBox, MapView } from '#core/projections/map-view.ts';
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

function meets(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
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
 * The boxes that become elements: all on a map of ordinary size; on a large one those in view while they can be read,
 * from afar the places only, and always the one that has the focus, with the boxes around it.
 */
export function findVisibleBoxes(view: MapView, camera: Camera, focused: string | null): readonly MapBox[] {
  if (showsAll(view)) return view.boxes;
  const level = toDetailLevel(camera.zoom);
  const window = toVisibleRect(camera);
  const keep = new Set<string>();
  for (let box = focused === null ? undefined : view.byId.get(focused); box !== undefined;) {
    keep.add(box.id);
    box = box.parent === null ? undefined : view.byId.get(box.parent);
  }
  return view.boxes.filter((box) => {
    if (keep.has(box.id)) return true;
    if (!meets(box.rect, window)) return false;
    if (isPlaceKind(box.kind)) return true;
    return level !== 'far' && (level === 'near' || !box.isRow) && camera.zoom >= leastReadableZoom;
  });
}
