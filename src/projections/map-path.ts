import type { Point } from './map-measures.ts';
import type { Way } from './map-lanes.ts';

const cornerRadius = 6;
const gapHalf = 2.5;

/** Whether a flat and an upright segment cross well inside of both, and where. */
function crossingOf(a: Point, b: Point, c: Point, d: Point): Point | null {
  const [flatA, flatB, upA, upB] = a.y === b.y ? [a, b, c, d] : [c, d, a, b];
  if (flatA.y !== flatB.y || upA.x !== upB.x) return null;
  const inX = upA.x > Math.min(flatA.x, flatB.x) + 1 && upA.x < Math.max(flatA.x, flatB.x) - 1;
  const inY = flatA.y > Math.min(upA.y, upB.y) + 1 && flatA.y < Math.max(upA.y, upB.y) - 1;
  return inX && inY ? { x: upA.x, y: flatA.y } : null;
}

/** How far along the segment a-b earlier ways of other trunks cross it, sorted. */
function gapsOf(a: Point, b: Point, earlier: readonly Way[], trunk: string): number[] {
  const gaps: number[] = [];
  for (const way of earlier) {
    if (way.trunk === trunk) continue;
    for (let at = 0; at + 1 < way.points.length; at += 1) {
      const [c, d] = [way.points[at], way.points[at + 1]];
      if (c === undefined || d === undefined || (a.x === b.x) === (c.x === d.x)) continue;
      const crossing = crossingOf(a, b, c, d);
      if (crossing !== null) gaps.push(Math.abs(crossing.x - a.x) + Math.abs(crossing.y - a.y));
    }
  }
  return gaps.sort((x, y) => x - y);
}

function toward(a: Point, b: Point, distance: number): Point {
  const length = Math.abs(b.x - a.x) + Math.abs(b.y - a.y);
  return length === 0
    ? a
    : { x: a.x + ((b.x - a.x) / length) * distance, y: a.y + ((b.y - a.y) / length) * distance };
}

const text = (point: Point): string => `${Math.round(point.x * 10) / 10} ${Math.round(point.y * 10) / 10}`;

/**
 * An SVG path along a way: corners of 6 px, and a gap of 5 px where it crosses a way that was drawn before.
 * `endInset` keeps the line away from the tip of its arrow, in px.
 */
export function toSvgPath(way: Way, earlier: readonly Way[], endInset: number): string {
  const points = [...way.points];
  const last = points.length - 1;
  const [beforeEnd, end] = [points[last - 1], points[last]];
  if (beforeEnd === undefined || end === undefined) return '';
  points[last] = toward(end, beforeEnd, endInset);
  const first = points[0];
  if (first === undefined) return '';
  const parts = [`M${text(first)}`];
  for (let at = 0; at < last; at += 1) {
    const [a, b, c] = [points[at], points[at + 1], points[at + 2]];
    if (a === undefined || b === undefined) continue;
    const length = Math.abs(b.x - a.x) + Math.abs(b.y - a.y);
    const after = c === undefined ? Infinity : Math.abs(c.x - b.x) + Math.abs(c.y - b.y);
    const corner = c === undefined ? 0 : Math.min(cornerRadius, length / 2, after / 2);
    for (const gap of gapsOf(a, b, earlier, way.trunk)) {
      if (gap < 8 || gap > length - corner - gapHalf) continue;
      parts.push(`L${text(toward(a, b, gap - gapHalf))}M${text(toward(a, b, gap + gapHalf))}`);
    }
    if (c === undefined || corner === 0) parts.push(`L${text(b)}`);
    else parts.push(`L${text(toward(b, a, corner))}Q${text(b)} ${text(toward(b, c, corner))}`);
  }
  return parts.join('');
}

/** How far apart the middles of two pills must be. */
const pillRoom = 32;

/**
 * Where a pill covers the least: the middle of the longest segment, or, where another pill lies there already, the next
 * free point along the way.
 */
export function findPillPoint(points: readonly Point[], taken: readonly Point[] = []): Point {
  const segments: { a: Point; b: Point; length: number }[] = [];
  for (let at = 0; at + 1 < points.length; at += 1) {
    const [a, b] = [points[at], points[at + 1]];
    if (a !== undefined && b !== undefined)
      segments.push({ a, b, length: Math.abs(b.x - a.x) + Math.abs(b.y - a.y) });
  }
  segments.sort((one, other) => other.length - one.length);
  const spots = segments.flatMap(({ a, b, length }) => {
    const steps = [0, 1, -1, 2, -2, 3, -3, 4, -4].map((step) => length / 2 + step * pillRoom);
    return steps
      .filter((along) => along >= Math.min(length / 2, 10) && along <= length - Math.min(length / 2, 10))
      .map((along) => toward(a, b, along));
  });
  const isFree = (spot: Point): boolean =>
    !taken.some((other) => Math.hypot(other.x - spot.x, other.y - spot.y) < pillRoom);
  return spots.find(isFree) ?? spots[0] ?? points[0] ?? { x: 0, y: 0 };
}
