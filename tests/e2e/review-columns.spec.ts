import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { makeAxe } from '#support/make-axe.ts';
import { expect, test, type AppDriver } from '#support/launch-app.ts';
import { acceptAllAndOpen, button, importFiles, theReview, theSource } from '#support/story/review.ts';
import { importAgain, inTree, select, theInspector } from '#support/story/workspace.ts';

const odd = 'Name,Blechbüchse,RAM (GB),Bemerkung\nweb01,hv1,4,Shop\nweb02,hv1,8,Wiki\n';
const unknown = 'Kiste;Wozu\nalpha;Shop\nbeta;Wiki\n';

async function write(app: AppDriver, name: string, text: string): Promise<string[]> {
  const path = join(app.dataDir, '..', name);
  await writeFile(path, text);
  return [path];
}

/** Says what a column means, with the keys alone. */
async function say(page: Page, heading: string, words: string): Promise<void> {
  await theSource(page)
    .getByRole('button', { name: new RegExp(`${heading} means$`, 'u') })
    .focus();
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: words, exact: true }).waitFor();
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
}

function column(page: Page, heading: string): Locator {
  return theSource(page).getByRole('listitem', { name: heading, exact: true });
}

test('columns say what they mean and why, and a change shows at once what comes of it', async ({ app }) => {
  const { page } = app;
  await importFiles(app, await write(app, 'kisten.csv', odd));
  const review = theReview(page);
  await button(review, 'Show the columns').click();
  await expect(column(page, 'RAM (GB)')).toContainText('4  ·  8');
  await expect(column(page, 'Blechbüchse')).toContainText('the heading is not known');
  const status = theSource(page).getByRole('status');
  await expect(status).toHaveText(/^Found: 2 servers, 0 services, 0 other things$/u);
  await say(page, 'Blechbüchse', 'Host that it runs on');
  await expect(status).toHaveText(
    'Found: 2 servers, 0 services, 1 other thing (before the last change: 2 things)',
  );
  await expect(column(page, 'Blechbüchse')).toContainText('chosen by hand');
  const become = theSource(page).getByRole('region', { name: 'What the first rows become', exact: true });
  await expect(become.getByRole('listitem').first()).toContainText('web01');
  await expect(become.getByRole('listitem').first()).toContainText('on hv1');
  const scan = await makeAxe(page).analyze();
  expect(scan.violations.map(({ id }) => id)).toEqual([]);
  // It is a step of the review like any other.
  await button(page, 'Undo').click();
  await expect(status).toHaveText(/^Found: 2 servers, 0 services, 0 other things/u);
  await button(page, 'Redo').click();
  await expect(column(page, 'Blechbüchse')).toContainText('chosen by hand');
  await button(column(page, 'Blechbüchse'), 'As proposed').click();
  await expect(status).toHaveText(/^Found: 2 servers, 0 services, 0 other things/u);
});

test('a table that nobody could read is read once a person says which column names what', async ({ app }) => {
  const { page } = app;
  await importFiles(app, await write(app, 'liste.csv', unknown));
  await expect(button(page, 'Accept all')).toBeDisabled();
  await say(page, 'Kiste', 'Name of the server');
  await expect(theSource(page).getByRole('status')).toHaveText(/^Found: 2 servers/u);
  await say(page, 'Wozu', 'Service that runs there');
  await expect(theSource(page).getByRole('status')).toHaveText(/^Found: 2 servers, 2 services/u);
  await acceptAllAndOpen(page);
  await expect(inTree(page, 'alpha')).toHaveCount(1);
});

test('what columns mean is remembered for the next table of these headings', async ({ app }) => {
  const { page } = app;
  await importFiles(app, await write(app, 'liste.csv', unknown));
  await say(page, 'Kiste', 'Name of the server');
  await expect(theSource(page).getByRole('status')).toHaveText(/^Found: 2 servers/u);
  await acceptAllAndOpen(page);
  await importAgain(app, await write(app, 'andere.csv', 'Wozu;Kiste\nMail;gamma\n'));
  await acceptAllAndOpen(page);
  await select(page, 'gamma');
  await expect(theInspector(page)).toContainText('gamma');
});
