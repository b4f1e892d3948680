import '@xyflow/react/dist/style.css';
import { useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import {
  ReactFlow,
  ReactFlowProvider,
  useNodesInitialized,
  useReactFlow,
  useEdgesState,
  useNodesState,
} from '@xyflow/react';
import { markMadeInFrame, readGraph, toHand, type Graph } from './graph.ts';

function Picture({ graph }: { readonly graph: Graph }) {
  const flow = useReactFlow();
  const isReady = useNodesInitialized();
  const [nodes, , onNodesChange] = useNodesState(
    graph.nodes.map(({ id, label, x, y, width, height }) => ({
      id,
      position: { x, y },
      data: { label },
      style: { width, height },
    })),
  );
  const [edges] = useEdgesState(graph.edges.map((edge) => ({ ...edge })));
  useEffect(() => {
    if (!isReady) return;
    window.hand = toHand(graph, (point) => flow.flowToScreenPosition(point), {
      overview: () => void flow.fitView(),
      readable: () => void flow.setCenter(...middleOf(graph), { zoom: 1 }),
    });
    markMadeInFrame();
  }, [isReady, graph, flow]);
  return (
    <ReactFlow nodes={nodes} edges={edges} onNodesChange={onNodesChange} minZoom={0.01} panOnScroll fitView />
  );
}

function middleOf({ nodes }: Graph): [number, number] {
  const node = nodes[Math.floor(nodes.length / 2)];
  return [node?.x ?? 0, node?.y ?? 0];
}

const root = document.querySelector('#root');
if (root === null) throw new Error('the page has a root');
const graph = await readGraph();
createRoot(root).render(
  <ReactFlowProvider>
    <Picture graph={graph} />
  </ReactFlowProvider>,
);
