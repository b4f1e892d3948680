import cytoscape from 'cytoscape';
import { markMade, readGraph, toHand } from './graph.ts';

const graph = await readGraph();
const view = cytoscape({
  container: document.querySelector<HTMLElement>('#root'),
  elements: {
    nodes: graph.nodes.map(({ id, label, x, y, width, height }) => ({
      data: { id, label, width, height },
      position: { x: x + width / 2, y: y + height / 2 },
    })),
    edges: graph.edges.map((data) => ({ data })),
  },
  style: [
    {
      selector: 'node',
      style: {
        shape: 'rectangle',
        width: 'data(width)',
        height: 'data(height)',
        label: 'data(label)',
        'font-size': 12,
      },
    },
    { selector: 'edge', style: { width: 1 } },
  ],
  layout: { name: 'preset' },
  minZoom: 0.01,
});
view.one('render', () => {
  const middle = view.nodes()[Math.floor(graph.nodes.length / 2)];
  window.hand = toHand(
    graph,
    ({ x, y }) => ({ x: x * view.zoom() + view.pan().x, y: y * view.zoom() + view.pan().y }),
    {
      overview: () => void view.fit(undefined, 30),
      readable: () => {
        view.zoom(1);
        if (middle !== undefined) view.center(middle);
      },
    },
  );
  markMade();
});
