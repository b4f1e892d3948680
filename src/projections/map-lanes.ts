import { compareText } from '#core/base/compare.ts';
import type { Point, Rect } from './map-measures.ts';

/** A way that was found, and the trunk that it belongs to: ways of one trunk may run on each other. */
export interface Way {
  readonly trunk: string;
  readonly points: readonly Point[];
}

interface Run {
  readonly way: number;
  readonly segment: number;
  readonly low: number;
  readonly high: number;
}

const laneWidth = 5;
/** Lane numbers from the middle of a channel outwards. */
const lanes = [0, 1, -1, 2, -2, 3, -3] as const;

function isUpright(a: Point, b: Point): boolean {
  return a.x === b.x;
}

/** How far a run may leave its line before it touches a box. */
function roomOf(
  obstacles: readonly Rect[],
  upright: boolean,
  line: number,
  run: Run,
): readonly [number, number] {
  let [below, above] = [-15, 15];
  for (const rect of obstacles) {
    const [low, high] = upright ? [rect.y, rect.y + rect.height] : [rect.x, rect.x + rect.width];
    if (run.high <= low || run.low >= high) continue;
    const [near, far] = upright ? [rect.x, rect.x + rect.width] : [rect.y, rect.y + rect.height];
    if (near >= line) above = Math.min(above, near - line - 4);
    if (far <= line) below = Math.max(below, far - line + 4);
  }
  return [Math.min(0, below), Math.max(0, above)];
}

/** Gives the trunks of one line their lanes: the innermost that no overlapping trunk has. */
function assign(runs: ReadonlyMap<string, readonly Run[]>): Map<string, number> {
  const taken: { low: number; high: number; lane: number }[] = [];
  const found = new Map<string, number>();
  for (const trunk of [...runs.keys()].sort(compareText)) {
    const own = runs.get(trunk) ?? [];
    const low = Math.min(...own.map((run) => run.low));
    const high = Math.max(...own.map((run) => run.high));
    const lane =
      lanes.find(
        (each) => !taken.some((other) => other.lane === each && other.low < high + 2 && low < other.high + 2),
      ) ?? 0;
    taken.push({ low, high, lane });
    found.set(trunk, lane);
  }
  return found;
}

/**
 * Spreads ways that share a channel over lanes 5 px apart, as far as the boxes beside it allow. The first and last
 * segment of a way stay, since they meet a box at a row.
 */
export function spreadLanes(ways: readonly Way[], obstacles: readonly Rect[]): Way[] {
  const lines = new Map<string, Map<string, Run[]>>();
  ways.forEach((way, index) => {
    for (let segment = 1; segment < way.points.length - 2; segment += 1) {
      const [a, b] = [way.points[segment], way.points[segment + 1]];
      if (a === undefined || b === undefined) continue;
      const upright = isUpright(a, b);
      const key = `${upright ? 'x' : 'y'}${upright ? a.x : a.y}`;
      const [from, to] = upright ? [a.y, b.y] : [a.x, b.x];
      const line = lines.get(key) ?? new Map<string, Run[]>();
      lines.set(key, line);
      const runs = line.get(way.trunk) ?? [];
      line.set(way.trunk, runs);
      runs.push({ way: index, segment, low: Math.min(from, to), high: Math.max(from, to) });
    }
  });
  const moved = ways.map((way) => way.points.map((point) => ({ ...point })));
  for (const [key, runs] of lines) {
    const upright = key.startsWith('x');
    const line = Number(key.slice(1));
    const given = assign(runs);
    for (const [trunk, own] of runs) {
      const wanted = (given.get(trunk) ?? 0) * laneWidth;
      for (const run of own) {
        const [least, most] = roomOf(obstacles, upright, line, run);
        const offset = Math.max(least, Math.min(most, wanted));
        for (const point of [moved[run.way]?.[run.segment], moved[run.way]?.[run.segment + 1]]) {
          if (point === undefined) continue;
          if (upright) point.x = line + offset;
          else point.y = line + offset;
        }
      }
    }
  }
  return ways.map((way, index) => ({ trunk: way.trunk, points: moved[index] ?? way.points }));
}
