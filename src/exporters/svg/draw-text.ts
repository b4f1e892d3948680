import type { Loss } from '#core/exporters/reading/loss.ts';
import { toPlainLine } from '#core/exporters/encode/plain-line.ts';
import { colours } from './svg-colours.ts';
import { element, textOf, type Svg } from './svg-element.ts';
import { toFittingText } from './text-width.ts';

/** How a text of the picture looks. */
export interface TextLook {
  readonly size: number;
  readonly colour?: string;
  readonly weight?: 400 | 600;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly struck?: boolean;
}

/** How much wider bold letters are at most: those of the font of the PNG, which is a wide one. */
export const boldWidth = 1.15;

/** A text at its baseline, as it is. */
export function drawText(text: string, x: number, y: number, look: TextLook): Svg {
  return element(
    'text',
    {
      x,
      y,
      'font-size': look.size,
      fill: look.colour ?? colours.text,
      ...(look.weight === undefined ? {} : { 'font-weight': look.weight }),
      ...(look.anchor === undefined ? {} : { 'text-anchor': look.anchor }),
      ...(look.struck === true ? { 'text-decoration': 'line-through' } : {}),
    },
    textOf(text),
  );
}

/** A name at its baseline, cut to a width; a cut one is listed. */
export function drawName(name: string, x: number, y: number, width: number, look: TextLook, loss: Loss): Svg {
  const line = toPlainLine(name);
  const room = look.weight === 600 ? width / boldWidth : width;
  const shown = toFittingText(line, room, look.size);
  if (shown !== line) loss.add('names that are cut in the picture (hover shows them whole)', line);
  return drawText(shown, x, y, look);
}
