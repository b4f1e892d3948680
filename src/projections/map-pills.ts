import type { EdgeSubject } from './map-edge.ts';
import type { Bundle } from './map-link.ts';
import { outerBoxes } from './map-nesting.ts';
import { findPillPoint } from './map-path.ts';
import type { Point } from './map-measures.ts';
import type { MapView } from './map-box.ts';

/** Where something is written on an edge, whether it always is, and whether there is room for words. */
export interface PlacedPill {
  readonly at: Point;
  readonly isShown: boolean;
  readonly isWordy: boolean;
}

/** How far from a box the middle of a pill is along its line: over a box's border there is an arrow, or the start of a line. */
const offsets = { start: 22, end: 24, header: 16, underArrow: 23 } as const;

/** How near two pills may be to each other, middle to middle. */
const pillRoom = 24;

/** The pill of a move stands beside the ghost: moves from under each other have theirs under each other. */
const fromGhost = 24;

function step(from: Point, to: Point, by: number): Point {
  const length = Math.max(1, Math.abs(to.x - from.x) + Math.abs(to.y - from.y));
  return { x: from.x + ((to.x - from.x) / length) * by, y: from.y + ((to.y - from.y) / length) * by };
}

/** A bundle of a group carries its count where it meets the group's frame; in the frame's header, if it comes from inside. */
function placeOnFrame(view: MapView, bundle: Bundle, points: readonly Point[]): PlacedPill {
  const isStart = bundle.group === 'from';
  const along = isStart ? points : [...points].reverse();
  const [door, next] = [along[0] ?? { x: 0, y: 0 }, along[1] ?? { x: 0, y: 0 }];
  const [frame, hub] = isStart ? [bundle.from, bundle.to] : [bundle.to, bundle.from];
  if (outerBoxes(view, hub).includes(frame)) {
    const below = isStart ? offsets.header : offsets.underArrow;
    return { at: { x: door.x, y: door.y + below }, isShown: true, isWordy: true };
  }
  const isUpright = door.x === next.x;
  const by = isStart ? offsets.start - (isUpright ? 6 : 0) : offsets.end;
  return { at: step(door, next, by), isShown: true, isWordy: isUpright };
}

/** Where what is written on an edge covers the least: no pill lies on another one as long as there is room along the way. */
export function placePill(
  view: MapView,
  subject: EdgeSubject,
  points: readonly Point[],
  taken: readonly Point[],
): PlacedPill {
  if (subject.kind === 'bundle' && subject.bundle.group !== null)
    return placeOnFrame(view, subject.bundle, points);
  const isShown = subject.kind !== 'link' || subject.link.doubt;
  const [first, second] = points;
  if (subject.kind === 'move' && first !== undefined && second !== undefined) {
    const at = step(first, second, fromGhost);
    const hasRoom = Math.abs(second.x - first.x) + Math.abs(second.y - first.y) >= fromGhost + 8;
    if (hasRoom && !taken.some((other) => Math.hypot(other.x - at.x, other.y - at.y) < pillRoom))
      return { at, isShown, isWordy: false };
  }
  return { at: findPillPoint(points, taken), isShown, isWordy: false };
}
