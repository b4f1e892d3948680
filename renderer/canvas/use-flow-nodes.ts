import { useCallback, useMemo, useState, type RefObject } from 'react';
import { applyNodeChanges, type NodeChange } from '@xyflow/react';
import type { BoxIndex } from '#core/projections/map-index.ts';
import type { MapBox, MapView } from '#core/projections/map-box.ts';
import { mapText } from '#text/map.ts';
import type { Hit } from './find-hit.ts';
import { toFlowNodes, type DragPicture, type FlowNode } from './flow-nodes.ts';
import { useArriving } from './use-arriving.ts';
import { findVisibleBoxes, showsAll, type Camera } from './visible-boxes.ts';

/** What decides which boxes are elements and how they look. */
export interface FlowNodeWishes {
  readonly view: MapView;
  readonly index: BoxIndex;
  readonly settled: Camera;
  readonly selection: ReadonlySet<string>;
  readonly focused: string | null;
  readonly hit: Hit | null;
  readonly grabbed: string | null;
  readonly drag: DragPicture | null;
  readonly touched: ReadonlySet<string> | null;
  readonly wrapper: RefObject<HTMLElement | null>;
}

/** The elements in reach of the hand, as React Flow holds them. */
export interface UsedFlowNodes {
  readonly nodes: FlowNode[];
  readonly visible: readonly MapBox[];
  readonly onNodesChange: (changes: NodeChange<FlowNode>[]) => void;
}

/** Derives the elements of the map from the view; they are made again only when something of it changes. */
export function useFlowNodes(wishes: FlowNodeWishes): UsedFlowNodes {
  const { view, index, settled, selection, focused, hit, grabbed, drag, touched, wrapper } = wishes;
  const hitId = hit?.box.id ?? null;
  const inReach = useMemo(() => [focused, hitId, grabbed], [focused, hitId, grabbed]);
  const wanted = useMemo(
    () => findVisibleBoxes(view, index, settled, inReach),
    [view, index, settled, inReach],
  );
  const visible = useArriving(wanted, inReach, { view, camera: settled, isLarge: !showsAll(view), wrapper });
  const [nodes, setNodes] = useState<FlowNode[]>([]);
  const derived = useMemo(
    () => ({ view, visible, selection, drag, hit, touched }),
    [view, visible, selection, drag, hit, touched],
  );
  const [seen, setSeen] = useState<typeof derived | null>(null);
  if (seen !== derived) {
    setSeen(derived);
    setNodes(toFlowNodes(visible, { ...derived, nameOf: mapText.node }, nodes));
  }
  const onNodesChange = useCallback((changes: NodeChange<FlowNode>[]) => {
    // What is selected is said by the plan's view alone, and what a hand carries is moved without React.
    const own = changes.filter((change) => change.type !== 'select' && change.type !== 'position');
    if (own.length > 0) setNodes((before) => applyNodeChanges(own, before));
  }, []);
  return { nodes, visible, onNodesChange };
}
