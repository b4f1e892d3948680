import type { Locator, Page } from '@playwright/test';
import { expect, test } from '#support/launch-app.ts';
import { makeAxe } from '#support/make-axe.ts';
import { button, openExample } from '#support/story/review.ts';
import { expectSaved, showView } from '#support/story/workspace.ts';

test.beforeEach(async ({ app }) => {
  await app.page.setViewportSize({ width: 1440, height: 900 });
  await openExample(app, 'bookshop');
  await showView(app.page, 'Table');
});

function theGrid(page: Page): Locator {
  return page.getByRole('grid', { name: 'Table of the inventory', exact: true });
}

function theRow(page: Page, name: string): Locator {
  return theGrid(page)
    .getByRole('row')
    .filter({ has: page.getByRole('checkbox', { name: `Select ${name}`, exact: true }) });
}

function theCell(page: Page, name: string, column: string): Locator {
  return theRow(page, name).locator(`[data-column="${column}"]`);
}

function theNames(page: Page): Locator {
  return theGrid(page).locator('[role="gridcell"][data-column="name"]');
}

/** Writes a cell by the keys alone, from wherever the focus is among the cells. */
async function type(page: Page, words: string, key = 'Enter'): Promise<void> {
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+A');
  await page.keyboard.type(words);
  await page.keyboard.press(key);
}

test('a cell is written with a double click, and Enter goes on to the one below', async ({ app }) => {
  const { page } = app;
  const cell = theCell(page, 'blog', 'memory');
  await cell.dblclick();
  const field = cell.getByRole('textbox', { name: 'Memory of blog', exact: true });
  await field.fill('2048 MB');
  await field.press('Enter');
  await expect(cell).toHaveText('2GB');
  await expect(theCell(page, 'catalogue', 'memory')).toBeFocused();
  await expectSaved(page);
  await button(page, 'Undo').click();
  await expect(cell).not.toHaveText('2GB');
});

test('words that are no value change nothing and say so; Escape leaves the cell as it was', async ({
  app,
}) => {
  const { page } = app;
  const cell = theCell(page, 'blog', 'disk');
  const before = (await cell.textContent()) ?? '';
  await cell.click();
  await type(page, 'plenty');
  await expect(page.getByRole('alert')).toContainText('“plenty” can’t be read there (Disk of blog)');
  await expect(cell).toHaveText(before);
  await cell.click();
  await type(page, '77', 'Escape');
  await expect(cell).toHaveText(before);
  await expect(cell).toBeFocused();
});

test('by keys: arrows go around, Space selects the row, Ctrl+Enter fills the marked cells in one step', async ({
  app,
}) => {
  const { page } = app;
  await theCell(page, 'blog', 'owner').click();
  await page.keyboard.press('Space');
  await expect(theRow(page, 'blog')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(theGrid(page).locator('[data-column="owner"][aria-selected="true"]')).toHaveCount(3);
  await type(page, 'Night shift', 'Control+Enter');
  for (const name of ['blog', 'catalogue', 'ci-old'])
    await expect(theCell(page, name, 'owner')).toHaveText('Night shift');
  await button(page, 'Undo').click();
  await expect(theGrid(page).getByText('Night shift')).toHaveCount(0);
});

test('cells go to a spreadsheet and come back: several at once, undone as one step', async ({ app }) => {
  const { page } = app;
  const from = theCell(page, 'blog', 'vcpu');
  const to = theCell(page, 'catalogue', 'disk');
  await from.hover();
  await page.mouse.down();
  await to.hover();
  await page.mouse.up();
  await expect(theGrid(page).locator('[data-cell][aria-selected="true"]')).toHaveCount(6);
  await theCell(page, 'blog', 'vcpu').click();
  await type(page, '3', 'Tab');
  await type(page, '6', 'Tab');
  await type(page, '90');
  await theCell(page, 'blog', 'vcpu').click();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Control+C');
  await theCell(page, 'gitea', 'vcpu').click();
  await page.keyboard.press('Control+V');
  await expect(theCell(page, 'gitea', 'vcpu')).toHaveText('3');
  await expect(theCell(page, 'gitea', 'memory')).toHaveText('6GB');
  await expect(theCell(page, 'gitea', 'disk')).toHaveText('90GB');
  await expect(page.getByRole('status').filter({ hasText: /Paste \d cells/u })).toBeVisible();
  await button(page, 'Undo').click();
  await expect(theCell(page, 'gitea', 'memory')).not.toHaveText('6GB');
  await expect(theCell(page, 'blog', 'memory')).toHaveText('6GB');
});

test('a sheet with headings is matched by name, in whatever order its rows and columns are', async ({
  app,
}) => {
  const { page } = app;
  await theCell(page, 'blog', 'name').focus();
  await page.evaluate(() => {
    const data = new DataTransfer();
    const sheet =
      'Memory (GB)\tName\tOwner\r\n12\tshop02\t"Anna ""Otto"" Berg"\r\n5\tnobody-knows\tX\r\n3,5\tblog\t\r\n';
    data.setData('text/plain', sheet);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await expect(theCell(page, 'shop02', 'memory')).toHaveText('12GB');
  await expect(theCell(page, 'shop02', 'owner')).toHaveText('Anna "Otto" Berg');
  await expect(theCell(page, 'blog', 'memory')).toHaveText('3.5GB');
  await expect(page.getByRole('status').filter({ hasText: '1 row had no place here' })).toBeVisible();
});

test('one field of all selected rows is set at once, and Delete empties the marked cells', async ({
  app,
}) => {
  const { page } = app;
  for (const name of ['shop01', 'shop02'])
    await theRow(page, name).getByRole('checkbox').click({ force: true });
  const bar = page.getByRole('toolbar', { name: '2 selected', exact: true });
  await button(bar, 'Owner…').click();
  const form = page.getByRole('dialog', { name: 'Owner…', exact: true });
  await form.getByRole('combobox', { name: 'Value', exact: true }).fill('Shop team');
  await page.keyboard.press('Tab');
  await button(form, 'Set for 2 rows').click();
  await expect(theCell(page, 'shop01', 'owner')).toHaveText('Shop team');
  await expect(theCell(page, 'shop02', 'owner')).toHaveText('Shop team');
  await theCell(page, 'shop01', 'owner').click();
  await page.keyboard.press('Delete');
  await expect(theCell(page, 'shop01', 'owner')).not.toHaveText('Shop team');
  await expect(theCell(page, 'shop02', 'owner')).toHaveText('Shop team');
});

test('columns, groups, filters and order are kept as a view, which outlives a restart', async ({ app }) => {
  await button(app.page, 'Columns').click();
  const columns = app.page.getByRole('dialog', { name: 'Columns', exact: true });
  await columns.getByRole('checkbox', { name: 'System', exact: true }).click({ force: true });
  await columns.getByRole('checkbox', { name: 'Runs', exact: true }).click({ force: true });
  await app.page.keyboard.press('Escape');
  await expect(theGrid(app.page).getByRole('columnheader', { name: 'System', exact: true })).toBeVisible();
  await expect(theGrid(app.page).getByRole('columnheader', { name: 'Runs', exact: true })).toHaveCount(0);

  await button(app.page, 'Group').click();
  await app.page.getByRole('menuitem', { name: 'Disposition', exact: true }).click();
  const head = theGrid(app.page).getByRole('button', { name: /^Candidate, \d rows?$/u });
  await head.click();
  await expect(theNames(app.page).filter({ hasText: 'ci-old' })).toHaveCount(0);
  await head.press('Enter');
  await expect(theNames(app.page).filter({ hasText: 'ci-old' })).toHaveCount(1);

  await button(app.page, 'Filter').click();
  await app.page.getByRole('searchbox', { name: 'Words', exact: true }).fill('o');
  await app.page.keyboard.press('Escape');
  await app.page.keyboard.press('Escape');
  await button(app.page, 'Views').click();
  await app.page.getByRole('textbox', { name: 'Name of the view', exact: true }).fill('Going');
  await app.page.keyboard.press('Enter');
  const views = app.page.getByRole('list', { name: 'Saved views', exact: true });
  await button(views, 'All servers').click();
  await expect(theGrid(app.page).getByRole('columnheader', { name: 'Runs', exact: true })).toBeVisible();
  const { violations } = await makeAxe(app.page).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze();
  expect(violations).toEqual([]);
  await expectSaved(app.page);
  await app.restart();
  const { page } = app;
  await page.getByRole('button', { name: /^Plan of servers/u }).click();
  await showView(page, 'Table');
  await button(page, 'Views').click();
  await button(page.getByRole('list', { name: 'Saved views', exact: true }), 'Going').click();
  await expect(theGrid(page).getByRole('button', { name: /^Candidate, \d rows?$/u })).toBeVisible();
  await expect(theGrid(page).getByRole('columnheader', { name: 'System', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Delete the view Going', exact: true }).click();
  await expect(button(page.getByRole('list', { name: 'Saved views', exact: true }), 'Going')).toHaveCount(0);
});

test('a cell that follows from other things says so instead of being written', async ({ app }) => {
  const { page } = app;
  await theCell(page, 'blog', 'source').click();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('Source of blog follows from other things');
  await expect(theGrid(page).getByRole('textbox')).toHaveCount(0);
});
