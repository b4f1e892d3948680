import { isPlaceKind } from '#core/projections/map-measures.ts';
import type { MapBox } from '#core/projections/map-box.ts';

/** The arrow keys. */
export type ArrowKey = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

/** Whether a key is an arrow key. */
export function isArrowKey(key: string): key is ArrowKey {
  return key === 'ArrowUp' || key === 'ArrowDown' || key === 'ArrowLeft' || key === 'ArrowRight';
}

/** Where a box is for the arrow keys: places by their header, servers by theirs, rows by their middle. */
function anchorOf(box: MapBox): { x: number; y: number } {
  const { x, y, width, height } = box.rect;
  if (isPlaceKind(box.kind)) return { x: x + 71, y: y + 14 };
  return { x: x + width / 2, y: y + Math.min(height, 27) / 2 };
}

/** The nearest box in the direction of an arrow key; what lies aside counts three times its distance. */
export function findNeighbour(boxes: readonly MapBox[], from: MapBox, key: ArrowKey): MapBox | null {
  const start = anchorOf(from);
  const isFlat = key === 'ArrowLeft' || key === 'ArrowRight';
  const sign = key === 'ArrowRight' || key === 'ArrowDown' ? 1 : -1;
  let best: MapBox | null = null;
  let least = Infinity;
  for (const box of boxes) {
    if (box === from || box.node === null || box.presence !== 'here') continue;
    const at = anchorOf(box);
    const along = (isFlat ? at.x - start.x : at.y - start.y) * sign;
    const aside = Math.abs(isFlat ? at.y - start.y : at.x - start.x);
    if (along < 4) continue;
    const distance = along + aside * 3;
    if (distance < least) [best, least] = [box, distance];
  }
  return best;
}
