import { EventEmitter } from 'node:events';
import type { Dialog, Display, Shell } from 'electron';
import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { ipcMain } from './ipc-main.ts';
import { Menu } from './menu.ts';
import { defaultSession, permissionHandlers, protocol } from './session.ts';
import { safeStorage } from './safe-storage.ts';
import { complain, strict } from './strict.ts';
import { allContents, remoteRequests } from './web-contents.ts';

/** Addresses that were handed to the system. */
const opened: string[] = [];

function unscripted(name: string): () => Promise<never> {
  return () =>
    Promise.reject(new Error(`electron-double: dialog.${name} was called, but the test did not script it`));
}

const dialog = {
  showOpenDialog: unscripted('showOpenDialog'),
  showSaveDialog: unscripted('showSaveDialog'),
  showMessageBox: unscripted('showMessageBox'),
  showErrorBox: (title, content) => complain(`error box: ${title}: ${content}`),
} satisfies Partial<Dialog>;

const shell = {
  openExternal: async (address) => {
    opened.push(address);
  },
  openPath: () => Promise.reject(new Error('electron-double: shell.openPath is refused')),
} satisfies Partial<Shell>;

const area = { x: 0, y: 0, width: 1920, height: 1040 };
const display: Pick<Display, 'workArea' | 'bounds'> = { workArea: area, bounds: { ...area, height: 1080 } };
const screen = {
  getAllDisplays: () => [display],
  getPrimaryDisplay: () => display,
};

/** The names of Electron that the double knows; each has to be one of the real ones. */
const known = {
  app,
  BrowserWindow,
  dialog: strict('dialog', dialog),
  ipcMain,
  Menu,
  nativeTheme: strict(
    'nativeTheme',
    Object.assign(new EventEmitter(), { shouldUseDarkColors: false, themeSource: 'system' }),
  ),
  protocol,
  safeStorage: strict('safeStorage', safeStorage),
  screen: strict('screen', screen),
  session: strict('session', { defaultSession }),
  shell: strict('shell', shell),
  webContents: strict('webContents', {
    getAllWebContents: () => [...allContents.values()],
    fromDevToolsTargetId: (target: string) =>
      [...allContents.values()].find((contents) => contents.target === target),
  }),
} satisfies Partial<Record<keyof typeof import('electron'), unknown>>;

/** The names that can be imported from `electron`. */
export const electronNames = Object.keys(known);

/** What `import … from 'electron'` gives; asking for anything else throws by name. Tests look at `electronDouble`. */
export const electron: object = strict('electron', {
  ...known,
  electronDouble: { remoteRequests, opened, permissionHandlers },
});
