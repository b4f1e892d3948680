import type { Bridge } from '#core/contract/bridge.ts';
import { createBrowserBridge } from './browser.ts';
import { createDesktopBridge, findShell } from './desktop.ts';

/** The way out of the page: over the preload script in Electron, over HTTP in browser mode. Call it once, at the start. */
export function createBridge(): Bridge {
  const shell = findShell();
  return shell === null ? createBrowserBridge() : createDesktopBridge(shell);
}
