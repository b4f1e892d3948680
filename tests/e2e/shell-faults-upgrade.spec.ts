import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { runs } from '#support/counts.ts';
import { findAside } from '#support/damage.ts';
import { note } from '#support/figures.ts';
import { expect, test, type AppDriver } from '#support/launch-app.ts';
import { openExample } from '#support/story/review.ts';
import { markForRemoval } from '#support/story/steps.ts';
import { expectSaved, onMap, openRecent } from '#support/story/workspace.ts';

test.beforeEach(({ shell }) => {
  test.skip(shell !== 'double', 'browser mode keeps nothing in the browser');
});

async function plan(app: AppDriver): Promise<string> {
  await openExample(app, 'bookshop');
  await markForRemoval(app.page, 'shop02');
  await expectSaved(app.page);
  const [planId] = await readdir(join(app.dataDir, 'vault'));
  return planId ?? '';
}

async function expectPlan(page: Page): Promise<void> {
  await openRecent(page, 'Plan of servers');
  await expect(onMap(page, 'shop02')).toHaveAccessibleName(/removal candidate/u);
  await expectSaved(page);
}

/**
 * Puts a database of the first form in the place of that of today: rows of that form did not say what the vault had. The start page looks
 * into the database for its list: before that stands, it could make the new one between taking away and making the old one.
 */
async function makeFirstForm(page: Page, planId: string, others: number): Promise<void> {
  await expect(page.getByRole('button', { name: /^Plan of servers/u })).toBeVisible();
  await page.evaluate(
    ([id, count]) =>
      new Promise<void>((resolve, reject) => {
        indexedDB.deleteDatabase('rehome').addEventListener('success', () => {
          const request = indexedDB.open('rehome', 10);
          request.addEventListener('upgradeneeded', () => {
            const database = request.result;
            const workspaces = database.createObjectStore('workspaces', { keyPath: 'planId' });
            const steps = database.createObjectStore('steps', { keyPath: 'seq', autoIncrement: true });
            steps.createIndex('planId', 'planId');
            database.createObjectStore('settings', { keyPath: 'key' });
            // It claims to be far ahead.
            workspaces.put({ planId: id, name: 'Old', revision: 9999, checkpoint: '{}' });
            for (let other = 0; other < count; other += 1) {
              const checkpoint = `${other} `.repeat(20_000);
              workspaces.put({ planId: `pl_x${other}`, name: 'Other', revision: 1, checkpoint });
            }
          });
          request.addEventListener('success', () => {
            request.result.close();
            resolve();
          });
          request.addEventListener('error', () => reject(new Error('no database of the first form')));
        });
      }),
    [planId, others] as const,
  );
}

/** The version of the database and what its rows say of the vault, each once. */
function readForm(page: Page): Promise<{ version: number; stored: readonly unknown[]; rows: number }> {
  return page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open('rehome');
        request.addEventListener('error', () => reject(new Error('the database does not open')));
        request.addEventListener('success', () => {
          const database = request.result;
          const all = database.transaction('workspaces').objectStore('workspaces').getAll();
          all.addEventListener('success', () => {
            const rows = all.result as { planId: string; stored?: number }[];
            const others = rows.filter((row) => row.planId.startsWith('pl_x'));
            database.close();
            resolve({
              version: database.version,
              stored: [...new Set(others.map((row) => row.stored))],
              rows: others.length,
            });
          });
        });
      }),
  );
}

test('F11 a database of the first form is brought to the form of today, and its old rows hide nothing', async ({
  app,
}) => {
  const planId = await plan(app);
  await app.restart();
  await makeFirstForm(app.page, planId, 3);
  await app.restart();
  await expectPlan(app.page);
  expect(await findAside(app.profileDir)).toEqual([]);
  expect(await readForm(app.page)).toEqual({ version: 20, stored: [0], rows: 3 });
});

test('F11 a kill while a database is brought to the form of today costs nothing', async ({ app }) => {
  const rounds = runs('upgradeKills');
  test.setTimeout(60_000 + rounds * 20_000);
  const planId = await plan(app);
  const others = 150;
  for (let round = 0; round < rounds; round += 1) {
    await app.restart();
    await makeFirstForm(app.page, planId, others);
    await app.stop();
    await app.start();
    // The page begins with it as soon as it is loaded.
    await app.page.waitForTimeout((round * 67) % 400);
    await app.kill();
    await app.start();
    await expectPlan(app.page);
    expect(await readForm(app.page)).toEqual({ version: 20, stored: [0], rows: others });
  }
  note('F11', 'kills while the database is brought to a newer form', rounds, rounds);
});
