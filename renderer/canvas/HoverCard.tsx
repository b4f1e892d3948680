import { useLayoutEffect, useRef, type ReactNode } from 'react';
import type { Rect } from '#core/projections/map-measures.ts';
import type { MapView } from '#core/projections/map-box.ts';
import type { Hovered } from './use-hover-card.ts';
import type { LiveCamera } from './use-camera.ts';
import styles from './HoverCard.module.css';

/** How far a card is from what it is about, and from the window's edge, in px. */
const gap = 8;

/** What the card may not cover: the box with its server, or a few px around the pointer; px of the window. */
function toAnchor(hovered: Hovered, view: MapView, live: LiveCamera): Rect {
  if (hovered.kind === 'line') return { x: hovered.x - 6, y: hovered.y - 6, width: 24, height: 24 };
  const { box } = hovered;
  const outer = box.isRow && box.parent !== null ? view.byId.get(box.parent) : undefined;
  const { rect } = outer ?? box;
  const { x, y, zoom } = live.read();
  // Of a place only the head is meant.
  const height = Math.min(rect.height, outer === undefined && rect.height > 200 ? 34 : rect.height);
  return { x: rect.x * zoom + x, y: rect.y * zoom + y, width: rect.width * zoom, height: height * zoom };
}

function toPlace(
  anchor: Rect,
  card: { readonly width: number; readonly height: number },
  frame: { readonly width: number; readonly height: number },
): { x: number; y: number } {
  const right = Math.min(anchor.x + anchor.width, frame.width) + gap;
  const left = Math.max(anchor.x, 0) - gap - card.width;
  const clampY = Math.max(gap, Math.min(anchor.y, frame.height - card.height - gap));
  if (right + card.width + gap <= frame.width) return { x: right, y: clampY };
  if (left >= gap) return { x: left, y: clampY };
  const x = Math.max(gap, Math.min(anchor.x, frame.width - card.width - gap));
  const below = anchor.y + anchor.height + gap;
  return { x, y: below + card.height + gap <= frame.height ? below : anchor.y - gap - card.height };
}

/** Beside what the pointer rests on: what is known of it. It takes no focus; the inspector says the same to the keyboard. */
export function HoverCard({
  hovered,
  view,
  live,
  children,
}: {
  readonly hovered: Hovered;
  readonly view: MapView;
  readonly live: LiveCamera;
  readonly children: ReactNode;
}) {
  const card = useRef<HTMLDivElement>(null);
  // What it says may change its size.
  useLayoutEffect(() => {
    const { current } = card;
    const frame = current?.parentElement;
    if (current === null || frame === null || frame === undefined) return;
    const size = { width: current.offsetWidth, height: current.offsetHeight };
    const room = { width: frame.clientWidth, height: frame.clientHeight };
    const { x, y } = toPlace(toAnchor(hovered, view, live), size, room);
    current.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  });
  return (
    <div ref={card} role="tooltip" data-hover-card="" className={styles['card']}>
      {children}
    </div>
  );
}
