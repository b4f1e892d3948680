import { toCanvasPainter, type CanvasPainter } from './paint-canvas.ts';
import type { PaintMessage } from './paint-messages.ts';

let painter: CanvasPainter | null = null;

self.addEventListener('message', ({ data }: MessageEvent<PaintMessage>) => {
  if (data.kind === 'canvas')
    painter = toCanvasPainter(
      data.canvas,
      {
        ask: (draw) => requestAnimationFrame(draw),
        cancel: (frame) => cancelAnimationFrame(frame),
      },
      () => self.postMessage('drawn'),
    );
  else painter?.take(data);
});
