/** What the peers draw; made by the bench from a plan. */
export interface Graph {
  readonly nodes: readonly {
    readonly id: string;
    readonly label: string;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
  readonly edges: readonly { readonly id: string; readonly source: string; readonly target: string }[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What the bench asks of the page of a peer. */
export interface Hand {
  /** The whole graph in the window. */
  readonly overview: () => void;
  /** The middle of the graph at 100 %. */
  readonly readable: () => void;
  /** Where on the screen the node is that is nearest to the middle of the window. */
  readonly findNode: () => Point;
  /** A place on the screen without a node. */
  readonly findGround: () => Point;
}

declare global {
  interface Window {
    hand?: Hand;
  }
}

/** Reads the graph; from the mark on everything is in memory. */
export async function readGraph(): Promise<Graph> {
  const response = await fetch('/graph.json');
  const graph: Graph = await response.json();
  performance.mark('in-memory');
  return graph;
}

/** Marks, right after a canvas was drawn, that the picture is made: the next one on the screen shows it. */
export function markMade(): void {
  performance.mark('made');
}

/** The same for elements: they are drawn by the browser after the frame that they were put into the page in. */
export function markMadeInFrame(): void {
  requestAnimationFrame(markMade);
}

/** Finds nodes and ground for a view that puts a point of the graph at `toScreen`. */
export function toHand(
  { nodes }: Graph,
  toScreen: (point: Point) => Point,
  views: Pick<Hand, 'overview' | 'readable'>,
): Hand {
  const middleOf = (node: Graph['nodes'][number]): Point =>
    toScreen({ x: node.x + node.width / 2, y: node.y + node.height / 2 });
  const rects = () =>
    nodes.map((node) => ({
      from: toScreen(node),
      to: toScreen({ x: node.x + node.width, y: node.y + node.height }),
    }));
  return {
    ...views,
    findNode: () => {
      const [x, y] = [innerWidth / 2, innerHeight / 2];
      const away = (point: Point): number => Math.hypot(point.x - x, point.y - y);
      return nodes.map(middleOf).reduce((best, each) => (away(each) < away(best) ? each : best));
    },
    findGround: () => {
      const all = rects();
      for (let y = 8; y < innerHeight; y += 12)
        for (let x = 8; x < innerWidth; x += 12)
          if (!all.some(({ from, to }) => x > from.x - 4 && x < to.x + 4 && y > from.y - 4 && y < to.y + 4))
            return { x, y };
      throw new Error('the nodes fill the window');
    },
  };
}
