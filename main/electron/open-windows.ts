import { BrowserWindow } from 'electron';
import type { ShellEvent } from '#core/contract/bridge.ts';
import { openMainWindow, type MainWindow, type MainWindowOptions } from './main-window.ts';

/** All windows of the program; each shows the start page or one plan. */
export interface OpenWindows {
  readonly open: () => MainWindow;
  readonly find: (contentsId: number) => MainWindow | null;
  /** The window that a person looks at, or the one that was opened last; one is opened when there is none. */
  readonly current: () => MainWindow;
  /** Tells the current window something. */
  readonly tell: (event: ShellEvent) => void;
}

/** Keeps the windows; each later one stands a little beside the one before. */
export function makeOpenWindows(options: Omit<MainWindowOptions, 'shift' | 'onGone'>): OpenWindows {
  const windows = new Map<number, MainWindow>();

  const open = (): MainWindow => {
    const made = openMainWindow({
      ...options,
      shift: windows.size * 28,
      onGone: (contentsId) => windows.delete(contentsId),
    });
    windows.set(made.window.webContents.id, made);
    return made;
  };
  const current = (): MainWindow => {
    const focused = BrowserWindow.getFocusedWindow();
    const found = focused === null ? undefined : windows.get(focused.webContents.id);
    return found ?? [...windows.values()].at(-1) ?? open();
  };
  return {
    open,
    current,
    find: (contentsId) => windows.get(contentsId) ?? null,
    tell: (event) => current().events.send(event),
  };
}
