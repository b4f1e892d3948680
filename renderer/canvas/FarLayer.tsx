import { useEffect, useRef } from 'react';
import type { MapView } from '#core/projections/map-view.ts';
import { drawFar, readColours } from './draw-far.ts';
import { toVisibleRect, type Camera } from './visible-boxes.ts';
import styles from './FarLayer.module.css';

/** The servers of a large map, drawn on one canvas behind the boxes that can be touched. */
export function FarLayer({ view, camera }: { readonly view: MapView; readonly camera: Camera }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d') ?? null;
    if (element === null || context === null || camera.width === 0) return;
    const frame = requestAnimationFrame(() => {
      const scale = globalThis.devicePixelRatio;
      element.width = Math.round(camera.width * scale);
      element.height = Math.round(camera.height * scale);
      context.setTransform(
        scale * camera.zoom,
        0,
        0,
        scale * camera.zoom,
        scale * camera.x,
        scale * camera.y,
      );
      drawFar(context, view, toVisibleRect(camera), camera.zoom, readColours(element));
    });
    return () => cancelAnimationFrame(frame);
  });
  return <canvas ref={canvas} className={styles['layer']} aria-hidden="true" />;
}
