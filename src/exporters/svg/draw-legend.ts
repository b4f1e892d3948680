import type { DependencyType } from '#core/model/dependency.ts';
import type { MapEdges } from '#core/projections/map-edge.ts';
import type { MapView } from '#core/projections/map-box.ts';
import type { NodeMark, NodeState } from '#core/projections/node-marks.ts';
import { drawBadge, markLooks } from './draw-boxes.ts';
import { drawEnd, toLineLook } from './draw-edges.ts';
import { drawText } from './draw-text.ts';
import { colours } from './svg-colours.ts';
import { element, type Svg } from './svg-element.ts';
import { toTextWidth } from './text-width.ts';

interface Entry {
  /** How wide the sign is. */
  readonly room: number;
  readonly sign: (x: number, y: number) => readonly Svg[];
  readonly words: string;
}

const lineTypes: readonly (readonly [types: readonly DependencyType[], words: string])[] = [
  [['connects', 'uses', 'reaches-through'], 'uses, connects, is reached through'],
  [['proxies'], 'proxies to'],
  [['replicates'], 'replicates'],
  [['backs-up-to', 'stores-in'], 'backs up to, stores in'],
  [['manages', 'deploys'], 'manages, deploys to'],
  [['monitors', 'notifies'], 'monitors, notifies'],
];

function lineEntry(type: DependencyType | null, words: string, colour: string): Entry {
  return {
    room: 32,
    words,
    sign: (x, y) => [
      element('path', {
        d: `M${x} ${y}H${x + 24}`,
        fill: 'none',
        stroke: colour,
        'stroke-width': 1.25,
        ...toLineLook(type),
      }),
      ...(type === 'replicates'
        ? [
            element('path', {
              d: `M${x} ${y}H${x + 24}`,
              fill: 'none',
              stroke: colours.paper,
              'stroke-width': 1.5,
            }),
          ]
        : []),
      drawEnd(type, x + 32, y, 0, colour),
    ],
  };
}

function boxEntry(words: string, colour: string, tint: string): Entry {
  const look = { width: 30, height: 12, rx: 3, fill: tint, stroke: colour, 'stroke-dasharray': '4 3' };
  return { room: 30, words, sign: (x, y) => [element('rect', { x, y: y - 6, ...look })] };
}

const markWords = {
  question: 'open question',
  remove: 'goes',
  waits: 'goes, but waits for something',
  move: 'moves',
  merge: 'is merged',
  add: 'is new',
} as const satisfies Readonly<Record<NodeMark['kind'], string>>;

/** The signs on boxes: marks of the plan (a number is the phase), and what the checks say. */
function toBadgeEntries(view: MapView): Entry[] {
  const kinds = new Set(view.boxes.flatMap((box) => box.state.marks.map((mark) => mark.kind)));
  const entry = (sign: string, words: string, colour: string, tint: string): Entry => ({
    room: 16,
    words,
    sign: (x, y) => [drawBadge(sign, x + 16, y - 7.5, colour, tint).svg],
  });
  const marks = (['question', 'move', 'merge', 'add', 'remove', 'waits'] as const).flatMap((kind) =>
    kinds.has(kind)
      ? [entry(markLooks[kind][0], markWords[kind], markLooks[kind][1], markLooks[kind][2])]
      : [],
  );
  const has = (test: (state: NodeState) => boolean): boolean => view.boxes.some((box) => test(box.state));
  return [
    ...marks,
    ...(has(({ errors }) => errors > 0) ? [entry('!', 'error', colours.error, colours.errorTint)] : []),
    ...(has(({ errors, warnings }) => errors === 0 && warnings > 0)
      ? [entry('!', 'warning', colours.warning, colours.warningTint)]
      : []),
  ];
}

/** What the picture shows, each only where it is in it. */
function toEntries(view: MapView, edges: MapEdges): Entry[] {
  const types = new Set(edges.edges.flatMap((edge) => (edge.subject.kind === 'link' ? [edge.type] : [])));
  const lines = lineTypes.flatMap(([group, words]) => {
    const [first] = group;
    return first !== undefined && group.some((type) => types.has(type))
      ? [lineEntry(first, words, colours.edge)]
      : [];
  });
  const has = (test: (box: MapView['boxes'][number]) => boolean): boolean => view.boxes.some(test);
  return [
    ...lines,
    ...(edges.edges.some(({ subject }) => subject.kind === 'move' || subject.kind === 'moves')
      ? [lineEntry(null, 'moved, with its phase', colours.move)]
      : []),
    ...(has((box) => box.presence === 'ghost') ? [boxEntry('old place', colours.move, colours.node)] : []),
    ...(has((box) => box.presence === 'gone')
      ? [boxEntry('removed', colours.remove, colours.removeTint)]
      : []),
    ...(has((box) => box.state.candidate)
      ? [boxEntry('candidate for removal', colours.remove, colours.node)]
      : []),
    ...(has((box) => box.uncounted)
      ? [boxEntry('how many is not known', colours.unknown, colours.node)]
      : []),
    ...toBadgeEntries(view),
  ];
}

/** The legend in rows that fit into a width, from a point down; and how high it is. */
export function drawLegend(
  view: MapView,
  edges: MapEdges,
  at: { readonly x: number; readonly y: number; readonly width: number },
): { readonly marks: readonly Svg[]; readonly height: number } {
  const marks: Svg[] = [];
  let [x, y] = [at.x, at.y];
  for (const { sign, words, room } of toEntries(view, edges)) {
    const width = room + 8 + toTextWidth(words, 11) + 22;
    if (x > at.x && x + width > at.x + at.width) [x, y] = [at.x, y + 22];
    marks.push(...sign(x, y), drawText(words, x + room + 8, y + 4, { size: 11, colour: colours.words }));
    x += width;
  }
  return { marks, height: marks.length === 0 ? 0 : y - at.y + 22 };
}
