import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, dialog, ipcMain, Menu, protocol, safeStorage, session, shell } from 'electron';
import { findDataFolder } from '#main/vault/data-folder.ts';
import { lockFolder } from '#main/vault/folder-lock.ts';
import { hasRoom } from '#main/vault/free-space.ts';
import { toErrorCode } from '#main/vault/vault-problem.ts';
import { openStore } from '#main/vault/open-store.ts';
import { answerHostCall } from '#main/web/host-calls.ts';
import { answerCall } from './answer-calls.ts';
import { makeFileCalls } from './file-calls.ts';
import { catchFailures } from './catch-failures.ts';
import { denyNavigation, denyPermissions, isDebugged } from './harden.ts';
import { makeKeyring } from './keyring.ts';
import { toMenuTemplate } from './menu.ts';
import { registerPageScheme, servePage } from './page-protocol.ts';
import { makeOpenWindows } from './open-windows.ts';
import { makePlanLinks } from './plan-links.ts';
import { findPlanArgument } from './plan-argument.ts';
import { quitWindowByWindow } from './quit-windows.ts';
import { makeRecentPlans } from './recent-plans.ts';
import { registerCalls } from './register-calls.ts';
import { dropSetAside, setAsideDatabases } from './set-aside-databases.ts';
import { shellText } from './text.ts';

// The shell, once built, lies in out/main; the page and the preload script lie beside that folder.
const builtFolder = dirname(dirname(fileURLToPath(import.meta.url)));

function giveUp(sentence: string): void {
  dialog.showErrorBox(shellText.cannotStart, sentence);
  app.exit(1);
}

async function start(): Promise<void> {
  const folder = findDataFolder();
  // Before any page opens: on a full disk Chromium would empty its own database.
  if (!(await hasRoom(folder))) return giveUp(shellText.noRoom(folder));
  const lock = lockFolder(folder, 'desktop', null);
  if (lock.kind === 'taken') return giveUp(shellText.inUse(folder, lock.by.address));
  app.on('quit', () => lock.release());

  const store = openStore({ dataFolder: folder, keyring: makeKeyring(safeStorage, process.platform) });
  const { vault, settings, passphrase } = store;
  await vault.sweep();
  const files = makeFileCalls({ dialog, shell });
  const where = { mode: 'desktop', folder, address: null, version: app.getVersion() } as const;
  const host = answerHostCall({ vault, settings, passphrase, where });
  const windows = makeOpenWindows({
    dataFolder: folder,
    preload: join(builtFolder, 'preload', 'preload.cjs'),
    isPackaged: app.isPackaged,
    settle: () => vault.settle(),
  });
  const openPlan = async (path: string | null): Promise<void> => {
    if (path === null) return;
    const file = await files.openPath(path);
    if (file.ok) windows.tell({ kind: 'open-plan', file: file.value });
    else await dialog.showMessageBox({ type: 'warning', message: file.error.message });
  };

  await setAsideDatabases(app.getPath('sessionData'));
  denyPermissions(session.defaultSession);
  servePage(protocol, join(builtFolder, 'renderer'));
  const links = makePlanLinks(store.links, files);
  const context = { files, links, host, passphrase, findWindow: windows.find };
  const recent = makeRecentPlans(() => showMenu());
  const showMenu = (): void => {
    const deeds = {
      run: (actionId: string) => windows.tell({ kind: 'action', actionId }),
      openWindow: () => void windows.open(),
      openPlan: (planId: string) => windows.tell({ kind: 'open-stored', planId }),
    };
    Menu.setApplicationMenu(Menu.buildFromTemplate(toMenuTemplate(deeds, recent.list())));
  };
  registerCalls(ipcMain, async (id, name, request) => {
    const answer = await answerCall(context, id, name, request);
    recent.note(name, request, answer);
    if (['deletePlan', 'changePassphrase'].includes(name)) await dropSetAside(app.getPath('sessionData'));
    return answer;
  });
  showMenu();
  windows.open();
  catchFailures(app, dialog, { folder, settle: () => vault.settle() });
  app.on('second-instance', (_event, argv, cwd) => {
    const { window } = windows.current();
    if (window.isMinimized()) window.restore();
    window.focus();
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
if (isDebugged(app)) {
  // A packaged Rehome is nobody's to look into: with such a switch any program could read the plans out of the page.
  process.stderr.write(`${shellText.noDebugging}\n`);
  app.exit(1);
} else if (app.requestSingleInstanceLock()) {
  // When the last window is closed Rehome is over, on every system.
  app.on('window-all-closed', () => app.quit());
  quitWindowByWindow(app);
  process.on('SIGTERM', () => app.quit());
  void app
    .whenReady()
    .then(start)
    .catch((error: unknown) => giveUp(shellText.noFolder(findDataFolder(), toErrorCode(error))));
} else {
  app.quit();
}
