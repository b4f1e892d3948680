import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { runs } from '#support/counts.ts';
import { note } from '#support/figures.ts';
import { expect, test } from '#support/launch-app.ts';
import { callFromPage } from '#support/call-from-page.ts';
import { launchElectron } from '#support/launch-shell.ts';
import { openExample } from '#support/story/review.ts';
import { markForRemoval } from '#support/story/steps.ts';
import { expectSaved, onMap, openRecent } from '#support/story/workspace.ts';

const name = 'Plan of servers';
const stored = { planId: 'pl_quit', writer: 'test' };

/** Writes one edit after the other until a call fails; answers how many were acknowledged. */
async function writeUntilGone(page: Page, from: number): Promise<number> {
  let acknowledged = from;
  for (;;) {
    const revision = acknowledged + 1;
    const request = { ...stored, revision, lines: [`edit ${revision}`] };
    const reply = await callFromPage(page, 'appendJournal', request).catch(() => null);
    if (reply?.ok !== true) return acknowledged;
    acknowledged = revision;
  }
}

test('F17 asked to quit at any moment, it ends within seconds and loses nothing', async ({ app }) => {
  const rounds = runs('quits');
  test.setTimeout(60_000 + rounds * 30_000);
  await callFromPage(app.page, 'writeCheckpoint', { ...stored, name: 'Quit', revision: 0, checkpoint: '0' });
  let acknowledged = 0;
  for (let round = 0; round < rounds; round += 1) {
    const writing = writeUntilGone(app.page, acknowledged);
    await app.page.waitForTimeout(100 + ((round * 137) % 900));
    await app.terminate();
    acknowledged = await writing;
    await app.start();
    const loaded = await callFromPage(app.page, 'loadPlan', { planId: stored.planId });
    const { revision } = loaded.value as { revision: number };
    expect(revision).toBeGreaterThanOrEqual(acknowledged);
    expect(revision).toBeLessThanOrEqual(acknowledged + 1);
    acknowledged = revision;
  }
  note('F17', `quits while edits are written (${app.shell})`, rounds, rounds);
});

test('F15 a page that crashes comes back with the plan', async ({ app }) => {
  await openExample(app, 'bookshop');
  await markForRemoval(app.page, 'shop02');
  await expectSaved(app.page);
  const session = await app.page.context().newCDPSession(app.page);
  const crashed = app.page.waitForEvent('crash');
  void session.send('Page.crash').catch(() => {});
  await crashed;
  await app.restart();
  await openRecent(app.page, name);
  await expect(onMap(app.page, 'shop02')).toHaveAccessibleName(/removal candidate/u);
  note('F15', `plans after a crash of the page (${app.shell})`, 1, 1);
});

test.describe('in the shell', () => {
  test.beforeEach(({ shell }) => {
    test.skip(shell !== 'double', 'this is about the process of the shell');
  });

  test('F9 a second start of the same profile opens no second program', async ({ app }) => {
    await openExample(app, 'bookshop');
    const second = spawnSync(
      join('out', 'electron-double', 'electron'),
      [`--user-data-dir=${app.profileDir}`, '--no-sandbox', '.'],
      { env: { ...process.env, REHOME_DATA: app.dataDir }, encoding: 'utf8', timeout: 30_000 },
    );
    expect(second.signal).toBeNull();
    await expect(app.page.getByRole('tab', { name: 'Map', exact: true })).toBeVisible();
    note('F9', 'second starts refused (shell)', 1, 1);
  });

  test('F9 the same data in another profile: says so and ends', async ({ app }) => {
    const second = spawnSync(
      join('out', 'electron-double', 'electron'),
      [`--user-data-dir=${app.profileDir}-2`, '--no-sandbox', '.'],
      { env: { ...process.env, REHOME_DATA: app.dataDir }, encoding: 'utf8', timeout: 30_000 },
    );
    expect(second.stderr).toContain('Rehome is already open');
    expect(second.status).toBe(1);
  });

  test('H-10 a packaged Rehome does not start with switches for debugging', async ({ app }) => {
    const started = spawnSync(
      join('out', 'electron-double', 'electron'),
      [`--user-data-dir=${app.profileDir}-3`, '--remote-debugging-port=0', '.'],
      {
        env: { ...process.env, REHOME_DATA: `${app.dataDir}-3`, ELECTRON_DOUBLE_PACKAGED: '1' },
        encoding: 'utf8',
        timeout: 30_000,
      },
    );
    expect(started.stderr).toContain('does not start with switches for debugging');
    expect(started.status).toBe(1);
  });

  test('F16 a fault of the main process is noted without words of the plan, and nothing is lost', async ({
    shell,
  }, info) => {
    expect(shell).toBe('double');
    const folder = info.outputPath('main-fault');
    const place = {
      dataDir: join(folder, 'data'),
      profileDir: join(folder, 'profile'),
      savedDir: folder,
      port: 0,
    };
    const broken = await launchElectron(place);
    const page = await broken.firstWindow();
    await page.waitForURL(/\/index\.html/u);
    await callFromPage(page, 'writeCheckpoint', { ...stored, name: 'Fault', revision: 1, checkpoint: '1' });
    const gone = new Promise<number | null>((resolve) => broken.process().once('exit', resolve));
    await broken.evaluate(() => {
      setTimeout(() => {
        throw new Error('about db01.secret.example');
      }, 50);
    });
    expect(await gone).toBe(1);
    const log = await readFile(join(place.dataDir, 'rehome.log'), 'utf8');
    expect(log).toContain(' Error ');
    expect(log).not.toContain('secret.example');
    const next = await launchElectron(place);
    const again = await next.firstWindow();
    await again.waitForURL(/\/index\.html/u);
    expect(await callFromPage(again, 'loadPlan', { planId: stored.planId })).toMatchObject({
      value: { revision: 1 },
    });
    await next.close();
    note('F16', 'faults of the main process', 1, 1);
  });
});
