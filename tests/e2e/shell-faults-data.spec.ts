import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Page } from '@playwright/test';
import { parsePlanFile } from '#core/document/plan-file.ts';
import { sealCheckpoint, unsealCheckpoint } from '#main/vault/seal.ts';
import { databaseDamages, findAside, findDatabases, findText, mountSmallDisk } from '#support/damage.ts';
import { runs } from '#support/counts.ts';
import { note } from '#support/figures.ts';
import { expect, test, type AppDriver, type RunningApp } from '#support/launch-app.ts';
import { endProcess, launchBrowserMode, startHost } from '#support/launch-browser-mode.ts';
import { button, openExample } from '#support/story/review.ts';
import { markForRemoval } from '#support/story/steps.ts';
import { expectSaved, onMap, openRecent, select, theInspector } from '#support/story/workspace.ts';

const name = 'Plan of servers';

async function plan(app: AppDriver): Promise<void> {
  await openExample(app, 'bookshop');
  await markForRemoval(app.page, 'shop02');
  await expectSaved(app.page);
}

async function expectPlan(page: Page): Promise<void> {
  await openRecent(page, name);
  await expect(onMap(page, 'shop02')).toHaveAccessibleName(/removal candidate/u);
  await expectSaved(page);
}

async function findPlanFolder(dataDir: string): Promise<string> {
  const [id] = await readdir(join(dataDir, 'vault'));
  return join(dataDir, 'vault', id ?? '');
}

/** Rows of no plan beside those of the product, so many that the database has tables and not only a log. */
function fillDatabase(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const request = indexedDB.open('filler', 1);
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore('rows'));
    await new Promise((resolve) => {
      request.addEventListener('success', resolve);
    });
    // Larger values would be files of their own.
    const writing = request.result.transaction('rows', 'readwrite');
    for (let row = 0; row < 400; row += 1) {
      writing.objectStore('rows').put(crypto.getRandomValues(new Uint8Array(20_000)), row);
    }
    await new Promise((resolve) => {
      writing.addEventListener('complete', resolve);
    });
    request.result.close();
  });
}

test('F5 a database that is damaged in any way costs nothing', async ({ app }) => {
  test.setTimeout(240_000);
  await plan(app);
  const kinds = Object.entries(databaseDamages);
  let held = 0;
  for (const [kind, damage] of kinds) {
    await test.step(kind, async () => {
      if (app.shell === 'double' && kind === 'a table has flipped bytes') await fillDatabase(app.page);
      await app.stop();
      const databases = await findDatabases(app.profileDir);
      // Browser mode keeps nothing in the browser: there is nothing to damage, and that is the point.
      expect(databases.length > 0).toBe(app.shell === 'double');
      for (const folder of databases) await damage(folder);
      await app.start();
      if (app.shell === 'double') {
        // What was there is kept aside.
        const aside = await findAside(app.profileDir);
        expect(aside.length).toBeGreaterThan(0);
        for (const folder of aside) await rm(folder, { recursive: true });
      }
      await expectPlan(app.page);
      await button(app.page, 'Undo').click();
      await expect(onMap(app.page, 'shop02')).not.toHaveAccessibleName(/removal candidate/u);
      await button(app.page, 'Redo').click();
      await expectSaved(app.page);
      held += 1;
    });
  }
  note('F5', `damages of the database (${app.shell})`, held, kinds.length);
});

test('F20 cleared site data costs nothing', async ({ app }) => {
  await plan(app);
  const session = await app.page.context().newCDPSession(app.page);
  const origin = await app.page.evaluate(() => globalThis.location.origin);
  await session.send('Storage.clearDataForOrigin', {
    origin,
    storageTypes: 'indexeddb,local_storage,cache_storage',
  });
  await app.restart();
  await expectPlan(app.page);
  note('F20', `plans after cleared site data (${app.shell})`, 1, 1);
});

test('F14, F18 a database that takes nothing, or goes away, holds nothing up', async ({ app }) => {
  await plan(app);
  const session = await app.page.context().newCDPSession(app.page);
  const origin = await app.page.evaluate(() => globalThis.location.origin);
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  await markForRemoval(app.page, 'shop01');
  await expectSaved(app.page);
  // Another window brings a newer form of the database: this one's connection is closed under it.
  await app.page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const request = indexedDB.open('rehome', 40);
        request.addEventListener('success', () => {
          request.result.close();
          resolve();
        });
        request.addEventListener('error', () => resolve());
      }),
  );
  await markForRemoval(app.page, 'mail01');
  await expectSaved(app.page);
  // F12: the database is newer than the program now; nothing in it is used or written.
  await app.restart();
  await expectPlan(app.page);
  for (const server of ['shop01', 'mail01']) {
    await expect(onMap(app.page, server)).toHaveAccessibleName(/removal candidate/u);
  }
});

test('F12 a plan of a newer Rehome is left as it is, and that is said', async ({ app }) => {
  await plan(app);
  await app.stop();
  const path = join(await findPlanFolder(app.dataDir), 'plan.json');
  await writeFile(path, (await readFile(path, 'utf8')).replace('rehome-vault/1', 'rehome-vault/2'));
  const sum = async () =>
    createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
  const before = await sum();
  await app.start();
  await app.page
    .getByRole('button', { name: /Damaged|pl_|Plan of servers/u })
    .first()
    .click();
  await expect(
    app.page.getByRole('alert').filter({ hasText: 'stored by a newer version of Rehome' }),
  ).toBeVisible();
  await expect(
    app.page.getByRole('button', { name: `${name} Stored by a newer version of Rehome` }),
  ).toBeVisible();
  const copy = await app.savedFile(() => button(app.page, 'Export a copy').click());
  expect(basename(copy)).toBe('Plan-of-servers.rehome.json');
  expect(parsePlanFile(await readFile(copy, 'utf8'))).toMatchObject({ ok: true, value: { name } });
  expect(await readFile(copy, 'utf8')).toContain('"name": "shop02"');
  await app.restart();
  expect(await sum()).toBe(before);
});

test('F12 a plan of which only the form is newer can be exported and is left as it is', async ({ app }) => {
  await plan(app);
  await app.stop();
  const path = join(await findPlanFolder(app.dataDir), 'plan.json');
  const read = unsealCheckpoint(await readFile(path));
  if (read.kind !== 'good') throw new Error(read.kind);
  const checkpoint = read.value.checkpoint.replace('"rehome/1"', '"rehome/9"');
  const sealed = Buffer.from(sealCheckpoint({ ...read.value, checkpoint }));
  await writeFile(path, sealed);
  for (const database of await findDatabases(app.profileDir)) await rm(database, { recursive: true });
  await app.start();
  await app.page
    .getByRole('button', { name: new RegExp(`^${name}`, 'u') })
    .first()
    .click();
  await expect(app.page.getByRole('alert').filter({ hasText: 'has the format rehome/9' })).toBeVisible();
  const offered = await app.savedFile(() => button(app.page, 'Export a copy').click());
  const newer = await readFile(offered, 'utf8');
  expect(newer.startsWith('{\n  "format": "rehome/9"')).toBe(true);
  expect(newer).toContain('"name": "shop02"');
  expect(newer).toContain('"disposition": "retire"');
  await button(app.page, `More about ${name}`).click();
  const chosen = await app.savedFile(() =>
    app.page.getByRole('menuitem', { name: 'Export a copy…', exact: true }).click(),
  );
  expect(await readFile(chosen, 'utf8')).toBe(newer);
  await app.stop();
  expect(Buffer.compare(await readFile(path), sealed)).toBe(0);
});

test('F7 when both copies of a plan are gone its versions are offered, not a first start', async ({
  app,
}) => {
  await openExample(app, 'bookshop');
  await markForRemoval(app.page, 'shop02');
  await expectSaved(app.page);
  await app.stop();
  const folder = await findPlanFolder(app.dataDir);
  for (const file of ['plan.json', 'plan.prev.json']) await writeFile(join(folder, file), '');
  for (const database of await findDatabases(app.profileDir)) await rm(database, { recursive: true });
  await app.start();
  const row = app.page.getByRole('button', { name: /Damaged: open it/u });
  await row.click();
  await expect(app.page.getByText('Both copies of this plan are damaged').first()).toBeVisible();
  const dialog = app.page.getByRole('dialog', { name: /^Earlier versions of/u });
  await dialog.getByRole('list', { name: 'Versions' }).getByRole('button').first().click();
  await button(dialog, 'Open as a copy').click();
  await expectSaved(app.page);
  expect((await readFile(join(folder, 'plan.json'))).length).toBe(0);
});

test('B-8 after a quit the profile of the browser holds nothing of a plan', async ({ app }) => {
  test.skip(
    app.shell !== 'browser',
    'the window of the shell has a profile of its own, in the folder of the data',
  );
  await plan(app);
  await select(app.page, 'shop02');
  await expect(theInspector(app.page)).toContainText('Removal candidate');
  expect(await app.page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
  expect(await app.page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  await app.stop();
  const storage = [
    'IndexedDB',
    'Local Storage',
    'Session Storage',
    'Service Worker',
    'WebStorage',
    'File System',
  ];
  for (const folder of storage) {
    expect(await findText(join(app.profileDir, 'Default', folder), 'shop02')).toEqual([]);
  }
  note('B-8', 'kinds of storage of the browser without a plan', storage.length, storage.length);
});

for (const round of Array.from({ length: runs('diskFull') }, (_, at) => at + 1))
  test(`F4 a full disk: said, nothing lost, and no start on it (${round})`, async ({ shell }, info) => {
    test.skip(shell !== 'browser', 'the same vault is behind both shells');
    const folder = await mkdtemp(join(tmpdir(), 'rehome-full-'));
    const disk = join(folder, 'disk');
    await mkdir(disk);
    const unmount = mountSmallDisk(disk, 120);
    test.skip(unmount === null, 'no disk can be mounted here (that needs the superuser)');
    const place = {
      dataDir: join(disk, 'data'),
      profileDir: join(folder, 'profile'),
      savedDir: folder,
      port: 43_000 + info.parallelIndex,
    };
    const fill = async (): Promise<void> => {
      const { bavail, bsize } = await statfs(disk);
      await writeFile(join(disk, 'full'), Buffer.alloc(Math.max(0, bavail * bsize - 4096))).catch(() => {});
      await writeFile(join(disk, 'fuller'), Buffer.alloc(1 << 20)).catch(() => {});
    };
    let open: RunningApp | null = null;
    try {
      const running = await launchBrowserMode(place);
      open = running;
      const driver = {
        page: running.page,
        importFiles: (
          paths: readonly string[],
          trigger = async () => button(running.page, 'Import an inventory').click(),
        ) => running.chooseFiles(paths, trigger),
      } as AppDriver;
      await openExample(driver, 'bookshop');
      await expectSaved(running.page);
      await fill();
      await markForRemoval(running.page, 'shop02');
      const isFull = running.page.getByRole('alert').filter({ hasText: 'The disk is full' });
      // The last piece of a file that is there has room for some edits more.
      for (let edit = 0; edit < 200 && !(await isFull.isVisible()); edit += 1) {
        await running.page.keyboard.press(edit % 2 === 0 ? 'Control+z' : 'Control+Shift+z');
      }
      await expect(isFull).toBeVisible();
      await expect(onMap(running.page, 'shop01')).toBeVisible();
      await expect(running.page.getByRole('status').filter({ hasText: /^Not saved$/u })).toBeVisible();
      await expect(startHost(place.port + 500, join(disk, 'other'))).rejects.toThrow(/less than 50 MB/u);
      await rm(join(disk, 'full'), { force: true });
      await rm(join(disk, 'fuller'), { force: true });
      await button(running.page, 'Try again').click();
      await expectSaved(running.page);
      if (
        !/removal candidate/u.test((await onMap(running.page, 'shop02').getAttribute('aria-label')) ?? '')
      ) {
        await running.page.keyboard.press('Control+Shift+z');
        await expectSaved(running.page);
      }
      await running.close();
      const again = await startHost(place.port, place.dataDir);
      await endProcess(again.child, 'SIGTERM');
      open = await launchBrowserMode(place);
      await expectPlan(open.page);
      note('F4', 'plans after a full disk', 1, 1);
    } finally {
      await open?.close();
      unmount?.();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  });
