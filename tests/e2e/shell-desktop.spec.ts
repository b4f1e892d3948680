import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { note } from '#support/figures.ts';
import { expect, test } from '#support/launch-app.ts';
import { launchElectron } from '#support/launch-shell.ts';
import { button, openExample } from '#support/story/review.ts';
import { expectSaved, leavePlan, onMap, runByPalette } from '#support/story/workspace.ts';

const name = 'Plan of servers';

test('the open plan is deleted by its menu, after a question, and nothing of it is left', async ({ app }) => {
  await openExample(app, 'bookshop');
  await expectSaved(app.page);
  await runByPalette(app.page, 'Delete the plan…');
  await button(app.page, 'Keep it').click();
  await expect(onMap(app.page, 'shop02')).toBeVisible();
  await runByPalette(app.page, 'Delete the plan…');
  await button(app.page, 'Delete the plan').click();
  await expect(button(app.page, 'Import an inventory')).toBeVisible();
  await expect(app.page.getByRole('heading', { name: 'Recent plans' })).toHaveCount(0);
  await app.restart();
  await expect(app.page.getByText(name)).toHaveCount(0);
});

test('About says the versions and the licences of all that is inside', async ({ app }) => {
  await button(app.page, 'Show where my data is').click();
  const about = app.page.getByRole('dialog', { name: 'About Rehome' });
  await expect(about.getByText(/^Version \d+\.\d+\.\d+\. Running in .*Chrome \d+/u)).toBeVisible();
  await expect(about.getByText(/It contains [1-9]\d+ packages of others/u)).toBeVisible();
  const react = about.locator('details').filter({ has: app.page.getByText(/^react \d/u) });
  await react.locator('summary').click();
  await expect(react.getByText(/Permission is hereby granted/u)).toBeVisible();
  await expect(about.locator('code')).toHaveText(app.dataDir);
});

test.describe('in the shell', () => {
  test.beforeEach(({ shell }) => {
    test.skip(shell !== 'double', 'a browser has a menu of its own');
  });

  const labels = (shell: ElectronApplication): Promise<readonly string[]> =>
    shell.evaluate(({ Menu }) => {
      const file = Menu.getApplicationMenu()?.items[0]?.submenu;
      const recent = file?.items.find((item) => item.label === 'Open recent')?.submenu;
      return (recent?.items ?? []).map((item) => item.label);
    });
  const click = (shell: ElectronApplication, id: string): Promise<void> =>
    shell.evaluate(({ Menu }, wanted) => {
      Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click();
    }, id);
  const importIn = async (shell: ElectronApplication, page: Page, path: string): Promise<void> => {
    await shell.evaluate(
      ({ dialog }, filePaths) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths });
      },
      [path],
    );
    await button(page, 'Import an inventory').click();
    await button(page, 'Accept all').click();
    await button(page, 'Open the map').click();
    await expectSaved(page);
  };

  test('recent plans are in the menu and open from there; the system is told of none', async ({
    shell: kind,
  }, info) => {
    expect(kind).toBe('double');
    const folder = info.outputPath();
    const place = {
      dataDir: join(folder, 'data'),
      profileDir: join(folder, 'profile'),
      savedDir: folder,
      port: 0,
    };
    await writeFile(join(folder, 'first.md'), '# Servers\n\n- alpha: runs nginx\n- beta: runs PostgreSQL\n');
    await writeFile(join(folder, 'R&D.md'), '# Servers\n\n- gamma: runs nginx\n- delta: runs PostgreSQL\n');
    const shell = await launchElectron(place);
    try {
      const page = await shell.firstWindow();
      await page.waitForURL(/\/index\.html/u);
      expect(await labels(shell)).toEqual(['No plan yet']);
      await importIn(shell, page, join(folder, 'first.md'));
      await leavePlan(page);
      await importIn(shell, page, join(folder, 'R&D.md'));
      expect(await labels(shell)).toEqual(['Plan of R&&D', 'Plan of first']);
      const first = await shell.evaluate(({ Menu }) => {
        const file = Menu.getApplicationMenu()?.items[0]?.submenu;
        return file?.items.find((item) => item.label === 'Open recent')?.submenu?.items[1]?.id ?? '';
      });
      await click(shell, first);
      await expect(onMap(page, 'alpha')).toBeVisible();
      await expect(page).toHaveTitle('Plan of first');
      // Printing and the passphrase are reached from the menu too.
      await page.evaluate(() => {
        globalThis.print = () => {
          document.documentElement.dataset['printed'] = 'yes';
        };
      });
      await click(shell, 'print');
      await expect(page.locator('html')).toHaveAttribute('data-printed', 'yes');
      await click(shell, 'passphrase');
      await expect(page.getByRole('dialog', { name: 'Passphrase', exact: true })).toBeVisible();
      await page.keyboard.press('Escape');
      await click(shell, 'about');
      await expect(page.getByRole('dialog', { name: 'About Rehome' })).toBeVisible();
    } finally {
      await shell.close();
    }
  });

  test('H-11 a start with hostile words opens nothing, and one with a plan file opens that', async ({
    app,
  }) => {
    test.setTimeout(120_000);
    await openExample(app, 'bookshop');
    const plan = await app.savedFile(() => runByPalette(app.page, 'Save a copy…'));
    await app.stop();
    const place = {
      dataDir: `${app.dataDir}-2`,
      profileDir: app.profileDir,
      savedDir: app.savedDir,
      port: 0,
    };
    const words = ['https://evil.example/a.rehome.json', '//evil.example/a.rehome.json', '/etc/passwd'];
    for (const word of [...words, plan]) {
      const shell = await launchElectron(place, [word]);
      const page = await shell.firstWindow();
      await page.waitForURL(/\/index\.html/u);
      if (word === plan) await expect(onMap(page, 'shop02')).toBeVisible();
      else await expect(button(page, 'Import an inventory')).toBeVisible();
      expect(shell.windows()).toHaveLength(1);
      await shell.close();
    }
    note('H-11', 'starts with hostile words', words.length, words.length);
  });
});
