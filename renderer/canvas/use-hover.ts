import { useEffect, useState, type RefObject } from 'react';
import { toDetailLevel } from './detail-level.ts';
import type { Hit, HitFinder } from './find-hit.ts';
import type { LiveCamera } from './use-camera.ts';

/** What the pointer is on, on a map whose boxes are drawn; `null` while something is held or nothing is there. */
export function useHover(
  wrapper: RefObject<HTMLElement | null>,
  live: LiveCamera,
  finder: HitFinder,
  isOn: boolean,
): Hit | null {
  const [hit, setHit] = useState<Hit | null>(null);
  useEffect(() => {
    const element = wrapper.current;
    if (element === null || !isOn) return undefined;
    const onMove = (event: PointerEvent): void => {
      if (event.buttons !== 0) return;
      const isOnMap = event.target instanceof Element && event.target.closest('.react-flow') !== null;
      const { left, top } = element.getBoundingClientRect();
      const camera = live.read();
      const isNear = toDetailLevel(camera.zoom) === 'near';
      const found = isOnMap
        ? finder.at(
            camera,
            { x: event.clientX - left, y: event.clientY - top },
            (box) => isNear || !box.isRow,
          )
        : null;
      setHit((before) => (isSame(before, found) ? before : found));
    };
    const onLeave = (): void => setHit(null);
    element.addEventListener('pointermove', onMove);
    element.addEventListener('pointerleave', onLeave);
    return () => {
      element.removeEventListener('pointermove', onMove);
      element.removeEventListener('pointerleave', onLeave);
    };
  }, [wrapper, live, finder, isOn]);
  return isOn ? hit : null;
}

function isSame(a: Hit | null, b: Hit | null): boolean {
  if (a === null || b === null) return a === b;
  const [first, second] = [a.rect, b.rect];
  return (
    a.box === b.box &&
    first.x === second.x &&
    first.y === second.y &&
    first.width === second.width &&
    first.height === second.height
  );
}
