import { elbowSize, writeElbow } from '#core/projections/map-lines.ts';
import type { Pen } from './draw-boxes.ts';
import { meetsWindow, traceArrows, type LineLook, type Rects } from './draw-lines.ts';
import type { FarColours } from './far-colours.ts';
import type { Picture } from './picture.ts';

/** How far from the ghost an arrow says its phase, and half how large that is, in map units. */
const fromGhost = 24;
const half = 9;

/** Draws the arrows of moves that meet the window with one stroke; from near each says its phase. Answers how many. */
export function drawMoves(
  pen: Pen,
  picture: Picture,
  rects: Rects,
  look: Pick<LineLook, 'window' | 'zoom'> & { readonly isNear: boolean },
  colours: FarColours,
): number {
  const { moves, movePhases } = picture;
  const way = new Float32Array(elbowSize);
  const arrows: number[] = [];
  const pills: { readonly x: number; readonly y: number; readonly text: string }[] = [];
  pen.beginPath();
  for (let each = 0; each < movePhases.length; each += 1) {
    writeElbow(rects, moves[each * 2] ?? 0, moves[each * 2 + 1] ?? 0, way);
    if (!meetsWindow(way, look.window)) continue;
    const [x1, y1, x2, x4, y4] = [way[0] ?? 0, way[1] ?? 0, way[2] ?? 0, way[6] ?? 0, way[7] ?? 0];
    pen.moveTo(x1, y1);
    pen.lineTo(x2, y1);
    pen.lineTo(x2, y4);
    pen.lineTo(x4, y4);
    arrows.push(x4, y4, x2 < x4 ? -8 : 8);
    const reach = Math.min(fromGhost, Math.abs(x2 - x1));
    pills.push({ x: x1 + Math.sign(x2 - x1) * reach, y: y1, text: movePhases[each] ?? '' });
  }
  if (pills.length === 0) return 0;
  pen.lineWidth = look.isNear ? 2 : 1.5 / look.zoom;
  pen.lineJoin = 'round';
  pen.strokeStyle = pen.fillStyle = colours.move;
  pen.stroke();
  traceArrows(pen, arrows);
  pen.fill();
  if (!look.isNear) return pills.length;
  pen.font = `600 11px ${colours.sans}`;
  pen.textAlign = 'center';
  for (const { x, y, text } of pills) {
    pen.beginPath();
    const wide = Math.max(half, text.length * 3.2 + 5);
    pen.roundRect(x - wide, y - half, wide * 2, half * 2, half);
    pen.fillStyle = colours.node;
    pen.fill();
    pen.lineWidth = 1;
    pen.stroke();
    pen.fillStyle = colours.move;
    pen.fillText(text, x, y + 4);
  }
  pen.textAlign = 'left';
  return pills.length;
}
