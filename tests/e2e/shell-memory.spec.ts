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

async function runAction(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+K');
  await page.getByRole('dialog').getByRole('combobox').fill(words);
  await page
    .getByRole('option', { name: new RegExp(`^${words}`, 'u') })
    .first()
    .click();
  await page.keyboard.press('Escape');
}

test('F19 a plan of many servers and dependencies that is worked on for long keeps its memory', async ({
  app,
}) => {
  const [hosts, edges, seconds] = [runs('soakHosts'), runs('soakEdges'), runs('soakSeconds')];
  test.setTimeout(120_000 + seconds * 8000);
  const path = join(app.dataDir, '..', 'soak.rehome.json');
  await writeFile(path, toPlanFileText(largePlan(hosts, edges)));
  await app.openPlanFile(path);
  const { page } = app;
  page.setDefaultTimeout(180_000);
  await expect(page.getByRole('tab', { name: 'Map', exact: true })).toBeVisible({ timeout: 300_000 });
  await page.getByRole('tab', { name: 'Questions', exact: true }).click();
  await runAction(page, 'Add a phase');
  const saved = page.getByRole('status').filter({ hasText: /^Saved$/u });
  await expect(saved).toBeVisible({ timeout: 180_000 });
  const session = await page.context().newCDPSession(page);
  let edits = 0;
  const work = async (until: number): Promise<void> => {
    do {
      await page.keyboard.press('Control+z');
      await page.keyboard.press('Control+Shift+z');
      edits += 2;
      await expect(saved).toBeVisible({ timeout: 180_000 });
    } while (Date.now() < until);
  };
  await work(Date.now() + (seconds * 1000) / 3);
  const warm = await readHeap(session);
  await work(Date.now() + seconds * 1000);
  const after = await readHeap(session);
  // At most a megabyte a minute; what grows by itself at first (caches that fill) has two.
  expect(after - warm).toBeLessThan((2 + Math.ceil(seconds / 60)) * 2 ** 20);
  const size = `${hosts.toLocaleString('en')} servers and ${edges.toLocaleString('en')} dependencies`;
  note(
    'F19',
    `edits in ${seconds} seconds of a plan of ${size}, nothing of them left in memory`,
    edits,
    edits,
  );
});

test('F19 every edit of a long day is undone and done again, and survives a restart', async ({ app }) => {
  const edits = runs('soakUndos');
  test.setTimeout(120_000 + edits * 2500);
  const path = join(app.dataDir, '..', 'long-day.rehome.json');
  await writeFile(path, toPlanFileText(largePlan(edits)));
  await app.openPlanFile(path);
  await app.page.getByRole('tab', { name: 'Questions', exact: true }).click();
  const tree = app.page.getByRole('navigation', { name: 'Inventory', exact: true });
  for (let edit = 0; edit < edits; edit += 1) {
    await tree.getByRole('treeitem', { name: `vm-${String(edit).padStart(4, '0')}`, exact: false }).click();
    await app.page.keyboard.press('r');
  }
  await expectSaved(app.page);
  await app.restart();
  await openRecent(app.page, 'A large estate');
  const press = async (name: 'Undo' | 'Redo', keys: string): Promise<void> => {
    for (let step = 0; step < edits; step += 1) {
      await expect(button(app.page, name)).toBeEnabled();
      await app.page.keyboard.press(keys);
    }
    await expect(button(app.page, name)).toBeDisabled();
    await expectSaved(app.page);
  };
  await press('Undo', 'Control+z');
  await press('Redo', 'Control+Shift+z');
  note('F19', 'edits undone and done again after a restart', edits, edits);
});
