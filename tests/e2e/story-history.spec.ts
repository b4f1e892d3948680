import type { Page } from '@playwright/test';
import { expect, test } from '#support/launch-app.ts';
import { makeAxe } from '#support/make-axe.ts';
import { button, openExample } from '#support/story/review.ts';
import { assignToPhase, markForRemoval } from '#support/story/steps.ts';
import { expectSaved, onMap, openRecent, select, theInspector } from '#support/story/workspace.ts';

test.beforeEach(({ app }) => openExample(app, 'bookshop'));

/** Gives a fact of the selected node another value, in the inspector. */
async function writeFact(page: Page, fact: string, value: string): Promise<void> {
  const inspector = theInspector(page);
  const line = inspector.locator('dl > div').filter({ has: page.getByText(fact, { exact: true }) });
  await line.getByRole('button').first().click();
  await inspector.getByRole('textbox', { name: fact, exact: true }).fill(value);
  await page.keyboard.press('Enter');
  await expect(line).toContainText(value);
}

test('the inspector lists the edits of a node, and a press goes back to right after one', async ({ app }) => {
  const { page } = app;
  await markForRemoval(page, 'shop02');
  await markForRemoval(page, 'metrics');
  await assignToPhase(page, 'shop02', 'Clear out');
  await select(page, 'shop02');
  const history = theInspector(page).getByRole('region', { name: 'History', exact: true });
  await expect(history.getByRole('listitem')).not.toHaveCount(0);
  await expect(history).not.toContainText('metrics');
  await history.getByRole('button', { name: 'Go back to right after: Mark shop02 for removal' }).click();
  await expect(onMap(page, 'metrics')).not.toHaveAccessibleName(/removal candidate/u);
  await expect(onMap(page, 'shop02')).toHaveAccessibleName(/removal candidate/u);
  await expect(history.getByRole('listitem').first()).toContainText('taken back');
  await history
    .getByRole('button', { name: /^Go forward to: / })
    .first()
    .click();
  await expect(onMap(page, 'metrics')).toHaveAccessibleName(/removal candidate/u);
});

test('by keys: H opens the history, any point of it is gone to, also after a restart', async ({ app }) => {
  await markForRemoval(app.page, 'shop01');
  await markForRemoval(app.page, 'shop02');
  await expectSaved(app.page);
  await app.restart();
  const { page } = app;
  await openRecent(page, 'Plan of servers');
  await onMap(page, 'shop01').focus();
  await page.keyboard.press('h');
  const dialog = page.getByRole('dialog', { name: 'History', exact: true });
  const edits = dialog.getByRole('list', { name: 'Edits, the latest first', exact: true });
  await expect(edits.getByRole('listitem').first()).toContainText('Mark shop02 for removal');
  await expect(edits.getByRole('button', { name: /: the latest edit$/u })).toHaveAttribute(
    'aria-current',
    'step',
  );
  const { violations } = await makeAxe(page).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze();
  expect(violations).toEqual([]);
  await edits.getByRole('button', { name: 'Go back to right after: Mark shop01 for removal' }).focus();
  await page.keyboard.press('Enter');
  await expect(onMap(page, 'shop02')).not.toHaveAccessibleName(/removal candidate/u);
  await edits.getByRole('button', { name: 'Go back to before the first edit' }).press('Enter');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(onMap(page, 'shop01')).toHaveCount(0);
  await button(page, 'Redo').click();
  await expect(onMap(page, 'shop01')).toHaveCount(1);
});

test('every fact is edited where it stands, also those that nobody gave yet', async ({ app }) => {
  const { page } = app;
  await select(page, 'shop02');
  const inspector = theInspector(page);
  await button(inspector, 'More facts').click();
  await writeFact(page, 'System', 'Debian 13');
  await writeFact(page, 'Address', '192.0.2.7');
  await writeFact(page, 'Data', 'orders');
  await writeFact(page, 'Used for', 'staging');
  await writeFact(page, 'Country', 'DE');
  await writeFact(page, 'Status', 'Dormant');
  await expect(
    inspector.getByRole('region', { name: 'History', exact: true }).getByRole('listitem'),
  ).not.toHaveCount(0);
  await button(page, 'Undo').click();
  await expect(inspector.locator('dl')).not.toContainText('Dormant');
});
