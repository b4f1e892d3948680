import { frameOf, measures } from '#core/projections/map-measures.ts';
import type { FarColours } from './far-colours.ts';
import type { CellKind } from './far-places.ts';
import { shapes, type Picture, type Shape } from './picture.ts';

/** What is drawn on: the context of a canvas in the page or in a worker. */
export type Pen = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

const radii: Readonly<Record<Shape, number>> = {
  provider: 12,
  site: 8,
  host: 5,
  unplaced: 8,
  server: 5,
  row: 3,
};

/** The shape of a box. */
export function shapeAt(picture: Picture, at: number): Shape {
  return shapes[picture.shapes[at] ?? 0] ?? 'server';
}

/** Begins the outline of a box, moved by `dx` and `dy` map units. */
export function traceBox(pen: Pen, picture: Picture, at: number, dx = 0, dy = 0, grow = 0): void {
  const { rects } = picture;
  pen.beginPath();
  pen.roundRect(
    (rects[at * 4] ?? 0) + dx - grow,
    (rects[at * 4 + 1] ?? 0) + dy - grow,
    (rects[at * 4 + 2] ?? 0) + grow * 2,
    (rects[at * 4 + 3] ?? 0) + grow * 2,
    radii[shapeAt(picture, at)] + grow,
  );
}

function groundOf(shape: Shape, colours: FarColours): string | null {
  if (shape === 'provider' || shape === 'host') return colours.provider;
  return shape === 'site' ? colours.site : null;
}

/** A place without its name: what stands in it and the lines come over it. */
export function drawGround(pen: Pen, picture: Picture, at: number, zoom: number, colours: FarColours): void {
  const shape = shapeAt(picture, at);
  traceBox(pen, picture, at);
  const ground = groundOf(shape, colours);
  if (ground !== null) {
    pen.fillStyle = ground;
    pen.fill();
  }
  if (shape === 'site') return;
  pen.lineWidth = 1 / zoom;
  pen.strokeStyle = shape === 'unplaced' ? colours.unknown : colours.line;
  pen.setLineDash(shape === 'unplaced' ? [4 / zoom, 3 / zoom] : []);
  pen.stroke();
  pen.setLineDash([]);
  if (shape !== 'host') return;
  const { rects } = picture;
  pen.fillStyle = colours.line;
  pen.fillRect(rects[at * 4] ?? 0, (rects[at * 4 + 1] ?? 0) + 4, 3, (rects[at * 4 + 3] ?? 0) - 8);
}

/** How large names are written where they are all that is: px at 100 %, the same as in `MapNodes.module.css`. */
const farNameSize = 17;

/** The name of a place over the lines, on a patch of its ground. */
export function drawPlaceName(
  pen: Pen,
  picture: Picture,
  at: number,
  isNear: boolean,
  colours: FarColours,
): void {
  const shape = shapeAt(picture, at);
  if (shape === 'row' || shape === 'server') return;
  const { rects, names } = picture;
  const [x, y, width] = [rects[at * 4] ?? 0, rects[at * 4 + 1] ?? 0, rects[at * 4 + 2] ?? 0];
  const { header } = frameOf(shape);
  const name = names[at] ?? '';
  const size = isNear ? 12 : farNameSize;
  const left = isNear ? 32 : 12;
  pen.font = `600 ${size}px ${shape === 'host' ? colours.mono : colours.sans}`;
  const room = width - left - 8;
  const wide = Math.min(room, pen.measureText(name).width);
  pen.fillStyle = groundOf(shape, colours) ?? colours.provider;
  pen.fillRect(x + 8, y + 5, wide + left, header - 8);
  pen.fillStyle = shape === 'site' || shape === 'unplaced' ? colours.soft : colours.text;
  pen.fillText(name, x + left, y + header / 2 + size / 3, room);
  if (isNear) drawGlyph(pen, shape, x + 12, y + header / 2 - 7, 14, colours);
}

/** A sign for the kind: a cloud, a pin, a chip, or a server. Simpler than the icons, since it is seen while things move. */
function drawGlyph(pen: Pen, shape: Shape, x: number, y: number, size: number, colours: FarColours): void {
  const unit = size / 14;
  pen.strokeStyle = colours.faint;
  pen.lineWidth = 1.1 * unit;
  pen.beginPath();
  if (shape === 'server') {
    pen.roundRect(x + unit, y + 1.5 * unit, 12 * unit, 4.6 * unit, 1.2 * unit);
    pen.roundRect(x + unit, y + 8 * unit, 12 * unit, 4.6 * unit, 1.2 * unit);
  } else if (shape === 'host') {
    pen.roundRect(x + 2.5 * unit, y + 2.5 * unit, 9 * unit, 9 * unit, 1.5 * unit);
    pen.rect(x + 5.5 * unit, y + 5.5 * unit, 3 * unit, 3 * unit);
  } else if (shape === 'site') {
    pen.arc(x + 7 * unit, y + 6 * unit, 4 * unit, Math.PI * 0.85, Math.PI * 2.15);
    pen.lineTo(x + 7 * unit, y + 13 * unit);
    pen.closePath();
  } else if (shape === 'provider') {
    pen.moveTo(x + 4 * unit, y + 11 * unit);
    pen.arc(x + 4.2 * unit, y + 8 * unit, 3 * unit, Math.PI * 0.5, Math.PI * 1.4);
    pen.arc(x + 7.5 * unit, y + 6 * unit, 3.6 * unit, Math.PI * 1.1, Math.PI * 1.9);
    pen.arc(x + 10.6 * unit, y + 8.6 * unit, 2.4 * unit, Math.PI * 1.5, Math.PI * 0.5);
    pen.closePath();
  } else pen.roundRect(x + 3 * unit, y + 3 * unit, 8 * unit, 8 * unit, 2 * unit);
  pen.stroke();
}

/** The colour of a server's frame by what becomes of it. */
export function toneColour(tone: CellKind, colours: FarColours): string {
  const tones: Readonly<Record<CellKind, string>> = {
    stays: colours.line,
    left: colours.move,
    arrived: colours.move,
    added: colours.add,
    merged: colours.merge,
    removed: colours.remove,
    unknown: colours.unknown,
  };
  return tones[tone];
}

function drawSigns(
  pen: Pen,
  picture: Picture,
  at: number,
  right: number,
  y: number,
  colours: FarColours,
): void {
  const sign = (picture.signs[at] ?? 0) % 4;
  const marks = picture.marks[at] ?? 0;
  let x = right - 14;
  pen.strokeStyle = toneColour(picture.tones[at] ?? 'stays', colours);
  for (let mark = 0; mark < marks; mark += 1, x -= 19) {
    pen.beginPath();
    pen.roundRect(x + 0.5, y + 0.5, 14, 14, 3);
    pen.stroke();
  }
  if (sign === 0) return;
  pen.strokeStyle = sign === 2 ? colours.error : colours.warning;
  pen.lineWidth = 1.3;
  pen.beginPath();
  if (sign === 2) pen.arc(x + 8, y + 7.5, 5.5, 0, Math.PI * 2);
  else {
    pen.moveTo(x + 8, y + 1.5);
    pen.lineTo(x + 14, y + 13);
    pen.lineTo(x + 2, y + 13);
    pen.closePath();
  }
  pen.stroke();
}

function dashOf(picture: Picture, at: number): number[] {
  const tone = picture.tones[at] ?? 'stays';
  const isOld = (picture.signs[at] ?? 0) >= 4;
  return isOld || tone === 'unknown' || tone === 'removed' ? [4, 3] : [];
}

/** A server with its name; near enough also its marks. Rows are boxes of their own. */
export function drawServer(
  pen: Pen,
  picture: Picture,
  at: number,
  look: { readonly zoom: number; readonly isNear: boolean; readonly dx: number; readonly dy: number },
  colours: FarColours,
): void {
  const { rects, names } = picture;
  const [x, y] = [(rects[at * 4] ?? 0) + look.dx, (rects[at * 4 + 1] ?? 0) + look.dy];
  const width = rects[at * 4 + 2] ?? 0;
  traceBox(pen, picture, at, look.dx, look.dy);
  const isOld = (picture.signs[at] ?? 0) >= 4;
  if (!isOld) {
    pen.fillStyle = colours.node;
    pen.fill();
  }
  pen.lineWidth = look.isNear ? 1 : 1 / look.zoom;
  pen.strokeStyle = toneColour(picture.tones[at] ?? 'stays', colours);
  pen.setLineDash(dashOf(picture, at));
  pen.stroke();
  pen.setLineDash([]);
  pen.fillStyle = isOld ? colours.faint : colours.text;
  if (look.isNear) {
    pen.font = `600 12px ${colours.mono}`;
    pen.fillText(names[at] ?? '', x + 26, y + 17, width - 30);
    drawGlyph(pen, 'server', x + 7.5, y + 7, 13, colours);
    drawSigns(pen, picture, at, x + width - 5, y + 6, colours);
    return;
  }
  pen.font = `600 ${farNameSize}px ${colours.mono}`;
  // Already cut: asking the pen to fit it would have each name measured in each frame.
  pen.fillText(picture.shortNames[at] ?? '', x + 7, y + 19);
}

/** A service in its server. */
export function drawRow(
  pen: Pen,
  picture: Picture,
  at: number,
  dx: number,
  dy: number,
  colours: FarColours,
): void {
  const { rects, names } = picture;
  const [x, y] = [(rects[at * 4] ?? 0) + dx, (rects[at * 4 + 1] ?? 0) + dy];
  pen.font = `11px ${colours.sans}`;
  pen.fillStyle = colours.soft;
  pen.fillText(names[at] ?? '', x + 26, y + measures.server.row / 2 + 4, (rects[at * 4 + 2] ?? 0) - 30);
  pen.strokeStyle = colours.faint;
  pen.lineWidth = 1;
  pen.strokeRect(x + 10, y + 5, 8, 8);
}
