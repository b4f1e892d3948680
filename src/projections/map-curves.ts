import type { MapEdge } from './map-edges.ts';
import type { Bundle } from './map-links.ts';
import type { Rect } from './map-measures.ts';
import type { Point } from './map-router.ts';
import type { MapView } from './map-view.ts';

/** Parts of a curve where its count may stand, the best first. */
const spots = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82] as const;

/** About how wide a count is in a window that shows the whole map, in map units. */
function toRoom(view: MapView): number {
  return 34 * Math.max(1, Math.max(view.width, view.height * 1.4) / 1100);
}

function pointOn(points: readonly Point[], t: number): Point {
  const weights = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3];
  let [x, y] = [0, 0];
  points.forEach((point, at) => {
    x += point.x * (weights[at] ?? 0);
    y += point.y * (weights[at] ?? 0);
  });
  return { x, y };
}

/** Where a count lies on no other one; where there is no such place, as far from the others as can be. */
function findSpot(points: readonly Point[], taken: readonly Point[], room: number): Point {
  let [best, most] = [pointOn(points, 0.5), -1];
  for (const t of spots) {
    const spot = pointOn(points, t);
    const nearest = Math.min(
      room,
      ...taken.map((other) => Math.max(Math.abs(other.x - spot.x), Math.abs(other.y - spot.y) * 1.3)),
    );
    if (nearest > most) [best, most] = [spot, nearest];
    if (most >= room) break;
  }
  return best;
}

/** Bundles between places as curves, the largest first; their counts stand beside each other and beside what is taken. */
export function toCurves(
  bundles: readonly Bundle[],
  view: MapView,
  taken: readonly Point[],
): readonly MapEdge[] {
  const room = toRoom(view);
  const pills = [...taken];
  return bundles.map((bundle) => {
    const edge = toCurve(bundle, pills, room);
    if (bundle.dependencies.length > 1) pills.push(edge.pill);
    return edge;
  });
}

/** The point of a rectangle's border towards another rectangle, and which way is out. */
function doorTowards(rect: Rect, other: Rect): Point & { readonly angle: number } {
  const [x, y] = [rect.x + rect.width / 2, rect.y + rect.height / 2];
  const [dx, dy] = [other.x + other.width / 2 - x, other.y + other.height / 2 - y];
  const isSideways = Math.abs(dx) * rect.height > Math.abs(dy) * rect.width;
  if (isSideways) return dx > 0 ? { x: rect.x + rect.width, y, angle: 0 } : { x: rect.x, y, angle: 180 };
  return dy > 0 ? { x, y: rect.y + rect.height, angle: 90 } : { x, y: rect.y, angle: -90 };
}

/** A bundle between two places as a curve; it leaves and arrives at right angles to the borders. */
function toCurve(bundle: Bundle, taken: readonly Point[], room: number): MapEdge {
  const [start, end] = [
    doorTowards(bundle.from.rect, bundle.to.rect),
    doorTowards(bundle.to.rect, bundle.from.rect),
  ];
  // As long as the way across the gutter: a longer one would bend back into the boxes of neighbours.
  const isFlat = start.angle % 180 === 0;
  const reach = Math.max(8, Math.abs(isFlat ? end.x - start.x : end.y - start.y) * 0.5);
  const handle = (door: Point & { readonly angle: number }): Point => {
    const turn = (door.angle * Math.PI) / 180;
    return { x: Math.round(door.x + Math.cos(turn) * reach), y: Math.round(door.y + Math.sin(turn) * reach) };
  };
  const [a, b] = [handle(start), handle(end)];
  return {
    key: `bundle:${bundle.key}`,
    subject: { kind: 'bundle', bundle },
    type: bundle.type,
    path: `M${start.x} ${start.y}C${a.x} ${a.y} ${b.x} ${b.y} ${end.x} ${end.y}`,
    start,
    end,
    pill: findSpot([start, a, b, end], taken, room),
    curve: { width: Math.min(5, 1 + Math.log10(bundle.dependencies.length)) },
    lock: null,
    touches: [bundle.from.id, bundle.to.id],
  };
}
