import type { Locator, Page } from '@playwright/test';
import { expect, test } from '#support/launch-app.ts';
import { button, openExample } from '#support/story/review.ts';
import { expectState, inTree, runByPalette, showView } from '#support/story/workspace.ts';

test.beforeEach(async ({ app }) => {
  const { page } = app;
  await page.setViewportSize({ width: 1600, height: 900 });
  await openExample(app, 'bookshop');
  await runByPalette(page, 'Add a host or provider…');
  const dialog = page.getByRole('dialog', { name: 'New place to move to', exact: true });
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('rack7');
  await dialog.getByRole('textbox', { name: 'vCPU', exact: true }).fill('8');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await showView(page, 'Board');
});

function theColumn(page: Page, name: string): Locator {
  return page.getByRole('region', { name: 'Board', exact: true }).getByRole('region', { name, exact: true });
}

function theCard(column: Locator, name: string): Locator {
  return column.getByRole('button').filter({ hasText: new RegExp(`^${name}`, 'u') });
}

test('several cards are chosen with Ctrl and dragged together, as one step', async ({ app }) => {
  const { page } = app;
  const [from, to] = [theColumn(page, 'Hetzner'), theColumn(page, 'rack7')];
  await theCard(from, 'shop01').click();
  await theCard(from, 'shop02').click({ modifiers: ['ControlOrMeta'] });
  await expect(from.locator('[aria-pressed="true"]')).toHaveCount(2);
  await theCard(from, 'shop02').dragTo(to);
  await expect(theCard(to, 'shop01')).toHaveCount(1);
  await expect(theCard(to, 'shop02')).toHaveCount(1);
  await expectState(page, 'To be');
  // Back home takes the moves back: both are still selected.
  await theCard(to, 'shop02').dragTo(from);
  await expect(theCard(to, 'shop02')).toHaveCount(0);
  await button(page, 'Undo').click();
  await button(page, 'Undo').click();
  await expect(theCard(to, 'shop01')).toHaveCount(0);
  await expect(theCard(to, 'shop02')).toHaveCount(0);
});

test('while a card is dragged each place says what it would hold then', async ({ app }) => {
  const { page } = app;
  await inTree(page, 'shop01').click();
  const inspector = page.getByRole('region', { name: 'Inspector', exact: true });
  await button(inspector, 'More facts').click();
  const line = inspector.locator('dl > div').filter({ has: page.getByText('vCPU', { exact: true }) });
  await line.getByRole('button').click();
  await inspector.getByRole('textbox', { name: 'vCPU', exact: true }).fill('12');
  await page.keyboard.press('Enter');
  const to = theColumn(page, 'rack7');
  await expect(to).toContainText('0 of 8');
  await theCard(theColumn(page, 'Hetzner'), 'shop01').hover();
  await page.mouse.down();
  await to.hover();
  await to.hover();
  await expect(to).toContainText('12 of 8');
  await expect(to).toContainText('1 error');
  await page.mouse.up();
  await expect(theCard(to, 'shop01')).toHaveCount(1);
});

test('by keys: Ctrl+Enter takes one more card, and M moves them all', async ({ app }) => {
  const { page } = app;
  const from = theColumn(page, 'Hetzner');
  await theCard(from, 'shop01').focus();
  await page.keyboard.press('Enter');
  await theCard(from, 'shop02').focus();
  await page.keyboard.press('Control+Enter');
  await expect(from.locator('[aria-pressed="true"]')).toHaveCount(2);
  await page.keyboard.press('m');
  const panel = page.getByRole('dialog', { name: /^Move /u });
  await panel
    .getByRole('combobox')
    .or(panel.getByRole('searchbox'))
    .or(panel.getByRole('textbox'))
    .first()
    .fill('rack7');
  await page.keyboard.press('Enter');
  await expect(panel).toHaveCount(0);
  await expect(theCard(theColumn(page, 'rack7'), 'shop02')).toHaveCount(1);
});
