import type { Point, Rect } from '#core/projections/map-measures.ts';
import type { Pen } from './draw-boxes.ts';
import type { FarColours } from './far-colours.ts';
import { nameRects, type FarPlace } from './far-places.ts';
import type { PictureBundle, PictureDoor, PictureView } from './picture.ts';

/** A bundle with its way in map units, if it has been routed around boxes. */
export type TracedBundle = PictureBundle & { readonly trace: Path2D };

/** A bundle between two places as it is drawn from afar: a curve by four points, in px of the window. */
export interface FarCurve {
  readonly bundle: PictureBundle;
  readonly points: readonly [Point, Point, Point, Point];
}

type Door = Point & { readonly angle: number };

function doorOf(rect: Rect, { angle, share }: PictureDoor): Door {
  const [x, y] = [rect.x + rect.width * share, rect.y + rect.height * share];
  if (angle === 0) return { x: rect.x + rect.width, y, angle };
  if (angle === 180) return { x: rect.x, y, angle };
  return { x, y: angle === 90 ? rect.y + rect.height : rect.y, angle };
}

function handleOf(door: Door, reach: number): Point {
  const turn = (door.angle * Math.PI) / 180;
  return { x: door.x + Math.cos(turn) * reach, y: door.y + Math.sin(turn) * reach };
}

/** The bundles whose places are drawn, from where these are drawn: from afar they are not quite where the layout has them. */
export function toFarCurves(
  bundles: readonly PictureBundle[],
  places: readonly FarPlace[],
): readonly FarCurve[] {
  const rects = new Map(places.map(({ group, rect }) => [group.box.id, rect]));
  return bundles.flatMap((bundle) => {
    const [from, to] = bundle.ends.map((id) => rects.get(id));
    const [start, end] = bundle.doors;
    if (from === undefined || to === undefined || start === undefined || end === undefined) return [];
    const [a, b] = [doorOf(from, start), doorOf(to, end)];
    const span = a.angle % 180 === 0 ? b.x - a.x : b.y - a.y;
    const reach = Math.max(8, Math.abs(span) * 0.5);
    return [{ bundle, points: [a, handleOf(a, reach), handleOf(b, reach), b] }];
  });
}

/** Whether a bundle stands out: it is picked itself, or one of the places that it joins. */
function isPicked({ key, ends }: PictureBundle, picked: ReadonlySet<string>): boolean {
  return picked.has(key) || ends.some((end) => picked.has(end));
}

/** The bundles between places: under the places that stand inside, so that no name is crossed. The pen is in px of the window. */
export function drawCurves(
  pen: Pen,
  curves: readonly FarCurve[],
  picked: ReadonlySet<string>,
  colours: FarColours,
): void {
  pen.lineCap = 'butt';
  for (const turn of [false, true]) {
    for (const { bundle, points } of curves) {
      if (isPicked(bundle, picked) !== turn) continue;
      const [start, a, b, end] = points;
      pen.strokeStyle = turn ? colours.accent : bundle.count === '' ? colours.line : colours.edge;
      pen.lineWidth = bundle.width + (turn ? 1 : 0);
      pen.beginPath();
      pen.moveTo(start.x, start.y);
      pen.bezierCurveTo(a.x, a.y, b.x, b.y, end.x, end.y);
      pen.stroke();
    }
  }
}

/** The bundles of a place and a hub in it or elsewhere, as they have been routed. The pen is in map units. */
export function drawRouted(
  pen: Pen,
  bundles: readonly TracedBundle[],
  picked: ReadonlySet<string>,
  zoom: number,
  colours: FarColours,
): void {
  for (const bundle of bundles) {
    const isHot = isPicked(bundle, picked);
    pen.strokeStyle = isHot ? colours.accent : colours.edge;
    pen.lineWidth = (bundle.width + (isHot ? 1 : 0)) / zoom;
    pen.stroke(bundle.trace);
  }
}

/** A count that shall be written, in px of the window: where it may stand, the best place first. */
export interface WantedPill {
  readonly key: string;
  readonly count: string;
  readonly weight: number;
  readonly isPicked: boolean;
  readonly spots: readonly Point[];
}

/** Parts of a curve where its count may stand, the best first. */
const spots = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82, 0.1, 0.9] as const;

function pointOn([a, b, c, d]: FarCurve['points'], t: number): Point {
  const u = 1 - t;
  const weights = [u ** 3, 3 * t * u ** 2, 3 * t * t * u, t ** 3] as const;
  return {
    x: a.x * weights[0] + b.x * weights[1] + c.x * weights[2] + d.x * weights[3],
    y: a.y * weights[0] + b.y * weights[1] + c.y * weights[2] + d.y * weights[3],
  };
}

/** The counts of curves and of routed bundles that want to be written. */
export function toWantedPills(
  curves: readonly FarCurve[],
  routed: readonly PictureBundle[],
  view: { readonly x: number; readonly y: number; readonly zoom: number },
  picked: ReadonlySet<string>,
): readonly WantedPill[] {
  const toPill = (bundle: PictureBundle, at: readonly Point[]): WantedPill[] => {
    const isHot = isPicked(bundle, picked);
    const count = isHot ? bundle.sum : bundle.count;
    return count === '' ? [] : [{ key: bundle.key, count, weight: bundle.width, isPicked: isHot, spots: at }];
  };
  return [
    ...curves.flatMap(({ bundle, points }) =>
      toPill(
        bundle,
        spots.map((t) => pointOn(points, t)),
      ),
    ),
    ...routed.flatMap((bundle) =>
      toPill(bundle, [{ x: bundle.x * view.zoom + view.x, y: bundle.y * view.zoom + view.y }]),
    ),
  ];
}

/** A pill where it is drawn, in px of the window. */
export interface PlacedPill {
  readonly key: string;
  readonly count: string;
  readonly isPicked: boolean;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Half the height of a pill. */
export const pillHalf = 10;

/** More counts than this are no help: the thickest bundles have theirs, and what stands out. */
const mostPills = 30;

const nothing = { names: [], places: [] };

function isInside({ x: left, y: top, width, height }: Rect, x: number, y: number): boolean {
  return x > left && x < left + width && y > top && y < top + height;
}

/**
 * The pills that have room, those of what stands out and of the thickest bundles first: none lies on another one or on a name, and
 * the middle of none that does not stand out is in a place.
 * Widths are about those of the digits at 11 px.
 */
export function placePills(
  wanted: readonly WantedPill[],
  window: { readonly width: number; readonly height: number },
  avoid: { readonly names: readonly Rect[]; readonly places: readonly Rect[] } = nothing,
): readonly PlacedPill[] {
  const placed: PlacedPill[] = [];
  const sorted = [...wanted].sort(
    (a, b) => Number(b.isPicked) - Number(a.isPicked) || b.weight - a.weight || (a.key < b.key ? -1 : 1),
  );
  for (const pill of sorted) {
    if (placed.length >= mostPills && !pill.isPicked) break;
    const width = pill.count.length * 6.5 + 14;
    const isFree = ({ x, y }: Point): boolean =>
      x >= width / 2 &&
      y >= pillHalf &&
      x <= window.width - width / 2 &&
      y <= window.height - pillHalf &&
      !placed.some(
        (other) =>
          Math.abs(other.x - x) < (other.width + width) / 2 + 4 && Math.abs(other.y - y) < pillHalf * 2 + 4,
      ) &&
      (pill.isPicked || !avoid.places.some((place) => isInside(place, x, y))) &&
      !avoid.names.some(
        (name) =>
          x + width / 2 > name.x &&
          x - width / 2 < name.x + name.width &&
          y + pillHalf > name.y &&
          y - pillHalf < name.y + name.height,
      );
    const spot = pill.spots.find(isFree);
    if (spot !== undefined)
      placed.push({ key: pill.key, count: pill.count, isPicked: pill.isPicked, ...spot, width });
  }
  return placed;
}

/** The counts that are written from afar, where they are. */
export function placeFarPills(
  bundles: readonly PictureBundle[],
  places: readonly FarPlace[],
  view: Pick<PictureView, 'x' | 'y' | 'zoom' | 'width' | 'height'>,
  picked: ReadonlySet<string>,
): readonly PlacedPill[] {
  const routed = bundles.filter((bundle) => bundle.doors.length === 0);
  const wanted = toWantedPills(toFarCurves(bundles, places), routed, view, picked);
  return placePills(wanted, view, {
    names: nameRects(places),
    places: places.flatMap(({ group, rect }) => (group.parent === null ? [rect] : [])),
  });
}

/** Draws pills; the pen is in px of the window. */
export function drawPills(pen: Pen, pills: readonly PlacedPill[], colours: FarColours): void {
  pen.font = `600 11px ${colours.sans}`;
  pen.textAlign = 'center';
  for (const pill of pills) {
    pen.beginPath();
    pen.roundRect(pill.x - pill.width / 2, pill.y - pillHalf, pill.width, pillHalf * 2, pillHalf);
    pen.fillStyle = pill.isPicked ? colours.accent : colours.node;
    pen.fill();
    pen.lineWidth = 1;
    pen.strokeStyle = pill.isPicked ? colours.accent : colours.line;
    pen.stroke();
    pen.fillStyle = pill.isPicked ? colours.node : colours.text;
    pen.fillText(pill.count, pill.x, pill.y + 4);
  }
  pen.textAlign = 'left';
}
