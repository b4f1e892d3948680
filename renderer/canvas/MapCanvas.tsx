import '@xyflow/react/dist/base.css';
import { useMemo, useRef, useState } from 'react';
import { ReactFlow, ReactFlowProvider, ViewportPortal, useReactFlow } from '@xyflow/react';
import { toBoxIndex } from '#core/projections/map-index.ts';
import { isPlaceKind } from '#core/projections/map-measures.ts';
import { mapText } from '#text/map.ts';
import { openPlace, useFitRequest, useFitting, useFocusing } from './camera-moves.ts';
import { toDetailLevel } from './detail-level.ts';
import { DropHint } from './DropHint.tsx';
import { EdgeLayer } from './EdgeLayer.tsx';
import { FarCard } from './FarCard.tsx';
import { HoverCard } from './HoverCard.tsx';
import { toHitFinder } from './find-hit.ts';
import type { FlowNode } from './flow-nodes.ts';
import { boxOfEvent } from './box-of-event.ts';
import { handleMapKey } from './map-keys.ts';
import type { MapCanvasProps } from './map-canvas-props.ts';
import { MapTools } from './MapTools.tsx';
import { isPartlyOut, Minimap } from './Minimap.tsx';
import { PictureLayer, type PictureHand } from './PictureLayer.tsx';
import { pickAt } from './pick-at.ts';
import { PlaceNode } from './PlaceNode.tsx';
import { OldNode, ServerNode, ServiceNode } from './ServerNode.tsx';
import { useAccents } from './use-accents.ts';
import { useCamera } from './use-camera.ts';
import { useConnect } from './use-connect.ts';
import { useDrag } from './use-drag.ts';
import { useDragHandlers } from './use-drag-handlers.ts';
import { useFlowNodes } from './use-flow-nodes.ts';
import { useHover } from './use-hover.ts';
import { useHoverCard } from './use-hover-card.ts';
import { useLasso } from './use-lasso.ts';
import connect from './ConnectHandle.module.css';
import styles from './MapCanvas.module.css';

const nodeTypes = { place: PlaceNode, server: ServerNode, service: ServiceNode, old: OldNode };
const noEdges: never[] = [];
/** How far the grid reaches around the picture, in map units. */
const dotsAround = 2048;

function Canvas(props: MapCanvasProps) {
  const { view, edges, picture, selection, onSelect, onMenu } = props;
  const flow = useReactFlow<FlowNode>();
  const { live, settled, wrapper } = useCamera();
  const [focused, setFocused] = useState<string | null>(null);
  const hand = useRef<PictureHand | null>(null);
  const voice = useRef<HTMLParagraphElement>(null);
  const say = (words: string): void => {
    if (voice.current !== null) voice.current.textContent = words;
  };
  const index = useMemo(() => toBoxIndex(view.boxes), [view]);
  const finder = useMemo(() => toHitFinder(index, picture?.groups ?? []), [index, picture]);
  const hit = useHover(wrapper, live, finder, picture !== null);
  const drag = useDrag(view, props);
  const [grabbed, setGrabbed] = useState<string | null>(null);
  const { nodes, visible, onNodesChange } = useFlowNodes({
    view,
    index,
    settled,
    selection,
    focused,
    hit,
    grabbed,
    drag: drag.picture,
    touched: props.touched,
    wrapper,
  });
  const accents = useAccents(view, picture, selection, props.touched);
  const handlers = useDragHandlers({
    props,
    live,
    wrapper,
    finder,
    drag,
    hand,
    visible,
    setGrabbed,
  });
  const lasso = useLasso(wrapper, live, (rect) =>
    onSelect(
      index
        .within(rect)
        .flatMap((box) =>
          box.isRow || isPlaceKind(box.kind) || box.presence !== 'here' ? [] : (box.node ?? []),
        ),
      'only',
    ),
  );
  const rested = useHoverCard(wrapper, { live, finder, picture }, drag.picture === null);
  const card = rested === null ? null : props.renderCard(rested);
  const { svg, line, frame } = useConnect({ view, live, wrapper, finder, onConnect: props.onConnect });
  const isMeasured = settled.width > 0;
  const isFar = picture !== null && toDetailLevel(settled.zoom) === 'far';
  const isFitted = useFitting(props.pictureKey, view, edges.extent, settled);
  useFitRequest(props, live, isMeasured);
  useFocusing(props.focusRequest, view, live, isMeasured, props.onFocused);

  return (
    <div
      ref={wrapper}
      role="group"
      aria-label={mapText.boxes}
      className={[styles['canvas'], props.isTravelling && drag.picture === null && styles['travelling']]
        .filter(Boolean)
        .join(' ')}
      data-large={picture !== null}
      data-dragging={drag.picture !== null}
      // A large map may have no element yet that a key could reach.
      tabIndex={picture === null ? undefined : 0}
      onKeyDown={(event) => handleMapKey(event, { props, flow, live, wrapper, setFocused, say })}
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
      {picture !== null && (
        <PictureLayer picture={picture} accents={accents} camera={live} hand={hand} onDrawn={props.onDrawn} />
      )}
      <ReactFlow<FlowNode>
        nodes={nodes}
        edges={noEdges}
        nodeTypes={nodeTypes}
        onNodesChange={onNodesChange}
        onNodeClick={(event, { data }) => {
          if (event.target instanceof Element && event.target.closest('[data-toggle]') !== null) {
            if (data.box.node !== null) props.onToggle(data.box.node);
            return;
          }
          const isAdding = event.shiftKey || event.ctrlKey || event.metaKey;
          if (data.box.node !== null) onSelect([data.box.node], isAdding ? 'add' : 'only');
        }}
        onNodeContextMenu={(event, { data: { box } }) => {
          event.preventDefault();
          if (box.node === null || box.presence !== 'here') return;
          if (!selection.has(box.node)) onSelect([box.node], 'only');
          onMenu(box.node, { x: event.clientX, y: event.clientY });
        }}
        onNodeDoubleClick={(_, { data: { box } }) => {
          if (box.collapsed && box.node !== null) props.onToggle(box.node);
          else if (isFar && isPlaceKind(box.kind)) openPlace(flow, box);
        }}
        onPaneClick={(event) => pickAt(event, { props, live, wrapper })}
        {...handlers}
        disableKeyboardA11y
        elementsSelectable={false}
        elevateNodesOnSelect={false}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        nodesConnectable={false}
        nodesDraggable={!props.isFixed}
        deleteKeyCode={null}
        nodeDragThreshold={4}
        autoPanOnNodeDrag
        minZoom={0.02}
        maxZoom={2}
        zoomOnDoubleClick={false}
        panOnScroll
        proOptions={{ hideAttribution: true }}
      >
        {picture === null && (
          <>
            <ViewportPortal>
              <div
                className={styles['dots']}
                style={{ width: view.width + dotsAround * 2, height: view.height + dotsAround * 2 }}
              />
            </ViewportPortal>
            <EdgeLayer
              edges={edges}
              selection={selection}
              touched={props.touched}
              onPick={props.onPickEdge}
            />
          </>
        )}
      </ReactFlow>
      <p ref={voice} role="status" className={styles['voice']} />
      <div ref={lasso} className={styles['lasso']} hidden />
      <svg ref={svg} className={connect['drawing']} aria-hidden="true">
        <path ref={line} className={connect['line']} />
      </svg>
      <div ref={frame} className={connect['frame']} hidden />
      {hit !== null && hit.far !== null && drag.picture === null && picture !== null && (
        <FarCard place={hit.far} groups={picture.groups} camera={settled} />
      )}
      {rested !== null && card !== null && (
        <HoverCard hovered={rested} view={view} live={live}>
          {card}
        </HoverCard>
      )}
      {drag.picture !== null && <DropHint view={view} picture={drag.picture} />}
      <MapTools
        edges={edges}
        lines={picture?.lines ?? null}
        isFar={isFar}
        groups={picture?.groups ?? []}
        onFit={handlers.onFit}
        onAdd={props.onAdd}
        tools={props.tools}
        status={props.status}
        overview={
          props.hasOverview && isFitted && isPartlyOut(view, settled) ? (
            <Minimap view={view} selection={selection} camera={live} />
          ) : null
        }
      />
    </div>
  );
}

/** The map: boxes in boxes, edges in the channels between them, drag and drop, keyboard. The only place that knows React Flow. */
export function MapCanvas(props: MapCanvasProps) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  );
}
