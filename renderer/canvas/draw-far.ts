import { isPlaceKind, type Rect } from '#core/projections/map-measures.ts';
import type { MapBox, MapView } from '#core/projections/map-view.ts';

/** The colours of the theme that the far picture is drawn in. */
export interface FarColours {
  readonly node: string;
  readonly line: string;
  readonly text: string;
  readonly retain: string;
  readonly move: string;
  readonly merge: string;
  readonly remove: string;
  readonly add: string;
  readonly unknown: string;
  readonly error: string;
  readonly place: string;
  readonly font: string;
}

/** Reads the theme's colours where an element stands. */
export function readColours(element: Element): FarColours {
  const style = getComputedStyle(element);
  const read = (name: string): string => style.getPropertyValue(name).trim();
  return {
    node: read('--map-node'),
    line: read('--hairline-strong'),
    text: read('--text-1'),
    retain: read('--retain'),
    move: read('--move'),
    merge: read('--merge'),
    remove: read('--remove'),
    add: read('--add'),
    unknown: read('--unknown'),
    error: read('--error'),
    place: read('--surface-raised'),
    font: read('--font-mono'),
  };
}

function toneOf(box: MapBox, colours: FarColours): string {
  if (box.state.errors > 0) return colours.error;
  if (box.presence === 'gone' || box.state.candidate) return colours.remove;
  if (box.arrival === 'moved' || box.presence === 'ghost') return colours.move;
  if (box.arrival === 'added') return colours.add;
  const [mark] = box.state.marks;
  if (mark?.kind === 'merge') return colours.merge;
  if (mark?.kind === 'move') return colours.move;
  if (mark?.kind === 'remove' || mark?.kind === 'waits') return colours.remove;
  return mark?.kind === 'question' || box.uncounted ? colours.unknown : colours.retain;
}

/** The far picture of one server: shape as well as colour says what becomes of it. */
function drawCell(context: CanvasRenderingContext2D, box: MapBox, colours: FarColours): void {
  const { x, y, width, height } = box.rect;
  const tone = toneOf(box, colours);
  context.fillStyle = tone;
  context.strokeStyle = tone;
  if (box.presence === 'gone') context.fillRect(x, y + height / 2 - 6, width, 12);
  else if (box.presence === 'ghost') {
    context.lineWidth = 10;
    context.strokeRect(x + 5, y + 5, width - 10, height - 10);
  } else if (tone === colours.unknown) {
    context.beginPath();
    context.arc(x + width / 2, y + height / 2, Math.min(width, height) / 3, 0, Math.PI * 2);
    context.fill();
  } else if (tone === colours.merge) {
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(x + width, y);
    context.lineTo(x, y + height);
    context.fill();
  } else if (tone === colours.remove) context.fillRect(x, y + height / 2 - 9, width, 18);
  else context.fillRect(x, y, width, height);
}

function drawBox(context: CanvasRenderingContext2D, box: MapBox, zoom: number, colours: FarColours): void {
  const { x, y, width, height } = box.rect;
  context.fillStyle = colours.node;
  context.fillRect(x, y, width, height);
  context.lineWidth = 1 / zoom;
  const tone = toneOf(box, colours);
  context.strokeStyle = tone === colours.retain ? colours.line : tone;
  context.strokeRect(x, y, width, height);
  if (zoom < 0.3) return;
  context.fillStyle = colours.text;
  context.font = `600 15px ${colours.font}`;
  const name = box.name.length > 15 ? `${box.name.slice(0, 7)}…${box.name.slice(-7)}` : box.name;
  context.fillText(name, x + 6, y + 19, width - 10);
}

/** Draws the servers in view: as cells under 30 %, else as boxes with their names. */
export function drawFar(
  context: CanvasRenderingContext2D,
  view: MapView,
  window: Rect,
  zoom: number,
  colours: FarColours,
): void {
  for (const box of view.boxes) {
    if (box.isRow || isPlaceKind(box.kind)) continue;
    const { rect } = box;
    if (rect.x > window.x + window.width || rect.y > window.y + window.height) continue;
    if (rect.x + rect.width < window.x || rect.y + rect.height < window.y) continue;
    if (zoom < 0.3) drawCell(context, box, colours);
    else drawBox(context, box, zoom, colours);
  }
  if (zoom >= 0.3) return;
  for (const box of view.boxes)
    if (box.depth === 0 && box.presence === 'here') drawName(context, box, zoom, colours);
}

/** The name of an outermost place, as large on the screen as any other text. */
function drawName(context: CanvasRenderingContext2D, box: MapBox, zoom: number, colours: FarColours): void {
  const unit = 1 / zoom;
  const name = box.name.length > 24 ? `${box.name.slice(0, 23)}…` : box.name;
  context.font = `600 ${12 * unit}px ${colours.font}`;
  const width = Math.min(box.rect.width - 8 * unit, context.measureText(name).width + 12 * unit);
  if (width < 24 * unit) return;
  context.fillStyle = colours.place;
  context.fillRect(box.rect.x + 4 * unit, box.rect.y + 4 * unit, width, 20 * unit);
  context.fillStyle = colours.text;
  context.fillText(name, box.rect.x + 10 * unit, box.rect.y + 18 * unit, width - 12 * unit);
}
