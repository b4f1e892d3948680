import type { App } from 'electron';

/**
 * Quits window by window: each holds its closing up until what it has is stored, which stops the quitting of Electron itself; so it goes
 * on when the window is gone.
 */
export function quitWindowByWindow(app: Pick<App, 'on' | 'quit'>): void {
  let isQuitting = false;
  app.on('before-quit', () => {
    isQuitting = true;
  });
  app.on('browser-window-created', (_event, window) => {
    window.on('closed', () => {
      if (isQuitting) setImmediate(() => app.quit());
    });
  });
}
