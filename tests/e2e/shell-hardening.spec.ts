import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { ElectronApplication, Page } from '@playwright/test';
import { callNames } from '#core/contract/calls.ts';
import { note } from '#support/figures.ts';
import { hostileAddresses, pathsOut, permissionNames, tryForbidden, waysOut } from '#support/hostile-page.ts';
import { expect, test } from '#support/launch-app.ts';
import { launchElectron } from '#support/launch-shell.ts';

// The checks that a sabotaged build has to fail: one start, all rules. `tests/support/run/teeth.mjs` runs this file.

test.beforeEach(({ shell }) => {
  test.skip(shell !== 'double', 'this looks into the shell; browser mode has none');
});

/** What the stand-in recorded; only the stand-in has it. */
interface Recorded {
  readonly remoteRequests: readonly string[];
  readonly opened: readonly string[];
  readonly permissionHandlers: ReadonlyMap<string, (...args: any[]) => unknown>;
}

type Reply = { readonly ok: boolean; readonly error?: { readonly code: string } };

function call(page: Page, name: string, ...args: readonly unknown[]): Promise<Reply> {
  return page.evaluate(
    async ([callName, request]) => {
      // A shell that is not there, or has no such call, is an answer too: the checks say what they wanted instead.
      const none: Reply = { ok: false, error: { code: 'no-call' } };
      const shell = Reflect.get(globalThis, 'rehome') as
        | { call: Record<string, (...all: unknown[]) => Promise<Reply>> }
        | undefined;
      return (await shell?.call[callName]?.(request).catch(() => none)) ?? none;
    },
    [name, args[0]] as const,
  );
}

const recorded = (app: ElectronApplication) =>
  app.evaluate((electron) => {
    const double = Reflect.get(electron, 'electronDouble') as Recorded;
    return { remote: [...double.remoteRequests], opened: [...double.opened] };
  });

async function checkPage(app: ElectronApplication, page: Page): Promise<void> {
  await test.step('H-1 the sandbox is on for every window', async () => {
    expect(await app.evaluate((electron) => Reflect.get(electron.app, 'isSandboxForced'))).toBe(true);
    expect(
      await page.evaluate(() => ['require', 'process', 'Buffer'].filter((each) => each in globalThis)),
    ).toEqual([]);
  });
  await test.step('H-2 only files of the page, and only by GET', async () => {
    const served = await page.evaluate(
      async (paths) => {
        const statusOf = (path: string, init?: RequestInit): Promise<number> =>
          fetch(path, init).then(
            (answer) => answer.status,
            () => 0,
          );
        const found = await Promise.all(paths.map((path) => statusOf(path)));
        return {
          paths: paths.filter((_path, index) => found[index] === 200),
          post: await statusOf('/index.html', { method: 'POST' }),
          get: await statusOf('/index.html'),
        };
      },
      [...pathsOut],
    );
    expect(served).toEqual({ paths: [], post: 405, get: 200 });
    note('H-2', 'paths out of the page', pathsOut.length, pathsOut.length);
  });
  await test.step('H-3 the policy is the agreed one and in force', async () => {
    const headers = await page.evaluate(async () => Object.fromEntries((await fetch('/index.html')).headers));
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
        "connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
        "object-src 'none'; require-trusted-types-for 'script'; trusted-types rehome-worker",
    );
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
    expect(await page.evaluate(tryForbidden)).toEqual([]);
  });
}

async function checkCalls(app: ElectronApplication, page: Page, dataDir: string): Promise<void> {
  await test.step('H-4 arguments are looked at, paths are not taken', async () => {
    const junk = { planId: '../x', path: '/etc/passwd', handle: '/etc/passwd', url: 'file:///etc/passwd' };
    for (const name of callNames) {
      expect(await call(page, name, junk), name).toMatchObject({
        ok: false,
        error: { code: 'bad-arguments' },
      });
    }
    const save = { handle: join(dataDir, 'planted'), suggestedName: 'x', bytes: new Uint8Array([1]) };
    const planted = await page.evaluate(
      ({ handle, suggestedName }) =>
        (
          Reflect.get(globalThis, 'rehome') as { call: Record<string, (request: object) => Promise<Reply>> }
        ).call['saveFile']?.({ handle, suggestedName, bytes: new Uint8Array([1]) }),
      save,
    );
    expect(planted?.ok).toBe(false);
    await expect(stat(save.handle)).rejects.toThrow();
  });
  await test.step('H-4, S4 what is asked for rightly is done, for the owner alone', async () => {
    const plan = { planId: 'pl_hard', name: 'Hard', revision: 1, writer: 'w', checkpoint: '1' };
    expect(await call(page, 'writeCheckpoint', plan)).toMatchObject({ ok: true });
    expect(await call(page, 'loadPlan', { planId: 'pl_hard' })).toMatchObject({
      ok: true,
      value: { revision: 1 },
    });
    const folder = join(dataDir, 'vault', 'pl_hard');
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder, 'plan.json'))).mode & 0o777).toBe(0o600);
  });
  await test.step('H-5 the preload script offers its calls and nothing else', async () => {
    const offered = await page.evaluate(() => {
      const shell = Reflect.get(globalThis, 'rehome') as { call: object };
      return {
        keys: Object.keys(shell).sort(),
        calls: Object.keys(shell.call).sort(),
        isFrozen: Object.isFrozen(shell) && Object.isFrozen(shell.call),
        others: Object.keys(globalThis).filter((key) => /ipc|electron|require/iu.test(key)),
      };
    });
    expect(offered).toEqual({
      keys: ['call', 'onEvent'],
      calls: [...callNames].sort(),
      isFrozen: true,
      others: [],
    });
  });
  await test.step('the menu reaches the page', async () => {
    await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('shortcuts')?.click());
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
    await page.keyboard.press('Escape');
  });
}

async function checkOutside(app: ElectronApplication, page: Page): Promise<void> {
  await test.step('H-7 every permission is denied', async () => {
    const granted = await app.evaluate(
      async (electron, names) => {
        const { permissionHandlers } = Reflect.get(electron, 'electronDouble') as Recorded;
        const found: string[] = [];
        for (const name of names) {
          let isRequested = permissionHandlers.get('request') === undefined;
          permissionHandlers.get('request')?.(null, name, (isAllowed: boolean) => {
            isRequested = isAllowed;
          });
          const isChecked = permissionHandlers.get('check')?.(null, name) ?? true;
          const isDevice = permissionHandlers.get('device')?.({ deviceType: name }) ?? true;
          if (isRequested || isChecked === true || isDevice === true) found.push(name);
        }
        let stream: unknown = 'never answered';
        permissionHandlers.get('display')?.({}, (answer: unknown) => {
          stream = answer;
        });
        return { found, stream };
      },
      [...permissionNames],
    );
    expect(granted).toEqual({ found: [], stream: {} });
    note('H-7', 'permissions', permissionNames.length, permissionNames.length);
  });
  await test.step('H-8 only https addresses are opened, and only after a yes', async () => {
    await app.evaluate(({ dialog }) => {
      dialog.showMessageBox = async () => ({ response: 1, checkboxChecked: false });
    });
    for (const url of hostileAddresses) await call(page, 'openExternal', { url });
    expect((await recorded(app)).opened).toEqual([]);
    await call(page, 'openExternal', { url: 'https://example.com/a' });
    expect((await recorded(app)).opened).toEqual(['https://example.com/a']);
    await app.evaluate(({ dialog }) => {
      dialog.showMessageBox = async () => ({ response: 0, checkboxChecked: false });
    });
    await call(page, 'openExternal', { url: 'https://example.com/b' });
    expect((await recorded(app)).opened).toHaveLength(1);
    note('H-8', 'hostile addresses', hostileAddresses.length, hostileAddresses.length);
  });
  await test.step('H-6 the page stays where it is', async () => {
    const before = page.url();
    await page.evaluate(() => Reflect.set(globalThis, 'stayed', true));
    for (const [name, go] of Object.entries(waysOut)) {
      await page.evaluate(go).catch(() => {});
      await page.waitForTimeout(120);
      expect(page.url(), name).toBe(before);
      expect(await page.evaluate(() => Reflect.get(globalThis, 'stayed')), name).toBe(true);
    }
    await expect.poll(() => app.windows().length).toBe(1);
    note('H-6', 'ways out of the page', Object.keys(waysOut).length, Object.keys(waysOut).length);
  });
}

/** Ends the shell, also one that ended by itself: of such a one Playwright sometimes waits for words that will not come. */
async function endShell(app: ElectronApplication, program: ChildProcess): Promise<void> {
  const asked = app.close().catch(() => {});
  const isLate = await Promise.race([asked.then(() => false), setTimeout(15_000, true)]);
  if (isLate) program.kill('SIGKILL');
}

test('H-1 to H-8: every rule of the shell holds', async () => {
  test.setTimeout(90_000);
  const folder = await mkdtemp(join(tmpdir(), 'rehome-hard-'));
  const dataDir = join(folder, 'data');
  const place = { dataDir, profileDir: join(folder, 'profile'), savedDir: folder, port: 0 };
  const app = await launchElectron(place);
  const program = app.process();
  try {
    const page = await app.firstWindow();
    const violations: string[] = [];
    page.on('console', (message) => {
      if (/violates the following Content Security Policy/iu.test(message.text()))
        violations.push(message.text());
    });
    await page.waitForURL(/\/index\.html/u, { timeout: 10_000 });
    await expect(page.getByRole('button', { name: 'Import an inventory', exact: true })).toBeVisible();
    expect(violations).toEqual([]);
    // S3: nothing has been asked of anybody else before the hostile part begins.
    expect((await recorded(app)).remote).toEqual([]);
    await checkPage(app, page);
    await checkCalls(app, page, dataDir);
    await checkOutside(app, page);
  } finally {
    await endShell(app, program);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
