import { loadBundledFonts } from '#ui/bundled-fonts.ts';
import { toWorkerUrl } from '#workers/worker-policy.ts';
import { toCanvasPainter } from './paint-canvas.ts';
import type { PaintMessage } from './paint-messages.ts';
import workerUrl from './paint-worker.ts?worker&url';

/** Where a large map is drawn. */
export interface Surface {
  readonly tell: (message: PaintMessage) => void;
  readonly end: () => void;
}

function openInPage(canvas: HTMLCanvasElement, onDrawn: () => void): Surface {
  const painter = toCanvasPainter(
    canvas,
    {
      ask: (draw) => requestAnimationFrame(draw),
      cancel: (frame) => cancelAnimationFrame(frame),
      fonts: loadBundledFonts(document.fonts),
    },
    onDrawn,
  );
  return { tell: painter.take, end: painter.end };
}

function openInWorker(canvas: HTMLCanvasElement, onDrawn: () => void): Surface {
  const worker = new Worker(toWorkerUrl(workerUrl), { type: 'module', name: 'map' });
  // The worker has one thing to say.
  worker.addEventListener('message', onDrawn);
  const tell = (message: PaintMessage, moved: Transferable[] = []): void =>
    worker.postMessage(message, moved);
  const offscreen = canvas.transferControlToOffscreen();
  tell({ kind: 'canvas', canvas: offscreen }, [offscreen]);
  return { tell, end: () => worker.terminate() };
}

/** Draws on a canvas in a worker of its own where the browser can, else in the page; calls back when a new picture was drawn. */
export function openSurface(canvas: HTMLCanvasElement, onDrawn: () => void): Surface {
  const canOffer = 'transferControlToOffscreen' in canvas && typeof Worker === 'function';
  return canOffer ? openInWorker(canvas, onDrawn) : openInPage(canvas, onDrawn);
}
