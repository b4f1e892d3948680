import { useEffect, useImperativeHandle, useRef, type RefObject } from 'react';
import { readColours } from './far-colours.ts';
import { followTheme } from './follow-theme.ts';
import { openSurface, type Surface } from './open-surface.ts';
import type { Accents, Picture } from './picture.ts';
import type { LiveCamera } from './use-camera.ts';
import styles from './PictureLayer.module.css';

/** What the map tells the drawing while a hand carries something; no part of React hears of it. */
export interface PictureHand {
  /** A hand takes boxes up (their positions), or puts down what it has. */
  readonly lift: (boxes: Int32Array | null) => void;
  /** How far from their places it has them, in map units. */
  readonly carry: (dx: number, dy: number) => void;
}

export interface PictureLayerProps {
  readonly picture: Picture;
  readonly accents: Accents;
  readonly camera: LiveCamera;
  readonly hand: RefObject<PictureHand | null>;
  /** Called when a new picture has been drawn. It stays the same function. */
  readonly onDrawn: () => void;
}

/** The drawing of a large map under the elements in reach of the hand. */
export function PictureLayer({ picture, accents, camera, hand, onDrawn }: PictureLayerProps) {
  const frame = useRef<HTMLDivElement>(null);
  const surface = useRef<Surface | null>(null);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    // A canvas can be handed to a worker only once: each mount has its own.
    const canvas = document.createElement('canvas');
    canvas.ariaHidden = 'true';
    element.append(canvas);
    const opened = openSurface(canvas, onDrawn);
    surface.current = opened;
    const colour = (): void => opened.tell({ kind: 'colours', colours: readColours(element) });
    const stopColours = followTheme(colour);
    const stopCamera = camera.follow(({ x, y, zoom, width, height }) => {
      if (width === 0) return;
      opened.tell({ kind: 'view', view: { x, y, zoom, width, height, scale: globalThis.devicePixelRatio } });
    });
    return () => {
      stopColours();
      stopCamera();
      opened.end();
      canvas.remove();
      surface.current = null;
    };
  }, [camera, onDrawn]);
  useEffect(() => surface.current?.tell({ kind: 'picture', picture }), [picture]);
  useEffect(() => surface.current?.tell({ kind: 'accents', accents }), [accents]);
  useImperativeHandle(
    hand,
    () => ({
      lift: (boxes) => surface.current?.tell({ kind: 'lift', boxes }),
      carry: (dx, dy) => surface.current?.tell({ kind: 'carry', dx, dy }),
    }),
    [],
  );
  return <div ref={frame} className={styles['layer']} />;
}
