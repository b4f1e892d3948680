import { dependencyTypes, type DependencyType } from '#core/model/dependency.ts';
import { elbowSize, writeElbow } from '#core/projections/map-lines.ts';
import type { Rect } from '#core/projections/map-measures.ts';
import type { Pen } from './draw-boxes.ts';
import type { Picture } from './picture.ts';

/** The dashes of a type at 100 %, the same as in `EdgeLayer.module.css`. */
function dashOf(type: DependencyType): number[] {
  switch (type) {
    case 'backs-up-to':
    case 'stores-in':
      return [9, 3];
    case 'manages':
    case 'deploys':
      return [7, 3, 1.5, 3];
    case 'monitors':
    case 'notifies':
      return [1.5, 3];
    case 'connects':
    case 'uses':
    case 'proxies':
    case 'replicates':
    case 'reaches-through':
      return [];
    default:
      return type satisfies never;
  }
}

/** Where the ends of lines are: the boxes' rectangles, with what a hand carries at its place. */
export type Rects = Float32Array;

/** Around the window lines are drawn as far as their width and their arrows reach, in map units. */
const around = 12;

/** The part of a flat or upright segment that is in the window, as offsets from its beginning; `null` where none is. */
function seenPart(
  way: Float32Array,
  at: number,
  { x: left, y: top, width, height }: Rect,
): readonly [number, number] | null {
  const [x1, y1, x2, y2] = [way[at] ?? 0, way[at + 1] ?? 0, way[at + 2] ?? 0, way[at + 3] ?? 0];
  const isFlat = y1 === y2;
  const [across, low, high] = isFlat ? [y1, top, top + height] : [x1, left, left + width];
  if (across < low - around || across > high + around) return null;
  const [start, end] = isFlat ? [x1, x2] : [y1, y2];
  const [first, last] = isFlat
    ? [left - around, left + width + around]
    : [top - around, top + height + around];
  if (Math.max(start, end) < first || Math.min(start, end) > last) return null;
  const length = Math.abs(end - start);
  return start <= end
    ? [Math.max(0, first - start), Math.min(length, last - start)]
    : [Math.max(0, start - last), Math.min(length, start - first)];
}

/** Whether any part of the way of a line is in the window. */
export function meetsWindow(way: Float32Array, window: Rect): boolean {
  for (let at = 0; at + 3 < elbowSize; at += 2) if (seenPart(way, at, window) !== null) return true;
  return false;
}

/**
 * Adds what is seen of the way of a line to the path. A dash of a line across an estate would be cut into thousands of pieces of which
 * nobody sees any; so that dashes stay where they are when the view moves, a part begins at a whole number of `period` map units.
 */
function traceSeen(pen: Pen, way: Float32Array, window: Rect, period: number): void {
  let isJoined = false;
  for (let at = 0; at + 3 < elbowSize; at += 2) {
    const part = seenPart(way, at, window);
    if (part === null) {
      isJoined = false;
      continue;
    }
    const [x1, y1, x2, y2] = [way[at] ?? 0, way[at + 1] ?? 0, way[at + 2] ?? 0, way[at + 3] ?? 0];
    const length = Math.abs(x2 - x1) + Math.abs(y2 - y1);
    const [dx, dy] = [Math.sign(x2 - x1), Math.sign(y2 - y1)];
    const from = Math.floor(part[0] / period) * period;
    if (!isJoined || from > 0) pen.moveTo(x1 + dx * from, y1 + dy * from);
    pen.lineTo(x1 + dx * part[1], y1 + dy * part[1]);
    isJoined = part[1] >= length;
  }
}

/** What a drawing of lines needs besides the lines. */
export interface LineLook {
  readonly window: Rect;
  readonly zoom: number;
  readonly colour: string;
  /** Px in the window. */
  readonly width: number;
  /** Which lines; `null` for all. */
  readonly only: readonly number[] | null;
}

/** How many lines were drawn by the last call: for the guards of the tests. */
export interface DrawnLines {
  readonly lines: number;
}

/** The lines that meet the window: all are looked at once, however many types there are. */
function findSeen({ lines }: Picture, rects: Rects, { only, window }: LineLook, way: Float32Array): number[] {
  const { ends, types } = lines;
  const seen: number[] = [];
  const count = only === null ? types.length : only.length;
  for (let each = 0; each < count; each += 1) {
    const line = only === null ? each : (only[each] ?? 0);
    writeElbow(rects, ends[line * 2] ?? 0, ends[line * 2 + 1] ?? 0, way);
    if (meetsWindow(way, window)) seen.push(line);
  }
  return seen;
}

/** Draws lines that meet the window, one stroke a type. From so far away that dashes can't be told apart they are solid. */
export function drawLines(pen: Pen, picture: Picture, rects: Rects, look: LineLook): DrawnLines {
  const { ends, types, doubts } = picture.lines;
  const way = new Float32Array(elbowSize);
  const hasDashes = look.zoom >= 0.45;
  const arrows: number[] = [];
  const seen = findSeen(picture, rects, look, way);
  pen.lineWidth = look.width / look.zoom;
  pen.strokeStyle = pen.fillStyle = look.colour;
  pen.lineJoin = 'round';
  // What is in doubt comes last, whatever its type.
  for (let kind = 0; kind <= dependencyTypes.length; kind += 1) {
    const isDoubt = kind === dependencyTypes.length;
    if (!hasDashes && kind > 0) break;
    const type = dependencyTypes[kind];
    const dash = !hasDashes ? [] : type === undefined ? [3, 3] : dashOf(type);
    const period = dash.reduce((sum, part) => sum + part, 0) || 1;
    pen.beginPath();
    let some = false;
    for (const line of seen) {
      const isDoubted = doubts[line] === 1;
      if (hasDashes && (isDoubt ? !isDoubted : isDoubted || types[line] !== kind)) continue;
      writeElbow(rects, ends[line * 2] ?? 0, ends[line * 2 + 1] ?? 0, way);
      traceSeen(pen, way, look.window, period);
      if (hasDashes && isSeen(way[6] ?? 0, way[7] ?? 0, look.window))
        arrows.push(way[6] ?? 0, way[7] ?? 0, (way[4] ?? 0) < (way[6] ?? 0) ? -7 : 7);
      some = true;
    }
    if (!some) continue;
    pen.setLineDash(dash);
    pen.stroke();
  }
  pen.setLineDash([]);
  traceArrows(pen, arrows);
  pen.fill();
  return { lines: seen.length };
}

function isSeen(x: number, y: number, { x: left, y: top, width, height }: Rect): boolean {
  return x >= left - around && y >= top - around && x <= left + width + around && y <= top + height + around;
}

/** Begins the outline of arrows, three numbers each: its tip, and how far back its base is. */
export function traceArrows(pen: Pen, arrows: readonly number[]): void {
  pen.beginPath();
  for (let at = 0; at < arrows.length; at += 3) {
    const [x, y, back] = [arrows[at] ?? 0, arrows[at + 1] ?? 0, arrows[at + 2] ?? 0];
    pen.moveTo(x, y);
    pen.lineTo(x + back, y - 3.5);
    pen.lineTo(x + back, y + 3.5);
    pen.closePath();
  }
}
