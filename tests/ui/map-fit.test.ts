import { describe, expect, test } from 'vitest';
import { needsNewFit, toFit } from '#canvas/fit-camera.ts';
import type { Camera } from '#canvas/visible-boxes.ts';

const look = { padding: 0.02, hasLegend: false };
const whole = { x: 0, y: 0, width: 1200, height: 600 };
const [large, small] = [
  { width: 1800, height: 1100 },
  { width: 740, height: 520 },
];

/** What a window that got another size shows: the picture stays where it was. */
function resized(camera: Camera, size: typeof large): Camera {
  return { ...camera, ...size };
}

describe('the map follows its window', () => {
  test('the whole picture is inside of what is fitted, and never larger than 125 %', () => {
    for (const size of [large, small, { width: 320, height: 200 }]) {
      const { x, y, zoom } = toFit(size, whole, look);
      expect(zoom).toBeLessThanOrEqual(1.25);
      expect(x).toBeGreaterThanOrEqual(0);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(x + whole.width * zoom).toBeLessThanOrEqual(size.width);
      expect(y + whole.height * zoom).toBeLessThanOrEqual(size.height);
    }
  });

  test('what was fitted is fitted again, in a smaller window and in a larger one', () => {
    for (const [from, to] of [
      [large, small],
      [small, large],
    ] as const) {
      const before = toFit(from, whole, look);
      expect(needsNewFit(before, resized(before, to), whole, look)).toBe(true);
    }
  });

  test('what was in sight as a whole comes back into sight, though it was not fitted', () => {
    const before = { x: 40, y: 30, zoom: 0.8, ...large };
    expect(needsNewFit(before, resized(before, small), whole, look)).toBe(true);
    expect(needsNewFit(before, resized(before, { width: 1700, height: 1000 }), whole, look)).toBe(false);
  });

  test('who has gone nearer to something keeps it where it is', () => {
    const before = { x: -900, y: -200, zoom: 1.6, ...large };
    expect(needsNewFit(before, resized(before, small), whole, look)).toBe(false);
    expect(needsNewFit(before, resized(before, { width: 3000, height: 2000 }), whole, look)).toBe(false);
  });

  test('a window without a size says nothing', () => {
    const before = toFit(large, whole, look);
    expect(needsNewFit({ ...before, width: 0, height: 0 }, before, whole, look)).toBe(false);
    expect(needsNewFit(before, { ...before, width: 0, height: 0 }, whole, look)).toBe(false);
  });
});
