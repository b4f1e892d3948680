import '@xyflow/react/dist/base.css';
import {
  useCallback,
  useMemo,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import {
  Background,
  BackgroundVariant,
  ReactFlow,
  ReactFlowProvider,
  applyNodeChanges,
  useReactFlow,
  type NodeChange,
} from '@xyflow/react';
import type { NodeId } from '#core/model/ids.ts';
import { isPlaceKind } from '#core/projections/map-measures.ts';
import type { MapEdge, MapEdges } from '#core/projections/map-edges.ts';
import type { MapBox, MapView } from '#core/projections/map-view.ts';
import { mapText } from '#text/map.ts';
import { openPlace, showBox, useFitting, useFocusing } from './camera-moves.ts';
import { DropHint } from './DropHint.tsx';
import { EdgeLayer } from './EdgeLayer.tsx';
import { FarLayer } from './FarLayer.tsx';
import { findNeighbour, isArrowKey } from './find-neighbour.ts';
import { toFlowNodes, type FlowNode } from './flow-nodes.ts';
import { MapTools } from './MapTools.tsx';
import { PlaceNode } from './PlaceNode.tsx';
import { OldNode, ServerNode, ServiceNode } from './ServerNode.tsx';
import { leastReadableZoom, toDetailLevel } from './detail-level.ts';
import { useCamera } from './use-camera.ts';
import { useDrag, type DropQuestions } from './use-drag.ts';
import { findVisibleBoxes, showsAll } from './visible-boxes.ts';
import styles from './MapCanvas.module.css';

const nodeTypes = { place: PlaceNode, server: ServerNode, service: ServiceNode, old: OldNode };
const noEdges: never[] = [];

export interface MapCanvasProps extends DropQuestions {
  readonly view: MapView;
  readonly edges: MapEdges;
  /** Selected nodes, and the key of a selected edge. */
  readonly selection: ReadonlySet<string>;
  /** Changes when the whole picture is another one (another plan): then the map is fitted again. */
  readonly pictureKey: string;
  /** Whether boxes travel to their new places when they change. */
  readonly isTravelling: boolean;
  readonly focusRequest: NodeId | null;
  /** Called when the asked node has been brought into sight. */
  readonly onFocused: () => void;
  readonly onSelect: (nodes: readonly NodeId[], how: 'only' | 'add') => void;
  readonly onPickEdge: (edge: MapEdge) => void;
  readonly onOpen: (node: NodeId) => void;
  /** A drop on another place. */
  readonly onDrop: (node: NodeId, target: MapBox | null) => void;
  /** A drop inside the same place: only its position changed. Map units from the corner of the parent's box. */
  readonly onPlace: (box: MapBox, x: number, y: number) => void;
  /** A new place is wanted. */
  readonly onAdd: () => void;
  readonly onMenu: (node: NodeId, at: { readonly x: number; readonly y: number }) => void;
}

function Canvas(props: MapCanvasProps) {
  const { view, edges, selection, onSelect, onOpen, onMenu } = props;
  const flow = useReactFlow<FlowNode>();
  const { camera, wrapper } = useCamera();
  const [focused, setFocused] = useState<string | null>(null);
  const drag = useDrag(view, props);
  const visible = useMemo(() => findVisibleBoxes(view, camera, focused), [view, camera, focused]);
  const [nodes, setNodes] = useState<FlowNode[]>([]);
  const derived = useMemo(
    () => ({ view, visible, selection, picture: drag.picture }),
    [view, visible, selection, drag.picture],
  );
  const [seen, setSeen] = useState<typeof derived | null>(null);
  if (seen !== derived) {
    setSeen(derived);
    setNodes(toFlowNodes(view, visible, selection, drag.picture, mapText.node, nodes));
  }

  const isDrawn = !showsAll(view) && camera.zoom < leastReadableZoom;
  const isFar = isDrawn && toDetailLevel(camera.zoom) === 'far';

  useFitting(props.pictureKey, view, camera.width > 0);
  useFocusing(props.focusRequest, view, camera, props.onFocused);

  const onNodesChange = useCallback((changes: NodeChange<FlowNode>[]) => {
    setNodes((before) => applyNodeChanges(changes, before));
  }, []);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const box = boxOfEvent(event.target, view);
    if (box === null || box.node === null) return;
    if (event.key === 'Escape') onSelect([], 'only');
    else if (isArrowKey(event.key) && !event.altKey && !event.ctrlKey && !event.metaKey) {
      const next = findNeighbour(view.boxes, box, event.key);
      event.preventDefault();
      event.stopPropagation();
      if (next === null || next.node === null) return;
      setFocused(next.id);
      onSelect([next.node], 'only');
      focusBox(wrapper.current, next.id);
      showBox(flow, next, camera);
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onSelect([box.node], 'only');
      if (event.key === 'Enter' && isFar && isPlaceKind(box.kind)) openPlace(flow, box);
      else if (event.key === 'Enter') onOpen(box.node);
    } else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      event.preventDefault();
      const rect = event.target instanceof Element ? event.target.getBoundingClientRect() : null;
      onSelect([box.node], 'only');
      onMenu(box.node, { x: rect?.left ?? 0, y: rect?.bottom ?? 0 });
    }
  };

  return (
    <div
      ref={wrapper}
      role="group"
      aria-label={mapText.boxes}
      className={[styles['canvas'], props.isTravelling && drag.picture === null && styles['travelling']]
        .filter(Boolean)
        .join(' ')}
      data-detail={toDetailLevel(camera.zoom)}
      data-far={isFar}
      style={toScale(camera.zoom)}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        const box = boxOfEvent(event.target, view);
        setFocused(box?.id ?? null);
        // A key acts on the selection: what has the keyboard's focus is what it acts on.
        if (
          box !== null &&
          box.node !== null &&
          event.target.matches(':focus-visible') &&
          !selection.has(box.node)
        )
          onSelect([box.node], 'only');
      }}
    >
      <ReactFlow<FlowNode>
        nodes={nodes}
        edges={noEdges}
        nodeTypes={nodeTypes}
        onNodesChange={onNodesChange}
        onNodeClick={(event, node) => {
          if (node.data.box.node !== null) onSelect([node.data.box.node], isAdding(event) ? 'add' : 'only');
        }}
        onNodeContextMenu={(event, node) => {
          event.preventDefault();
          const { box } = node.data;
          if (box.node === null || box.presence !== 'here') return;
          if (!selection.has(box.node)) onSelect([box.node], 'only');
          onMenu(box.node, { x: event.clientX, y: event.clientY });
        }}
        onNodeDoubleClick={(_, node) => {
          if (isFar && isPlaceKind(node.data.box.kind)) openPlace(flow, node.data.box);
        }}
        onPaneClick={() => onSelect([], 'only')}
        onNodeDragStart={(_, node) => {
          const { box } = node.data;
          if (box.node !== null) drag.start(box, [box.node]);
        }}
        onNodeDrag={(event) => drag.over(flow.screenToFlowPosition(pointOf(event)))}
        onNodeDragStop={(_, node) => {
          const { box } = node.data;
          const target = drag.end();
          finishDrag(props, box, target, node.position);
          // The picture is derived: until the plan changes the box is where it was.
          setNodes((before) =>
            toFlowNodes(
              view,
              visible,
              selection,
              null,
              mapText.node,
              before.filter((each) => each.id !== box.id),
            ),
          );
        }}
        disableKeyboardA11y
        elementsSelectable={false}
        nodesConnectable={false}
        deleteKeyCode={null}
        nodeDragThreshold={4}
        autoPanOnNodeDrag
        minZoom={0.02}
        maxZoom={2}
        zoomOnDoubleClick={false}
        panOnScroll
        proOptions={{ hideAttribution: true }}
      >
        <Background variant={BackgroundVariant.Dots} gap={16} size={2} />
        {isDrawn && <FarLayer view={view} camera={camera} selection={selection} />}
        <EdgeLayer edges={edges} selection={selection} onPick={props.onPickEdge} />
      </ReactFlow>
      {drag.picture !== null && <DropHint view={view} picture={drag.picture} />}
      <MapTools zoom={camera.zoom} edges={edges} far={isFar ? view : null} onAdd={props.onAdd} />
    </div>
  );
}

/** How much larger what is written on the map is drawn, so that it can be read from afar. */
function toScale(zoom: number): CSSProperties {
  const style: CSSProperties & Record<`--${string}`, number> = { '--pill-scale': Math.max(1, 0.62 / zoom) };
  return style;
}

function pointOf(event: MouseEvent | globalThis.MouseEvent | globalThis.TouchEvent): {
  x: number;
  y: number;
} {
  if ('clientX' in event) return { x: event.clientX, y: event.clientY };
  const touch = event.touches[0] ?? event.changedTouches[0];
  return { x: touch?.clientX ?? 0, y: touch?.clientY ?? 0 };
}

function isAdding(event: MouseEvent): boolean {
  return event.shiftKey || event.ctrlKey || event.metaKey;
}

function boxOfEvent(target: EventTarget | null, view: MapView): MapBox | null {
  const element = target instanceof Element ? target.closest('.react-flow__node') : null;
  return (element instanceof HTMLElement ? view.byId.get(element.dataset['id'] ?? '') : undefined) ?? null;
}

function focusBox(wrapper: HTMLElement | null, id: string): void {
  // The node may only come into the document with this focus, so look for it after the next paint.
  requestAnimationFrame(() => {
    const found = wrapper?.querySelector(`.react-flow__node[data-id="${CSS.escape(id)}"]`);
    if (found instanceof HTMLElement) found.focus({ preventScroll: true });
  });
}

/** A drop in the same place moves the box there; anywhere else it plans a move. */
function finishDrag(
  props: MapCanvasProps,
  box: MapBox,
  target: MapBox | null,
  position: { x: number; y: number },
): void {
  if (box.node === null) return;
  const isSame = target === null ? box.parent === null : target.id === box.parent;
  if (!isSame) props.onDrop(box.node, target);
  else if (!box.isRow) props.onPlace(box, position.x, position.y);
}

/** The map: boxes in boxes, edges in the channels between them, drag and drop, keyboard. The only place that knows React Flow. */
export function MapCanvas(props: MapCanvasProps) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  );
}
