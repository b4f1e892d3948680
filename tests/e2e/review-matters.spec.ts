import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { makeAxe } from '#support/make-axe.ts';
import { expect, test, type AppDriver } from '#support/launch-app.ts';
import { acceptAllAndOpen, button, importFiles, theReview } from '#support/story/review.ts';
import { importAgain, inTree, select, theInspector } from '#support/story/workspace.ts';

const list = 'Name,OS,IP,RAM (GB),Depends on\n';
const first = {
  'rack.csv': `${list}web-02,Debian 12,10.0.0.2,4,db1\ndb1,Debian 12,10.0.0.3,16,\nmx1,Debian 11,10.0.0.4,2,\n`,
};
const second = {
  'rack.csv': `${list}web-02,Debian 12,10.0.0.2,8,\ndb1,Debian 12,10.0.0.3,16,\n`,
  'cloud.csv': `${list}web2,Debian 12,,8,\ndb1,Ubuntu 22.04,10.0.0.3,16,\n`,
};

async function write(app: AppDriver, files: Readonly<Record<string, string>>): Promise<string[]> {
  const paths: string[] = [];
  for (const [name, text] of Object.entries(files)) {
    const path = join(app.dataDir, '..', name);
    await writeFile(path, text);
    paths.push(path);
  }
  return paths;
}

/** A plan of one source, which comes again with another beside it. */
async function comeAgain(app: AppDriver): Promise<Locator> {
  await importFiles(app, await write(app, first));
  await acceptAllAndOpen(app.page);
  await importAgain(app, await write(app, second));
  return theReview(app.page);
}

function theList(page: Page): Locator {
  return theReview(page).getByRole('list', { name: 'What was found', exact: true });
}

test('what sources and plan differ on stands first, is decided by mouse, and is one step of the import', async ({
  app,
}) => {
  const { page } = app;
  const review = await comeAgain(app);
  const card = review.locator('[data-card]');
  await expect(card).toContainText('operating system: Debian 12 or Ubuntu 22.04');
  const choices = card.getByRole('radiogroup', { name: 'Which operating system is right?', exact: true });
  await expect(choices.getByRole('radio')).toHaveCount(2);
  await expect(choices).toContainText('rack.csv:3');
  await expect(choices).toContainText('cloud.csv:3');
  await choices.getByText('Ubuntu 22.04', { exact: true }).first().click();
  await expect(card.getByRole('img', { name: 'accepted', exact: true })).toBeVisible();
  await theList(page)
    .getByRole('button', { name: /^web-02 and web2, one machine/u })
    .click();
  await expect(card).toContainText('Their names differ only in signs or zeros.');
  const scan = await makeAxe(page).analyze();
  expect(scan.violations.map(({ id }) => id)).toEqual([]);
  await button(card, 'Same machine').click();
  await expect(card).toContainText('rack.csv no longer has it');
  await button(card, 'Accept').click();
  await expect(card).toContainText('web-02 → db1');
  await button(card, 'Keep').click();
  await acceptAllAndOpen(page);
  await expect(inTree(page, 'web-02')).toHaveCount(1);
  await expect(inTree(page, 'web2')).toHaveCount(0);
  await select(page, 'db1');
  await expect(theInspector(page)).toContainText('Ubuntu 22.04');
  await select(page, 'mx1');
  await expect(theInspector(page)).toContainText('It is no longer in rack.csv.');
  await button(page, 'Undo').click();
  await expect(theInspector(page)).not.toContainText('It is no longer in rack.csv.');
  await button(page, 'Redo').click();
  // Remembered: the same files leave nothing of it open.
  await importAgain(app, await write(app, second));
  for (const name of ['Sources contradict', 'Same machine?', 'Gone from the source'])
    await expect(theList(page).getByRole('button', { name: new RegExp(`^${name}`, 'u') })).toHaveCount(0);
});

test('the keys alone decide it: figures choose, Enter says yes, Backspace says no', async ({ app }) => {
  const { page } = app;
  const review = await comeAgain(app);
  const card = review.locator('[data-card]');
  await theList(page).focus();
  await page.keyboard.press('2');
  await expect(card.getByRole('radio', { name: /^Ubuntu 22\.04/u })).toBeChecked();
  await page.keyboard.press('1');
  await expect(card.getByRole('radio', { name: /^Debian 12/u })).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(card).toContainText('web-02 and web2');
  await page.keyboard.press('Backspace');
  await expect(card).toContainText('rack.csv no longer has it');
  await expect(theList(page)).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(theList(page).getByRole('img', { name: 'rejected', exact: true })).toHaveCount(0);
  await page.keyboard.press('Control+Shift+z');
  await expect(theList(page).getByRole('img', { name: 'rejected', exact: true })).toHaveCount(1);
  await page.keyboard.press('Control+Enter');
  await button(page, 'Open the map').click();
  await expect(inTree(page, 'web2')).toHaveCount(1);
  await select(page, 'db1');
  await expect(theInspector(page)).toContainText('Debian 12');
});

test('the list is narrowed to each of them, with counts, and what is gone is accepted at once', async ({
  app,
}) => {
  const { page } = app;
  const review = await comeAgain(app);
  const narrow = review.getByRole('button', { name: /Narrow the list$/u });
  const narrowTo = async (words: RegExp): Promise<void> => {
    await narrow.click();
    await page.getByRole('option', { name: words }).click();
  };
  await narrowTo(/^Same machine\?/u);
  await expect(theList(page).getByRole('listitem')).toHaveCount(2);
  await narrow.click();
  await expect(page.getByRole('option', { name: /^Gone from the source/u })).toContainText('2');
  await page.getByRole('option', { name: /^Gone from the source/u }).click();
  await expect(theList(page).getByRole('listitem')).toHaveCount(3);
  await button(review, 'Accept what is shown').click();
  await expect(theList(page).getByRole('img', { name: 'accepted', exact: true })).toHaveCount(2);
  await narrowTo(/^Contradictions/u);
  await expect(theList(page).getByRole('button', { name: /^db1, operating system/u })).toHaveCount(1);
});

test('what nobody decided stays open in the plan', async ({ app }) => {
  const { page } = app;
  await comeAgain(app);
  await acceptAllAndOpen(page);
  await expect(inTree(page, 'web2')).toHaveCount(1);
  await page.getByRole('tab', { name: 'Questions', exact: true }).click();
  await expect(page.getByRole('main', { name: 'Questions', exact: true })).toContainText('one machine?');
});
