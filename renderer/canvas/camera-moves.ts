import { useEffect, useRef, useState } from 'react';
import { useReactFlow, type ReactFlowInstance } from '@xyflow/react';
import type { NodeId } from '#core/model/ids.ts';
import type { MapEdges } from '#core/projections/map-edge.ts';
import type { Rect } from '#core/projections/map-measures.ts';
import type { MapBox, MapView } from '#core/projections/map-box.ts';
import { needsNewFit, toFit, type FitLook } from './fit-camera.ts';
import type { FlowNode } from './flow-nodes.ts';
import type { LiveCamera } from './use-camera.ts';
import { isInSight, showsAll, type Camera } from './visible-boxes.ts';

type Flow = ReactFlowInstance<FlowNode>;

/** Goes so near to a place that what stands in it can be read, if it is not too large for that. */
export function openPlace(flow: Flow, box: MapBox): void {
  void flow.fitBounds(box.rect, { padding: 0.05, duration: 220 });
}

/** Shows a rectangle of the map as large as the window allows, up to 125 %. */
export async function fitRect(
  flow: Flow,
  size: Pick<Camera, 'width' | 'height'>,
  rect: Rect,
  { duration, ...look }: FitLook & { readonly duration: number },
): Promise<void> {
  const { x, y, zoom } = toFit(size, rect, look);
  await flow.setViewport({ x, y, zoom }, { duration });
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
 * Fits the whole map into the window when it is another picture, and again when the window gets another size; the zoom stops at 125 %.
 * Answers whether `settled` is where it looks since the first time: before, it says nothing about what is in the window.
 */
export function useFitting(key: string, view: MapView, whole: Rect, settled: Camera): boolean {
  const isMeasured = settled.width > 0;
  const flow = useReactFlow<FlowNode>();
  const fitted = useRef<string | null>(null);
  const last = useRef<{ readonly camera: Camera; readonly window: string } | null>(null);
  const [before, setBefore] = useState<Camera | null>(null);
  useEffect(() => {
    if (!isMeasured || view.width === 0) return;
    const look = { padding: 0.02, hasLegend: !showsAll(view) };
    // A panel that opens or closes beside the map is no reason to move what a person looks at; another window is.
    const window = `${globalThis.innerWidth} ${globalThis.innerHeight}`;
    const seen = last.current;
    last.current = { camera: settled, window };
    const isResized =
      seen !== null && seen.window !== window && needsNewFit(seen.camera, settled, whole, look);
    if (fitted.current === key && !isResized) return;
    fitted.current = key;
    void fitRect(flow, settled, whole, { ...look, duration: 0 }).then(() => setBefore(settled));
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
