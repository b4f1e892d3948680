import type { Rect } from './map-measures.ts';
import type { MapBox } from './map-box.ts';

/** Finds boxes by where they are without looking at all of them. */
export interface BoxIndex {
  /** The innermost box at a point that passes; rows count as inside their server. */
  readonly at: (x: number, y: number, passes?: (box: MapBox) => boolean) => MapBox | null;
  /** The boxes that meet a rectangle, outer ones first. */
  readonly within: (rect: Rect) => readonly MapBox[];
}

/** The side of a cell in map units: about a screen of servers, so that a large place fills few cells. */
const cellSize = 512;

function meets(a: Rect, b: Rect): boolean {
  return a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;
}

/** An index over boxes, a grid of cells. Building is linear in the boxes and the cells that they cover. */
export function toBoxIndex(boxes: readonly MapBox[]): BoxIndex {
  const cells = new Map<string, number[]>();
  const eachCell = (rect: Rect, visit: (key: string) => void): void => {
    for (let i = Math.floor(rect.x / cellSize); i <= Math.floor((rect.x + rect.width) / cellSize); i += 1)
      for (let j = Math.floor(rect.y / cellSize); j <= Math.floor((rect.y + rect.height) / cellSize); j += 1)
        visit(`${i} ${j}`);
  };
  boxes.forEach((box, at) =>
    eachCell(box.rect, (key) => {
      const cell = cells.get(key);
      if (cell === undefined) cells.set(key, [at]);
      else cell.push(at);
    }),
  );
  return {
    at: (x, y, passes = () => true) => {
      let found: MapBox | null = null;
      for (const at of cells.get(`${Math.floor(x / cellSize)} ${Math.floor(y / cellSize)}`) ?? []) {
        const box = boxes[at];
        if (box === undefined || !meets(box.rect, { x, y, width: 0, height: 0 }) || !passes(box)) continue;
        if (found === null || box.depth >= found.depth) found = box;
      }
      return found;
    },
    within: (rect) => {
      const wanted = new Set<number>();
      // A window wider than the map covers cells that hold nothing: then asking every box is cheaper.
      const covered = (Math.ceil(rect.width / cellSize) + 1) * (Math.ceil(rect.height / cellSize) + 1);
      if (covered > boxes.length) return boxes.filter((box) => meets(box.rect, rect));
      eachCell(rect, (key) => {
        for (const at of cells.get(key) ?? []) wanted.add(at);
      });
      return [...wanted]
        .sort((a, b) => a - b)
        .flatMap((at) => boxes[at] ?? [])
        .filter((box) => meets(box.rect, rect));
    },
  };
}
