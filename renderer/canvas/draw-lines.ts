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

/** Whether any part of the way of a line may be in the window. */
export function meetsWindow(way: Float32Array, window: Rect): boolean {
  const [ax, ay, mx, bx, by] = [way[0] ?? 0, way[1] ?? 0, way[2] ?? 0, way[6] ?? 0, way[7] ?? 0];
  return (
    Math.min(ax, bx, mx) <= window.x + window.width &&
    Math.max(ax, bx, mx) >= window.x &&
    Math.min(ay, by) <= window.y + window.height &&
    Math.max(ay, by) >= window.y
  );
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
    pen.beginPath();
    let some = false;
    for (const line of seen) {
      const isDoubted = doubts[line] === 1;
      if (hasDashes && (isDoubt ? !isDoubted : isDoubted || types[line] !== kind)) continue;
      writeElbow(rects, ends[line * 2] ?? 0, ends[line * 2 + 1] ?? 0, way);
      pen.moveTo(way[0] ?? 0, way[1] ?? 0);
      pen.lineTo(way[2] ?? 0, way[3] ?? 0);
      pen.lineTo(way[4] ?? 0, way[5] ?? 0);
      pen.lineTo(way[6] ?? 0, way[7] ?? 0);
      if (hasDashes) arrows.push(way[6] ?? 0, way[7] ?? 0, (way[4] ?? 0) < (way[6] ?? 0) ? -7 : 7);
      some = true;
    }
    if (!some) continue;
    const type = dependencyTypes[kind];
    pen.setLineDash(!hasDashes ? [] : type === undefined ? [3, 3] : dashOf(type));
    pen.stroke();
  }
  pen.setLineDash([]);
  traceArrows(pen, arrows);
  pen.fill();
  return { lines: seen.length };
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
