import { DataSet, Network } from 'vis-network/standalone';
import { markMade, readGraph, toHand } from './graph.ts';

const graph = await readGraph();
const root = document.querySelector<HTMLElement>('#root');
if (root === null) throw new Error('the page has a root');
const network = new Network(
  root,
  {
    nodes: new DataSet(
      graph.nodes.map(({ id, label, x, y, width, height }) => ({
        id,
        label,
        x: x + width / 2,
        y: y + height / 2,
        widthConstraint: width,
        heightConstraint: height,
      })),
    ),
    edges: new DataSet(graph.edges.map(({ id, source, target }) => ({ id, from: source, to: target }))),
  },
  { physics: false, layout: { improvedLayout: false }, nodes: { shape: 'box' }, edges: { smooth: false } },
);
network.once('afterDrawing', () => {
  const middle = graph.nodes[Math.floor(graph.nodes.length / 2)];
  window.hand = toHand(graph, (point) => network.canvasToDOM(point), {
    overview: () => network.fit({ animation: false }),
    readable: () =>
      network.moveTo({ scale: 1, position: { x: middle?.x ?? 0, y: middle?.y ?? 0 }, animation: false }),
  });
  markMade();
});
