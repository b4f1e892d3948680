import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { toPlanFileText } from '#core/document/plan-file.ts';
import { runs } from '#support/counts.ts';
import { note } from '#support/figures.ts';
import { largePlan } from '#support/large-plan.ts';
import { expect, test, type AppDriver } from '#support/launch-app.ts';
import { launchBrowserMode } from '#support/launch-browser-mode.ts';
import { button, openExample } from '#support/story/review.ts';
import { markForRemoval } from '#support/story/steps.ts';
import { expectSaved, leavePlan, onMap, openRecent } from '#support/story/workspace.ts';

test.beforeEach(({ shell }) => {
  test.skip(shell !== 'browser', 'the page is the same in both shells');
});

test('F15 an import that wants more memory than there is fails alone, and costs nothing that was saved', async ({
  shell,
}, info) => {
  test.setTimeout(120_000);
  expect(shell).toBe('browser');
  const folder = info.outputPath();
  const place = {
    dataDir: join(folder, 'data'),
    profileDir: join(folder, 'profile'),
    savedDir: folder,
    port: Number(process.env['REHOME_TEST_PORT'] ?? 42_000) + 90 + info.parallelIndex,
  };
  // A heap of a quarter of a gigabyte is full as soon as one of four, and leaves the machine its memory.
  const running = await launchBrowserMode(place, ['--js-flags=--max-old-space-size=256']);
  try {
    const { page } = running;
    const driver = {
      page,
      importFiles: (paths: readonly string[], trigger = () => button(page, 'Import an inventory').click()) =>
        running.chooseFiles(paths, trigger),
    } as AppDriver;
    await openExample(driver, 'bookshop');
    await markForRemoval(page, 'shop02');
    await expectSaved(page);
    await leavePlan(page);
    let isCrashed = false;
    page.on('crash', () => {
      isCrashed = true;
    });
    // The worker gets its files and then eats all memory that it can have.
    page.on('worker', (worker) => {
      if (!worker.url().includes('import-worker')) return;
      void worker
        .evaluate(() => {
          const eaten: number[][] = [];
          for (;;) eaten.push(Array.from({ length: 1_000_000 }, (_, at) => at + 0.5));
        })
        .catch(() => {});
    });
    const file = join(folder, 'more.md');
    await writeFile(file, `# More\n\n${'- web01: runs nginx for the shop\n'.repeat(60_000)}`);
    await running.chooseFiles([file], () => button(page, 'Import an inventory').click());
    const said = page.getByRole('alert').filter({ hasText: /Nothing was changed/u });
    await expect
      .poll(async () => isCrashed || (await said.count().catch(() => 0)) > 0, { timeout: 60_000 })
      .toBe(true);
    // Whether Chromium ends the worker or the page with it is its own affair.
    if (isCrashed) await page.reload();
    await openRecent(page, 'Plan of servers');
    await expect(onMap(page, 'shop02')).toHaveAccessibleName(/removal candidate/u);
    await markForRemoval(page, 'shop01');
    await expectSaved(page);
    note('F15', 'plans after an import that ate all memory', 1, 1);
  } finally {
    await running.close();
  }
});

/** The heap of the page in bytes after all that nobody holds was given back. */
async function readHeap(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}

async function undoAndRedo(page: Page, rounds: number): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+Shift+z');
  }
  await expectSaved(page);
}

test('F19 a large plan that is worked on for long keeps its memory', async ({ app }) => {
  const rounds = runs('soakRounds');
  const hosts = runs('soakHosts');
  test.setTimeout(120_000 + rounds * 4000);
  const path = join(app.dataDir, '..', 'soak.rehome.json');
  await writeFile(path, toPlanFileText(largePlan(hosts)));
  await app.openPlanFile(path);
  const { page } = app;
  await expect(page.getByRole('tab', { name: 'Map', exact: true })).toBeVisible({ timeout: 60_000 });
  await page.getByRole('tab', { name: 'Questions', exact: true }).click();
  await page.keyboard.press('Control+K');
  await page.getByRole('dialog').getByRole('combobox').fill('Add a phase');
  await page
    .getByRole('option', { name: /^Add a phase/u })
    .first()
    .click();
  await page.keyboard.press('Escape');
  await expectSaved(page);
  const session = await page.context().newCDPSession(page);
  await undoAndRedo(page, Math.ceil(rounds / 3));
  const warm = await readHeap(session);
  await undoAndRedo(page, rounds);
  const after = await readHeap(session);
  // Two edits a round. What grows by itself (caches that fill) has two megabytes; what an edit leaves behind for good has two kilobytes,
  // which is nothing beside a plan that would be held once more.
  const most = 2 ** 21 + rounds * 2 * 2048;
  expect(after - warm).toBeLessThan(most);
  note(
    'F19',
    `edits of a plan of ${hosts.toLocaleString('en')} servers that left nothing in memory`,
    rounds * 2,
    rounds * 2,
  );
});
