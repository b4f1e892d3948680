import { dialog, type BrowserWindow } from 'electron';
import { isKeptCrashing } from './crash-count.ts';
import { shellText } from './text.ts';

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
