import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, dialog, ipcMain, Menu, protocol, session, shell } from 'electron';
import { findDataFolder } from '#main/vault/data-folder.ts';
import { lockFolder } from '#main/vault/folder-lock.ts';
import { hasRoom } from '#main/vault/free-space.ts';
import { nodeDisk } from '#main/vault/node-disk.ts';
import { openVault } from '#main/vault/vault.ts';
import { answerHostCall } from '#main/web/host-calls.ts';
import { answerCall } from './answer-calls.ts';
import { makeFileCalls } from './file-calls.ts';
import { denyNavigation, denyPermissions } from './harden.ts';
import { openMainWindow, type MainWindow } from './main-window.ts';
import { toMenuTemplate } from './menu.ts';
import { registerPageScheme, servePage } from './page-protocol.ts';
import { findPlanArgument } from './plan-argument.ts';
import { registerCalls } from './register-calls.ts';
import { shellText } from './text.ts';

// The shell, once built, lies in out/main; the page and the preload script lie beside that folder.
const builtFolder = dirname(dirname(fileURLToPath(import.meta.url)));

function giveUp(sentence: string): void {
  dialog.showErrorBox(shellText.cannotStart, sentence);
  app.exit(1);
}

async function start(): Promise<void> {
  const folder = findDataFolder();
  const lock = lockFolder(folder, 'desktop', null);
  if (lock.kind === 'taken') return giveUp(shellText.inUse(folder, lock.by.address));
  app.on('quit', () => lock.release());
  // Before any page opens: on a full disk Chromium would empty its own database.
  if (!(await hasRoom(folder))) return giveUp(shellText.noRoom(folder));

  const root = join(folder, 'vault');
  const vault = openVault({ disk: nodeDisk, root, makeToken: () => randomBytes(8).toString('hex') });
  const files = makeFileCalls({ dialog, shell });
  const where = { mode: 'desktop', folder, address: null, version: app.getVersion() } as const;
  const host = answerHostCall({ vault, where });
  let main: MainWindow | null = null;
  const findWindow = (contentsId: number): MainWindow | null =>
    main !== null && main.window.webContents.id === contentsId ? main : null;
  const openPlan = async (path: string | null): Promise<void> => {
    if (path === null) return;
    const file = await files.openPath(path);
    if (file.ok) main?.events.send({ kind: 'open-plan', file: file.value });
    else await dialog.showMessageBox({ type: 'warning', message: file.error.message });
  };

  denyPermissions(session.defaultSession);
  servePage(protocol, join(builtFolder, 'renderer'));
  registerCalls(ipcMain, (id, name, request) => answerCall({ files, host, findWindow }, id, name, request));
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(toMenuTemplate((actionId) => main?.events.send({ kind: 'action', actionId }))),
  );
  main = openMainWindow({
    dataFolder: folder,
    preload: join(builtFolder, 'preload', 'preload.cjs'),
    isPackaged: app.isPackaged,
    settle: () => vault.settle(),
  });
  app.on('second-instance', (_event, argv, cwd) => {
    if (main === null || main.window.isDestroyed()) return;
    if (main.window.isMinimized()) main.window.restore();
    main.window.focus();
    void openPlan(findPlanArgument(argv, cwd));
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    void openPlan(path);
  });
  await openPlan(findPlanArgument(process.argv, process.cwd()));
}

app.enableSandbox();
registerPageScheme(protocol);
denyNavigation(app);
if (app.requestSingleInstanceLock()) {
  // One window: when it is closed, Rehome is over, on every system.
  app.on('window-all-closed', () => app.quit());
  process.on('SIGTERM', () => app.quit());
  void app.whenReady().then(start);
} else {
  app.quit();
}
