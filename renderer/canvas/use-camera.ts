import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { useViewport } from '@xyflow/react';
import type { Camera } from './visible-boxes.ts';

/** Where the map looks, and the element whose size counts. */
export function useCamera(): { readonly camera: Camera; readonly wrapper: RefObject<HTMLDivElement | null> } {
  const wrapper = useRef<HTMLDivElement>(null);
  const { x, y, zoom } = useViewport();
  const [size, setSize] = useState({ width: 0, height: 0 });
  useEffect(() => {
    const element = wrapper.current;
    if (element === null) return;
    const observer = new ResizeObserver(() =>
      setSize({ width: element.clientWidth, height: element.clientHeight }),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const camera = useMemo(() => ({ x, y, zoom, ...size }), [x, y, zoom, size]);
  return { camera, wrapper };
}
