import { expect, test } from '#support/launch-app.ts';
import { openExample } from '#support/story/review.ts';
import {
  expectSaved,
  expectState,
  onMap,
  openRecent,
  runByPalette,
  select,
} from '#support/story/workspace.ts';

test.beforeEach(({ app }) => openExample(app, 'bookshop'));

test('a box is collapsed and expanded by key and by the palette, and stays so', async ({ app }) => {
  const { page } = app;
  await select(page, 'Hetzner');
  await expect(onMap(page, 'shop01')).toHaveCount(1);
  await page.keyboard.press('c');
  await expect(onMap(page, 'Hetzner')).toHaveAccessibleName(/collapsed/u);
  await expect(onMap(page, 'shop01')).toHaveCount(0);
  await expectSaved(page);
  await app.restart();
  await openRecent(app.page, 'Plan of servers');
  await expect(onMap(app.page, 'Hetzner')).toHaveAccessibleName(/collapsed/u);
  await runByPalette(app.page, 'Expand all boxes');
  await expect(onMap(app.page, 'shop01')).toHaveCount(1);
});

test('a box is collapsed by its sign; what leads into it is one line with a count, and undo has nothing to do with it', async ({
  app,
}) => {
  const { page } = app;
  const map = page.getByRole('region', { name: 'Map', exact: true });
  await runByPalette(page, 'Expand all boxes');
  // A second line out of the provider, so that there are two to bundle.
  await select(page, 'mail01');
  await page.keyboard.press('d');
  const dialog = page.getByRole('dialog', { name: 'Add a dependency', exact: true });
  await dialog.getByRole('combobox', { name: 'To what', exact: true }).fill('papermoon-dumps');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Add the dependency', exact: true }).click();
  await expect(map.getByRole('img', { name: /^mail01 .* papermoon-dumps$/u })).toHaveCount(1);
  await onMap(page, 'Hetzner').hover({ position: { x: 40, y: 14 } });
  await onMap(page, 'Hetzner').locator('[data-toggle]').click();
  await expect(onMap(page, 'Hetzner')).toHaveAccessibleName(/collapsed/u);
  await expect(
    map.getByRole('button', { name: /^2 dependencies.* from Hetzner to papermoon-dumps$/u }),
  ).toHaveText('2');
  // What is taken back is the last edit, not the look of the map.
  await page.keyboard.press('Control+Z');
  await expect(map.getByRole('button', { name: /from Hetzner to papermoon-dumps$/u })).toHaveCount(0);
  await expect(onMap(page, 'Hetzner')).toHaveAccessibleName(/collapsed/u);
  await onMap(page, 'Hetzner').locator('[data-toggle]').click();
  await expect(onMap(page, 'shop01')).toHaveCount(1);
});

test('what is asked for opens the box that it stands in', async ({ app }) => {
  const { page } = app;
  await select(page, 'Hetzner');
  await page.keyboard.press('c');
  await expect(onMap(page, 'shop01')).toHaveCount(0);
  await page.keyboard.press('Control+K');
  await page.getByRole('dialog').getByRole('combobox').fill('shop01');
  await page
    .getByRole('option', { name: /^shop01/u })
    .first()
    .click();
  await expect(onMap(page, 'shop01')).toHaveCount(1);
});

test('the impact of a selection lets the rest step back', async ({ app }) => {
  const { page } = app;
  const dimmed = page.locator('.react-flow__node.dimmed');
  await select(page, 'shop01');
  await expect(dimmed).toHaveCount(0);
  await page.keyboard.press('i');
  await expect(dimmed).not.toHaveCount(0);
  await expect(onMap(page, 'shop01')).not.toHaveClass(/dimmed/u);
  await page.keyboard.press('i');
  await expect(dimmed).toHaveCount(0);
});

test('servers selected with Shift are dragged together', async ({ app }) => {
  const { page } = app;
  const [one, two] = [await onMap(page, 'shop01').boundingBox(), await onMap(page, 'shop02').boundingBox()];
  if (one === null || two === null) throw new Error('both are on the map');
  await onMap(page, 'shop01').click({ position: { x: 20, y: 8 } });
  await onMap(page, 'shop02').click({ position: { x: 20, y: 8 }, modifiers: ['Shift'] });
  const to = await onMap(page, 'Amazon Web Services').boundingBox();
  if (to === null) throw new Error('the provider is on the map');
  await page.mouse.move(one.x + 30, one.y + 8);
  await page.mouse.down();
  await page.mouse.move(one.x + 40, one.y + 16, { steps: 3 });
  await page.mouse.move(to.x + to.width / 2, to.y + 10, { steps: 8 });
  await page.mouse.up();
  await expectState(page, 'To be');
  await expect(onMap(page, 'shop01')).toHaveAccessibleName(/server on Amazon Web Services/u);
  await expect(onMap(page, 'shop02')).toHaveAccessibleName(/server on Amazon Web Services/u);
});

test('Shift and a drag over the empty map select what the rectangle meets', async ({ app }) => {
  const { page } = app;
  const pane = await page.locator('.react-flow').boundingBox();
  if (pane === null) throw new Error('the map is shown');
  await page.keyboard.down('Shift');
  await page.mouse.move(pane.x + 3, pane.y + 3);
  await page.mouse.down();
  await page.mouse.move(pane.x + pane.width - 5, pane.y + pane.height - 60, { steps: 6 });
  await page.mouse.up();
  await page.keyboard.up('Shift');
  await expect(page.getByRole('region', { name: 'Inspector' })).toContainText(/\d+ (nodes|selected)/u);
});
