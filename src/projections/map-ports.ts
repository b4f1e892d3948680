import type { LinkEnd } from './map-link.ts';
import { frameOf, headerTextWidth, isPlaceKind, measures, type Point, type Rect } from './map-measures.ts';
import type { Port, Router } from './map-router.ts';
import type { MapBox } from './map-box.ts';

/** How far from a place's border an edge turns. */
const doorstep = 12;

/** Lines that the grid of channels must have so that edges meet rows and box middles. */
export interface LineWishes {
  readonly xs: number[];
  readonly ys: number[];
}

function heightOfEnd(end: LinkEnd): number {
  if (end.row !== null) return end.row.rect.y + end.row.rect.height / 2;
  if (isPlaceKind(end.box.kind)) return end.box.rect.y + end.box.rect.height / 2;
  return end.box.rect.y + Math.min(measures.server.header, end.box.rect.height) / 2;
}

function middleOf(rect: Rect): number {
  return rect.x + rect.width / 2;
}

/** Adds the lines that an end needs. */
export function wishFor(wishes: LineWishes, end: LinkEnd): void {
  wishes.ys.push(heightOfEnd(end));
  if (end.row !== null) return;
  const { rect } = end.box;
  wishes.xs.push(middleOf(rect));
  if (!isPlaceKind(end.box.kind)) {
    // The middle of a gap in another column may lie too near to this box: it needs lines of its own.
    wishes.ys.push(rect.y - measures.server.gap / 2, rect.y + rect.height + measures.server.gap / 2);
    return;
  }
  wishes.xs.push(rect.x - doorstep, rect.x + rect.width + doorstep);
  wishes.ys.push(rect.y - doorstep, rect.y + rect.height + doorstep);
}

function lineBelow(lines: readonly number[], value: number): number {
  let found = lines[0] ?? value;
  for (const line of lines) if (line <= value) found = line;
  return found;
}

function lineAbove(lines: readonly number[], value: number): number {
  return lines.find((line) => line >= value) ?? value;
}

/** What each px costs that an edge meets a box beside the middle of its top or bottom. */
const asideCost = 0.2;

/** At a corner no edge meets a box. */
const fromCorner = 18;

/** So many lines over a box are looked at, those next to its middle. */
const mostLinesOver = 6;

/** The upright lines over a box, its middle first. */
function linesOver(router: Router, rect: Rect): readonly number[] {
  const middle = middleOf(rect);
  const aside = router.xs.filter(
    (x) => x !== middle && x > rect.x + fromCorner && x < rect.x + rect.width - fromCorner,
  );
  aside.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  return [middle, ...aside.slice(0, mostLinesOver)];
}

/** Where an edge may meet this end: at the row's sides, or at all four sides of a box. */
export function portsOf(router: Router, end: LinkEnd): Port[] {
  const { rect } = end.box;
  const y = heightOfEnd(end);
  const [right, bottom, x] = [rect.x + rect.width, rect.y + rect.height, middleOf(rect)];
  const ports: Port[] = [
    { at: { x: rect.x, y }, via: { x: lineBelow(router.xs, rect.x - 5), y } },
    { at: { x: right, y }, via: { x: lineAbove(router.xs, right + 5), y } },
  ];
  if (end.row !== null) return ports;
  const [above, below] = [lineBelow(router.ys, rect.y - 5), lineAbove(router.ys, bottom + 5)];
  for (const line of linesOver(router, rect)) {
    const price = Math.abs(line - x) * asideCost;
    ports.push(
      { at: { x: line, y: rect.y }, via: { x: line, y: above }, price },
      { at: { x: line, y: bottom }, via: { x: line, y: below }, price },
    );
  }
  // A line that is far away would lead over what stands between, such as the name of the place around.
  const near = ports.filter(
    (port) => Math.abs(port.at.x - port.via.x) + Math.abs(port.at.y - port.via.y) <= 24,
  );
  return near.length > 0 ? near : ports;
}

/** A bundle that comes from the frame around its hub starts at the frame's top, above the hub. */
export function portInside(router: Router, frame: MapBox, hub: MapBox): Port {
  const text = headerTextWidth(frame.name);
  const x = Math.max(middleOf(hub.rect), frame.rect.x + text + 80);
  const nearest = x === middleOf(hub.rect) ? x : lineAbove(router.xs, x);
  const y = frame.rect.y;
  return { at: { x: nearest, y }, via: { x: nearest, y: lineAbove(router.ys, y + 4) } };
}

/** How wide a place's icon, name, count and marks are at most, in the interface face. */
function nameWidth({ name, state }: MapBox): number {
  const marks = Math.min(3, state.marks.length) + (state.errors + state.warnings > 0 ? 1 : 0);
  const letters = name === '' ? 16 : Math.min(32, name.length);
  return 58 + letters * 6.7 + marks * 20;
}

/** What edges must not cross: boxes with text, places that are empty, and the names of the others. */
export function obstaclesOf(boxes: readonly MapBox[]): Rect[] {
  const found: Rect[] = [];
  const parents = new Set(boxes.map((box) => box.parent));
  for (const box of boxes) {
    if (box.isRow) continue;
    if (!isPlaceKind(box.kind) || !parents.has(box.id)) found.push(box.rect);
    else {
      const { header } = frameOf(box.kind);
      const width = Math.min(box.rect.width - 16, nameWidth(box));
      found.push({ x: box.rect.x + 8, y: box.rect.y + 8, width, height: header - 18 });
    }
  }
  return found;
}

/** The way of last resort, and of large maps: out sideways, up or down in the middle, in sideways. */
export function toElbow(from: LinkEnd, to: LinkEnd): Point[] {
  const [fromY, toY] = [heightOfEnd(from), heightOfEnd(to)];
  const [a, b] = [from.box.rect, to.box.rect];
  const gap = measures.channel / 2;
  if (b.x >= a.x + a.width + 8 || a.x >= b.x + b.width + 8) {
    const rightwards = b.x > a.x;
    const [startX, endX] = rightwards ? [a.x + a.width, b.x] : [a.x, b.x + b.width];
    const x = rightwards ? endX - gap : endX + gap;
    return [
      { x: startX, y: fromY },
      { x, y: fromY },
      { x, y: toY },
      { x: endX, y: toY },
    ];
  }
  const x = Math.max(a.x + a.width, b.x + b.width) + gap;
  return [
    { x: a.x + a.width, y: fromY },
    { x, y: fromY },
    { x, y: toY },
    { x: b.x + b.width, y: toY },
  ];
}
