import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { note } from './figures.ts';
import { launchBrowserMode } from './launch-browser-mode.ts';
import { launchShell } from './launch-shell.ts';
import { makePageWatch } from './watch-page.ts';

/** Which of the two shells a project runs in. */
export interface ShellOptions {
  readonly shell: 'browser' | 'double';
}

/** The running program behind the page; each way to run it makes one. */
export interface RunningApp {
  readonly page: Page;
  /** A second window of the same program, on its start page. */
  readonly openWindow: () => Promise<Page>;
  /** Ends it like a person does. */
  readonly close: () => Promise<void>;
  /** Ends it like the system does at a shutdown: asks its process, which has some seconds. */
  readonly terminate: () => Promise<void>;
  /** Ends it like a power cut does: every process at once, nothing can be said good-bye to. */
  readonly kill: () => Promise<void>;
  /** Does something that opens a file dialog, and answers it. */
  readonly chooseFiles: (paths: readonly string[], trigger: () => Promise<void>) => Promise<void>;
  /** Does something that saves a file, and answers the path of what was saved. */
  readonly catchSave: (trigger: () => Promise<void>) => Promise<string>;
}

/** What a spec works with, the same in both shells. */
export interface AppDriver {
  /** The page as it is now; another one after a restart. */
  readonly page: Page;
  readonly dataDir: string;
  readonly profileDir: string;
  /** Where saved files go. */
  readonly savedDir: string;
  readonly shell: ShellOptions['shell'];
  readonly openWindow: () => Promise<Page>;
  readonly restart: () => Promise<void>;
  readonly kill: () => Promise<void>;
  readonly terminate: () => Promise<void>;
  /** Ends it like a person does; `start` begins again. */
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
  /** Chooses files in the dialog that the trigger opens; without one, that of the start page's `Import an inventory`. */
  readonly importFiles: (paths: readonly string[], trigger?: () => Promise<void>) => Promise<void>;
  /** Opens a plan file by the start page's `Open a plan`. */
  readonly openPlanFile: (path: string, trigger?: () => Promise<void>) => Promise<void>;
  /** This test breaks the rules of the page on purpose: what it does is not counted. */
  readonly breakRules: () => void;
  /** The path of the file that the trigger saves. */
  readonly savedFile: (trigger: () => Promise<void>) => Promise<string>;
}

/** Folders and places that a launch needs. */
export interface LaunchPlace {
  readonly dataDir: string;
  readonly profileDir: string;
  readonly savedDir: string;
  readonly port: number;
}

function launch(shell: ShellOptions['shell'], place: LaunchPlace): Promise<RunningApp> {
  return shell === 'browser' ? launchBrowserMode(place) : launchShell(place);
}

/** Where the ports of the tests begin; another checkout that is tested at the same time takes others. */
const firstPort = Number(process.env['REHOME_TEST_PORT'] ?? 42_000);

/** The test of Playwright with the app in it. */
export const test = base.extend<{ app: AppDriver } & ShellOptions>({
  shell: ['browser', { option: true }],
  app: async ({ shell }, use, info) => {
    const folder = await mkdtemp(join(tmpdir(), 'rehome-e2e-'));
    const place: LaunchPlace = {
      dataDir: join(folder, 'data'),
      profileDir: join(folder, 'profile'),
      savedDir: folder,
      port: firstPort + info.parallelIndex * 100 + (info.project.name === 'browser' ? 0 : 50),
    };
    const watch = makePageWatch();
    let keepsRules = true;
    const open = async (): Promise<RunningApp> => {
      const opened = await launch(shell, place);
      watch.add(opened.page);
      return opened;
    };
    let running: RunningApp | null = await open();
    const get = (): RunningApp => {
      if (running === null) throw new Error('the app is not running: call start() first');
      return running;
    };
    const stop = async (how: 'close' | 'kill' | 'terminate'): Promise<void> => {
      await running?.[how]();
      running = null;
    };
    const start = async (): Promise<void> => {
      running = await open();
    };
    const press = (name: string) => () => get().page.getByRole('button', { name, exact: true }).click();
    const driver: AppDriver = {
      get page() {
        return get().page;
      },
      dataDir: place.dataDir,
      profileDir: place.profileDir,
      savedDir: place.savedDir,
      shell,
      stop: () => stop('close'),
      start,
      openWindow: async () => {
        const second = await get().openWindow();
        watch.add(second);
        return second;
      },
      breakRules: () => {
        keepsRules = false;
      },
      kill: () => stop('kill'),
      terminate: () => stop('terminate'),
      restart: async () => {
        await stop('close');
        await start();
      },
      importFiles: (paths, trigger = press('Import an inventory')) => get().chooseFiles(paths, trigger),
      openPlanFile: (path, trigger = press('Open a plan')) => get().chooseFiles([path], trigger),
      savedFile: (trigger) => get().catchSave(trigger),
    };
    try {
      await use(driver);
      if (keepsRules) {
        // H-3 and S3, in every test of the suite.
        expect(watch.violations).toEqual([]);
        expect(watch.strangers).toEqual([]);
        note('H-3', `end-to-end tests without a violation of the policy (${shell})`, 1, 1);
        const asked = watch.requests();
        note('S3', `requests of the page, all to the program itself (${shell})`, asked, asked);
      }
    } finally {
      await stop('close');
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  },
});

export { expect };
