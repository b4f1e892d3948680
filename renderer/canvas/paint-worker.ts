import { addBundledFonts, loadBundledFonts } from '#ui/bundled-fonts.ts';
import { toCanvasPainter, type CanvasPainter } from './paint-canvas.ts';
import type { PaintMessage } from './paint-messages.ts';

/** The worker's own set of fonts: it knows nothing of those of the page. */
const own: unknown = Reflect.get(self, 'fonts');
if (own instanceof FontFaceSet) addBundledFonts(own);
const fonts = own instanceof FontFaceSet ? loadBundledFonts(own) : Promise.resolve();

let painter: CanvasPainter | null = null;

self.addEventListener('message', ({ data }: MessageEvent<PaintMessage>) => {
  if (data.kind === 'canvas')
    painter = toCanvasPainter(
      data.canvas,
      {
        ask: (draw) => requestAnimationFrame(draw),
        cancel: (frame) => cancelAnimationFrame(frame),
        fonts,
      },
      () => self.postMessage('drawn'),
    );
  else painter?.take(data);
});
