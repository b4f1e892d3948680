import { toDependencyVerb, toIncomingVerb } from '#core/exporters/reading/dependency-words.ts';
import { toPlainLine } from '#core/exporters/encode/plain-line.ts';
import type { DependencyType } from '#core/model/dependency.ts';
import { toEdgeShape } from '#core/projections/edge-shape.ts';
import type { Bundle, LinkEnd } from '#core/projections/map-link.ts';
import type { MapEdge } from '#core/projections/map-edge.ts';
import { drawText } from './draw-text.ts';
import { colours } from './svg-colours.ts';
import { element, textOf, toSvgNumber, type Svg, type SvgAttributes } from './svg-element.ts';
import { toTextWidth } from './text-width.ts';

/** How the line of a type of dependency is drawn. */
export function toLineLook(type: DependencyType | null): SvgAttributes {
  switch (type) {
    case 'backs-up-to':
    case 'stores-in':
      return { 'stroke-dasharray': '9 3' };
    case 'manages':
    case 'deploys':
      return { 'stroke-dasharray': '7 3 1.5 3' };
    case 'monitors':
    case 'notifies':
      return { 'stroke-dasharray': '0.1 4', 'stroke-width': 2, 'stroke-linecap': 'round' };
    case 'replicates':
      return { 'stroke-width': 4 };
    case 'connects':
    case 'uses':
    case 'proxies':
    case 'reaches-through':
    case null:
      return {};
    default:
      return type satisfies never;
  }
}

/** The sign at the end of a line, drawn at a point. */
export function drawEnd(
  type: DependencyType | null,
  x: number,
  y: number,
  angle: number,
  colour: string,
): Svg {
  const { d, look } = toEdgeShape(type);
  const fill = look === 'filled' ? colour : look === 'hollow' ? colours.node : 'none';
  const place = `translate(${toSvgNumber(x)} ${toSvgNumber(y)}) rotate(${toSvgNumber(angle)})`;
  return element('path', {
    d,
    transform: place,
    fill,
    stroke: look === 'filled' ? 'none' : colour,
    'stroke-width': 1.25,
  });
}

function nameOf(end: LinkEnd): string {
  const box = toPlainLine(end.box.name);
  return end.row === null ? box : `${toPlainLine(end.row.name)} on ${box}`;
}

function sentenceOf(edge: MapEdge): string {
  const { subject } = edge;
  if (subject.kind === 'move')
    return `moves${subject.move.phase === null ? '' : ` in phase ${subject.move.phase}`}`;
  if (subject.kind === 'moves') {
    const { from, to, moves, phase } = subject.moves;
    const when = phase === null ? '' : ` in phase ${phase}`;
    return `${moves.length} moves from ${toPlainLine(from.name)} to ${toPlainLine(to.name)}${when}`;
  }
  if (subject.kind === 'bundle') {
    const { bundle } = subject;
    const what = bundle.type === null ? 'dependencies' : `dependencies (${toDependencyVerb(bundle.type)})`;
    const [from, to] = [toPlainLine(bundle.from.name), toPlainLine(bundle.to.name)];
    const ends =
      bundle.group === null && !bundle.isRouted ? `between ${from} and ${to}` : `from ${from} to ${to}`;
    return `${bundle.dependencies.length} ${what} ${ends}`;
  }
  const { from, to, dependency, doubt } = subject.link;
  return `${nameOf(from)} ${toDependencyVerb(dependency.type)} ${nameOf(to)}${doubt ? ', in doubt' : ''}`;
}

function colourOf(edge: MapEdge): string {
  if (edge.subject.kind === 'move' || edge.subject.kind === 'moves') return colours.move;
  return edge.subject.kind === 'bundle' ? colours.bundle : colours.edge;
}

/** An edge: its line, the sign at its end, and what it says in words. */
export function drawEdge(edge: MapEdge): Svg {
  const { subject, curve } = edge;
  const stroke = colourOf(edge);
  const isLink = subject.kind === 'link';
  const look: SvgAttributes = {
    'stroke-width':
      curve === null ? (subject.kind === 'bundle' ? 3 : subject.kind === 'move' ? 2 : 1.25) : curve.width,
    ...(isLink ? toLineLook(edge.type) : {}),
    ...(isLink && subject.link.doubt ? { 'stroke-dasharray': '3 3' } : {}),
  };
  const line = { d: edge.path, fill: 'none', stroke };
  return element(
    'g',
    {},
    element('title', {}, textOf(sentenceOf(edge))),
    element('path', { ...line, ...look }),
    ...(isLink && edge.type === 'replicates'
      ? [element('path', { ...line, stroke: colours.site, 'stroke-width': 1.5 })]
      : []),
    ...(curve === null || subject.kind === 'moves'
      ? [drawEnd(isLink ? edge.type : null, edge.end.x, edge.end.y, edge.end.angle, stroke)]
      : []),
  );
}

function pill(text: string, x: number, y: number, colour: string, tint: string, dash: boolean): Svg {
  const width = Math.max(18, toTextWidth(text, 10.5) * 1.1 + 14);
  const box = {
    x: x - width / 2,
    y: y - 9,
    width,
    height: 18,
    rx: 9,
    fill: tint,
    stroke: colour,
    'stroke-width': 1,
  };
  return element(
    'g',
    {},
    element('rect', { ...box, ...(dash ? { 'stroke-dasharray': '3 2' } : {}) }),
    drawText(text, x, y + 3.8, {
      size: 10.5,
      anchor: 'middle',
      colour: colour === colours.line ? colours.words : colour,
      weight: 600,
    }),
  );
}

/** A lock where an edge leaves a site: closed, open (in red), or not known. */
function drawLock({ x, y, state }: NonNullable<MapEdge['lock']>): Svg {
  const colour = state === 'open' ? colours.error : state === 'closed' ? colours.add : colours.quiet;
  const words =
    state === 'open'
      ? 'not encrypted'
      : state === 'closed'
        ? 'encrypted'
        : 'not known whether it is encrypted';
  const place = `translate(${toSvgNumber(x)} ${toSvgNumber(y)})`;
  const bow = state === 'closed' ? 'M-2.5 -1V-3a2.5 2.5 0 0 1 5 0V-1' : 'M-2.5 -1V-3a2.5 2.5 0 0 1 4.8 -1';
  const ring = { cx: 0, cy: 0, r: 9, fill: colours.node, stroke: colour, 'stroke-width': 1 };
  return element(
    'g',
    { transform: place },
    element('title', {}, textOf(words)),
    element('circle', { ...ring, ...(state === 'unknown' ? { 'stroke-dasharray': '2.5 2' } : {}) }),
    element('path', { d: bow, fill: 'none', stroke: colour, 'stroke-width': 1.2 }),
    element('rect', { x: -4, y: -1, width: 8, height: 5.5, rx: 1, fill: colour }),
  );
}

/** What a bundle says of itself: `20 are reached through it`, `manages 7`, or the number alone. */
function toBundleWords({ type, group, members, dependencies }: Bundle): string {
  if (type === null || group === null) return String(dependencies.length);
  return group === 'from' ? `${members} ${toIncomingVerb(type)}` : `${toDependencyVerb(type)} ${members}`;
}

/** What is written on an edge: how many a bundle holds, the phase of a move, doubt, and a lock. */
export function drawPills(edge: MapEdge): Svg[] {
  const { subject, pill: at } = edge;
  const lock = edge.lock === null ? [] : [drawLock(edge.lock)];
  if (subject.kind === 'moves') {
    const { moves, phase } = subject.moves;
    const words = `${moves.length}${phase === null ? ' moves' : ` in phase ${phase}`}`;
    return [pill(words, at.x, at.y, colours.move, colours.node, false)];
  }
  if (subject.kind === 'move') {
    return [
      pill(
        subject.move.phase === null ? '→' : String(subject.move.phase),
        at.x,
        at.y,
        colours.move,
        colours.moveTint,
        false,
      ),
      ...lock,
    ];
  }
  if (subject.kind === 'bundle') {
    const { bundle } = subject;
    if (edge.curve !== null && !edge.curve.counted) return lock;
    return [pill(toBundleWords(bundle), at.x, at.y, colours.line, colours.node, false), ...lock];
  }
  return [...(subject.link.doubt ? [pill('?', at.x, at.y, colours.quiet, colours.node, true)] : []), ...lock];
}
