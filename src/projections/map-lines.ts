import { dependencyTypes } from '#core/model/dependency.ts';
import type { DependencyId, NodeId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import { doubtsEach } from '#core/model/question.ts';
import type { Estate } from '#core/state/estate.ts';
import { findShown } from './map-collapsed.ts';
import { isPlaceKind, measures } from './map-measures.ts';
import type { MapView } from './map-box.ts';

/**
 * The dependencies of a large map as numbers, so that tens of thousands can be drawn in a frame and handed to a worker.
 * `ends` holds two positions in `view.boxes` a line (from, to); `types` positions in `dependencyTypes`; `doubts` is 1
 * where an open question is about it. What stays inside one box is no line.
 */
export interface MapLines {
  readonly ids: readonly DependencyId[];
  readonly ends: Int32Array;
  readonly types: Uint8Array;
  readonly doubts: Uint8Array;
}

/** Four numbers a box (x, y, width, height in map units), in the order of the boxes. */
export function toRectNumbers(view: MapView): Float32Array {
  const numbers = new Float32Array(view.boxes.length * 4);
  view.boxes.forEach(({ rect }, at) => numbers.set([rect.x, rect.y, rect.width, rect.height], at * 4));
  return numbers;
}

/** The dependencies of a state as lines between boxes. Linear in the dependencies and the boxes. */
export function toMapLines(plan: Plan, estate: Estate, view: MapView): MapLines {
  const places = new Map<string, number>();
  view.boxes.forEach((box, at) => {
    if (box.presence === 'here') places.set(box.id, at);
  });
  const holders = view.boxes.map((box, at) => (box.isRow ? (places.get(box.parent ?? '') ?? at) : at));
  const outers = view.boxes.map((box) => places.get(box.parent ?? '') ?? -1);
  const isInside = (inner: number, outer: number): boolean => {
    for (let at = inner; at >= 0; at = outers[at] ?? -1) if (at === outer) return true;
    return false;
  };
  const positionOf = (id: NodeId): number | undefined =>
    places.get(id) ?? places.get(findShown(estate, places, id) ?? '');
  const doubted = new Set<string>();
  for (const question of plan.questions)
    if (question.status === 'open' && doubtsEach(question)) for (const id of question.about) doubted.add(id);
  const ids: DependencyId[] = [];
  const ends: number[] = [];
  const types: number[] = [];
  const doubts: number[] = [];
  for (const dependency of estate.dependencies) {
    const [from, to] = [positionOf(dependency.from), positionOf(dependency.to)];
    if (from === undefined || to === undefined) continue;
    if (view.hidden.has(dependency.from) || view.hidden.has(dependency.to)) continue;
    const [near, far] = [holders[from] ?? from, holders[to] ?? to];
    if (isInside(near, far) || isInside(far, near)) continue;
    ids.push(dependency.id);
    ends.push(from, to);
    types.push(dependencyTypes.indexOf(dependency.type));
    doubts.push(doubted.has(dependency.id) ? 1 : 0);
  }
  return { ids, ends: Int32Array.from(ends), types: Uint8Array.from(types), doubts: Uint8Array.from(doubts) };
}

/** How many numbers `writeElbow` writes: four points. */
export const elbowSize = 8;

/**
 * Writes the way of a line into `out`: out of one box sideways, up or down in the channel before the other one, and
 * into it. Rows are met at their middle, servers at their name.
 */
export function writeElbow(rects: Float32Array, from: number, to: number, out: Float32Array): void {
  const x1 = rects[from * 4] ?? 0;
  const y1 = (rects[from * 4 + 1] ?? 0) + Math.min(measures.server.header, rects[from * 4 + 3] ?? 0) / 2;
  const right1 = x1 + (rects[from * 4 + 2] ?? 0);
  const x2 = rects[to * 4] ?? 0;
  const y2 = (rects[to * 4 + 1] ?? 0) + Math.min(measures.server.header, rects[to * 4 + 3] ?? 0) / 2;
  const right2 = x2 + (rects[to * 4 + 2] ?? 0);
  const gap = measures.channel / 2;
  let [start, middle, end] = [right1, Math.max(right1, right2) + gap, right2];
  if (x2 >= right1 + 8) [start, middle, end] = [right1, x2 - gap, x2];
  else if (x1 >= right2 + 8) [start, middle, end] = [x1, right2 + gap, right2];
  out[0] = start;
  out[1] = out[3] = y1;
  out[2] = out[4] = middle;
  out[5] = out[7] = y2;
  out[6] = end;
}

function distanceTo(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const nearX = Math.max(Math.min(ax, bx), Math.min(Math.max(ax, bx), x));
  const nearY = Math.max(Math.min(ay, by), Math.min(Math.max(ay, by), y));
  return Math.hypot(x - nearX, y - nearY);
}

/** The nearest line at a point, not farther than `reach` map units; -1 when there is none. */
export function findLineAt(
  lines: MapLines,
  rects: Float32Array,
  at: { readonly x: number; readonly y: number },
  reach: number,
): number {
  const way = new Float32Array(elbowSize);
  let [best, least] = [-1, reach];
  for (let line = 0; line < lines.ids.length; line += 1) {
    writeElbow(rects, lines.ends[line * 2] ?? 0, lines.ends[line * 2 + 1] ?? 0, way);
    for (let point = 0; point < elbowSize - 2; point += 2) {
      const [ax, ay, bx, by] = [
        way[point] ?? 0,
        way[point + 1] ?? 0,
        way[point + 2] ?? 0,
        way[point + 3] ?? 0,
      ];
      const distance = distanceTo(at.x, at.y, ax, ay, bx, by);
      if (distance < least) [best, least] = [line, distance];
    }
  }
  return best;
}

/** The lines at some nodes, found without reading all of them more than once. */
export function findLinesOf(view: MapView, lines: MapLines, nodes: ReadonlySet<string>): readonly number[] {
  if (nodes.size === 0) return [];
  const wanted = new Uint8Array(view.boxes.length);
  view.boxes.forEach((box, at) => {
    const isWanted = nodes.has(box.id) || (box.isRow && box.parent !== null && nodes.has(box.parent));
    if (isWanted && !isPlaceKind(box.kind)) wanted[at] = 1;
  });
  const found: number[] = [];
  for (let line = 0; line < lines.ids.length; line += 1) {
    if (wanted[lines.ends[line * 2] ?? 0] === 1 || wanted[lines.ends[line * 2 + 1] ?? 0] === 1)
      found.push(line);
  }
  return found;
}
