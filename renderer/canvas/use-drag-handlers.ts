import { useRef, type RefObject } from 'react';
import { useReactFlow, type OnNodeDrag } from '@xyflow/react';
import type { NodeId } from '#core/model/ids.ts';
import type { MapBox } from '#core/projections/map-box.ts';
import { fitRect } from './camera-moves.ts';
import type { HitFinder } from './find-hit.ts';
import type { FlowNode } from './flow-nodes.ts';
import type { MapCanvasProps } from './map-canvas-props.ts';
import type { PictureHand } from './PictureLayer.tsx';
import { canTakeDrops, findDragged, type Drag } from './use-drag.ts';
import type { LiveCamera } from './use-camera.ts';
import { showsAll } from './visible-boxes.ts';

/** What a drag over the map is steered with. */
export interface DragHands {
  readonly props: MapCanvasProps;
  readonly live: LiveCamera;
  readonly wrapper: RefObject<HTMLElement | null>;
  readonly finder: HitFinder;
  readonly drag: Drag;
  readonly hand: RefObject<PictureHand | null>;
  readonly visible: readonly MapBox[];
  readonly setGrabbed: (id: string | null) => void;
}

/** What is carried, from where, as it began. */
interface Carried {
  readonly from: { readonly x: number; readonly y: number };
  readonly ids: ReadonlySet<string>;
  /** Their elements, as far as they have some. */
  readonly elements: readonly HTMLElement[];
  /** Where the map is in the window, in px. */
  readonly frame: DOMRect;
}

function elementsOf(wrapper: HTMLElement, ids: ReadonlySet<string>): HTMLElement[] {
  return [...wrapper.querySelectorAll('.react-flow__node')].flatMap((element) =>
    element instanceof HTMLElement && ids.has(element.dataset['id'] ?? '') ? [element] : [],
  );
}

type PointerLike = Parameters<OnNodeDrag<FlowNode>>[0];

function pointOf(event: PointerLike): { x: number; y: number } {
  if ('clientX' in event) return { x: event.clientX, y: event.clientY };
  const touch = event.touches[0] ?? event.changedTouches[0];
  return { x: touch?.clientX ?? 0, y: touch?.clientY ?? 0 };
}

/** What goes along with a box: the whole selection when it is part of it. What stands inside of another part stays out. */
function findCarried(props: MapCanvasProps, box: MapBox): readonly NodeId[] {
  if (box.node === null) return [];
  if (!props.selection.has(box.node)) return [box.node];
  const { view, selection } = props;
  return [...selection].flatMap((id) => {
    const each = view.byId.get(id);
    for (let at = each?.parent ?? null; at !== null; at = view.byId.get(at)?.parent ?? null)
      if (selection.has(at)) return [];
    return each?.presence === 'here' ? (each.node ?? []) : [];
  });
}

/** A drop in the same place moves the boxes there; anywhere else it plans moves. */
function finish(
  props: MapCanvasProps,
  box: MapBox,
  ended: ReturnType<Drag['end']>,
  by: { readonly x: number; readonly y: number },
): void {
  const { target, nodes } = ended;
  const isSame = target === null ? box.parent === null : target.id === box.parent;
  if (!isSame) {
    props.onDrop(nodes, target);
    return;
  }
  const moves = nodes.flatMap((id) => {
    const each = props.view.byId.get(id);
    if (each === undefined || each.isRow || each.parent !== box.parent) return [];
    const outer = each.parent === null ? undefined : props.view.byId.get(each.parent);
    return [
      {
        box: each,
        x: each.rect.x - (outer?.rect.x ?? 0) + by.x,
        y: each.rect.y - (outer?.rect.y ?? 0) + by.y,
      },
    ];
  });
  if (moves.length > 0) props.onPlace(moves);
}

/** The handlers of React Flow for drags, and fitting. While a hand carries something only refs and the drawing follow. */
export function useDragHandlers(hands: DragHands): {
  readonly onNodeDragStart: OnNodeDrag<FlowNode>;
  readonly onNodeDrag: OnNodeDrag<FlowNode>;
  readonly onNodeDragStop: OnNodeDrag<FlowNode>;
  readonly onFit: () => void;
} {
  const { props, live, wrapper, finder, drag, hand, visible, setGrabbed } = hands;
  const flow = useReactFlow<FlowNode>();
  const carried = useRef<Carried | null>(null);
  return {
    onNodeDragStart: (_, node) => {
      const { box } = node.data;
      const nodes = findCarried(props, box);
      const { current: map } = wrapper;
      if (nodes.length === 0 || map === null) return;
      const ids = findDragged(props.view, nodes);
      const boxes = props.view.boxes.flatMap((each, at) => (ids.has(each.id) ? [at] : []));
      hand.current?.lift(Int32Array.from(boxes));
      carried.current = {
        from: node.position,
        ids,
        elements: elementsOf(map, ids),
        frame: map.getBoundingClientRect(),
      };
      setGrabbed(box.id);
      drag.start(box, nodes, visible);
    },
    onNodeDrag: (event, node) => {
      const { current } = carried;
      if (current === null) return;
      const { frame } = current;
      const { x, y } = pointOf(event);
      const passes = (box: MapBox): boolean => canTakeDrops(box) && !current.ids.has(box.id);
      drag.over(finder.at(live.read(), { x: x - frame.left, y: y - frame.top }, passes)?.box ?? null);
      const [dx, dy] = [node.position.x - current.from.x, node.position.y - current.from.y];
      hand.current?.carry(dx, dy);
      // The elements follow without React: it would go through all of them for each step of the hand.
      for (const element of current.elements) element.style.translate = `${dx}px ${dy}px`;
    },
    onNodeDragStop: (_, node) => {
      const { current } = carried;
      carried.current = null;
      if (current === null) return;
      const ended = drag.end();
      setGrabbed(null);
      for (const element of current.elements) element.style.translate = '';
      hand.current?.lift(null);
      finish(props, node.data.box, ended, {
        x: node.position.x - current.from.x,
        y: node.position.y - current.from.y,
      });
    },
    onFit: () =>
      void fitRect(flow, live.read(), props.edges.extent, {
        padding: 0.02,
        duration: 140,
        hasLegend: !showsAll(props.view),
      }),
  };
}
