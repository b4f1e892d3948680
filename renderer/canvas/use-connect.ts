import { useEffect, useRef, type RefObject } from 'react';
import type { NodeId } from '#core/model/ids.ts';
import type { MapBox, MapView } from '#core/projections/map-box.ts';
import type { HitFinder } from './find-hit.ts';
import { boxOfEvent } from './box-of-event.ts';
import type { LiveCamera } from './use-camera.ts';

/** A line that a hand drew from one node to another, and where it let go (px in the window). */
export interface DrawnLine {
  readonly from: NodeId;
  readonly to: NodeId;
  readonly x: number;
  readonly y: number;
}

/** What a drawn line is steered with. */
export interface ConnectHands {
  readonly view: MapView;
  readonly live: LiveCamera;
  readonly wrapper: RefObject<HTMLElement | null>;
  readonly finder: HitFinder;
  readonly onConnect: (line: DrawnLine) => void;
}

interface Pointer {
  readonly x: number;
  readonly y: number;
}

function canEnd(box: MapBox, from: MapBox): boolean {
  return box.node !== null && box.presence === 'here' && box.id !== from.id;
}

function show(elements: ConnectElements, from: Pointer, to: Pointer): void {
  const { line, svg } = elements;
  svg.removeAttribute('hidden');
  svg.style.display = 'block';
  line.setAttribute('d', `M${from.x} ${from.y}L${to.x} ${to.y}`);
}

interface ConnectElements {
  readonly svg: SVGSVGElement;
  readonly line: SVGPathElement;
  readonly frame: HTMLElement;
}

function frameTarget(frame: HTMLElement, box: MapBox | null, live: LiveCamera): void {
  frame.hidden = box === null;
  if (box === null) return;
  const { x, y, zoom } = live.read();
  frame.style.transform = `translate(${box.rect.x * zoom + x}px, ${box.rect.y * zoom + y}px)`;
  frame.style.width = `${box.rect.width * zoom}px`;
  frame.style.height = `${box.rect.height * zoom}px`;
}

/**
 * Draws a line from the handle of a node to another one. Only the elements of the line follow the hand; the answer comes
 * once, at the end. Escape lets go.
 */
export function useConnect(hands: ConnectHands): {
  readonly svg: RefObject<SVGSVGElement | null>;
  readonly line: RefObject<SVGPathElement | null>;
  readonly frame: RefObject<HTMLDivElement | null>;
} {
  const svg = useRef<SVGSVGElement>(null);
  const line = useRef<SVGPathElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const now = useRef(hands);
  useEffect(() => {
    now.current = hands;
  });
  const { wrapper } = hands;
  useEffect(() => {
    const element = wrapper.current;
    if (element === null) return undefined;
    const onDown = (event: MouseEvent): void => {
      const handle = event.target instanceof Element ? event.target.closest('[data-connect]') : null;
      const from = handle === null ? null : boxOfEvent(handle, now.current.view);
      const [drawing, path, outline] = [svg.current, line.current, frame.current];
      if (handle === null || event.button !== 0 || from === null || from.node === null) return;
      if (drawing === null || path === null || outline === null) return;
      // Neither the node nor the map must come along.
      event.stopPropagation();
      event.preventDefault();
      startLine({ element, handle, from, elements: { svg: drawing, line: path, frame: outline } }, now);
    };
    element.addEventListener('mousedown', onDown, true);
    return () => element.removeEventListener('mousedown', onDown, true);
  }, [wrapper]);
  return { svg, line, frame };
}

interface Start {
  readonly element: HTMLElement;
  readonly handle: Element;
  readonly from: MapBox;
  readonly elements: ConnectElements;
}

function startLine({ element, handle, from, elements }: Start, now: RefObject<ConnectHands>): void {
  const { left, top } = element.getBoundingClientRect();
  const dot = handle.getBoundingClientRect();
  const start = { x: dot.left + dot.width / 2 - left, y: dot.top + dot.height / 2 - top };
  let target: MapBox | null = null;
  const onMove = (event: MouseEvent): void => {
    const { finder, live } = now.current;
    const to = { x: event.clientX - left, y: event.clientY - top };
    target = finder.at(live.read(), to, (box) => canEnd(box, from))?.box ?? null;
    show(elements, start, to);
    frameTarget(elements.frame, target, live);
  };
  const end = (): void => {
    window.removeEventListener('mousemove', onMove);
    window.removeEventListener('mouseup', onUp);
    window.removeEventListener('keydown', onKey, true);
    elements.svg.style.display = 'none';
    elements.frame.hidden = true;
  };
  const onUp = (event: MouseEvent): void => {
    end();
    if (target === null || target.node === null || from.node === null) return;
    now.current.onConnect({ from: from.node, to: target.node, x: event.clientX, y: event.clientY });
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    end();
  };
  window.addEventListener('mousemove', onMove);
  window.addEventListener('mouseup', onUp);
  window.addEventListener('keydown', onKey, true);
}
