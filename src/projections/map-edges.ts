import type { DependencyType } from '#core/model/dependency.ts';
import { outerBoxes, type Bundle, type Link, type LinkEnd, type MapLinks } from './map-links.ts';
import { toCurves } from './map-curves.ts';
import { spreadLanes, type Way } from './map-lanes.ts';
import { lockOf, type EdgeLock } from './map-locks.ts';
import { isPlaceKind } from './map-measures.ts';
import { findPillPoint, toSvgPath } from './map-path.ts';
import { obstaclesOf, portInside, portsOf, toElbow, wishFor, type LineWishes } from './map-ports.ts';
import { toRouter, type Point, type Router } from './map-router.ts';
import type { MapBox, MapView, MoveArrow } from './map-view.ts';

/** What an edge stands for. */
export type EdgeSubject =
  | { readonly kind: 'link'; readonly link: Link }
  | { readonly kind: 'bundle'; readonly bundle: Bundle }
  | { readonly kind: 'move'; readonly move: MoveArrow };

/** One drawn edge. Angles in degrees, 0 points right, 90 down; a line ends `inset` px before the box. */
export interface MapEdge {
  readonly key: string;
  readonly subject: EdgeSubject;
  readonly type: DependencyType | null;
  readonly path: string;
  readonly start: Point & { readonly angle: number };
  readonly end: Point & { readonly angle: number };
  /** Where a pill (count, question, phase) covers the least. */
  readonly pill: Point;
  /** A curve under the boxes, `width` px wide by the logarithm of its count. */
  readonly curve: { readonly width: number } | null;
  readonly lock: EdgeLock | null;
  /** Ids of the boxes and rows at its ends. */
  readonly touches: readonly string[];
}

/** All edges of the map and what became of each dependency. */
export interface MapEdges {
  readonly edges: readonly MapEdge[];
  readonly drawn: number;
  readonly bundled: number;
  readonly bundles: number;
  /** Bundles that are not drawn because there are too many; they are counted all the same. */
  readonly hiddenBundles: number;
  readonly inner: number;
  /** An end is left out by a filter. */
  readonly hidden: number;
}

/** More curves than this are not drawn: only the largest are. */
const mostCurves = 300;

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

function toWanted(view: MapView, links: MapLinks): Wanted[] {
  const wanted: Wanted[] = [];
  for (const bundle of links.bundles) {
    if (bundle.group === null) continue;
    wanted.push({
      key: `bundle:${bundle.key}`,
      subject: { kind: 'bundle', bundle },
      type: bundle.type,
      trunk: `bundle:${bundle.key}`,
      from: { box: bundle.from, row: null },
      to: { box: bundle.to, row: null },
    });
  }
  for (const move of view.moves) {
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

function findWay(
  router: Router | null,
  view: MapView,
  places: readonly MapBox[],
  each: Wanted,
): readonly Point[] {
  if (router === null) return toElbow(each.from, each.to);
  const own = new Set([each.from, each.to].flatMap(({ box }) => [box, ...outerBoxes(view, box)]));
  const foreign = places.filter((place) => !own.has(place)).map((place) => place.rect);
  const inside = (frame: LinkEnd, hub: LinkEnd): boolean => outerBoxes(view, hub.box).includes(frame.box);
  const from = inside(each.from, each.to)
    ? [portInside(router, each.from.box, each.to.box)]
    : portsOf(router, each.from);
  const to = inside(each.to, each.from)
    ? [portInside(router, each.to.box, each.from.box)]
    : portsOf(router, each.to);
  return router.route(from, to, each.trunk, foreign) ?? toElbow(each.from, each.to);
}

/** How far the line ends before its box, so that the end mark has room. */
function insetOf(each: Wanted): number {
  if (each.subject.kind === 'bundle') return 9;
  return each.type === 'proxies' ? 1 : each.type === 'replicates' ? 10 : 7;
}

/** Whether something is written on the middle of a line. */
function hasPill({ subject }: Wanted): boolean {
  return subject.kind === 'move' || (subject.kind === 'link' && subject.link.doubt);
}

function toTouches(each: Wanted): string[] {
  return [each.from, each.to].flatMap((end) => (end.row === null ? [end.box.id] : [end.box.id, end.row.id]));
}

/** Routes every line of the map through the channels between the boxes. */
export function toMapEdges(view: MapView, links: MapLinks): MapEdges {
  const wanted = toWanted(view, links);
  // Rows are no obstacles, so a map may have some more boxes than are routed around.
  const isSmall = view.boxes.length <= mostRoutedBoxes * 6;
  const obstacles = isSmall ? obstaclesOf(view.boxes) : [];
  const wishes: LineWishes = { xs: [], ys: [] };
  for (const each of wanted) {
    wishFor(wishes, each.from);
    wishFor(wishes, each.to);
  }
  const router =
    !isSmall || obstacles.length > mostRoutedBoxes || wanted.length === 0
      ? null
      : toRouter(obstacles, wishes);
  const places = view.boxes.filter((box) => isPlaceKind(box.kind));
  const ways = spreadLanes(
    wanted.map((each) => ({ trunk: each.trunk, points: findWay(router, view, places, each) })),
    router === null ? [] : obstacles,
  );
  const earlier: Way[] = [];
  const locks: Point[] = [];
  const pills: Point[] = [];
  const edges = wanted.flatMap((each, at): MapEdge[] => {
    const way = ways[at];
    const points = way?.points ?? [];
    const [first, second, beforeLast, last] = [
      points[0],
      points[1],
      points[points.length - 2],
      points[points.length - 1],
    ];
    if (
      way === undefined ||
      first === undefined ||
      second === undefined ||
      beforeLast === undefined ||
      last === undefined
    )
      return [];
    const path = toSvgPath(way, earlier, insetOf(each));
    const lock = each.subject.kind === 'link' ? lockOf(view, each.subject.link, points, locks) : null;
    if (lock !== null) locks.push(lock);
    const pill = findPillPoint(points, [...pills, ...locks]);
    if (hasPill(each)) pills.push(pill);
    if (router !== null) earlier.push(way);
    return [
      {
        key: each.key,
        subject: each.subject,
        type: each.type,
        path,
        start: { ...first, angle: angleOf(first, second) },
        end: { ...last, angle: angleOf(beforeLast, last) },
        pill,
        curve: null,
        lock,
        touches: toTouches(each),
      },
    ];
  });
  const between = links.bundles.filter((bundle) => bundle.group === null);
  const largest = [...between]
    .sort((a, b) => b.dependencies.length - a.dependencies.length)
    .slice(0, mostCurves);
  return {
    edges: [...toCurves(largest, view, pills), ...edges],
    hiddenBundles: between.length - largest.length,
    drawn: links.links.length,
    bundled: links.bundles.reduce((sum, bundle) => sum + bundle.dependencies.length, 0),
    bundles: links.bundles.length,
    inner: links.inner.length,
    hidden: links.hidden.length,
  };
}
