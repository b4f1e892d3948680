import { expect, test } from '#support/launch-app.ts';
import { button, openExample } from '#support/story/review.ts';
import { markForRemoval } from '#support/story/steps.ts';
import {
  expectSaved,
  inTree,
  leavePlan,
  onMap,
  openRecent,
  runByPalette,
  theInventory,
} from '#support/story/workspace.ts';

const name = 'Plan of servers';

test.beforeEach(({ app }) => openExample(app, 'bookshop'));

test('an earlier version can be looked at, gone back to, and that can be undone', async ({ app }) => {
  const { page } = app;
  await markForRemoval(page, 'shop02');
  await expectSaved(page);
  await runByPalette(page, 'Earlier versions…');
  const dialog = page.getByRole('dialog', { name: `Earlier versions of ${name}`, exact: true });
  const versions = dialog.getByRole('list', { name: 'Versions', exact: true }).getByRole('button');
  await expect(versions).toHaveCount(1);
  await expect(versions.first()).toContainText('Before an import');
  await expect(button(dialog, 'Go back to this version')).toBeDisabled();
  await versions.first().click();
  const servers = dialog.getByRole('row', { name: /^Servers 0 \d+$/u });
  await expect(servers).toBeVisible();
  await button(dialog, 'Go back to this version').click();
  await expect(dialog).toHaveCount(0);
  await expect(inTree(page, 'shop02')).toHaveCount(0);
  await button(page, 'Undo').click();
  await expect(onMap(page, 'shop02')).toHaveAccessibleName(/removal candidate/u);
  await expectSaved(page);

  // Going back is a version of its own.
  await runByPalette(page, 'Earlier versions…');
  await expect(versions.first()).toContainText('Before going back to a version');
  await page.keyboard.press('Escape');
  await app.restart();
  await openRecent(app.page, name);
  await expect(onMap(app.page, 'shop02')).toHaveAccessibleName(/removal candidate/u);
});

test('a version opens as a plan of its own, from the start page too', async ({ app }) => {
  const { page } = app;
  await expectSaved(page);
  await leavePlan(page);
  await button(page, `More about ${name}`).click();
  await page.getByRole('menuitem', { name: 'Earlier versions…' }).click();
  const dialog = page.getByRole('dialog', { name: `Earlier versions of ${name}`, exact: true });
  await expect(button(dialog, 'Go back to this version')).toHaveCount(0);
  await dialog.getByRole('list', { name: 'Versions' }).getByRole('button').first().click();
  await button(dialog, 'Open as a copy').click();
  await expect(theInventory(page)).toBeVisible();
  await expectSaved(page);
  await leavePlan(page);
  await expect(page.getByRole('button', { name: new RegExp(`^${name} \\(copy\\)`, 'u') })).toBeVisible();
  await expect(page.getByRole('button', { name: new RegExp(`^${name} \\d`, 'u') })).toBeVisible();
});
