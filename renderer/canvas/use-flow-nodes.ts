import { useCallback, useMemo, useState } from 'react';
import { applyNodeChanges, type NodeChange } from '@xyflow/react';
import type { BoxIndex } from '#core/projections/map-index.ts';
import type { MapBox, MapView } from '#core/projections/map-view.ts';
import { mapText } from '#text/map.ts';
import type { Hit } from './find-hit.ts';
import { toFlowNodes, type DragPicture, type FlowNode } from './flow-nodes.ts';
import { findVisibleBoxes, type Camera } from './visible-boxes.ts';

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
}

/** The elements in reach of the hand, as React Flow holds them. */
export interface UsedFlowNodes {
  readonly nodes: FlowNode[];
  readonly visible: readonly MapBox[];
  readonly onNodesChange: (changes: NodeChange<FlowNode>[]) => void;
  /** Puts back what a drag carried: the picture is derived, and until the plan changes a box is where it was. */
  readonly putBack: () => void;
}

/** Derives the elements of the map from the view; they are made again only when something of it changes. */
export function useFlowNodes(wishes: FlowNodeWishes): UsedFlowNodes {
  const { view, index, settled, selection, focused, hit, grabbed, drag, touched } = wishes;
  const visible = useMemo(
    () => findVisibleBoxes(view, index, settled, [focused, hit?.box.id ?? null, grabbed]),
    [view, index, settled, focused, hit, grabbed],
  );
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
    // What is selected is said by the plan's view alone.
    const own = changes.filter((change) => change.type !== 'select');
    if (own.length > 0) setNodes((before) => applyNodeChanges(own, before));
  }, []);
  const putBack = useCallback(() => {
    setNodes(toFlowNodes(visible, { ...derived, drag: null, nameOf: mapText.node }, []));
  }, [visible, derived]);
  return { nodes, visible, onNodesChange, putBack };
}
