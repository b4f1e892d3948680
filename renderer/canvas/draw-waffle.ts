import type { Rect } from '#core/projections/map-measures.ts';
import type { Pen } from './draw-boxes.ts';
import { cellKinds, type CellKind, type FarGroup } from './far-places.ts';
import type { FarColours } from './far-colours.ts';

/** From cell to cell, in px of the window; where there is room the cells are larger, so that their shapes can be seen. */
const pitches = [14, 12, 10, 9, 8, 7, 6, 5, 4] as const;

/** Between large cells the gap is wider. */
const sizeOf = (pitch: number): number => (pitch >= 10 ? pitch - 2 : pitch - 1);

/** How many cells fit side by side, and how far apart they are. */
export function toWaffle(count: number, area: Rect): { readonly pitch: number; readonly columns: number } {
  const rowsOf = (pitch: number): number => Math.floor((area.height + 1) / pitch);
  const columnsOf = (pitch: number): number => Math.max(1, Math.floor((area.width + 1) / pitch));
  const pitch =
    pitches.find((each) => columnsOf(each) * rowsOf(each) >= count) ?? pitches[pitches.length - 1] ?? 4;
  return { pitch, columns: columnsOf(pitch) };
}

function drawCell(context: Pen, kind: CellKind, x: number, y: number, size: number): void {
  const thick = size > 8 ? 3 : size > 4 ? 2 : 1;
  switch (kind) {
    case 'left':
      context.lineWidth = 1;
      context.strokeRect(x + 0.5, y + 0.5, size - 1, size - 1);
      break;
    case 'merged':
      context.beginPath();
      context.moveTo(x, y);
      context.lineTo(x + size, y);
      context.lineTo(x, y + size);
      context.fill();
      break;
    case 'removed':
      context.fillRect(x, y + Math.floor((size - thick) / 2), size, thick);
      break;
    case 'unknown':
      context.fillRect(x + Math.floor((size - thick) / 2), y + Math.floor((size - thick) / 2), thick, thick);
      break;
    case 'added':
      context.fillRect(x, y, size, size);
      break;
    case 'arrived':
    case 'stays':
      context.fillRect(x, y, size, size);
      break;
    default:
      kind satisfies never;
  }
}

function toneOf(kind: CellKind, colours: FarColours): string {
  const tones: Readonly<Record<CellKind, string>> = {
    stays: colours.retain,
    left: colours.move,
    arrived: colours.move,
    added: colours.add,
    merged: colours.merge,
    removed: colours.remove,
    unknown: colours.unknown,
  };
  return tones[kind];
}

/** The servers of a place as cells, sorted by what becomes of them: shape as well as colour says it. */
export function drawWaffle(context: Pen, group: FarGroup, area: Rect, colours: FarColours): void {
  const count = cellKinds.reduce((sum, kind) => sum + group.counts[kind], 0);
  const { pitch, columns } = toWaffle(count, area);
  const [left, top] = [Math.round(area.x), Math.round(area.y)];
  let at = 0;
  for (const kind of cellKinds) {
    context.fillStyle = context.strokeStyle = toneOf(kind, colours);
    for (let each = 0; each < group.counts[kind]; each += 1, at += 1) {
      const row = Math.floor(at / columns);
      // What does not fit is counted beside the name.
      if ((row + 1) * pitch > area.height + pitch) return;
      drawCell(context, kind, left + (at % columns) * pitch, top + row * pitch, sizeOf(pitch));
    }
  }
}
