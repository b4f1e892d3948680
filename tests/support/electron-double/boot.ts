// Stands in for the electron program: the same command line and the same lines on standard error, so that Playwright's own
// `_electron.launch` drives it with the same specs as the real one.
import inspector from 'node:inspector';
import Module, { createRequire } from 'node:module';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, becomeReady, shared } from './app.ts';
import { startChromium } from './chromium.ts';
import { config } from './config.ts';
import { electron, electronNames } from './electron.ts';
import { complain } from './strict.ts';
import { allContents } from './web-contents.ts';

const require = createRequire(import.meta.url);
const inside: Record<string, any> = globalThis;

/** Makes `electron` importable from the app's ES modules and from the test runner's CommonJS. */
function offerElectron(): void {
  const loader = Module as unknown as { _load: (request: string, ...rest: unknown[]) => unknown };
  const load = loader._load;
  loader._load = (request, ...rest) =>
    request === 'electron' ? electron : load.call(Module, request, ...rest);
  inside['electronDoubleModule'] = electron;
  const names = electronNames.map((name) => `export const ${name} = electron.${name};`).join('\n');
  const shim = `const electron = globalThis.electronDoubleModule;\nexport default electron;\n${names}`;
  const address = `data:text/javascript,${encodeURIComponent(shim)}`;
  const hook = `export async function resolve(name, context, next) {
    return name === 'electron' ? { url: ${JSON.stringify(address)}, format: 'module', shortCircuit: true } : next(name, context);
  }`;
  Module.register(`data:text/javascript,${encodeURIComponent(hook)}`);
}

/** A test runner that came with the inspector attaches before the app may be ready. */
function waitForRunner(): Promise<void> {
  if (!config.isInspected || config.preloads.length > 0) return Promise.resolve();
  return new Promise((resolve) => {
    inside['__playwright_run'] = async () => resolve();
  });
}

offerElectron();
const { version } = require(join(config.appPath, 'node_modules/electron/package.json'));
Object.defineProperty(process.versions, 'electron', { value: `${String(version)}-double` });
Object.defineProperty(process, 'type', { value: 'browser' });
process.on('unhandledRejection', (error) => {
  complain(`unhandled rejection in main: ${error instanceof Error ? String(error.stack) : String(error)}`);
  app.exit(70);
});
if (config.isInspected) inspector.open(0);
for (const path of config.preloads) require(path);
const released = waitForRunner();
mkdirSync(config.userData, { recursive: true });
const { chromium, banner } = await startChromium(join(config.userData, 'chromium'));
shared.chromium = chromium;
chromium.on('exit', () => {
  if (!shared.isQuitting) app.exit(1);
});
chromium.on('Target.targetCreated', ({ targetInfo: { type, targetId, url } }) => {
  if (type !== 'page') return;
  // A window that a page opened, by script, by a target or by a middle click: where the app denies that, Electron would not have made
  // it, so it goes. Not at once: the app's own windows become known a moment later, and the test runner is just attaching to it.
  setTimeout(() => {
    const all = [...allContents.values()];
    if (all.some((contents) => contents.target === targetId)) return;
    if (all.every((contents) => contents.deniesWindow(url)))
      void chromium.send('Target.closeTarget', { targetId }).catch(() => {});
    else complain(`a page was allowed to open a window: ${url}`);
  }, 400);
});
await chromium.send('Target.setDiscoverTargets', { discover: true });
process.stderr.write(`${banner}\n`);
await import(pathToFileURL(config.main).href);
await released;
becomeReady();
