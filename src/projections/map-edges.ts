import type { DependencyType } from '#core/model/dependency.ts';
import type { LinkEnd, MapLinks } from './map-link.ts';
import { toCurves, wishOfBundle, wishOfMoves } from './map-curves.ts';
import type { EdgeSubject, MapEdge, MapEdges } from './map-edge.ts';
import { toExtent } from './map-extent.ts';
import { spreadLanes, type Way } from './map-lanes.ts';
import { lockOf, type EdgeLock } from './map-locks.ts';
import { boundsOf, isPlaceKind, type Point, type Rect } from './map-measures.ts';
import { outerBoxes } from './map-nesting.ts';
import { toSvgPath } from './map-path.ts';
import { placePill } from './map-pills.ts';
import { obstaclesOf, portInside, portsOf, toElbow, wishFor, type LineWishes } from './map-ports.ts';
import { toRouter, type Port, type Router } from './map-router.ts';
import { bundleMoves } from './map-move-bundles.ts';
import type { MapBox, MapView, MoveArrow } from './map-box.ts';

/** More curves than this are not drawn: only the largest are. */
const mostCurves = 120;

/** Larger maps draw plain elbows: looking for ways around hundreds of boxes takes too long for a frame. */
const mostRoutedBoxes = 320;

function angleOf(from: Point, to: Point): number {
  return Math.round((Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI);
}

interface Wanted {
  readonly key: string;
  readonly subject: EdgeSubject;
  readonly type: DependencyType | null;
  readonly trunk: string;
  readonly from: LinkEnd;
  readonly to: LinkEnd;
}

function toWanted(view: MapView, links: MapLinks, moves: readonly MoveArrow[]): Wanted[] {
  const wanted: Wanted[] = [];
  for (const bundle of links.bundles) {
    if (!bundle.isRouted) continue;
    wanted.push({
      key: `bundle:${bundle.key}`,
      subject: { kind: 'bundle', bundle },
      type: bundle.type,
      trunk: `bundle:${bundle.key}`,
      from: { box: bundle.from, row: null },
      to: { box: bundle.to, row: null },
    });
  }
  for (const move of moves) {
    const [from, to] = [view.byId.get(move.from), view.byId.get(move.to)];
    const holder = to?.isRow === true && to.parent !== null ? view.byId.get(to.parent) : to;
    if (from === undefined || to === undefined || holder === undefined) continue;
    const end = { box: holder, row: to.isRow ? to : null };
    wanted.push({
      key: `move:${move.change}`,
      subject: { kind: 'move', move },
      type: null,
      trunk: `move:${move.change}`,
      from: { box: from, row: null },
      to: end,
    });
  }
  for (const link of links.links) {
    const { dependency, from, to } = link;
    const trunk = `${dependency.type}|${to.box.id}|${to.row?.id ?? ''}|${link.doubt ? '?' : ''}`;
    wanted.push({
      key: dependency.id,
      subject: { kind: 'link', link },
      type: dependency.type,
      trunk,
      from,
      to,
    });
  }
  return wanted;
}

interface Routing {
  readonly router: Router;
  readonly view: MapView;
  readonly places: readonly MapBox[];
  /** By port, the trunk that meets its box there: others take another one if that costs little. */
  readonly taken: Map<string, string>;
}

/** What it costs to meet a box where another trunk does. */
const takenCost = 20;

const keyOf = ({ at }: Port): string => `${at.x} ${at.y}`;

function findWay({ router, view, places, taken }: Routing, each: Wanted): readonly Point[] {
  const own = new Set([each.from, each.to].flatMap(({ box }) => [box, ...outerBoxes(view, box)]));
  const foreign = places.filter((place) => !own.has(place)).map((place) => place.rect);
  const inside = (frame: LinkEnd, hub: LinkEnd): boolean => outerBoxes(view, hub.box).includes(frame.box);
  const priced = (ports: readonly Port[]): Port[] =>
    ports.map((port) =>
      (taken.get(keyOf(port)) ?? each.trunk) === each.trunk
        ? port
        : { ...port, price: (port.price ?? 0) + takenCost },
    );
  const from = inside(each.from, each.to)
    ? [portInside(router, each.from.box, each.to.box)]
    : priced(portsOf(router, each.from));
  const to = inside(each.to, each.from)
    ? [portInside(router, each.to.box, each.from.box)]
    : priced(portsOf(router, each.to));
  const way = router.route(from, to, each.trunk, foreign) ?? toElbow(each.from, each.to);
  for (const at of [way[0], way.at(-1)]) if (at !== undefined) taken.set(keyOf({ at, via: at }), each.trunk);
  return way;
}

/** How far the line ends before its box, so that the end mark has room. */
function insetOf(each: Wanted): number {
  if (each.subject.kind === 'bundle') return 9;
  return each.type === 'proxies' ? 1 : each.type === 'replicates' ? 10 : 7;
}

function toTouches(each: Wanted): string[] {
  return [each.from, each.to].flatMap((end) => (end.row === null ? [end.box.id] : [end.box.id, end.row.id]));
}

interface Drawing {
  readonly view: MapView;
  /** Ways that were drawn before: those that cross them have a gap there. */
  readonly earlier: Way[];
  readonly locks: EdgeLock[];
  readonly pills: Point[];
}

function toEdge({ view, earlier, locks, pills }: Drawing, each: Wanted, way: Way): MapEdge | null {
  const { points } = way;
  const [first, second, beforeLast, last] = [points[0], points[1], points.at(-2), points.at(-1)];
  if (first === undefined || second === undefined || beforeLast === undefined || last === undefined)
    return null;
  const path = toSvgPath(way, earlier, insetOf(each));
  const lock = each.subject.kind === 'link' ? lockOf(view, each.subject.link, points, locks, pills) : null;
  if (lock !== null) locks.push(lock);
  const pill = placePill(view, each.subject, points, [...pills, ...locks]);
  if (pill.isShown) pills.push(pill.at);
  return {
    key: each.key,
    subject: each.subject,
    type: each.type,
    path,
    start: { ...first, angle: angleOf(first, second) },
    end: { ...last, angle: angleOf(beforeLast, last) },
    pill: pill.at,
    isWordy: pill.isWordy,
    curve: null,
    lock,
    touches: toTouches(each),
    bounds: boundsOf(points),
  };
}

/** The router of a map, or `null` of one that is too large for ways around its boxes. */
function routerFor(
  wanted: readonly Wanted[],
  obstacles: readonly Rect[],
  places: readonly MapBox[],
): Router | null {
  if (obstacles.length === 0 || obstacles.length > mostRoutedBoxes || wanted.length === 0) return null;
  const wishes: LineWishes = { xs: [], ys: [] };
  for (const each of wanted) {
    wishFor(wishes, each.from);
    wishFor(wishes, each.to);
  }
  return toRouter(
    obstacles,
    wishes,
    places.map((place) => place.rect),
  );
}

/**
 * Routes every line of the map through the channels between the boxes. A map that draws its lines by itself (`MapLines`) wants bundles only:
 * looking for ways would be in vain.
 */
export function toMapEdges(view: MapView, links: MapLinks, wants: 'all' | 'bundles' = 'all'): MapEdges {
  const moves = bundleMoves(view);
  const wanted = toWanted(view, links, moves.rest).filter(
    ({ subject }) => wants === 'all' || subject.kind === 'bundle',
  );
  // Rows are no obstacles, so a map may have some more boxes than are routed around.
  const obstacles = view.boxes.length <= mostRoutedBoxes * 6 ? obstaclesOf(view.boxes) : [];
  const places = view.boxes.filter((box) => isPlaceKind(box.kind));
  const router = routerFor(wanted, obstacles, places);
  const routing = router === null ? null : { router, view, places, taken: new Map<string, string>() };
  const ways = spreadLanes(
    wanted.map((each) => ({
      trunk: each.trunk,
      points: routing === null ? toElbow(each.from, each.to) : findWay(routing, each),
    })),
    router === null ? [] : obstacles,
  );
  const drawing: Drawing = { view, earlier: [], locks: [], pills: [] };
  const edges = wanted.flatMap((each, at): MapEdge[] => {
    const way = ways[at];
    const edge = way === undefined ? null : toEdge(drawing, each, way);
    if (way === undefined || edge === null) return [];
    if (router !== null) drawing.earlier.push(way);
    return [edge];
  });
  const between = links.bundles.filter((bundle) => !bundle.isRouted);
  const largest = [...between]
    .sort((a, b) => b.dependencies.length - a.dependencies.length)
    .slice(0, mostCurves);
  const curves = [...(wants === 'all' ? moves.bundles.map(wishOfMoves) : []), ...largest.map(wishOfBundle)];
  const all = [...toCurves(curves, view, drawing.pills), ...edges];
  return {
    edges: all,
    hiddenBundles: between.length - largest.length,
    drawn: links.links.length,
    bundled: links.bundles.reduce((sum, bundle) => sum + bundle.dependencies.length, 0),
    bundles: links.bundles.length,
    inner: links.inner.length,
    hidden: links.hidden.length,
    extent: toExtent(view, all),
  };
}
