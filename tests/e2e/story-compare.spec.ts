import type { Page } from '@playwright/test';
import { expect, test } from '#support/launch-app.ts';
import { makeAxe } from '#support/make-axe.ts';
import { button, openExample } from '#support/story/review.ts';
import { assignToPhase, markForRemoval } from '#support/story/steps.ts';
import { expectSaved, leavePlan, onMap, openRecent, runByPalette } from '#support/story/workspace.ts';

test.beforeEach(({ app }) => openExample(app, 'bookshop'));

async function openCompare(page: Page) {
  await runByPalette(page, 'Compare with…');
  const dialog = page.getByRole('dialog', { name: 'Compare with…', exact: true });
  await expect(dialog).toBeVisible();
  const side = (name: string) => dialog.getByRole('radio', { name, exact: true });
  return { dialog, side, list: dialog.getByRole('region', { name: 'Differences', exact: true }) };
}

test('the plan is compared with an earlier edit and with a file, in words and in numbers', async ({
  app,
}) => {
  const { page } = app;
  const copy = await app.savedFile(() => runByPalette(page, 'Save a copy…'));
  await markForRemoval(page, 'shop01');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const { dialog, side, list } = await openCompare(page);
  const before = await side('Another plan').boundingBox();
  await expect(list.getByRole('listitem')).toHaveText([/^shop01: new, retire, not agreed yet/u]);
  await expect(list.getByRole('heading', { name: 'What becomes of things 1', exact: true })).toBeVisible();
  await expect(dialog.getByRole('table', { name: 'In numbers', exact: true })).toContainText(
    'servers at the end',
  );
  // The figures came later: what is pressed must not have moved.
  expect(await side('Another plan').boundingBox()).toEqual(before);
  await side('A file').click();
  await expect(list).toHaveCount(0);
  await app.openPlanFile(copy, () => button(dialog, 'Choose a plan file…').click());
  await expect(dialog.getByRole('status')).toContainText('The file');
  await expect(list.getByRole('listitem')).toHaveText([/^shop01: new, retire/u]);
  const { violations } = await makeAxe(page).analyze();
  expect(violations).toEqual([]);
  await button(dialog, 'Close').click();
  await expect(dialog).toHaveCount(0);
});

test('the plan is compared with a version of it, by the keys alone', async ({ app }) => {
  const { page } = app;
  await markForRemoval(page, 'shop02');
  await expectSaved(page);
  const { dialog, side, list } = await openCompare(page);
  await side('An earlier edit').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await expect(side('A version')).toBeChecked();
  const choice = dialog.getByRole('button', { name: /Version$/u });
  await choice.focus();
  await page.keyboard.press('Enter');
  await page
    .getByRole('option', { name: /import/iu })
    .first()
    .press('Enter');
  // The version before the import is empty: everything is new, by kind of thing.
  await expect(list.getByRole('heading', { name: /^Inventory \d+$/u })).toBeVisible();
  await expect(list.getByRole('list', { name: 'Inventory', exact: true })).toContainText('shop01: new');
  // An Escape that meets the list of versions while that still closes is taken by the list.
  await expect(async () => {
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0, { timeout: 1000 });
  }).toPass();
});

test('the plan is compared with another one, without opening that', async ({ app }) => {
  const { page } = app;
  await expectSaved(page);
  const first = await openCompare(page);
  await first.side('Another plan').click();
  await expect(first.dialog.getByRole('status')).toContainText('There is no other plan.');
  await button(first.dialog, 'Close').click();
  await runByPalette(page, 'Earlier versions…');
  const versions = page.getByRole('dialog', { name: /^Earlier versions of/u });
  await versions.getByRole('list', { name: 'Versions' }).getByRole('button').first().click();
  await button(versions, 'Open as a copy').click();
  await expect(button(page, 'Plan of servers (copy)')).toBeVisible();
  await expectSaved(page);
  await leavePlan(page);
  await openRecent(page, String.raw`Plan of servers \d`);
  await markForRemoval(page, 'shop02');
  const { dialog, side, list } = await openCompare(page);
  await side('Another plan').click();
  await dialog.getByRole('button', { name: /Plan$/u }).click();
  await page.getByRole('option', { name: 'Plan of servers (copy)', exact: true }).click();
  await expect(list).toContainText('the plan is called “Plan of servers” (was: “Plan of servers (copy)”)');
  await expect(list).toContainText('shop02');
  await button(dialog, 'Close').click();
});

test('another way is tried in a plan of its own, compared, and left for the first again', async ({ app }) => {
  const { page } = app;
  await expectSaved(page);
  await button(page, 'Plan of servers').click();
  await page.getByRole('menuitem', { name: 'Try another way', exact: true }).click();
  const name = 'Plan of servers, another way';
  await expect(button(page, name)).toBeVisible();
  await markForRemoval(page, 'shop02');
  await button(page, name).click();
  await page.getByRole('menuitem', { name: 'Compare with…', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Compare with…', exact: true });
  await dialog.getByRole('radio', { name: 'Another plan', exact: true }).click();
  await dialog.getByRole('button', { name: /Plan$/u }).click();
  await page.getByRole('option', { name: 'Plan of servers', exact: true }).click();
  const list = dialog.getByRole('region', { name: 'Differences', exact: true });
  await expect(list).toContainText('shop02: new, retire');
  await expect(dialog.getByRole('table', { name: 'In numbers', exact: true })).toBeVisible();
  await button(dialog, 'Open it').click();
  await expect(dialog).toHaveCount(0);
  await expect(button(page, 'Plan of servers')).toBeVisible();
  await expect(onMap(page, 'shop02')).not.toHaveAccessibleName(/removal candidate/u);
});

test('several plans stand side by side, in numbers and in words', async ({ app }) => {
  const { page } = app;
  await expectSaved(page);
  await runByPalette(page, 'Try another way');
  await expect(button(page, 'Plan of servers, another way')).toBeVisible();
  await markForRemoval(page, 'shop02');
  await assignToPhase(page, 'shop02', 'Clear out');
  await expectSaved(page);
  await runByPalette(page, 'Try another way');
  await expect(button(page, 'Plan of servers, another way, another way')).toBeVisible();
  await runByPalette(page, 'Plans side by side…');
  const dialog = page.getByRole('dialog', { name: 'Plans side by side', exact: true });
  // Plans that are called after each other stand there from the start.
  await expect(dialog.getByRole('status')).toContainText('This plan and 2 others');
  const figures = dialog.getByRole('table', { name: 'In numbers', exact: true });
  await expect(figures.getByRole('columnheader')).toHaveCount(4);
  await expect(figures.getByRole('row', { name: /^steps/u }).getByRole('cell')).toHaveText(['1', '0', '1']);
  const first = dialog.getByRole('region', { name: 'Plan of servers', exact: true });
  await expect(first).toContainText('takes 1 step fewer');
  await expect(first).toContainText('Steps only here');
  await expect(first).toContainText('Remove shop02 (Clear out)');
  await expect(
    dialog.getByRole('region', { name: 'Plan of servers, another way', exact: true }),
  ).toContainText('Takes the same steps as this plan');
  const { violations } = await makeAxe(page).analyze();
  expect(violations).toEqual([]);
  // By keys: one is left out, and another one gone over to.
  const box = dialog.getByRole('checkbox', { name: 'Plan of servers, another way', exact: true });
  await box.focus();
  await page.keyboard.press('Space');
  await expect(figures.getByRole('columnheader')).toHaveCount(3);
  await button(first, 'Open it').press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(button(page, 'Plan of servers')).toBeVisible();
});
