import type { Link } from './map-link.ts';
import type { Point, Rect } from './map-measures.ts';
import { borderOf } from './map-nesting.ts';
import type { MapView } from './map-box.ts';

/** Whether a link between sites is encrypted. */
export type LockState = 'closed' | 'open' | 'unknown';

/** The sign of encryption, and where it stands on its edge. */
export type EdgeLock = Point & { readonly state: LockState };

function isInside(rect: Rect, point: Point): boolean {
  return (
    point.x >= rect.x &&
    point.x <= rect.x + rect.width &&
    point.y >= rect.y &&
    point.y <= rect.y + rect.height
  );
}

/** How far two locks must be apart. */
const lockSize = 21;

/** Where a way leaves a rectangle; angle 0 for a flat segment, 90 for an upright one. */
function findExit(rect: Rect, points: readonly Point[]): (Point & { readonly angle: 0 | 90 }) | null {
  for (let at = 0; at + 1 < points.length; at += 1) {
    const [a, b] = [points[at], points[at + 1]];
    if (a === undefined || b === undefined || !isInside(rect, a) || isInside(rect, b)) continue;
    return {
      angle: a.y === b.y ? 0 : 90,
      x: Math.min(Math.max(b.x, rect.x), rect.x + rect.width),
      y: Math.min(Math.max(b.y, rect.y), rect.y + rect.height),
    };
  }
  return null;
}

/**
 * The lock of a link that leaves a site: where it leaves, beside those that are taken and other pills; `null` for what stays in a site, and where a lock
 * of the same state stands already: that speaks for the lines beside it too.
 */
export function lockOf(
  view: MapView,
  link: Link,
  points: readonly Point[],
  taken: readonly EdgeLock[],
  pills: readonly Point[],
): EdgeLock | null {
  if (!link.crosses) return null;
  const { from, to, dependency } = link;
  const [near, far] = [borderOf(view, from.box), borderOf(view, to.box)];
  const exit =
    (near === null ? null : findExit(near.rect, points)) ??
    (far === null ? null : findExit(far.rect, [...points].reverse()));
  if (exit === null) return null;
  const { angle, ...spot } = exit;
  const state = dependency.encrypted === null ? 'unknown' : dependency.encrypted ? 'closed' : 'open';
  const isNear = (other: Point, at: Point): boolean =>
    Math.abs(other.x - at.x) + Math.abs(other.y - at.y) < lockSize;
  if (taken.some((other) => other.state === state && isNear(other, spot))) return null;
  let at: Point = spot;
  // Locks of neighbouring edges stand one behind the other.
  const others: readonly Point[] = [...taken, ...pills];
  for (let here = at; others.some((other) => isNear(other, here)); here = at) {
    at = angle === 0 ? { x: at.x + lockSize, y: at.y } : { x: at.x, y: at.y + lockSize };
  }
  return { ...at, state };
}
