import type { Page } from '@playwright/test';
import { expect, test } from '#support/launch-app.ts';
import { button, openExample } from '#support/story/review.ts';
import { markForRemoval } from '#support/story/steps.ts';
import { expectSaved, onMap, openRecent, select } from '#support/story/workspace.ts';

const name = 'Plan of servers';

test.beforeEach(async ({ app }) => {
  await openExample(app, 'bookshop');
  await expectSaved(app.page);
});

function saysReadOnly(page: Page) {
  return page.getByRole('status').filter({ hasText: /^Read only$/u });
}

test('F8 the second window can read, says why a key does nothing, and can take the plan over', async ({
  app,
}) => {
  const first = app.page;
  const second = await app.openWindow();
  await openRecent(second, name);
  await expect(saysReadOnly(second)).toBeVisible();
  await select(second, 'shop02');
  await second.keyboard.press('r');
  await expect(second.getByText('Mark for removal: this plan can only be read here.')).toBeVisible();
  await expect(onMap(second, 'shop02')).not.toHaveAccessibleName(/removal candidate/u);

  // What the first window did meanwhile is there when the second one takes over.
  await markForRemoval(first, 'shop01');
  await button(second, 'Take it over').click();
  await expect(saysReadOnly(second)).toHaveCount(0);
  await expect(onMap(second, 'shop01')).toHaveAccessibleName(/removal candidate/u);
  await expect(saysReadOnly(first)).toBeVisible();
  await expect(first.getByRole('alert').filter({ hasText: 'took this plan over' })).toBeVisible();

  await select(second, 'shop02');
  await second.keyboard.press('r');
  await expect(onMap(second, 'shop02')).toHaveAccessibleName(/removal candidate/u);
  await expectSaved(second);
  // And back again.
  await button(first, 'Take it over').click();
  await expect(saysReadOnly(first)).toHaveCount(0);
  await expect(onMap(first, 'shop02')).toHaveAccessibleName(/removal candidate/u);
  await expect(saysReadOnly(second)).toBeVisible();
});

test('F8 a window that hangs loses the plan to the one that takes it over', async ({ app }) => {
  const first = app.page;
  const second = await app.openWindow();
  await openRecent(second, name);
  await expect(saysReadOnly(second)).toBeVisible();
  // The first window is busy for eight seconds and can't answer.
  void first
    .evaluate(() => {
      const until = performance.now() + 8000;
      while (performance.now() < until);
    })
    .catch(() => {});
  await button(second, 'Take it over').click();
  await expect(saysReadOnly(second)).toHaveCount(0);
  await markForRemoval(second, 'shop02');
  await expectSaved(second);
  await expect(saysReadOnly(first)).toBeVisible({ timeout: 20_000 });
});
