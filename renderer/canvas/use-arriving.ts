import { useEffect, useMemo, useState, type RefObject } from 'react';
import { isPlaceKind } from '#core/projections/map-measures.ts';
import type { MapBox, MapView } from '#core/projections/map-box.ts';
import type { Camera } from './visible-boxes.ts';

/** So many elements come into the document in one frame: more would be felt. The drawing under them shows the rest meanwhile. */
export const mostArriving = 28;

/** Boxes in the order in which their elements come: places, then what is nearest to the middle of the window; rows with their servers. */
export function inArrivalOrder(boxes: readonly MapBox[], view: MapView, camera: Camera): readonly MapBox[] {
  const x = (camera.width / 2 - camera.x) / camera.zoom;
  const y = (camera.height / 2 - camera.y) / camera.zoom;
  const keyed = boxes.map((box) => {
    const holder = box.isRow && box.parent !== null ? (view.byId.get(box.parent) ?? box) : box;
    const { rect } = holder;
    const distance = Math.hypot(rect.x + rect.width / 2 - x, rect.y + rect.height / 2 - y);
    return { box, key: isPlaceKind(box.kind) ? box.depth - 99 : distance };
  });
  return keyed.sort((a, b) => a.key - b.key || a.box.depth - b.box.depth).map(({ box }) => box);
}

/** What of some boxes has an element next, when some have one already. */
export function findNextArrivals(
  ordered: readonly MapBox[],
  arrived: ReadonlySet<string>,
): ReadonlySet<string> {
  const next = new Set<string>();
  let fresh = 0;
  for (const { id } of ordered) {
    if (!arrived.has(id)) fresh += 1;
    if (arrived.has(id) || fresh <= mostArriving) next.add(id);
  }
  return next;
}

const nobody: ReadonlySet<string> = new Set();

/**
 * Lets the elements of a large map come a few at a time, frame by frame, and none while the view moves. What is in reach of the hand
 * is there at once.
 */
export function useArriving(
  wanted: readonly MapBox[],
  inReach: readonly (string | null)[],
  on: {
    readonly view: MapView;
    readonly camera: Camera;
    readonly isLarge: boolean;
    readonly wrapper: RefObject<HTMLElement | null>;
  },
): readonly MapBox[] {
  const { view, camera, isLarge, wrapper } = on;
  const [arrived, setArrived] = useState(nobody);
  const ordered = useMemo(
    () => (isLarge ? inArrivalOrder(wanted, view, camera) : wanted),
    [wanted, view, camera, isLarge],
  );
  const isComplete = !isLarge || wanted.every((box) => arrived.has(box.id));
  useEffect(() => {
    if (isComplete) return undefined;
    const frame = requestAnimationFrame(() => {
      // Where the view moves again, what shall be seen is another thing as soon as it is still.
      if (wrapper.current?.dataset['moving'] === 'true') return;
      setArrived(findNextArrivals(ordered, arrived));
    });
    return () => cancelAnimationFrame(frame);
  }, [isComplete, ordered, arrived, wrapper]);
  return useMemo(
    () => (isComplete ? wanted : wanted.filter((box) => arrived.has(box.id) || inReach.includes(box.id))),
    [isComplete, wanted, arrived, inReach],
  );
}
