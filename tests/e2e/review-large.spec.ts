import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test, type AppDriver } from '#support/launch-app.ts';
import { acceptAllAndOpen, button, theReview } from '#support/story/review.ts';
import { inTree } from '#support/story/workspace.ts';

// What a list of thousands may have in the document at once: what is in sight, and some beyond. Not how long it takes.
const mostRows = 120;
const mostElements = 6000;
const servers = 20_000;

function toCsv(count: number, ram: number): string {
  const rows = Array.from(
    { length: count },
    (_, at) => `srv-${at},10.${at >> 16}.${(at >> 8) & 255}.${at & 255},${ram},hv-${Math.floor(at / 20)}`,
  );
  return ['Server,IP,RAM (GB),Host', ...rows, ''].join('\n');
}

async function write(app: AppDriver, text: string): Promise<string> {
  const path = join(app.dataDir, '..', 'rack.csv');
  await writeFile(path, text);
  return path;
}

function theList(page: Page): Locator {
  return theReview(page).getByRole('list', { name: 'What was found', exact: true });
}

async function expectFew(page: Page): Promise<void> {
  expect(await theList(page).getByRole('listitem').count()).toBeLessThan(mostRows);
  expect(await page.locator('*').count()).toBeLessThan(mostElements);
}

test('a review of 20,000 servers has only what is in sight in the document, and can be taken over or not', async ({
  app,
}) => {
  test.setTimeout(240_000);
  const { page } = app;
  await app.importFiles([await write(app, toCsv(servers, 8))]);
  await expect(theReview(page)).toBeVisible({ timeout: 90_000 });
  const list = theList(page);
  await expect(list.getByRole('listitem').first()).toBeVisible();
  await expectFew(page);
  await list.evaluate((element) => {
    element.scrollTop = element.scrollHeight;
  });
  await expect(list.getByRole('button', { name: /^srv-19999, /u })).toBeVisible({ timeout: 30_000 });
  await expectFew(page);
  await page.keyboard.press('Control+Enter');
  await expect(button(page, 'Open the map')).toBeVisible({ timeout: 30_000 });
  await expect(list.getByRole('img', { name: 'accepted', exact: true }).first()).toBeVisible();
  await expectFew(page);
  await button(page, 'Open the map').click();
  await expect(
    page.getByRole('progressbar', { name: /^(?:Handing over|Working out|Bringing)/u }),
  ).toBeVisible();
  await button(page, 'Cancel').click();
  await expect(page.getByRole('progressbar', { name: 'Decided', exact: true })).toBeVisible();
  await expect(theReview(page)).toBeVisible();
  await button(page, 'Open the map').click();
  await expect(inTree(page, 'srv-1')).toHaveCount(1, { timeout: 90_000 });
  await expect(page.getByRole('status').filter({ hasText: /^Saved$/u })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/ checked$/u).first()).toBeVisible({ timeout: 60_000 });
});

test('an import into an open plan is compared beside the page, says how far it is, and can be cancelled', async ({
  app,
}) => {
  test.setTimeout(240_000);
  const { page } = app;
  await app.importFiles([await write(app, toCsv(500, 8))]);
  await expect(theReview(page)).toBeVisible({ timeout: 60_000 });
  await acceptAllAndOpen(page);
  await expect(page.getByRole('status').filter({ hasText: /^Saved$/u })).toBeVisible({ timeout: 60_000 });
  const again = [await write(app, toCsv(servers, 16))];
  await app.importFiles(again, () => page.keyboard.press('Control+i'));
  await expect(
    page.getByRole('progressbar', { name: 'Comparing what was found with your plan' }),
  ).toBeVisible({
    timeout: 60_000,
  });
  await button(page, 'Cancel').click();
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  await expect(theReview(page)).toHaveCount(0);
  await expect(inTree(page, 'srv-1')).toHaveCount(1);
  await app.importFiles(again, () => page.keyboard.press('Control+i'));
  await expect(theReview(page)).toBeVisible({ timeout: 90_000 });
  await expect(theReview(page).getByText('known already', { exact: true }).first()).toBeVisible();
  await expectFew(page);
});
