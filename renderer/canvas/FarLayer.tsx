import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { MapView } from '#core/projections/map-view.ts';
import { toDetailLevel } from './detail-level.ts';
import { drawBoxes, drawPlaces } from './draw-far.ts';
import { readColours, type FarColours } from './far-colours.ts';
import { findFarPlace, toFarGroups, toFarPlaces } from './far-places.ts';
import { FarCard } from './FarCard.tsx';
import { toVisibleRect, type Camera } from './visible-boxes.ts';
import styles from './FarLayer.module.css';

export interface FarLayerProps {
  readonly view: MapView;
  readonly camera: Camera;
  readonly selection: ReadonlySet<string>;
}

/** A large map that is looked at from afar, drawn on one canvas over the boxes that can be touched. */
export function FarLayer({ view, camera, selection }: FarLayerProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [pointer, setPointer] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const isFar = toDetailLevel(camera.zoom) === 'far';
  const groups = useMemo(() => toFarGroups(view), [view]);
  const places = useMemo(() => (isFar ? toFarPlaces(groups, camera) : []), [groups, camera, isFar]);
  const [colours, setColours] = useState<FarColours | null>(null);
  useThemeChanges(
    useCallback(() => setColours(canvas.current === null ? null : readColours(canvas.current)), []),
  );
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d') ?? null;
    if (element === null || context === null || camera.width === 0 || colours === null) return undefined;
    const frame = requestAnimationFrame(() => {
      const scale = globalThis.devicePixelRatio;
      element.width = Math.round(camera.width * scale);
      element.height = Math.round(camera.height * scale);
      if (isFar) {
        context.setTransform(scale, 0, 0, scale, 0, 0);
        drawPlaces(context, places, camera, selection, colours);
        return;
      }
      const zoom = scale * camera.zoom;
      context.setTransform(zoom, 0, 0, zoom, scale * camera.x, scale * camera.y);
      drawBoxes(context, view, toVisibleRect(camera), camera.zoom, colours);
    });
    return () => cancelAnimationFrame(frame);
  }, [view, camera, isFar, places, selection, colours]);
  useEffect(() => {
    const frame = canvas.current?.closest('.react-flow');
    if (!(frame instanceof HTMLElement)) return undefined;
    const onMove = (event: PointerEvent): void => {
      const { left, top } = frame.getBoundingClientRect();
      const isHeld = event.buttons !== 0;
      setPointer(isHeld ? null : { x: event.clientX - left, y: event.clientY - top });
    };
    const onLeave = (): void => setPointer(null);
    frame.addEventListener('pointermove', onMove);
    frame.addEventListener('pointerleave', onLeave);
    return () => {
      frame.removeEventListener('pointermove', onMove);
      frame.removeEventListener('pointerleave', onLeave);
    };
  }, []);
  const under = pointer === null ? null : findFarPlace(places, pointer.x, pointer.y);
  return (
    <>
      <canvas ref={canvas} className={styles['layer']} aria-hidden="true" />
      {under !== null && <FarCard place={under} groups={groups} camera={camera} />}
    </>
  );
}

/** Calls back now and whenever the colours of the theme may have changed. */
function useThemeChanges(onChange: () => void): void {
  useEffect(() => {
    onChange();
    const system = globalThis.matchMedia('(prefers-color-scheme: dark)');
    system.addEventListener('change', onChange);
    const observer = new MutationObserver(onChange);
    observer.observe(document.documentElement, { attributes: true });
    return () => {
      system.removeEventListener('change', onChange);
      observer.disconnect();
    };
  }, [onChange]);
}
