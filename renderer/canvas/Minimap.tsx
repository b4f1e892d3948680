import { useEffect, useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { useReactFlow } from '@xyflow/react';
import { isPlaceKind } from '#core/projections/map-measures.ts';
import type { MapBox, MapView } from '#core/projections/map-box.ts';
import { mapToolsText as text } from '#text/map-tools.ts';
import { toneColour } from './draw-boxes.ts';
import { readColours, type FarColours } from './far-colours.ts';
import { toCellKind } from './far-places.ts';
import { followTheme } from './follow-theme.ts';
import { isArrowKey } from './find-neighbour.ts';
import type { LiveCamera } from './use-camera.ts';
import { toVisibleRect, type Camera } from './visible-boxes.ts';
import styles from './Minimap.module.css';

/** The room of the small map, in px. */
const room = { width: 176, height: 116 };

/** How much smaller than the map it is. */
function toScale(view: MapView): number {
  return Math.min(room.width / Math.max(1, view.width), room.height / Math.max(1, view.height));
}

/** Whether a part of the map is out of the window: then a small map says something. */
export function isPartlyOut(view: MapView, camera: Camera): boolean {
  const { x, y, width, height } = toVisibleRect(camera);
  const slack = 8 / camera.zoom;
  return (
    camera.width > 0 &&
    (x > slack || y > slack || x + width < view.width - slack || y + height < view.height - slack)
  );
}

function colourOf(box: MapBox, colours: FarColours): string {
  if (isPlaceKind(box.kind)) return box.depth === 0 ? colours.provider : colours.site;
  const kind = toCellKind(box);
  return kind === 'stays' ? colours.retain : toneColour(kind, colours);
}

function draw(canvas: HTMLCanvasElement, view: MapView, selection: ReadonlySet<string>): void {
  const pen = canvas.getContext('2d');
  if (pen === null) return;
  const scale = toScale(view);
  const sharp = globalThis.devicePixelRatio;
  canvas.width = Math.ceil(view.width * scale * sharp);
  canvas.height = Math.ceil(view.height * scale * sharp);
  const colours = readColours(canvas);
  pen.scale(scale * sharp, scale * sharp);
  const least = 1.2 / scale;
  for (const box of view.boxes) {
    if (box.isRow) continue;
    const { x, y, width, height } = box.rect;
    const isSelected = box.node !== null && selection.has(box.node);
    pen.fillStyle = isSelected ? colours.accent : colourOf(box, colours);
    pen.fillRect(x, y, Math.max(least, width), Math.max(least, height));
    if (!isPlaceKind(box.kind)) continue;
    pen.strokeStyle = colours.line;
    pen.lineWidth = 0.5 / scale;
    pen.strokeRect(x, y, width, height);
  }
}

export interface MinimapProps {
  readonly view: MapView;
  readonly selection: ReadonlySet<string>;
  readonly camera: LiveCamera;
}

/** The whole map, small, with a frame around what the window shows: press or drag to go there, or use the arrow keys. */
export function Minimap({ view, selection, camera }: MinimapProps) {
  const flow = useReactFlow();
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const scale = toScale(view);
  useEffect(
    () =>
      followTheme(() => {
        if (canvas.current !== null) draw(canvas.current, view, selection);
      }),
    [view, selection],
  );
  useEffect(
    () =>
      camera.follow((now) => {
        const { current } = frame;
        if (current === null || now.width === 0) return;
        const rect = toVisibleRect(now);
        current.style.transform = `translate(${rect.x * scale}px, ${rect.y * scale}px)`;
        current.style.width = `${rect.width * scale}px`;
        current.style.height = `${rect.height * scale}px`;
      }),
    [camera, scale],
  );
  const goTo = (event: PointerEvent<HTMLDivElement>): void => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const { zoom } = camera.read();
    void flow.setCenter((event.clientX - left) / scale, (event.clientY - top) / scale, { zoom });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isArrowKey(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    const { x, y, zoom, width, height } = camera.read();
    const isFlat = event.key === 'ArrowLeft' || event.key === 'ArrowRight';
    const by = event.key === 'ArrowRight' || event.key === 'ArrowDown' ? -0.25 : 0.25;
    void flow.setViewport({ x: x + (isFlat ? by * width : 0), y: y + (isFlat ? 0 : by * height), zoom });
  };
  return (
    <div
      className={styles['minimap']}
      style={{ width: Math.ceil(view.width * scale), height: Math.ceil(view.height * scale) }}
      role="group"
      aria-label={text.overviewLabel}
      // It pans by arrow keys.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        goTo(event);
      }}
      onPointerMove={(event) => {
        if (event.buttons === 1) goTo(event);
      }}
    >
      <canvas ref={canvas} aria-hidden="true" />
      <div ref={frame} className={styles['frame']} />
    </div>
  );
}
