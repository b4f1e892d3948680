import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test, type AppDriver } from '#support/launch-app.ts';
import { acceptAllAndOpen, button, importFiles, theReview, theSource } from '#support/story/review.ts';
import { inTree, select, theInspector } from '#support/story/workspace.ts';

const page1 = [
  '# Servers',
  '',
  '## web01',
  '',
  '* nginx',
  '',
  '# Around it',
  '',
  'The crate by the door hums, and so does Petrel.',
  'Kittiwake was carried up the stairs last winter.',
  '',
].join('\n');

async function importPage(app: AppDriver): Promise<void> {
  const path = join(app.dataDir, '..', 'page.md');
  await writeFile(path, page1);
  await importFiles(app, [path]);
}

/** The words of a line of the document. */
function wordsOf(page: Page, line: number): Locator {
  return theSource(page).locator(`[data-line="${line}"]`);
}

/** Double-clicks a word, as a person does who wants to select it. */
async function selectWord(page: Page, line: number, word: string): Promise<void> {
  const at = await wordsOf(page, line).evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const start = node.textContent?.indexOf(wanted) ?? -1;
      if (start < 0) continue;
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, start + wanted.length);
      const box = range.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }
    throw new Error(`there is no "${wanted}" in this line`);
  }, word);
  await page.mouse.dblclick(at.x, at.y);
}

test('lines that were not understood are listed, and a word becomes a server with two clicks', async ({
  app,
}) => {
  const { page } = app;
  await importPage(app);
  const review = theReview(page);
  await button(review, 'show').click();
  const missed = review.getByRole('list', { name: 'What was found', exact: true });
  await expect(missed.getByRole('listitem')).toHaveCount(2);
  await missed.getByRole('button', { name: /^Line 10: Kittiwake/u }).click();
  await selectWord(page, 10, 'Kittiwake');
  await page
    .getByRole('menu', { name: '“Kittiwake” is…', exact: true })
    .getByRole('menuitem', { name: 'A server', exact: true })
    .click();
  await expect(review.locator('[data-card]')).toContainText('a person chose these words');
  await expect(review.getByRole('img', { name: 'accepted', exact: true })).toHaveCount(1);
  await expect(wordsOf(page, 10).locator('mark')).toHaveText('Kittiwake');
  await expect(review).toContainText(/Not understood\s*1/u);
  await acceptAllAndOpen(page);
  await select(page, 'Kittiwake');
  await expect(theInspector(page)).toContainText('Kittiwake');
  // It is part of the one import: taking that back takes it too.
  await button(page, 'Undo').click();
  await expect(inTree(page, 'Kittiwake')).toHaveCount(0);
  await expect(inTree(page, 'web01')).toHaveCount(0);
  await button(page, 'Redo').click();
  await expect(inTree(page, 'Kittiwake')).toHaveCount(1);
});

test('the same goes with the keyboard alone, over several words', async ({ app }) => {
  const { page } = app;
  await importPage(app);
  const review = theReview(page);
  await button(review, 'show').focus();
  await page.keyboard.press('Enter');
  await review.getByRole('list', { name: 'What was found', exact: true }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(theSource(page).getByRole('group')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  for (let more = 0; more < 3; more += 1) await page.keyboard.press('Shift+ArrowRight');
  await expect(theSource(page).getByRole('status')).toHaveText('Line 9: “crate by the door”');
  await page.keyboard.press('Enter');
  const menu = page.getByRole('menu', { name: '“crate by the door” is…', exact: true });
  await expect(menu.getByRole('menuitem', { name: 'A server', exact: true })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const card = review.locator('[data-card]');
  await expect(card).toContainText('crate by the door');
  await expect(card.getByRole('button', { name: 'Host Kind', exact: true })).toBeVisible();
});

test('making something is taken back and done again like a decision', async ({ app }) => {
  const { page } = app;
  await importPage(app);
  const review = theReview(page);
  await selectWord(page, 9, 'Petrel');
  const scan = await new AxeBuilder({ page }).analyze();
  expect(scan.violations.map(({ id }) => id)).toEqual([]);
  await page.getByRole('menuitem', { name: 'A service', exact: true }).click();
  await expect(review.locator('[data-card]')).toContainText('Petrel');
  await button(page, 'Undo').click();
  await expect(wordsOf(page, 9).locator('mark')).toHaveCount(0);
  await expect(review).toContainText(/Not understood\s*2/u);
  await button(page, 'Redo').click();
  await expect(wordsOf(page, 9).locator('mark')).toHaveText('Petrel');
});

test('words that name a found thing already accept that thing, and Escape makes nothing', async ({ app }) => {
  const { page } = app;
  await importPage(app);
  const review = theReview(page);
  await selectWord(page, 9, 'Petrel');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(wordsOf(page, 9).locator('mark')).toHaveCount(0);
  await selectWord(page, 3, 'web01');
  await page.getByRole('menuitem', { name: 'A server', exact: true }).click();
  await expect(review.getByRole('img', { name: 'accepted', exact: true })).toHaveCount(1);
  await expect(review.getByRole('radio', { name: /^Servers 1$/u })).toBeVisible();
});

test('the list is narrowed to what is in doubt, and all of that is rejected at once', async ({ app }) => {
  const { page } = app;
  const path = join(app.dataDir, '..', 'page.md');
  await writeFile(path, page1.replace('* nginx', '* nginx\n* Not sure what the cron job is for.'));
  await importFiles(app, [path]);
  const review = theReview(page);
  await review.getByRole('button', { name: /Narrow the list$/u }).click();
  await page.getByRole('option', { name: /^In doubt/u }).click();
  const list = review.getByRole('list', { name: 'What was found', exact: true });
  await expect(list.getByRole('button', { name: /^web01, /u }).first()).toBeVisible();
  await expect(list.getByRole('button', { name: /^nginx, /u })).toHaveCount(0);
  await button(review, 'Reject what is shown').click();
  await expect(button(review, 'Reject what is shown')).toBeDisabled();
  await expect(list.getByRole('img', { name: 'to decide', exact: true })).toHaveCount(0);
  await expect(list.getByRole('img', { name: 'rejected', exact: true })).not.toHaveCount(0);
  await button(page, 'Undo').click();
  await expect(list.getByRole('img', { name: 'rejected', exact: true })).toHaveCount(0);
});
