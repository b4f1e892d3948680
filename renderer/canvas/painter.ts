import { toDetailLevel } from './detail-level.ts';
import { drawGround, drawPlaceName, drawRow, drawServer, shapeAt, traceBox, type Pen } from './draw-boxes.ts';
import {
  drawCurves,
  drawPills,
  drawRouted,
  placeFarPills,
  toFarCurves,
  type TracedBundle,
} from './draw-bundles.ts';
import { drawPlaces } from './draw-far.ts';
import { drawLines, type LineLook } from './draw-lines.ts';
import { drawMoves } from './draw-moves.ts';
import { toFarPlaces } from './far-places.ts';
import type { FarColours } from './far-colours.ts';
import {
  noAccents,
  type Accents,
  type Carried,
  type Picture,
  type PictureBundle,
  type PictureView,
} from './picture.ts';

/** How much one painting drew: what the guards of the tests count. */
export interface Painted {
  readonly boxes: number;
  readonly lines: number;
  readonly places: number;
}

/** Draws a large map; it holds what was handed over, so that a new view costs only its few numbers. */
export interface Painter {
  readonly show: (picture: Picture) => void;
  readonly colour: (colours: FarColours) => void;
  readonly accent: (accents: Accents) => void;
  /** A hand takes boxes up, or puts down what it has. */
  readonly lift: (boxes: Int32Array | null) => void;
  readonly carry: (dx: number, dy: number) => void;
  readonly paint: (view: PictureView) => Painted;
}

const nothing: Painted = { boxes: 0, lines: 0, places: 0 };

interface Scene {
  readonly picture: Picture;
  /** Bundles between places, and those that have been routed around boxes. */
  readonly curves: readonly PictureBundle[];
  readonly routed: readonly TracedBundle[];
}

interface Painting {
  readonly pen: Pen;
  readonly scene: Scene;
  readonly accents: Accents;
  readonly carried: Carried | null;
  readonly colours: FarColours;
  readonly view: PictureView;
}

/** How faint what steps back is drawn. */
const dimmedAlpha = 0.22;

/** The rectangles with what a hand carries where the hand has it: lines follow. */
function carriedRects({ scene, carried }: Painting): Float32Array {
  const { rects } = scene.picture;
  if (carried === null) return rects;
  const moved = rects.slice();
  for (const at of carried.boxes) {
    moved[at * 4] = (moved[at * 4] ?? 0) + carried.dx;
    moved[at * 4 + 1] = (moved[at * 4 + 1] ?? 0) + carried.dy;
  }
  return moved;
}

/** The grid never gets denser than this, in px of the window. */
const leastGap = 16;

/** A rectangle each: a path of thousands of dots takes longer to fill than all that stands on it. */
function paintGrid({ pen, view, colours }: Painting): void {
  let gap = 16 * view.zoom;
  while (gap < leastGap) gap *= 2;
  pen.setTransform(view.scale, 0, 0, view.scale, 0, 0);
  pen.fillStyle = colours.grid;
  const [left, top] = [((view.x % gap) + gap) % gap, ((view.y % gap) + gap) % gap];
  for (let x = left; x < view.width; x += gap)
    for (let y = top; y < view.height; y += gap) pen.fillRect(Math.round(x) - 1, Math.round(y) - 1, 2, 2);
}

function paintFar(painting: Painting): Painted {
  const { pen, scene, view, accents, colours } = painting;
  const { picture, curves: bundles, routed } = scene;
  const toWindow = (): void => pen.setTransform(view.scale, 0, 0, view.scale, 0, 0);
  const toMap = (): void => setMap(painting);
  toWindow();
  const nodes = new Set(accents.nodes);
  let lines = 0;
  const places = toFarPlaces(picture.groups, view);
  const curves = toFarCurves(bundles, places);
  const drawn = drawPlaces(pen, places, view, nodes, colours, () => {
    drawCurves(pen, curves, nodes, colours);
    toMap();
    drawRouted(pen, routed, nodes, view.zoom, colours);
    toWindow();
  });
  toMap();
  if (accents.hot.length > 0)
    lines = drawLines(pen, picture, picture.rects, hotLook(painting, accents.hot)).lines;
  toWindow();
  drawPills(pen, placeFarPills(picture.bundles, places, view, nodes), colours);
  return { boxes: 0, lines: lines + curves.length + routed.length, places: drawn };
}

function setMap({ pen, view }: Painting): void {
  const zoom = view.scale * view.zoom;
  pen.setTransform(zoom, 0, 0, zoom, view.scale * view.x, view.scale * view.y);
}

function windowOf(view: PictureView): { x: number; y: number; width: number; height: number } {
  return {
    x: -view.x / view.zoom,
    y: -view.y / view.zoom,
    width: view.width / view.zoom,
    height: view.height / view.zoom,
  };
}

function hotLook({ view, colours }: Painting, only: readonly number[]): LineLook {
  return { window: windowOf(view), zoom: view.zoom, colour: colours.accent, width: 1.75, only };
}

/** The positions of the boxes that meet the window. */
function findShown({ scene, view }: Painting): number[] {
  const { rects, shapes } = scene.picture;
  const window = windowOf(view);
  const shown: number[] = [];
  for (let at = 0; at < shapes.length; at += 1) {
    const [x, y] = [rects[at * 4] ?? 0, rects[at * 4 + 1] ?? 0];
    if (x > window.x + window.width || y > window.y + window.height) continue;
    if (x + (rects[at * 4 + 2] ?? 0) < window.x || y + (rects[at * 4 + 3] ?? 0) < window.y) continue;
    shown.push(at);
  }
  return shown;
}

function paintBox(painting: Painting, at: number, isNear: boolean, dx = 0, dy = 0): void {
  const { pen, scene, colours, view } = painting;
  const shape = shapeAt(scene.picture, at);
  if (shape === 'server') drawServer(pen, scene.picture, at, { zoom: view.zoom, isNear, dx, dy }, colours);
  else if (shape === 'row' && isNear) drawRow(pen, scene.picture, at, dx, dy, colours);
  else if (shape !== 'row' && (dx !== 0 || dy !== 0)) {
    traceBox(pen, scene.picture, at, dx, dy);
    pen.fillStyle = colours.provider;
    pen.fill();
    pen.lineWidth = 1;
    pen.strokeStyle = colours.line;
    pen.stroke();
  }
}

function paintBoxes(painting: Painting): Painted {
  const { pen, scene, accents, colours, view } = painting;
  const { picture } = scene;
  setMap(painting);
  const shown = findShown(painting);
  const isNear = toDetailLevel(view.zoom) === 'near';
  const held = painting.carried;
  const carried = new Set(held?.boxes ?? []);
  const places = shown.filter((at) => shapeAt(picture, at) !== 'server' && shapeAt(picture, at) !== 'row');
  for (const at of places) if (!carried.has(at)) drawGround(pen, picture, at, view.zoom, colours);
  const rects = carriedRects(painting);
  const isDimming = accents.dimmed !== null || accents.hot.length > 0;
  pen.globalAlpha = accents.dimmed === null ? 1 : dimmedAlpha;
  // From half as near there are so many that they would be all that is seen: then they are a hint, as curves without a count are.
  const colour = isNear ? colours.edge : colours.line;
  const all = { window: windowOf(view), zoom: view.zoom, colour, width: 1, only: null };
  const { lines } = drawLines(pen, picture, rects, all);
  pen.globalAlpha = 1;
  const hot = isDimming ? drawLines(pen, picture, rects, hotLook(painting, accents.hot)).lines : 0;
  const moves = drawMoves(pen, picture, rects, { window: windowOf(view), zoom: view.zoom, isNear }, colours);
  for (const at of places) if (!carried.has(at)) drawPlaceName(pen, picture, at, isNear, colours);
  for (const at of shown) {
    if (carried.has(at)) continue;
    const isDimmed = accents.dimmed?.[at] === 1;
    pen.globalAlpha = isDimmed ? dimmedAlpha : 1;
    paintBox(painting, at, isNear);
  }
  pen.globalAlpha = 1;
  for (const at of accents.selected) {
    traceBox(pen, picture, at, 0, 0, 2);
    pen.lineWidth = 2 / Math.min(1, view.zoom);
    pen.strokeStyle = colours.accent;
    if (!carried.has(at)) pen.stroke();
  }
  for (const at of held?.boxes ?? []) paintBox(painting, at, isNear, held?.dx, held?.dy);
  return { boxes: shown.length, lines: lines + hot + moves, places: places.length };
}

/** A painter on one canvas. Sizes of the canvas are its owner's business. */
export function toPainter(pen: Pen): Painter {
  let scene: Scene | null = null;
  let colours: FarColours | null = null;
  let accents: Accents = noAccents;
  let carried: Carried | null = null;
  return {
    show: (picture) => {
      scene = {
        picture,
        curves: picture.bundles.filter((bundle) => bundle.doors.length > 0),
        routed: picture.bundles.flatMap((bundle) =>
          bundle.doors.length > 0 ? [] : [{ ...bundle, trace: new Path2D(bundle.path) }],
        ),
      };
    },
    colour: (next) => {
      colours = next;
    },
    accent: (next) => {
      accents = next;
    },
    lift: (boxes) => {
      carried = boxes === null ? null : { boxes, dx: 0, dy: 0 };
    },
    carry: (dx, dy) => {
      if (carried !== null) carried = { ...carried, dx, dy };
    },
    paint: (view) => {
      pen.setTransform(1, 0, 0, 1, 0, 0);
      pen.clearRect(0, 0, view.width * view.scale, view.height * view.scale);
      if (scene === null || colours === null) return nothing;
      const painting = { pen, scene, accents, carried, colours, view };
      paintGrid(painting);
      return toDetailLevel(view.zoom) === 'far' ? paintFar(painting) : paintBoxes(painting);
    },
  };
}
