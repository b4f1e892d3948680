import type { Page } from '@playwright/test';
import { expect, test } from '#support/launch-app.ts';
import { makeAxe } from '#support/make-axe.ts';
import { openExample } from '#support/story/review.ts';
import {
  expectSaved,
  expectState,
  inTree,
  onMap,
  openRecent,
  runByPalette,
  select,
  theInspector,
} from '#support/story/workspace.ts';

test.beforeEach(({ app }) => openExample(app, 'bookshop'));

/** Nothing that axe finds, on the whole page or `within` one part of it. */
async function expectNoViolations(page: Page, within = 'body'): Promise<void> {
  const { violations } = await makeAxe(page)
    .include(within)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  // On the map targets are as large as the zoom makes them; the inventory has each at full size (WCAG 2.5.8, "equivalent").
  const found = violations.flatMap(({ id, nodes }) =>
    nodes
      .filter(({ html }) => id !== 'target-size' || !/react-flow__node|class="_pill_/u.test(html))
      .map(({ html, any }) => `${id}: ${html.slice(0, 160)} ${any.map(({ message }) => message).join(' ')}`),
  );
  expect(found).toEqual([]);
}

const theMap = (page: Page) => page.getByRole('region', { name: 'Map', exact: true });

test('the map is grouped by key and by mouse, keeps it, and goes back to places', async ({ app }) => {
  const { page } = app;
  await select(page, 'shop01');
  await page.keyboard.press('g');
  await expectNoViolations(page);
  await page.getByRole('menuitem', { name: 'What becomes of it', exact: true }).click();
  await expect(theMap(page).getByText('By what becomes of it')).toBeVisible();
  await expect(theMap(page).getByRole('group', { name: /^Removal, group, \d+ server/u })).toBeVisible();
  await expect(onMap(page, 'Hetzner')).toHaveCount(0);
  await expectNoViolations(page);
  await expectSaved(page);
  await app.restart();
  await openRecent(app.page, 'Plan of servers');
  await expect(theMap(app.page).getByText('By what becomes of it')).toBeVisible();
  await app.page.getByRole('button', { name: 'Group by provider and site again', exact: true }).click();
  await expect(onMap(app.page, 'Hetzner')).toHaveCount(1);
});

test('a drop on a group gives what it stands for; a party says where that is done', async ({ app }) => {
  const { page } = app;
  await runByPalette(page, 'Group the map by');
  await page.getByRole('menuitem', { name: 'What becomes of it', exact: true }).click();
  const group = theMap(page).getByRole('group', { name: /^Removal, group/u });
  await expect(group).toBeVisible();
  // The new picture is fitted by a short flight.
  await page.waitForTimeout(400);
  const [from, to] = [await onMap(page, 'shop01').boundingBox(), await group.boundingBox()];
  if (from === null || to === null) throw new Error('both are on the map');
  await page.mouse.move(from.x + 30, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(from.x + 40, from.y + 16, { steps: 3 });
  await page.mouse.move(to.x + to.width / 2, to.y + to.height - 6, { steps: 8 });
  await page.mouse.up();
  await expect(theInspector(page).getByText(/Removal candidate/u)).toBeVisible();
});

test('a filter lets the rest step back or hides it, and says how much', async ({ app }) => {
  const { page } = app;
  await page.keyboard.press('Shift+F');
  const panel = page.getByRole('dialog', { name: 'Filter…', exact: true });
  await expect(panel).toBeVisible();
  await expectNoViolations(page);
  await panel.getByRole('button', { name: /^Services \d+$/u }).click();
  await expect(page.locator('.react-flow__node.dimmed')).not.toHaveCount(0);
  await expect(theMap(page).getByText(/^\d+ of \d+ nodes stand out$/u)).toBeVisible();
  const before = await page.locator('.react-flow__node').count();
  await panel.getByRole('radio', { name: 'is hidden', exact: true }).click();
  await expect(page.locator('.react-flow__node.dimmed')).toHaveCount(0);
  expect(await page.locator('.react-flow__node').count()).toBeLessThan(before);
  await page.keyboard.press('Escape');
  await expectNoViolations(page);
  await runByPalette(page, 'Clear the filter of the map');
  await expect(page.locator('.react-flow__node')).toHaveCount(before);
});

test('the overview comes when the map does not fit, and goes where it is pressed or keyed', async ({
  app,
}) => {
  const { page } = app;
  const overview = page.getByRole('group', { name: /^Overview of the map/u });
  await expect(overview).toHaveCount(0);
  for (let press = 0; press < 5; press += 1)
    await page.getByRole('button', { name: 'Zoom in', exact: true }).click();
  await expect(overview).toBeVisible();
  // Axe does not know that the map cuts off what is out of sight: zoomed in, cards there would lie over buttons beside the map.
  await expectNoViolations(page, '[aria-label^="Overview of the map"]');
  const viewport = page.locator('.react-flow__viewport');
  const before = await viewport.getAttribute('style');
  await overview.focus();
  await page.keyboard.press('ArrowRight');
  await expect(viewport).not.toHaveAttribute('style', before ?? '');
  const after = await viewport.getAttribute('style');
  await overview.click({ position: { x: 6, y: 6 } });
  await expect(viewport).not.toHaveAttribute('style', after ?? '');
  await page.keyboard.press('o');
  await expect(overview).toHaveCount(0);
});

test('the impact says how many and is followed one way', async ({ app }) => {
  const { page } = app;
  await select(page, 'shop01');
  await page.keyboard.press('i');
  const said = theMap(page)
    .getByRole('status')
    .filter({ hasText: /would stop|needed|Nothing needs/u });
  await expect(said).toBeVisible();
  await expectNoViolations(page);
  await theMap(page).getByRole('radio', { name: 'Who needs it', exact: true }).click();
  await expect(said).not.toHaveText(/are needed|is needed/u);
  await theMap(page).getByRole('button', { name: 'End the impact (I)', exact: true }).click();
  await expect(page.locator('.react-flow__node.dimmed')).toHaveCount(0);
});

test('a dependency is drawn from box to box, and taken back with words', async ({ app }) => {
  const { page } = app;
  const [one, two] = [onMap(page, 'shop01'), onMap(page, 'shop02')];
  const target = await two.boundingBox();
  if (target === null) throw new Error('shop02 is on the map');
  await one.hover({ position: { x: 40, y: 8 } });
  const handle = one.locator('[data-connect]');
  await expect(handle).toBeVisible();
  const dot = await handle.boundingBox();
  if (dot === null) throw new Error('the handle is there');
  await page.mouse.move(dot.x + dot.width / 2, dot.y + dot.height / 2);
  await page.mouse.down();
  await page.mouse.move(target.x + 30, target.y + 8, { steps: 8 });
  await page.mouse.up();
  const menu = page.getByRole('menu', { name: 'What shop01 does to shop02', exact: true });
  await expect(menu).toBeVisible();
  await expectNoViolations(page);
  await menu.getByRole('menuitem', { name: 'shop01 monitors shop02', exact: true }).click();
  await expect(page.getByRole('img', { name: 'shop01 monitors shop02' })).toHaveCount(1);
  await page.keyboard.press('Control+Z');
  await expect(page.getByRole('img', { name: 'shop01 monitors shop02' })).toHaveCount(0);
});

test('a dependency is added by keys alone, and one goes along it', async ({ app }) => {
  const { page } = app;
  await inTree(page, 'shop01').click();
  await page.keyboard.press('d');
  const dialog = page.getByRole('dialog', { name: 'Add a dependency', exact: true });
  await expect(dialog.getByRole('combobox', { name: 'To what', exact: true })).toBeFocused();
  await page.keyboard.type('shop02');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('shop01 uses shop02')).toBeVisible();
  await expectNoViolations(page);
  await dialog.getByRole('button', { name: 'Add the dependency', exact: true }).click();
  await expect(page.getByRole('img', { name: 'shop01 uses shop02' })).toHaveCount(1);
  await onMap(page, 'shop01').focus();
  await page.keyboard.press('e');
  const menu = page.getByRole('menu', { name: 'Dependencies of shop01', exact: true });
  await expect(menu).toBeVisible();
  await expectNoViolations(page);
  await menu.getByRole('menuitem', { name: 'shop01 uses shop02', exact: true }).press('Enter');
  await expect(onMap(page, 'shop02')).toBeFocused();
});

test('the keyboard goes along edges and says each of them', async ({ app }) => {
  const { page } = app;
  const said = (words: RegExp) => theMap(page).getByRole('status').filter({ hasText: words });
  await onMap(page, 'pg-replica').focus();
  await page.keyboard.press('Shift+ArrowUp');
  await expect(onMap(page, 'pg-main')).toBeFocused();
  await expect(said(/^pg-replica replicates pg-main$/u)).toHaveCount(1);
  await page.keyboard.press('Shift+ArrowDown');
  await expect(onMap(page, 'pg-replica')).toBeFocused();
  // What has no edge that way stays, and says so.
  await onMap(page, 'mail01').focus();
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(onMap(page, 'mail01')).toBeFocused();
  await expect(said(/^(mail01 has no dependency|No dependency of mail01 leads there)/u)).toHaveCount(1);
});

test('a card says what the pointer rests on, can be reached, and goes with Escape', async ({ app }) => {
  const { page } = app;
  const card = theMap(page).getByRole('tooltip');
  await onMap(page, 'shop01').hover({ position: { x: 40, y: 8 } });
  await expect(card).toContainText('shop01');
  await expectNoViolations(page);
  const [at, box] = [await card.boundingBox(), await onMap(page, 'shop01').boundingBox()];
  if (at === null || box === null) throw new Error('both are on the map');
  const isApart = at.x >= box.x + box.width || at.x + at.width <= box.x || at.y >= box.y + box.height;
  expect(isApart || at.y + at.height <= box.y).toBe(true);
  await page.mouse.move(at.x + at.width / 2, at.y + 12, { steps: 2 });
  await page.waitForTimeout(500);
  await expect(card).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
});

test('what a hand placed is said, and laid out again at once', async ({ app }) => {
  const { page } = app;
  const box = await onMap(page, 'shop01').boundingBox();
  if (box === null) throw new Error('shop01 is on the map');
  await page.mouse.move(box.x + 30, box.y + 8);
  await page.mouse.down();
  await page.mouse.move(box.x + 36, box.y + 20, { steps: 4 });
  await page.mouse.up();
  const said = theMap(page).getByRole('button', { name: /^1 box placed by hand/u });
  await said.click();
  await page.getByRole('button', { name: 'Lay out all automatically', exact: true }).click();
  await expect(said).toHaveCount(0);
  await expectState(page, 'As is');
});

test('the map stays fitted in another window, and the inventory makes room in a narrow one', async ({
  app,
}) => {
  const { page } = app;
  const inventory = page.getByRole('navigation', { name: 'Inventory', exact: true });
  for (const [width, height] of [
    [2000, 1200],
    [1024, 700],
    [1440, 900],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expect(onMap(page, 'Hetzner')).toBeInViewport({ ratio: 0.99 });
    await expect(onMap(page, 'papermoon-dumps')).toBeInViewport({ ratio: 0.99 });
    await expect(inventory).toBeVisible({ visible: width > 1180 });
  }
  // Who has gone nearer to something keeps it.
  await select(page, 'metrics');
  await page.keyboard.press('f');
  const zoom = page.getByText(/^\d+ %$/u);
  await expect(zoom).toHaveText('125 %');
  // The flight there is short.
  await page.waitForTimeout(400);
  const box = await onMap(page, 'metrics').boundingBox();
  await page.setViewportSize({ width: 1300, height: 820 });
  await expect.poll(async () => (await onMap(page, 'metrics').boundingBox())?.x).toBe(box?.x);
  await expect(zoom).toHaveText('125 %');
});
