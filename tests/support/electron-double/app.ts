import { EventEmitter } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Chromium } from './chromium.ts';
import { config } from './config.ts';
import { makeEvent, strict } from './strict.ts';

/** What is the same for all parts of the double. */
export const shared = {
  chromium: null as Chromium | null,
  isReady: false,
  isQuitting: false,
  windows: new Set<{ close: () => void; isDestroyed: () => boolean }>(),
};

const { userData } = config;
const paths: Record<string, string> = {
  userData,
  // Where the Chromium that is driven keeps what it knows of a page.
  sessionData: join(userData, 'chromium', 'Default'),
  appData: dirname(userData),
  logs: join(userData, 'logs'),
  temp: tmpdir(),
  home: homedir(),
  documents: join(homedir(), 'Documents'),
  downloads: join(homedir(), 'Downloads'),
  exe: process.execPath,
};
const lockPath = join(userData, 'SingletonDouble');
let hasLock = false;
let goReady = (): void => {};
const ready = new Promise<void>((resolve) => {
  goReady = resolve;
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function readLock(): number {
  try {
    return Number(readFileSync(lockPath, 'utf8'));
  } catch {
    return 0;
  }
}

const methods = {
  isPackaged: config.isPackaged,
  commandLine: strict('app.commandLine', {
    hasSwitch: (name: string) => config.switches.some((each) => each === name || each.startsWith(`${name}=`)),
  }),
  name: config.name,
  isSandboxForced: false,
  whenReady: () => ready,
  isReady: () => shared.isReady,
  getName: () => config.name,
  getVersion: () => config.version,
  getAppPath: () => config.appPath,
  getLocale: () => 'en-US',
  getPath: (name: string) => {
    const path = paths[name];
    if (path === undefined) throw new Error(`Failed to get '${name}' path`);
    return path;
  },
  setPath: (name: string, path: string) => {
    paths[name] = path;
  },
  enableSandbox: () => {
    if (shared.isReady) throw new Error('app.enableSandbox() must be called before the app is ready');
    app.isSandboxForced = true;
  },
  requestSingleInstanceLock: () => {
    mkdirSync(userData, { recursive: true });
    const pid = readLock();
    if (pid > 0 && pid !== process.pid && isAlive(pid)) return false;
    writeFileSync(lockPath, String(process.pid));
    hasLock = true;
    return true;
  },
  releaseSingleInstanceLock: () => {
    if (hasLock) rmSync(lockPath, { force: true });
    hasLock = false;
  },
  quit: () => {
    if (shared.isQuitting) return;
    const before = makeEvent({});
    app.emit('before-quit', before);
    if (before.defaultPrevented) return;
    for (const window of shared.windows) {
      window.close();
      if (!window.isDestroyed()) return;
    }
    const will = makeEvent({});
    app.emit('will-quit', will);
    if (will.defaultPrevented) return;
    shared.isQuitting = true;
    app.emit('quit', makeEvent({}), 0);
    app.exit(0);
  },
  exit: (code = 0) => {
    shared.isQuitting = true;
    methods.releaseSingleInstanceLock();
    const { chromium } = shared;
    const end = (): void => process.exit(code);
    if (chromium === null || chromium.isGone()) return end();
    chromium.once('exit', end);
    chromium.send('Browser.close').catch(() => {});
    setTimeout(() => {
      chromium.process.kill('SIGKILL');
      end();
    }, 5000).unref();
  },
};

/** The stand-in for `app`. */
export const app = strict('app', Object.assign(new EventEmitter(), methods));

/** Everything is loaded: tells the app that it is ready. */
export function becomeReady(): void {
  if (shared.isReady) return;
  shared.isReady = true;
  goReady();
  app.emit('ready', {}, {});
}
