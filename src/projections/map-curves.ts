import type { DependencyType } from '#core/model/dependency.ts';
import type { EdgeSubject, MapEdge } from './map-edge.ts';
import type { Bundle } from './map-link.ts';
import { boundsOf, isPlaceKind, type Point, type Rect } from './map-measures.ts';
import type { MoveBundle } from './map-move-bundles.ts';
import { outerBoxes } from './map-nesting.ts';
import type { MapBox, MapView } from './map-box.ts';

/** Parts of a curve where its count may stand, the best first. */
const spots = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82] as const;

/** Counts of maps with more places than this stay in the gutters, the middles of their curves: beside them are names. */
const mostSpread = 40;

/** So many counts are written wherever they lie, the largest ones; the others only in the gutters between outermost places. */
const alwaysCounted = 8;

/** Where no more curves than this are drawn, all are counted that have room. */
const fewCurves = 24;

/** About how far two curves that meet one side of a box are apart there, in map units. */
const doorGap = 22;

/** About how wide a count is in a window that shows the whole map, in map units; 0 where counts stay in the middle. */
function toRoom(view: MapView): number {
  if (view.boxes.filter((box) => isPlaceKind(box.kind)).length > mostSpread) return 0;
  return 34 * Math.max(1, Math.max(view.width, view.height * 1.4) / 1100);
}

/** What becomes a curve from one box to another, `count` things wide. */
interface CurveWish {
  readonly key: string;
  readonly subject: EdgeSubject;
  readonly type: DependencyType | null;
  readonly from: MapBox;
  readonly to: MapBox;
  readonly count: number;
  /** Ids of the boxes that it is about. */
  readonly touches: readonly string[];
}

/** Dependencies between two places as a curve. */
export function wishOfBundle(bundle: Bundle): CurveWish {
  const { key, type, from, to, dependencies } = bundle;
  return {
    key: `bundle:${key}`,
    subject: { kind: 'bundle', bundle },
    type,
    from,
    to,
    count: dependencies.length,
    touches: [from.id, to.id],
  };
}

/** Moves from one place to another as a curve with an arrow. */
export function wishOfMoves(moves: MoveBundle): CurveWish {
  const { key, from, to } = moves;
  return {
    key: `moves:${key}`,
    subject: { kind: 'moves', moves },
    type: null,
    from,
    to,
    count: moves.moves.length,
    touches: [from.id, to.id, ...moves.moves.flatMap((move) => [move.from, move.to])],
  };
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
function findSpot(
  points: readonly Point[],
  taken: readonly Point[],
  room: number,
): { readonly spot: Point; readonly isFree: boolean } {
  if (room === 0) return { spot: pointOn(points, 0.5), isFree: true };
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
  return { spot: best, isFree: most >= room };
}

/** Which way out of a rectangle another one is. Degrees as in `MapEdge`. */
function sideTowards(rect: Rect, other: Rect): number {
  const [dx, dy] = [
    other.x + other.width / 2 - rect.x - rect.width / 2,
    other.y + other.height / 2 - rect.y - rect.height / 2,
  ];
  if (Math.abs(dx) * rect.height > Math.abs(dy) * rect.width) return dx > 0 ? 0 : 180;
  return dy > 0 ? 90 : -90;
}

type Door = Point & { readonly angle: number };

/** A door in the middle of a side, moved along it. */
function doorOn(rect: Rect, angle: number, along: number): Door {
  const [x, y] = [rect.x + rect.width / 2, rect.y + rect.height / 2];
  if (angle % 180 === 0) return { x: angle === 0 ? rect.x + rect.width : rect.x, y: y + along, angle };
  return { x: x + along, y: angle === 90 ? rect.y + rect.height : rect.y, angle };
}

interface Ending {
  readonly box: MapBox;
  readonly other: MapBox;
  readonly angle: number;
  readonly key: string;
}

/** Where curves meet their boxes: those at one side stand beside each other in the order of their other ends, so that none cross there. */
function spreadDoors(wishes: readonly CurveWish[]): ReadonlyMap<string, Door> {
  const sides = new Map<string, Ending[]>();
  const add = (key: string, box: MapBox, other: MapBox): void => {
    const angle = sideTowards(box.rect, other.rect);
    const side = `${box.id}|${angle}`;
    const known = sides.get(side);
    const ending = { key, box, other, angle };
    if (known === undefined) sides.set(side, [ending]);
    else known.push(ending);
  };
  for (const { key, from, to } of wishes) {
    add(`${key}|from`, from, to);
    add(`${key}|to`, to, from);
  }
  const doors = new Map<string, Door>();
  for (const endings of sides.values()) {
    const middle = ({ other: { rect }, angle }: Ending): number =>
      angle % 180 === 0 ? rect.y + rect.height / 2 : rect.x + rect.width / 2;
    endings.sort((a, b) => middle(a) - middle(b) || (a.key < b.key ? -1 : 1));
    endings.forEach(({ key, box, angle }, at) => {
      const length = angle % 180 === 0 ? box.rect.height : box.rect.width;
      const gap = Math.min(doorGap, (length * 0.7) / Math.max(1, endings.length - 1));
      doors.set(key, doorOn(box.rect, angle, (at - (endings.length - 1) / 2) * gap));
    });
  }
  return doors;
}

function isBetweenOutermost(view: MapView, { from, to }: CurveWish): boolean {
  return (outerBoxes(view, from).at(-1) ?? from) !== (outerBoxes(view, to).at(-1) ?? to);
}

/** Bundles between places as curves, the first ones first; their counts stand beside each other and beside what is taken. */
export function toCurves(
  wishes: readonly CurveWish[],
  view: MapView,
  taken: readonly Point[],
): readonly MapEdge[] {
  const room = toRoom(view);
  const doors = spreadDoors(wishes);
  const pills = [...taken];
  return wishes.flatMap((wish, rank) => {
    const [start, end] = [doors.get(`${wish.key}|from`), doors.get(`${wish.key}|to`)];
    if (start === undefined || end === undefined) return [];
    const points = toHandles(start, end);
    const { spot, isFree } = findSpot(points, pills, room);
    const counted =
      wish.count > 1 &&
      (wish.subject.kind === 'moves' ||
        rank < alwaysCounted ||
        (isFree && (wishes.length <= fewCurves || isBetweenOutermost(view, wish))));
    if (counted) pills.push(spot);
    return [toCurve(wish, { start, end, points, pill: spot, counted })];
  });
}

/** The four points of a curve that leaves and arrives at right angles to the borders. */
function toHandles(start: Door, end: Door): readonly Point[] {
  // As long as the way across the gutter: a longer one would bend back into the boxes of neighbours.
  const isFlat = start.angle % 180 === 0;
  const reach = Math.max(8, Math.abs(isFlat ? end.x - start.x : end.y - start.y) * 0.5);
  const handle = (door: Door): Point => {
    const turn = (door.angle * Math.PI) / 180;
    return { x: Math.round(door.x + Math.cos(turn) * reach), y: Math.round(door.y + Math.sin(turn) * reach) };
  };
  return [start, handle(start), handle(end), end];
}

interface Curve {
  readonly start: Door;
  readonly end: Door;
  readonly points: readonly Point[];
  readonly pill: Point;
  readonly counted: boolean;
}

function toCurve(wish: CurveWish, { start, end, points, pill, counted }: Curve): MapEdge {
  const text = points.map(({ x, y }) => `${Math.round(x)} ${Math.round(y)}`);
  return {
    key: wish.key,
    subject: wish.subject,
    type: wish.type,
    path: `M${text[0] ?? ''}C${text.slice(1).join(' ')}`,
    start,
    // A door looks out of its box, what arrives goes in.
    end: { ...end, angle: end.angle + 180 },
    pill,
    isWordy: false,
    curve: { width: Math.min(5, 1 + Math.log10(wish.count)), counted },
    lock: null,
    touches: wish.touches,
    bounds: boundsOf(points),
  };
}
