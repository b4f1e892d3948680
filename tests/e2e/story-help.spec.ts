import { expect, test } from '#support/launch-app.ts';
import { makeAxe } from '#support/make-axe.ts';
import { button, openExample } from '#support/story/review.ts';
import { onMap, runByPalette, showView, theFindings, theInspector } from '#support/story/workspace.ts';

const tags = ['wcag2a', 'wcag2aa'];

test('help opens at what is shown, goes on by its contents and links, and needs no network', async ({
  app,
}) => {
  const { page } = app;
  await openExample(app, 'bookshop');
  await showView(page, 'Duties');
  await page.keyboard.press('F1');
  const help = page.getByRole('dialog', { name: 'Help', exact: true });
  const words = help.getByRole('region', { name: 'Text of the help', exact: true });
  await expect(words.getByRole('heading', { name: '6. Hand duties over', exact: true })).toBeInViewport();
  expect((await makeAxe(page).withTags(tags).analyze()).violations).toEqual([]);
  await button(help, 'The table').click();
  await expect(words.getByRole('heading', { name: 'The table', exact: true })).toBeInViewport();
  await words.getByRole('button', { name: 'What is checked', exact: true }).click();
  await expect(words.getByRole('heading', { name: 'What is checked', exact: true })).toBeInViewport();
  await page.keyboard.press('Escape');
  await expect(help).toHaveCount(0);
});

test('by mouse: the sign beside the slider, and the one of a finding leads to its rule', async ({ app }) => {
  const { page } = app;
  await openExample(app, 'bookshop');
  await button(page, 'Help on what is shown').click();
  const help = page.getByRole('dialog', { name: 'Help', exact: true });
  await expect(help.getByRole('heading', { name: '3. See the estate', exact: true })).toBeInViewport();
  await button(help, 'Close').click();
  const finding = theFindings(page).getByRole('listitem').first();
  await finding.hover();
  const sign = finding.getByRole('button', { name: /^Help on / });
  const rule = ((await sign.getAttribute('aria-label')) ?? '').replace('Help on ', '');
  await sign.click();
  await expect(help.getByRole('heading', { name: rule, exact: true })).toBeInViewport();
});

test('help on an open panel leaves the panel as it was', async ({ app }) => {
  const { page } = app;
  await openExample(app, 'bookshop');
  await runByPalette(page, 'Rename the plan…');
  const field = page.getByRole('textbox').first();
  await field.fill('Leave the hall');
  await page.keyboard.press('F1');
  const help = page.getByRole('dialog', { name: 'Help', exact: true });
  await expect(help).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(help).toHaveCount(0);
  await expect(field).toHaveValue('Leave the hall');
});

test('the tour goes through the example in five steps, by mouse', async ({ app }) => {
  const { page } = app;
  await button(page, 'Take the tour').click();
  const step = (number: number) =>
    page.getByRole('dialog', { name: `Tour, step ${number} of 5`, exact: true });
  await expect(step(1)).toBeVisible({ timeout: 20_000 });
  await expect(onMap(page, 'shop01')).toHaveCount(1);
  expect((await makeAxe(page).withTags(tags).analyze()).violations).toEqual([]);
  await button(step(1), 'Next').click();
  await expect(step(2)).toContainText('Everything that is known of one thing');
  await expect(theInspector(page).getByRole('heading', { level: 2 })).not.toHaveText('Nothing selected');
  await button(step(2), 'Next').click();
  // Nothing is covered or locked: the plan is worked on while the tour goes on.
  await page.keyboard.press('Control+K');
  await page.keyboard.press('Escape');
  await expect(step(3)).toBeVisible();
  await button(step(3), 'Next').click();
  await button(step(4), 'Back').click();
  await button(step(3), 'Next').click();
  await button(step(4), 'Next').click();
  await expect(page.getByRole('main', { name: 'Report', exact: true })).toBeVisible();
  await button(step(5), 'Start planning').click();
  await expect(step(5)).toHaveCount(0);
});

test('the tour is gone through and ended by the keys alone, on a plan of one’s own too', async ({ app }) => {
  const { page } = app;
  await openExample(app, 'museum');
  await runByPalette(page, 'Take the tour');
  const tour = page.getByRole('dialog', { name: /^Tour, step/u });
  await expect(button(tour, 'Next')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(tour).toHaveAccessibleName('Tour, step 2 of 5');
  await expect(button(tour, 'Next')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(tour).toHaveAccessibleName('Tour, step 3 of 5');
  await page.keyboard.press('Escape');
  await expect(tour).toHaveCount(0);
});
