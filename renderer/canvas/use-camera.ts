import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { useStoreApi } from '@xyflow/react';
import { toDetailLevel } from './detail-level.ts';
import type { Camera } from './visible-boxes.ts';

/** Where the map looks right now, without drawing anything of React again when it changes. */
export interface LiveCamera {
  readonly read: () => Camera;
  /** Calls back at every change; answers what ends it. */
  readonly follow: (listener: (camera: Camera) => void) => () => void;
}

interface UsedCamera {
  readonly live: LiveCamera;
  /** Where it looked when it was last still for a moment. */
  readonly settled: Camera;
  /** The element whose size counts. */
  readonly wrapper: RefObject<HTMLDivElement | null>;
}

/** So long the view must be still before elements are put over the drawing, in ms. */
const stillFor = 100;

/** How much larger what is written on the map is drawn, so that it can be read from afar. */
function toPillScale(zoom: number): number {
  return Math.max(1, 0.62 / zoom);
}

const start: Camera = { x: 0, y: 0, zoom: 1, width: 0, height: 0 };

function sizeOf(element: HTMLElement): { width: number; height: number } {
  return { width: element.clientWidth, height: element.clientHeight };
}

/** Writes on the element what styles look at. */
function writeLook(element: HTMLElement, { zoom }: Camera): void {
  const level = toDetailLevel(zoom);
  if (element.dataset['detail'] !== level) element.dataset['detail'] = level;
  const scale = String(toPillScale(zoom));
  if (element.style.getPropertyValue('--pill-scale') !== scale)
    element.style.setProperty('--pill-scale', scale);
}

/**
 * Where the map looks. While a person pans or zooms only listeners hear of it, and the element is marked as moving; React
 * draws again when the view has been still for a moment.
 */
export function useCamera(): UsedCamera {
  const wrapper = useRef<HTMLDivElement>(null);
  const camera = useRef(start);
  const listeners = useRef(new Set<(camera: Camera) => void>());
  const [settled, setSettled] = useState(start);
  const flow = useStoreApi();
  useEffect(() => {
    const element = wrapper.current;
    if (element === null) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const change = (next: Camera, isMoving: boolean): void => {
      camera.current = next;
      writeLook(element, next);
      for (const listener of listeners.current) listener(next);
      clearTimeout(timer);
      if (isMoving) {
        element.dataset['moving'] = 'true';
        timer = setTimeout(() => setSettled(next), stillFor);
      } else setSettled(next);
    };
    const readTransform = (): Pick<Camera, 'x' | 'y' | 'zoom'> => {
      const [x, y, zoom] = flow.getState().transform;
      return { x, y, zoom };
    };
    let seen = flow.getState().transform;
    const stop = flow.subscribe(({ transform }) => {
      if (transform === seen) return;
      seen = transform;
      change({ ...camera.current, ...readTransform() }, true);
    });
    const observer = new ResizeObserver(() =>
      change({ ...camera.current, ...readTransform(), ...sizeOf(element) }, false),
    );
    observer.observe(element);
    change({ ...readTransform(), ...sizeOf(element) }, false);
    return () => {
      stop();
      observer.disconnect();
      clearTimeout(timer);
    };
  }, [flow]);
  useEffect(() => {
    // The elements for where it looks now are in the document: they may be seen again.
    const element = wrapper.current;
    const frame = requestAnimationFrame(() => {
      if (element !== null && camera.current === settled) delete element.dataset['moving'];
    });
    return () => cancelAnimationFrame(frame);
  }, [settled]);
  const live = useMemo<LiveCamera>(
    () => ({
      read: () => camera.current,
      follow: (listener) => {
        listeners.current.add(listener);
        listener(camera.current);
        return () => listeners.current.delete(listener);
      },
    }),
    [],
  );
  return { live, settled, wrapper };
}
