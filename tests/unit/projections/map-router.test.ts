import { describe, expect, it } from 'vitest';
import { toRouter } from '#core/projections/map-router.ts';
import type { Point, Rect } from '#core/projections/map-measures.ts';

const ends: readonly Rect[] = [
  { x: 0, y: 100, width: 40, height: 20 },
  { x: 400, y: 100, width: 40, height: 20 },
];
const between: Rect = { x: 150, y: 60, width: 100, height: 100 };

function wayAround(obstacles: readonly Rect[], foreign: readonly Rect[]): readonly Point[] {
  const router = toRouter([...ends, ...obstacles], { xs: [60, 380], ys: [20, 110, 220] });
  const from = { at: { x: 40, y: 110 }, via: { x: router.xs.find((x) => x > 45) ?? 0, y: 110 } };
  const to = { at: { x: 400, y: 110 }, via: { x: router.xs.filter((x) => x < 395).at(-1) ?? 0, y: 110 } };
  return router.route([from], [to], 'one', foreign) ?? [];
}

/** Whether any segment runs through the inside of a rectangle. */
function crosses(points: readonly Point[], rect: Rect): boolean {
  return points.some((a, at) => {
    const b = points[at + 1];
    if (b === undefined) return false;
    return (
      Math.min(a.x, b.x) < rect.x + rect.width &&
      Math.max(a.x, b.x) > rect.x &&
      Math.min(a.y, b.y) < rect.y + rect.height &&
      Math.max(a.y, b.y) > rect.y
    );
  });
}

describe('toRouter', () => {
  it('goes straight where nothing stands', () => {
    expect(wayAround([], [])).toEqual([
      { x: 40, y: 110 },
      { x: 400, y: 110 },
    ]);
  });

  it('goes around an obstacle', () => {
    expect(crosses(wayAround([between], []), between)).toBe(false);
  });

  it('goes around a place that it has no business in, and through one that it has', () => {
    expect(crosses(wayAround([], [between]), between)).toBe(false);
    expect(crosses(wayAround([], []), between)).toBe(true);
  });

  it('still finds a way when everything around is foreign', () => {
    const whole = { x: -1000, y: -1000, width: 3000, height: 3000 };
    expect(wayAround([], [whole])).toHaveLength(2);
  });

  it('never runs along a frame, inside or outside', () => {
    const frame: Rect = { x: 100, y: 0, width: 200, height: 300 };
    const inside: Rect = { x: 114, y: 40, width: 100, height: 40 };
    // The middle of the channel between the box and what follows would lie on the frame's right border.
    const other: Rect = { x: 370, y: 200, width: 40, height: 40 };
    const withFrame = toRouter([inside, other], { xs: [], ys: [60, 220] }, [frame]);
    for (const line of withFrame.xs)
      for (const border of [100, 300]) expect(Math.abs(line - border)).toBeGreaterThanOrEqual(5);
    expect(withFrame.xs).toEqual(expect.arrayContaining([88, 312]));
  });

  it('meets a box where that costs least', () => {
    const box: Rect = { x: 0, y: 100, width: 200, height: 30 };
    const router = toRouter([box], { xs: [60, 100], ys: [0, 80] });
    const from = { at: { x: 60, y: -20 }, via: { x: 60, y: 0 } };
    const port = (x: number, price: number) => ({ at: { x, y: 100 }, via: { x, y: 80 }, price });
    // Straight down beside the middle is better than two bends to the middle, unless it costs more.
    expect(router.route([from], [port(100, 0), port(60, 8)], 'a')?.at(-1)).toEqual({ x: 60, y: 100 });
    expect(router.route([from], [port(100, 0), port(60, 300)], 'b')?.at(-1)).toEqual({ x: 100, y: 100 });
  });
});
