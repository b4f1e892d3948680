import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toPlanFileText } from '#core/document/plan-file.ts';
import { expect, test } from '#support/launch-app.ts';
import { largePlan } from '#support/large-plan.ts';
import { expectSaved, onMap, theInspector } from '#support/story/workspace.ts';

test.beforeEach(async ({ app }) => {
  const path = join(app.dataDir, '..', 'large.rehome.json');
  await writeFile(path, toPlanFileText(largePlan(600)));
  await app.openPlanFile(path);
  await expect(app.page.getByRole('tab', { name: 'Map', exact: true })).toBeVisible();
});

test('a large map is drawn; elements are only what is in reach of the hand', async ({ app }) => {
  const { page } = app;
  const nodes = page.locator('.react-flow__node');
  await expect(page.getByRole('region', { name: 'Map', exact: true }).locator('canvas')).toBeVisible();
  await expect(nodes).toHaveCount(0);
  // The keyboard reaches the map without any element, and goes from place to place.
  const map = page.getByRole('group', { name: /^Boxes of the map/u });
  await map.focus();
  await page.keyboard.press('ArrowDown');
  await expect(nodes).toHaveCount(1);
  await expect(nodes).toBeFocused();
  await expect(nodes).toHaveAccessibleName(/, provider/u);
  await page.keyboard.press('Escape');

  // Searching flies to a server; then what is in view is there, and no more.
  await page.keyboard.press('Control+K');
  await page.getByRole('dialog').getByRole('combobox').fill('vm-0123');
  await page
    .getByRole('option', { name: /vm-0123/u })
    .first()
    .click();
  await expect(onMap(page, 'vm-0123')).toBeInViewport();
  await expect(theInspector(page).getByRole('heading', { name: 'vm-0123', exact: true })).toBeVisible();
  expect(await nodes.count()).toBeLessThan(220);
});

test('a server of a large map is dragged onto another one, which says before what would happen', async ({
  app,
}) => {
  const { page } = app;
  await page.keyboard.press('Control+K');
  await page.getByRole('dialog').getByRole('combobox').fill('vm-0123');
  await page
    .getByRole('option', { name: /vm-0123/u })
    .first()
    .click();
  await expect(onMap(page, 'vm-0123')).toBeInViewport();
  await page.waitForTimeout(400);
  const from = await onMap(page, 'vm-0123').boundingBox();
  if (from === null) throw new Error('vm-0123 is in the window');
  await page.mouse.move(from.x + 40, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(from.x + 40, from.y + from.height * 1.6 + 8, { steps: 12 });
  await expect(
    page
      .getByRole('status')
      .filter({ hasText: /fits|error|warning/u })
      .first(),
  ).toBeVisible();
  await page.mouse.up();
  await expectSaved(page);
});
