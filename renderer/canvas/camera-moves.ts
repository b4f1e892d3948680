import { useEffect, useRef, useState } from 'react';
import { useReactFlow, type ReactFlowInstance } from '@xyflow/react';
import type { NodeId } from '#core/model/ids.ts';
import type { MapEdges } from '#core/projections/map-edge.ts';
import type { Rect } from '#core/projections/map-measures.ts';
import type { MapBox, MapView } from '#core/projections/map-box.ts';
import type { FlowNode } from './flow-nodes.ts';
import type { LiveCamera } from './use-camera.ts';
import { isInSight, showsAll, type Camera } from './visible-boxes.ts';

type Flow = ReactFlowInstance<FlowNode>;

/** Room under the picture for the tools, in px: one row, or two where the window is narrow and cells have a legend. */
const toolRoom = 46;
const twoRows = 82;
const leastForOneRow = 900;

/** Room around what is fitted, in px: pills stand on frames. */
const leastMargin = 12;

/** Nothing is made larger than this by fitting: a large window gives room, not size. */
const mostFitted = 1.25;

/** Goes so near to a place that what stands in it can be read, if it is not too large for that. */
export function openPlace(flow: Flow, box: MapBox): void {
  void flow.fitBounds(box.rect, { padding: 0.05, duration: 220 });
}

/** Shows a rectangle of the map as large as the window allows, up to 125 %. */
export async function fitRect(
  flow: Flow,
  { width, height }: Pick<Camera, 'width' | 'height'>,
  rect: Rect,
  look: { readonly padding: number; readonly duration: number; readonly hasLegend: boolean },
): Promise<void> {
  const margin = Math.max(leastMargin, Math.min(width, height) * look.padding);
  const foot = look.hasLegend && width < leastForOneRow ? twoRows : toolRoom;
  const [roomX, roomY] = [width - margin * 2, height - margin - Math.max(margin, foot)];
  const zoom = Math.max(0.02, Math.min(mostFitted, roomX / rect.width, roomY / rect.height));
  const x = margin + (roomX - rect.width * zoom) / 2 - rect.x * zoom;
  const y = margin + (roomY - rect.height * zoom) / 2 - rect.y * zoom;
  await flow.setViewport({ x, y, zoom }, { duration: look.duration });
}

/** Pans when a box is outside of the window. */
export function showBox(flow: Flow, box: MapBox, camera: Camera): void {
  if (!isInSight(box, camera))
    void flow.setCenter(box.rect.x + 71, box.rect.y + 40, {
      zoom: Math.max(camera.zoom, 0.6),
      duration: 140,
    });
}

/**
 * Fits the whole map into the window when it is another picture; the zoom stops at 125 %. Answers whether `settled` is where it looks
 * since then: before, it says nothing about what is in the window.
 */
export function useFitting(key: string, view: MapView, whole: Rect, settled: Camera): boolean {
  const isMeasured = settled.width > 0;
  const flow = useReactFlow<FlowNode>();
  const fitted = useRef<string | null>(null);
  const [before, setBefore] = useState<Camera | null>(null);
  useEffect(() => {
    if (!isMeasured || fitted.current === key || view.width === 0) return;
    fitted.current = key;
    void fitRect(flow, settled, whole, { padding: 0.02, duration: 0, hasLegend: !showsAll(view) }).then(() =>
      setBefore(settled),
    );
  }, [key, view, whole, settled, isMeasured, flow]);
  return before !== null && before !== settled;
}

/** The smallest rectangle around some boxes; `null` without any. */
function rectAround(boxes: readonly MapBox[]): Rect | null {
  if (boxes.length === 0) return null;
  const x = Math.min(...boxes.map(({ rect }) => rect.x));
  const y = Math.min(...boxes.map(({ rect }) => rect.y));
  const right = Math.max(...boxes.map(({ rect }) => rect.x + rect.width));
  const bottom = Math.max(...boxes.map(({ rect }) => rect.y + rect.height));
  return { x, y, width: right - x, height: bottom - y };
}

/** Fits the whole map or the selection when an action asks for it. */
export function useFitRequest(
  wish: {
    readonly view: MapView;
    readonly edges: MapEdges;
    readonly selection: ReadonlySet<string>;
    readonly fitRequest: 'all' | 'selection' | null;
    readonly onFitted: () => void;
  },
  live: LiveCamera,
  isMeasured: boolean,
): void {
  const { view, edges, selection, fitRequest, onFitted } = wish;
  const flow = useReactFlow<FlowNode>();
  useEffect(() => {
    if (fitRequest === null || !isMeasured) return;
    const rect =
      fitRequest === 'all'
        ? edges.extent
        : rectAround([...selection].flatMap((id) => view.byId.get(id) ?? []));
    if (rect !== null)
      void fitRect(flow, live.read(), rect, {
        padding: fitRequest === 'all' ? 0.02 : 0.15,
        duration: 220,
        hasLegend: !showsAll(view),
      });
    onFitted();
  }, [view, edges, selection, fitRequest, onFitted, live, isMeasured, flow]);
}

/** Brings a node into sight when something outside of the map asks for it; what is in sight and can be read stays where it is. */
export function useFocusing(
  request: NodeId | null,
  view: MapView,
  live: LiveCamera,
  isMeasured: boolean,
  onFocused: () => void,
): void {
  const flow = useReactFlow<FlowNode>();
  // Before it is fitted for the first time the camera does not say what is in sight.
  const isSettled = useRef(false);
  useEffect(() => {
    if (!isMeasured) return;
    const camera = live.read();
    const wasSettled = isSettled.current;
    isSettled.current = true;
    const box = request === null ? undefined : view.byId.get(request);
    if (box === undefined) return;
    if (!wasSettled || !isInSight(box, camera))
      void flow.setCenter(box.rect.x + box.rect.width / 2, box.rect.y + Math.min(box.rect.height, 200) / 2, {
        zoom: Math.max(camera.zoom, 0.7),
        duration: 220,
      });
    onFocused();
  }, [request, view, live, isMeasured, flow, onFocused]);
}
