import { useEffect, useRef, type RefObject } from 'react';
import type { Rect } from '#core/projections/map-measures.ts';
import type { LiveCamera } from './use-camera.ts';

/**
 * A rectangle drawn with Shift and the left button over the empty map. Only the element of the rectangle follows the
 * hand; the answer comes once, at the end, in map units.
 */
export function useLasso(
  wrapper: RefObject<HTMLElement | null>,
  live: LiveCamera,
  onLasso: (rect: Rect) => void,
): RefObject<HTMLDivElement | null> {
  const frame = useRef<HTMLDivElement>(null);
  const answer = useRef(onLasso);
  useEffect(() => {
    answer.current = onLasso;
  }, [onLasso]);
  useEffect(() => {
    const element = wrapper.current;
    if (element === null) return undefined;
    const onDown = (event: MouseEvent): void => {
      const isPane = event.target instanceof Element && event.target.matches('.react-flow__pane');
      if (!event.shiftKey || event.button !== 0 || !isPane) return;
      // The map must not pan meanwhile.
      event.stopPropagation();
      event.preventDefault();
      const { left, top } = element.getBoundingClientRect();
      const from = { x: event.clientX - left, y: event.clientY - top };
      let rect: Rect = { ...from, width: 0, height: 0 };
      const onMove = (move: MouseEvent): void => {
        const [x, y] = [move.clientX - left, move.clientY - top];
        rect = {
          x: Math.min(x, from.x),
          y: Math.min(y, from.y),
          width: Math.abs(x - from.x),
          height: Math.abs(y - from.y),
        };
        draw(frame.current, rect);
      };
      const onUp = (): void => {
        window.removeEventListener('mousemove', onMove);
        window.removeEventListener('mouseup', onUp);
        draw(frame.current, null);
        const { x, y, zoom } = live.read();
        if (rect.width + rect.height <= 6) return;
        swallowClick();
        answer.current({
          x: (rect.x - x) / zoom,
          y: (rect.y - y) / zoom,
          width: rect.width / zoom,
          height: rect.height / zoom,
        });
      };
      window.addEventListener('mousemove', onMove);
      window.addEventListener('mouseup', onUp);
    };
    element.addEventListener('mousedown', onDown, true);
    return () => element.removeEventListener('mousedown', onDown, true);
  }, [wrapper, live]);
  return frame;
}

function draw(element: HTMLElement | null, rect: Rect | null): void {
  if (element === null) return;
  element.hidden = rect === null;
  if (rect === null) return;
  element.style.transform = `translate(${rect.x}px, ${rect.y}px)`;
  element.style.width = `${rect.width}px`;
  element.style.height = `${rect.height}px`;
}

/** The end of a rectangle is a click on the map too: that one would select nothing. */
function swallowClick(): void {
  const swallow = (event: Event): void => event.stopPropagation();
  window.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0);
}
