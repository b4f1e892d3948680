import type { Rect } from './map-measures.ts';

/** How large something is. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

interface Packed extends Size {
  readonly rects: readonly Rect[];
}

/** Shelves as high as their first box; smaller boxes stand on each other inside a shelf while they fit. */
function packInto(sizes: readonly Size[], order: readonly number[], limit: number, gap: number): Packed {
  const rects: Rect[] = [];
  let shelfTop = 0;
  let shelfHeight = 0;
  let columnX = 0;
  let columnWidth = 0;
  let y = 0;
  for (const at of order) {
    const size = sizes[at] ?? { width: 0, height: 0 };
    const fitsBelow =
      columnWidth > 0 && y + size.height <= shelfTop + shelfHeight && size.width <= columnWidth;
    if (!fitsBelow) {
      const nextX = columnWidth === 0 ? 0 : columnX + columnWidth + gap;
      if (nextX > 0 && nextX + size.width > limit) {
        shelfTop += shelfHeight + gap;
        shelfHeight = size.height;
        columnX = 0;
      } else columnX = nextX;
      columnWidth = size.width;
      shelfHeight = Math.max(shelfHeight, size.height);
      y = shelfTop;
    }
    rects[at] = { x: columnX, y, width: size.width, height: size.height };
    y += size.height + gap;
  }
  const width = Math.max(0, ...rects.map((rect) => rect.x + rect.width));
  const height = Math.max(0, ...rects.map((rect) => rect.y + rect.height));
  return { rects, width, height };
}

/**
 * Packs boxes of different sizes so that a window of the wanted aspect ratio shows them as large as can be: a dozen shelf
 * widths are tried and the best kept. Larger boxes come first, equal ones in the given order. Rectangles are in the order of the sizes.
 */
export function packShelves(sizes: readonly Size[], aspect: number, gap: number): Packed {
  const order = [...sizes.keys()].sort((a, b) => {
    const [first, second] = [sizes[a], sizes[b]];
    return (second?.height ?? 0) - (first?.height ?? 0) || a - b;
  });
  const widest = Math.max(0, ...sizes.map((size) => size.width));
  const area = sizes.reduce((sum, size) => sum + (size.width + gap) * (size.height + gap), 0);
  let best: Packed | null = null;
  let bestScore = Infinity;
  for (let step = 0; step < 14; step += 1) {
    const limit = Math.max(widest, Math.sqrt(area * aspect) * (0.6 + step * 0.1));
    const packed = packInto(sizes, order, limit, gap);
    // The smallest window of the wanted shape that holds it all: what shows it largest.
    const score = Math.max(packed.width, packed.height * aspect);
    if (score < bestScore - 1e-9) [best, bestScore] = [packed, score];
  }
  return best ?? { rects: [], width: 0, height: 0 };
}
