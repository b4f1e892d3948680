import { dialog, type BrowserWindow } from 'electron';
import { shellText } from './text.ts';

const crashesToAsk = 3;
const withinMs = 60_000;

/** Whether a page that is gone is loaded again at once, or the person is asked because it keeps going. */
export function isKeptCrashing(times: readonly number[], now: number): boolean {
  return times.filter((time) => now - time < withinMs).length >= crashesToAsk;
}

async function ask(window: BrowserWindow, message: string, detail: string, other: string): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message,
    detail,
    buttons: [shellText.loadAgain, other],
    defaultId: 0,
    cancelId: 1,
  });
  if (window.isDestroyed()) return;
  if (response === 0) window.webContents.reload();
  else if (other === shellText.closeWindow) window.destroy();
}

/** Loads a page again that crashed; the vault has all that was shown as saved. `isExpected` says that the window closes anyway. */
export function recoverPage(window: BrowserWindow, isExpected: () => boolean): void {
  const times: number[] = [];
  window.webContents.on('render-process-gone', () => {
    if (isExpected()) return;
    const now = performance.now();
    times.push(now);
    if (!isKeptCrashing(times, now)) window.webContents.reload();
    else void ask(window, shellText.pageGone, shellText.pageGoneDetail, shellText.closeWindow);
  });
  window.on('unresponsive', () => {
    void ask(window, shellText.hangs, shellText.hangsDetail, shellText.wait);
  });
}
