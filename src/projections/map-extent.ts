import type { MapEdge } from './map-edge.ts';
import type { Rect } from './map-measures.ts';
import type { MapView } from './map-box.ts';

/** Half of what is written on an edge: high, wide, and wide where there are words. Map units. */
const half = { high: 12, wide: 16, words: 90 } as const;

/** What a map takes up with all that is drawn outside of its boxes: fitted to less, a pill over the topmost box would be cut off. */
export function toExtent(view: MapView, edges: readonly MapEdge[]): Rect {
  let [left, top, right, bottom] = [0, 0, view.width, view.height];
  const take = (x: number, y: number, wide: number, high: number): void => {
    left = Math.min(left, x - wide);
    top = Math.min(top, y - high);
    right = Math.max(right, x + wide);
    bottom = Math.max(bottom, y + high);
  };
  for (const { bounds, pill, isWordy, lock } of edges) {
    take(bounds.x + bounds.width / 2, bounds.y + bounds.height / 2, bounds.width / 2, bounds.height / 2);
    take(pill.x, pill.y, isWordy ? half.words : half.wide, half.high);
    if (lock !== null) take(lock.x, lock.y, half.high, half.high);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}
