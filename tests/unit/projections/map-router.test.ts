import { describe, expect, it } from 'vitest';
import { toRouter, type Point } from '#core/projections/map-router.ts';
import type { Rect } from '#core/projections/map-measures.ts';

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
});
