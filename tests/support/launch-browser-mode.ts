import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findChromium } from './find-chromium.ts';
import type { LaunchPlace, RunningApp } from './launch-app.ts';

/** A host of browser mode in a process of its own, and the link that it printed. */
export interface HostProcess {
  readonly child: ChildProcess;
  readonly link: string;
}

/** Starts the built host on a port with a data folder of its own. */
export async function startHost(port: number, dataDir: string): Promise<HostProcess> {
  const child = spawn(process.execPath, [join('out', 'main', 'web.js'), '--port', String(port)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, REHOME_DATA: dataDir },
  });
  let printed = '';
  const link = await new Promise<string>((resolve, reject) => {
    const look = (chunk: Buffer): void => {
      printed += chunk.toString();
      const found = /http:\/\/\S+/u.exec(printed)?.[0];
      if (found !== undefined && printed.endsWith('\n')) resolve(found);
    };
    child.stdout.on('data', look);
    child.stderr.on('data', look);
    child.once('exit', (code) => reject(new Error(`the host ended with ${code}: ${printed}`)));
  });
  return { child, link };
}

/** Ends a process and waits until it is gone. */
export async function endProcess(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

/** Browser mode: the built host in a child process, the page in a Chromium with a profile that outlives restarts. */
export async function launchBrowserMode(
  place: LaunchPlace,
  switches: readonly string[] = [],
): Promise<RunningApp> {
  const host = await startHost(place.port, place.dataDir);
  const context = await chromium.launchPersistentContext(place.profileDir, {
    executablePath: findChromium(),
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...switches],
    acceptDownloads: true,
    viewport: { width: 1280, height: 800 },
  });
  const page = context.pages()[0] ?? (await context.newPage());
  // Someone always listens: a chooser that opens before the first listener is heard of would be one of the browser's own.
  page.on('filechooser', () => undefined);
  await page.goto(host.link);
  return {
    page,
    openWindow: async () => {
      const second = await context.newPage();
      await second.goto(host.link);
      return second;
    },
    close: async () => {
      await context.close();
      await endProcess(host.child, 'SIGTERM');
    },
    terminate: async () => {
      await endProcess(host.child, 'SIGTERM');
      await context.close();
    },
    kill: async () => {
      await endProcess(host.child, 'SIGKILL');
      await context.close();
    },
    chooseFiles: async (paths, trigger) => {
      const asked = page.waitForEvent('filechooser');
      await trigger();
      await (await asked).setFiles([...paths]);
    },
    catchSave: async (trigger) => {
      const asked = page.waitForEvent('download');
      await trigger();
      const download = await asked;
      const path = join(place.savedDir, download.suggestedFilename());
      await download.saveAs(path);
      return path;
    },
  };
}
