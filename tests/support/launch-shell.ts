import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication } from '@playwright/test';
import { findChromium } from './find-chromium.ts';
import { killGroup } from './kill-group.ts';
import type { LaunchPlace, RunningApp } from './launch-app.ts';

/** The environment of the shell: a data folder of its own, and the Chromium that the stand-in drives. */
function toEnvironment(place: LaunchPlace): Record<string, string> {
  const inherited = Object.entries(process.env).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value] as const],
  );
  return { ...Object.fromEntries(inherited), REHOME_DATA: place.dataDir, REHOME_CHROMIUM: findChromium() };
}

/** The folder of the app: this project, or a copy of its build that was tampered with. */
function toAppFolder(): string {
  return process.env['REHOME_APP_FOLDER'] ?? '.';
}

/** Starts the built shell by Playwright's own launcher: in the stand-in, or in Electron itself with `REHOME_REAL_ELECTRON`. */
export async function launchElectron(
  place: LaunchPlace,
  more: readonly string[] = [],
): Promise<ElectronApplication> {
  const isReal = (process.env['REHOME_REAL_ELECTRON'] ?? '') !== '';
  return _electron.launch({
    args: [`--user-data-dir=${place.profileDir}`, '--no-sandbox', toAppFolder(), ...more],
    env: toEnvironment(place),
    ...(isReal ? {} : { executablePath: resolve('out', 'electron-double', 'electron') }),
  });
}

/** The desktop shell. Its dialogs are scripted, which is how every Electron test answers them. */
export async function launchShell(place: LaunchPlace, more: readonly string[] = []): Promise<RunningApp> {
  const shell = await launchElectron(place, more);
  const page = await shell.firstWindow();
  // The first thing that a window shows is an empty page.
  await page.waitForURL(/\/index\.html/u);
  await page.setViewportSize({ width: 1280, height: 800 });
  const program = shell.process();
  return {
    page,
    openWindow: async () => {
      const opened = shell.waitForEvent('window');
      await shell.evaluate(({ Menu }) => {
        Menu.getApplicationMenu()?.getMenuItemById('new-window')?.click();
      });
      const second = await opened;
      await second.waitForURL(/\/index\.html/u);
      await second.setViewportSize({ width: 1280, height: 800 });
      return second;
    },
    close: () => shell.close(),
    terminate: async () => {
      const gone = new Promise((ended) => program.once('exit', ended));
      program.kill('SIGTERM');
      await gone;
    },
    kill: async () => {
      const { pid } = program;
      if (pid === undefined) return;
      const gone = new Promise((ended) => program.once('exit', ended));
      // Playwright starts the shell as the first of a group: the browser behind it must not say good-bye either.
      await killGroup(pid);
      await gone;
    },
    chooseFiles: async (paths, trigger) => {
      await shell.evaluate(
        ({ dialog }, filePaths) => {
          dialog.showOpenDialog = async () => ({ canceled: false, filePaths });
        },
        [...paths],
      );
      await trigger();
    },
    catchSave: async (trigger) => {
      const folder = place.savedDir;
      await shell.evaluate(({ dialog }, target) => {
        const inside = globalThis as { savedPath?: string };
        inside.savedPath = '';
        dialog.showSaveDialog = async (...args: unknown[]) => {
          const options = args.at(-1) as { defaultPath?: string };
          inside.savedPath = `${target}/${options.defaultPath ?? 'saved'}`;
          return { canceled: false, filePath: inside.savedPath };
        };
      }, folder);
      await trigger();
      const deadline = Date.now() + 10_000;
      for (;;) {
        const path = await shell.evaluate(() => (globalThis as { savedPath?: string }).savedPath ?? '');
        // The shell renames the file into its place when it is whole.
        if (path !== '' && existsSync(path)) return join(path);
        if (Date.now() > deadline) throw new Error('nothing was saved within ten seconds');
        await page.waitForTimeout(50);
      }
    },
  };
}
