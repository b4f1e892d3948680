import type { PaintMessage } from './paint-messages.ts';
import { toPainter, type Painter } from './painter.ts';
import type { PictureView } from './picture.ts';

/** Follows messages on one canvas: what they change together is drawn once, in the next frame. */
export interface CanvasPainter {
  readonly take: (message: PaintMessage) => void;
  readonly end: () => void;
}

function toPen(
  canvas: HTMLCanvasElement | OffscreenCanvas,
): CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D | null {
  return canvas instanceof OffscreenCanvas ? canvas.getContext('2d') : canvas.getContext('2d');
}

/** What a canvas stands on, in the page or in a worker. */
export interface Stage {
  readonly ask: (draw: () => void) => number;
  readonly cancel: (frame: number) => void;
  /** Settled when the fonts are there, or can't be read: a canvas of a worker keeps for good the font that it met first. */
  readonly fonts: Promise<unknown>;
}

/** A painter of a canvas, in the page or in a worker; `onDrawn` is called when a new picture was drawn for the first time. */
export function toCanvasPainter(
  canvas: HTMLCanvasElement | OffscreenCanvas,
  stage: Stage,
  onDrawn: () => void,
): CanvasPainter {
  const pen = toPen(canvas);
  const painter: Painter | null = pen === null ? null : toPainter(pen);
  let view: PictureView | null = null;
  let asked: number | null = null;
  /** Whether the picture that it was handed last has been drawn. */
  let isDrawn = true;
  let [isReady, isOver] = [false, false];
  const draw = (): void => {
    asked = null;
    if (view === null || painter === null) return;
    const [width, height] = [Math.round(view.width * view.scale), Math.round(view.height * view.scale)];
    // Setting a size empties a canvas and costs a new buffer.
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    const { boxes, places } = painter.paint(view);
    if (isDrawn || boxes + places === 0) return;
    isDrawn = true;
    performance.mark('rehome:picture');
    onDrawn();
  };
  const drawSoon = (): void => {
    if (isReady) asked ??= stage.ask(draw);
  };
  const start = (): void => {
    isReady = !isOver;
    drawSoon();
  };
  void stage.fonts.then(start, start);
  return {
    take: (message) => {
      if (message.kind === 'picture') {
        painter?.show(message.picture);
        isDrawn = false;
      } else if (message.kind === 'colours') painter?.colour(message.colours);
      else if (message.kind === 'accents') painter?.accent(message.accents);
      else if (message.kind === 'view') view = message.view;
      drawSoon();
    },
    end: () => {
      [isReady, isOver] = [false, true];
      if (asked !== null) stage.cancel(asked);
    },
  };
}
