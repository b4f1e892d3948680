import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import type { DependencyId } from '#core/model/ids.ts';
import { findLineAt } from '#core/projections/map-lines.ts';
import { frameOf, isPlaceKind } from '#core/projections/map-measures.ts';
import type { MapBox } from '#core/projections/map-box.ts';
import { toDetailLevel } from './detail-level.ts';
import type { HitFinder } from './find-hit.ts';
import type { Picture } from './picture.ts';
import type { LiveCamera } from './use-camera.ts';
import type { Camera } from './visible-boxes.ts';

/** What a card is about, and where it may not lie: px of the map's window. */
export type Hovered =
  | { readonly kind: 'box'; readonly box: MapBox }
  | { readonly kind: 'line'; readonly id: DependencyId; readonly x: number; readonly y: number };

/** So long the pointer rests on something before its card comes, and so long the card waits for the pointer, in ms. */
const times = { rest: 600, grace: 250 };
/** So near a drawn line the pointer must be, in px. */
const reach = 5;

interface Look {
  readonly live: LiveCamera;
  readonly finder: HitFinder;
  readonly picture: Picture | null;
}

function findHovered({ live, finder, picture }: Look, x: number, y: number): Hovered | null {
  const camera = live.read();
  const level = toDetailLevel(camera.zoom);
  if (level === 'far') return null;
  const box = finder.at(camera, { x, y }, (each) => level === 'near' || !each.isRow)?.box ?? null;
  const top = box === null ? 0 : (y - camera.y) / camera.zoom - box.rect.y;
  // Of a place only its head is it: what is under it is the room between the boxes.
  if (box !== null && (!isPlaceKind(box.kind) || (box.node !== null && top <= frameOf(box.kind).header)))
    return { kind: 'box', box };
  if (picture === null) return null;
  const at = { x: (x - camera.x) / camera.zoom, y: (y - camera.y) / camera.zoom };
  const id = picture.lines.ids[findLineAt(picture.lines, picture.rects, at, reach / camera.zoom)];
  return id === undefined ? null : { kind: 'line', id, x, y };
}

function isSame(a: Hovered | null, b: Hovered | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.kind === 'box') return b.kind === 'box' && a.box === b.box;
  return b.kind === 'line' && a.id === b.id;
}

/**
 * What the pointer rests on. A card can be reached by the pointer, stays as long as the pointer is on it or on what it is
 * about, and goes with Escape, a press, or when the map moves (WCAG 1.4.13).
 */
export function useHoverCard(
  wrapper: RefObject<HTMLElement | null>,
  look: Look,
  isOn: boolean,
): Hovered | null {
  const [hovered, setHovered] = useState<Hovered | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const wanted = useRef<Hovered | null>(null);
  const now = useRef(look);
  useEffect(() => {
    now.current = look;
  });
  const drop = useCallback(() => {
    clearTimeout(timer.current);
    wanted.current = null;
    setHovered(null);
  }, []);
  useEffect(() => {
    const element = wrapper.current;
    if (element === null || !isOn) return undefined;
    const isShown = (): boolean => element.querySelector('[data-hover-card]') !== null;
    const ask = (next: Hovered | null, shown: boolean): void => {
      if (isSame(wanted.current, next)) return;
      wanted.current = next;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => setHovered(next), shown ? times.grace : times.rest);
    };
    const onMove = (event: PointerEvent): void => {
      if (event.buttons !== 0 || event.pointerType === 'touch') return;
      const isOnCard = event.target instanceof Element && event.target.closest('[data-hover-card]') !== null;
      if (isOnCard) {
        clearTimeout(timer.current);
        return;
      }
      const isOnMap = event.target instanceof Element && event.target.closest('.react-flow') !== null;
      const { left, top } = element.getBoundingClientRect();
      const next = isOnMap ? findHovered(now.current, event.clientX - left, event.clientY - top) : null;
      ask(next, isShown());
    };
    const onLeave = (): void => ask(null, true);
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || !isShown()) return;
      event.stopPropagation();
      drop();
    };
    element.addEventListener('pointermove', onMove);
    element.addEventListener('pointerleave', onLeave);
    element.addEventListener('pointerdown', drop, true);
    window.addEventListener('keydown', onKey, true);
    let seen: Camera | null = null;
    const stop = now.current.live.follow((camera) => {
      if (seen !== null && wanted.current !== null) drop();
      seen = camera;
    });
    return () => {
      element.removeEventListener('pointermove', onMove);
      element.removeEventListener('pointerleave', onLeave);
      element.removeEventListener('pointerdown', drop, true);
      window.removeEventListener('keydown', onKey, true);
      stop();
      clearTimeout(timer.current);
    };
  }, [wrapper, isOn, drop]);
  return isOn ? hovered : null;
}
