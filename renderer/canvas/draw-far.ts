import type { Rect } from '#core/projections/map-measures.ts';
import { mapText } from '#text/map.ts';
import { toMiddleCut } from '#ui/middle-cut.ts';
import type { Pen } from './draw-boxes.ts';
import { drawWaffle } from './draw-waffle.ts';
import type { FarColours } from './far-colours.ts';
import type { FarPlace } from './far-places.ts';

function groundOf(place: FarPlace, colours: FarColours): string {
  const { kind } = place.group.box;
  if (kind === 'provider' || kind === 'group') return colours.provider;
  return kind === 'site' || kind === 'unplaced' ? colours.site : colours.node;
}

/** A name as far as it fits: cut in the middle, since the ends of names differ. */
function cutTo(context: Pen, words: string, width: number): string {
  const whole = context.measureText(words).width;
  if (whole <= width) return words;
  let letters = Math.floor((words.length * width) / whole);
  while (letters >= 3 && context.measureText(toMiddleCut(words, letters)).width > width) letters -= 1;
  return letters < 3 ? '' : toMiddleCut(words, letters);
}

/** Its name, how many servers are in it, and a sign with the number of its findings. */
function drawHeader(context: Pen, place: FarPlace, colours: FarColours): void {
  const { rect, group, header } = place;
  if (header === 0) return;
  const { box } = group;
  const { errors, warnings } = box.state;
  const y = rect.y + 14;
  let right = rect.x + rect.width - 6;
  context.font = box.kind === 'host' ? `600 11px ${colours.mono}` : `600 12px ${colours.sans}`;
  const words = mapText.placeName(box);
  // The number of findings gives way to the name; their sign stays.
  const hasCount = context.measureText(words).width <= right - rect.x - 36;
  if (errors + warnings > 0) {
    const count = mapText.number(errors > 0 ? errors : warnings);
    context.font = `600 11px ${colours.sans}`;
    context.fillStyle = errors > 0 ? colours.error : colours.warning;
    if (hasCount) {
      right -= context.measureText(count).width;
      context.fillText(count, right, y);
    }
    right -= 8;
    context.beginPath();
    if (errors > 0) context.arc(right + 3, y - 4, 3.5, 0, Math.PI * 2);
    else {
      context.moveTo(right + 3, y - 8);
      context.lineTo(right + 7, y - 0.5);
      context.lineTo(right - 1, y - 0.5);
    }
    context.fill();
    right -= 4;
  }
  context.font = box.kind === 'host' ? `600 11px ${colours.mono}` : `600 12px ${colours.sans}`;
  context.fillStyle = colours.text;
  const width = right - rect.x - 7;
  const name = cutTo(context, words, width);
  context.fillText(name, rect.x + 7, y);
  const next = rect.x + 7 + context.measureText(name).width + 6;
  context.font = `11px ${colours.sans}`;
  const count = mapText.number(box.servers);
  if (box.servers === 0 || next + context.measureText(count).width > right) return;
  context.fillStyle = colours.faint;
  context.fillText(count, next, y);
}

function isInWindow(rect: Rect, window: { readonly width: number; readonly height: number }): boolean {
  return (
    rect.x <= window.width && rect.y <= window.height && rect.x + rect.width >= 0 && rect.y + rect.height >= 0
  );
}

function tracePlace(context: Pen, { rect, group }: FarPlace): void {
  context.beginPath();
  context.roundRect(
    rect.x + 0.5,
    rect.y + 0.5,
    Math.max(1, rect.width - 1),
    Math.max(1, rect.height - 1),
    group.parent === null ? 8 : 4,
  );
}

/** Draws the places with their servers as cells; the context is in px of the window. Answers how many it drew. */
export function drawPlaces(
  context: Pen,
  places: readonly FarPlace[],
  window: { readonly width: number; readonly height: number },
  selection: ReadonlySet<string>,
  colours: FarColours,
  between: () => void,
): number {
  const shown = places.filter(({ rect }) => isInWindow(rect, window));
  for (const place of shown) {
    if (place.group.parent !== null) continue;
    tracePlace(context, place);
    context.fillStyle = groundOf(place, colours);
    context.fill();
  }
  // What lies between places, such as bundles, is seen on the ground of the outermost ones.
  between();
  for (const place of shown) {
    const { rect, group } = place;
    const isSelected = group.box.node !== null && selection.has(group.box.node);
    tracePlace(context, place);
    context.fillStyle = groundOf(place, colours);
    if (group.parent !== null) context.fill();
    context.setLineDash(group.box.kind === 'unplaced' ? [4, 3] : []);
    context.lineWidth = isSelected ? 2 : 1;
    context.strokeStyle = isSelected ? colours.accent : colours.line;
    context.stroke();
    context.setLineDash([]);
    drawHeader(context, place, colours);
    if (place.cells !== null) {
      const { x, y, width } = place.cells;
      const bottom = rect.y + rect.height - 4;
      const left = Math.max(x, rect.x + 6);
      const right = Math.min(x + width, rect.x + rect.width - 4);
      drawWaffle(
        context,
        group,
        { x: left, y, width: right - left, height: Math.min(place.cells.height, bottom - y) },
        colours,
      );
    }
  }
  return shown.length;
}
