import { BrowserWindow, screen } from 'electron';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { eventChannel } from '#core/contract/calls.ts';
import { makeEventLine, type EventLine } from './event-line.ts';
import { pageAddress } from './origin.ts';
import { recoverPage } from './recover-page.ts';
import { toWindowOptions } from './window-options.ts';
import { readWindowState, shiftState, writeWindowState } from './window-state.ts';

/** The window and its line of events. */
export interface MainWindow {
  readonly window: BrowserWindow;
  readonly events: EventLine;
  /** The page says that all it had is stored. */
  readonly finishClosing: () => void;
}

/** What a window is made with; `settle` returns when every write has reached the disk. */
export interface MainWindowOptions {
  readonly dataFolder: string;
  readonly preload: string;
  readonly isPackaged: boolean;
  readonly settle: () => Promise<void>;
  /** How far from its remembered place the window stands, so that it does not cover another one. */
  readonly shift: number;
  readonly onGone: (contentsId: number) => void;
}

/** How long a window waits for its page and the disk before it closes anyway; what was shown as saved is safe by then. */
const patience = 5000;

function rememberPlace(window: BrowserWindow, path: string): void {
  const bounds = window.getNormalBounds();
  writeWindowState(path, { ...bounds, maximized: window.isMaximized() });
}

/** Opens the window where it stood last time. It closes only after the page stored what it had, and the disk has it. */
export function openMainWindow(options: MainWindowOptions): MainWindow {
  const statePath = join(options.dataFolder, 'window.json');
  const areas = screen.getAllDisplays().map((display) => display.workArea);
  const state = shiftState(readWindowState(statePath, areas), options.shift, areas);
  const window = new BrowserWindow(toWindowOptions(state, options.preload, options.isPackaged));
  const events = makeEventLine((event) => window.webContents.send(eventChannel, event));
  let isClosing = false;
  let pageIsDone = (): void => {};
  const pageEnded = new Promise<void>((resolve) => {
    pageIsDone = resolve;
  });
  window.once('ready-to-show', () => {
    if (state.maximized) window.maximize();
    window.show();
  });
  window.webContents.on('did-start-loading', () => events.reset());
  const contentsId = window.webContents.id;
  recoverPage(window, () => {
    if (isClosing) pageIsDone();
    return isClosing;
  });
  window.on('close', (event) => {
    rememberPlace(window, statePath);
    event.preventDefault();
    if (isClosing) return;
    isClosing = true;
    if (events.isStarted()) events.send({ kind: 'closing' });
    else pageIsDone();
    void Promise.race([pageEnded.then(options.settle), wait(patience)]).then(() => window.destroy());
  });
  window.on('closed', () => options.onGone(contentsId));
  void window.loadURL(pageAddress);
  return { window, events, finishClosing: () => pageIsDone() };
}
