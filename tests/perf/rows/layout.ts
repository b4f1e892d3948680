import ELK, { type ElkNode } from 'elkjs/lib/elk.bundled.js';
import type { Plan } from '#core/model/plan.ts';
import type { Rect } from '#core/projections/map-measures.ts';
import { toMapScene } from '#core/projections/map-scene.ts';
import type { MapSlot } from '#core/projections/map-slots.ts';
import { forget, makePlan } from '../estates.ts';
import { measureInTurn, toFresh, toLine, type Bench, type Line } from '../measure.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

const middle = ({ x, y, width, height }: Rect): Point => ({ x: x + width / 2, y: y + height / 2 });

/** How many pairs of straight lines between the middles of boxes cross: the same measure for every layout. */
function countCrossings(lines: readonly (readonly [Point, Point])[]): number {
  const side = (a: Point, b: Point, c: Point): number =>
    Math.sign((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x));
  let crossings = 0;
  for (let one = 0; one < lines.length; one += 1) {
    const [a, b] = lines[one] ?? [];
    for (let two = one + 1; two < lines.length; two += 1) {
      const [c, d] = lines[two] ?? [];
      if (a === undefined || b === undefined || c === undefined || d === undefined) continue;
      if (side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0) crossings += 1;
    }
  }
  return crossings;
}

interface Graph {
  readonly roots: readonly MapSlot[];
  /** Slots of the two ends of each dependency between servers. */
  readonly links: readonly (readonly [string, string])[];
  readonly sizes: ReadonlyMap<string, Rect>;
}

function toGraph(plan: Plan): Graph {
  const scene = toMapScene(plan, 1.6);
  const slots = new Map<string, string>();
  for (const slot of scene.slots.byKey.values())
    if (slot.kind === 'server') slots.set(slot.node ?? '', slot.key);
  const links = [...plan.dependencies].flatMap(({ from, to }) => {
    const [a, b] = [slots.get(from), slots.get(to)];
    return a === undefined || b === undefined ? [] : [[a, b] as const];
  });
  return { roots: scene.slots.roots, links, sizes: scene.layout.rects };
}

/** The same boxes in the same groups for elkjs. */
function toElk({ roots, links, sizes }: Graph, options: Record<string, string>): ElkNode {
  const visit = (slot: MapSlot): ElkNode => {
    const rect = sizes.get(slot.key);
    return slot.children.length === 0
      ? { id: slot.key, width: rect?.width ?? 100, height: rect?.height ?? 40 }
      : { id: slot.key, children: slot.children.map(visit), layoutOptions: options };
  };
  return {
    id: 'root',
    children: roots.map(visit),
    layoutOptions: options,
    edges: links.map(([from, to], at) => ({ id: `e${at}`, sources: [from], targets: [to] })),
  };
}

function toRects(node: ElkNode, x = 0, y = 0, rects = new Map<string, Rect>()): Map<string, Rect> {
  for (const child of node.children ?? []) {
    const rect = {
      x: x + (child.x ?? 0),
      y: y + (child.y ?? 0),
      width: child.width ?? 0,
      height: child.height ?? 0,
    };
    rects.set(child.id, rect);
    toRects(child, rect.x, rect.y, rects);
  }
  return rects;
}

function crossingsOf({ links }: Graph, rects: ReadonlyMap<string, Rect>): number {
  return countCrossings(
    links.flatMap(([from, to]) => {
      const [a, b] = [rects.get(from), rects.get(to)];
      return a === undefined || b === undefined ? [] : [[middle(a), middle(b)] as const];
    }),
  );
}

const exact = (value: number) => ({ median: value, p95: value, runs: 1 });

/** P4: the layout of the map against elkjs. */
export async function measureLayout({ quick, runs }: Bench): Promise<Line[]> {
  const elk = new ELK();
  const layered = { 'elk.algorithm': 'layered', 'elk.hierarchyHandling': 'INCLUDE_CHILDREN' };
  const packing = { 'elk.algorithm': 'rectpacking' };
  const lines: Line[] = [];
  // The layered layout of 1,000 servers takes most of a minute: a quick run takes fewer servers, and either way few runs.
  for (const servers of quick ? [200] : [200, 1000]) {
    const plan = makePlan(servers, 0);
    const graph = toGraph(plan);
    const own = toFresh(
      () => forget(plan),
      (each) => toMapScene(each, 1.6),
    );
    let rects: ReadonlyMap<string, Rect> = new Map();
    const warm = await measureInTurn({ own }, runs, 3);
    const theirs = await measureInTurn(
      { layered: async () => void (rects = toRects(await elk.layout(toElk(graph, layered)))) },
      7,
      servers > 200 ? 0 : 1,
      quick ? 15_000 : 150_000,
    );
    const isTarget = servers === 1000;
    const faster = theirs.layered.median / warm.own.median;
    lines.push(
      toLine({
        what: `${servers.toLocaleString('en-US')} servers`,
        ours: warm.own,
        peer: 'elkjs layered',
        theirs: theirs.layered,
        target: isTarget ? '1,000 times faster' : '',
        met: isTarget ? faster >= 1000 : null,
        note:
          isTarget && faster < 1000
            ? 'ours lays out where nodes stand in all states and looks for hubs and links too, all inside of the clock'
            : '',
      }),
    );
    const [few, many] = [crossingsOf(graph, graph.sizes), crossingsOf(graph, rects)];
    lines.push(
      toLine({
        what: `${servers.toLocaleString('en-US')} servers, crossings of straight lines`,
        unit: '',
        ours: exact(few),
        peer: 'elkjs layered',
        theirs: exact(many),
        target: isTarget ? 'at most 0.6 of its crossings' : '',
        met: isTarget ? few <= 0.6 * many : null,
        note: isTarget && few > 0.6 * many ? `${(few / many).toFixed(2)} of its crossings` : '',
      }),
    );
  }
  const plan = makePlan(1000, 0);
  const graph = toGraph(plan);
  const packed = await measureInTurn(
    {
      own: toFresh(
        () => forget(plan),
        (each) => toMapScene(each, 1.6),
      ),
      packing: async () => void (await elk.layout({ ...toElk(graph, packing), edges: [] })),
    },
    runs,
  );
  lines.push(
    toLine({
      what: '1,000 servers, boxes alone',
      ours: packed.own,
      peer: 'elkjs rectpacking',
      theirs: packed.packing,
      note: 'rectpacking sees no dependencies at all; ours puts what talks to each other side by side in the same time',
    }),
  );
  const large = makePlan(10_000, 0);
  const all = await measureInTurn(
    {
      own: toFresh(
        () => forget(large),
        (each) => toMapScene(each, 1.6),
      ),
    },
    7,
    2,
  );
  lines.push(
    toLine({ what: '10,000 servers', ours: all.own, target: 'under 1 s', met: all.own.median < 1000 }),
  );
  return lines;
}
