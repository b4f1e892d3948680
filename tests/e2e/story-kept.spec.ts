import { expect, test } from '#support/launch-app.ts';
import { button, openExample } from '#support/story/review.ts';
import { assignToPhase, markForRemoval } from '#support/story/steps.ts';
import { expectSaved, leavePlan, onMap, openRecent, select, theInspector } from '#support/story/workspace.ts';

const name = 'Plan of servers';

test.beforeEach(({ app }) => openExample(app, 'bookshop'));

test('everything is there after closing and opening, undo too', async ({ app }) => {
  await markForRemoval(app.page, 'shop02');
  await assignToPhase(app.page, 'shop02', 'Clear out');
  await expectSaved(app.page);
  await app.restart();
  await openRecent(app.page, name);
  await expectSaved(app.page);
  await expect(onMap(app.page, 'shop02')).toHaveAccessibleName(/is removed in phase 1/u);

  await button(app.page, 'Undo').click();
  await expect(onMap(app.page, 'shop02')).not.toHaveAccessibleName(/in phase 1/u);
  await expect(onMap(app.page, 'shop02')).toHaveAccessibleName(/removal candidate/u);
  await button(app.page, 'Undo').click();
  await expect(onMap(app.page, 'shop02')).not.toHaveAccessibleName(/removal candidate/u);
  await button(app.page, 'Redo').click();
  await expect(onMap(app.page, 'shop02')).toHaveAccessibleName(/removal candidate/u);
});

test('a kill right after Saved loses nothing', async ({ app }) => {
  for (const server of ['shop01', 'mail01']) {
    await markForRemoval(app.page, server);
    await expectSaved(app.page);
    await app.kill();
    await app.start();
    await openRecent(app.page, name);
    await select(app.page, server);
    await expect(theInspector(app.page)).toContainText('Removal candidate');
  }
});

test('reloading the page keeps the plan open', async ({ app }) => {
  await markForRemoval(app.page, 'shop02');
  await expectSaved(app.page);
  await app.page.reload();
  await expect(onMap(app.page, 'shop02')).toHaveAccessibleName(/removal candidate/u);
});

test('the start page lists the plan with its errors', async ({ app }) => {
  await assignToPhase(app.page, 'blog', 'Clear out');
  await leavePlan(app.page);
  await expect(
    app.page.getByRole('button', { name: new RegExp(`^${name}.*servers.*1 error`, 'u') }),
  ).toBeVisible();
});

test('a second tab can only read, and the desktop has none', async ({ app }) => {
  const { page } = app;
  await expectSaved(page);
  if (app.shell !== 'browser') {
    // The desktop shell has one window: what would open a second one opens none.
    await page.evaluate(() => void globalThis.open(globalThis.location.href));
    expect(page.context().pages()).toHaveLength(1);
    return;
  }
  const second = await page.context().newPage();
  await second.goto(page.url());
  await second.evaluate(
    (token) => sessionStorage.setItem('rehome-token', token ?? ''),
    await page.evaluate(() => sessionStorage.getItem('rehome-token')),
  );
  await second.reload();
  await openRecent(second, name);
  await expect(second.getByRole('status').filter({ hasText: /^Read only$/u })).toBeVisible();
  await select(second, 'shop02');
  await second.keyboard.press('r');
  await expect(onMap(second, 'shop02')).not.toHaveAccessibleName(/removal candidate/u);
  await select(page, 'shop02');
  await page.keyboard.press('r');
  await expect(onMap(page, 'shop02')).toHaveAccessibleName(/removal candidate/u);
});
