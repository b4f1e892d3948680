import type { KeyboardEvent, RefObject } from 'react';
import type { ReactFlowInstance } from '@xyflow/react';
import { isPlaceKind } from '#core/projections/map-measures.ts';
import type { MapBox } from '#core/projections/map-box.ts';
import { mapText } from '#text/map.ts';
import { boxOfEvent } from './box-of-event.ts';
import { openPlace, showBox } from './camera-moves.ts';
import { toDetailLevel } from './detail-level.ts';
import { findLinked } from './find-linked.ts';
import { findNeighbour, isArrowKey, type ArrowKey } from './find-neighbour.ts';
import type { FlowNode } from './flow-nodes.ts';
import type { MapCanvasProps } from './map-canvas-props.ts';
import type { LiveCamera } from './use-camera.ts';
import { showsAll } from './visible-boxes.ts';

/** What the keys of the map act on. */
export interface KeyHands {
  readonly props: MapCanvasProps;
  readonly flow: ReactFlowInstance<FlowNode>;
  readonly live: LiveCamera;
  readonly wrapper: RefObject<HTMLElement | null>;
  readonly setFocused: (id: string) => void;
  /** Has assistive technology say something. */
  readonly say: (words: string) => void;
}

function focusBox(wrapper: HTMLElement | null, id: string): void {
  // The node may only come into the document with this focus, so look for it after the next paint.
  requestAnimationFrame(() => {
    const found = wrapper?.querySelector(`.react-flow__node[data-id="${CSS.escape(id)}"]`);
    if (found instanceof HTMLElement) found.focus({ preventScroll: true });
  });
}

function goTo({ props, flow, live, wrapper, setFocused }: KeyHands, box: MapBox): void {
  if (box.node === null) return;
  setFocused(box.id);
  props.onSelect([box.node], 'only');
  focusBox(wrapper.current, box.id);
  const camera = live.read();
  // From afar the places are what one goes through: coming nearer for each step would lose the overview.
  const isFarPlace = !showsAll(props.view) && toDetailLevel(camera.zoom) === 'far' && isPlaceKind(box.kind);
  if (!isFarPlace) showBox(flow, box, camera);
}

/** Where the keyboard begins when no box has the focus: at what is selected, else at the first place. */
function findFirst({ props }: KeyHands): MapBox | null {
  const { view, selection } = props;
  const [selected] = selection;
  return (selected === undefined ? undefined : view.byId.get(selected)) ?? view.boxes[0] ?? null;
}

/** From afar only places are drawn one by one. Sideways one goes from server to server, not into its rows, unless one is in the rows. */
function reachable(hands: KeyHands, from: MapBox, key: ArrowKey): readonly MapBox[] {
  const { view } = hands.props;
  const isFar = !showsAll(view) && toDetailLevel(hands.live.read().zoom) === 'far';
  if (isFar) return view.boxes.filter((box) => isPlaceKind(box.kind));
  const isFlat = key === 'ArrowLeft' || key === 'ArrowRight';
  return isFlat && !from.isRow ? view.boxes.filter((box) => !box.isRow) : view.boxes;
}

/** Goes along an edge to the nearest of the boxes that this one is linked to, and says which edge that was. */
function goAlong(hands: KeyHands, box: MapBox, key: ArrowKey): void {
  const linked = findLinked(hands.props, box);
  const next = findNeighbour(
    linked.map((each) => each.box),
    box,
    key,
  );
  const words = linked.find((each) => each.box === next)?.words;
  hands.say(words ?? mapText.noEdgeThere(box, linked.length));
  if (next !== null) goTo(hands, next);
}

/** The keys of the map: arrows go from box to box, with Shift along edges, Enter opens, the menu key asks for the menu. */
export function handleMapKey(event: KeyboardEvent<HTMLElement>, hands: KeyHands): void {
  const { view, onSelect, onOpen, onMenu } = hands.props;
  const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey;
  const box = boxOfEvent(event.target, view);
  if (event.key === 'Escape' && (box !== null || event.target === hands.wrapper.current))
    onSelect([], 'only');
  else if (box === null || box.node === null) {
    if (event.target !== hands.wrapper.current || !isPlain) return;
    if (!isArrowKey(event.key) && event.key !== 'Enter') return;
    event.preventDefault();
    const first = findFirst(hands);
    if (first !== null) goTo(hands, first);
  } else if (isArrowKey(event.key) && isPlain) {
    event.preventDefault();
    event.stopPropagation();
    if (event.shiftKey) goAlong(hands, box, event.key);
    else {
      const next = findNeighbour(reachable(hands, box, event.key), box, event.key);
      if (next !== null) goTo(hands, next);
    }
  } else if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault();
    onSelect([box.node], 'only');
    const isFar = !showsAll(view) && toDetailLevel(hands.live.read().zoom) === 'far';
    if (event.key === 'Enter' && isFar && isPlaceKind(box.kind)) openPlace(hands.flow, box);
    else if (event.key === 'Enter') onOpen(box.node);
  } else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
    event.preventDefault();
    const rect = event.target instanceof Element ? event.target.getBoundingClientRect() : null;
    onSelect([box.node], 'only');
    onMenu(box.node, { x: rect?.left ?? 0, y: rect?.bottom ?? 0 });
  }
}
