import { toPlainLine } from '#core/exporters/encode/plain-line.ts';
import type { Loss } from '#core/exporters/reading/loss.ts';
import type { CheckReport } from '#core/model/finding.ts';
import type { Plan } from '#core/model/plan.ts';
import type { MapEdges } from '#core/projections/map-edge.ts';
import { toMapEdges } from '#core/projections/map-edges.ts';
import { toMapLinks } from '#core/projections/map-links.ts';
import { toMapScene } from '#core/projections/map-scene.ts';
import type { MapView } from '#core/projections/map-box.ts';
import { toMapView } from '#core/projections/map-view.ts';
import { estateAt, type StatePoint } from '#core/state/plan-states.ts';
import { drawPlace, drawRow, drawServer, isFrame } from './draw-boxes.ts';
import { drawEdge, drawPills } from './draw-edges.ts';
import { drawLegend } from './draw-legend.ts';
import { drawName, drawText } from './draw-text.ts';
import { colours } from './svg-colours.ts';
import { element, textOf, toSvgNumber, type Svg } from './svg-element.ts';

/** A finished picture and its size in px. */
export interface MapPicture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** Width by height of what the map is laid out for: a page in landscape. */
const aspect = 1.5;
const margin = 28;
const headHeight = 58;
const leastWidth = 460;

/** The state in words: what the picture is of. */
export function toStateWords(plan: Plan, point: StatePoint): string {
  if (point === 'start') return 'As it is';
  return point === 'end'
    ? 'As it shall be'
    : `After ${toPlainLine(plan.phases.get(point)?.name ?? '') || 'a phase'}`;
}

function toCountWords(view: MapView, edges: MapEdges): string {
  const servers = view.boxes.filter((box) => box.kind === 'server' && box.presence === 'here').length;
  const all = edges.drawn + edges.bundled + edges.inner;
  const parts = [
    `${edges.drawn} drawn`,
    ...(edges.bundled === 0
      ? []
      : [`${edges.bundled} in ${edges.bundles === 1 ? 'one bundle' : `${edges.bundles} bundles`}`]),
    ...(edges.inner === 0 ? [] : [`${edges.inner} inside of boxes`]),
  ];
  const lines = all === 0 ? '' : ` · ${all} dependencies: ${parts.join(', ')}`;
  return `${servers} ${servers === 1 ? 'server' : 'servers'}${lines}`;
}

function drawMap(view: MapView, edges: MapEdges, loss: Loss): Svg[] {
  const under = edges.edges.filter((edge) => edge.curve !== null);
  const over = edges.edges.filter((edge) => edge.curve === null);
  return [
    ...view.boxes.filter(isFrame).map((box) => drawPlace(box, loss)),
    ...under.map(drawEdge),
    ...view.boxes.filter((box) => !isFrame(box) && !box.isRow).map((box) => drawServer(box, loss)),
    ...view.boxes.filter((box) => box.isRow).map((box) => drawRow(box, loss)),
    ...over.map(drawEdge),
    ...edges.edges.flatMap(drawPills),
  ];
}

/**
 * The map of a plan in one state as an SVG 1.1 picture on a light ground: a fixed list of elements, colours as attributes, no
 * script, no style, no link, no address. Names are cut to their boxes; the whole name is the title of its box.
 */
export function toMapSvg(plan: Plan, report: CheckReport, point: StatePoint, loss: Loss): MapPicture {
  const scene = toMapScene(plan, aspect);
  const view = toMapView(plan, report, point, scene);
  const edges = toMapEdges(view, toMapLinks(plan, estateAt(plan, point), view, new Set()));
  if (edges.hiddenBundles > 0)
    loss.add(`bundles of dependencies that are not drawn (${edges.hiddenBundles})`, '');
  const { extent } = edges;
  const width = Math.max(leastWidth, Math.ceil(extent.width) + margin * 2);
  const inner = width - margin * 2;
  const mapTop = margin + headHeight;
  const legend = drawLegend(view, edges, {
    x: margin,
    y: mapTop + Math.ceil(extent.height) + 30,
    width: inner,
  });
  const height = mapTop + Math.ceil(extent.height) + (legend.height === 0 ? 0 : 20 + legend.height) + margin;
  const words = toStateWords(plan, point);
  const name = toPlainLine(plan.name) || 'Plan';
  const svg = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      'font-family': 'sans-serif',
    },
    element('title', {}, textOf(`${name}: ${words.toLowerCase()}`)),
    element('rect', { x: 0, y: 0, width, height, fill: colours.paper }),
    drawName(name, margin, margin + 18, inner, { size: 18, weight: 600 }, loss),
    drawText(`${words} · ${toCountWords(view, edges)}`, margin, margin + 40, {
      size: 12,
      colour: colours.quiet,
    }),
    element(
      'g',
      { transform: `translate(${toSvgNumber(margin - extent.x)} ${toSvgNumber(mapTop - extent.y)})` },
      ...drawMap(view, edges, loss),
    ),
    ...legend.marks,
  );
  return { svg: `<?xml version="1.0" encoding="UTF-8"?>\n${svg.markup}\n`, width, height };
}
