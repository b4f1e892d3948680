import { makeAxe } from '#support/make-axe.ts';
import type { Page } from '@playwright/test';
import { expect, test } from '#support/launch-app.ts';
import { button, openExample } from '#support/story/review.ts';
import { markForRemoval } from '#support/story/steps.ts';
import { expectSaved, runByPalette, select, showView } from '#support/story/workspace.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Plans two removals without a phase. */
async function planRemovals(page: Page): Promise<void> {
  for (const name of ['shop02', 'mail01']) {
    await markForRemoval(page, name);
    await select(page, name);
    await page.keyboard.press(']');
    await runByPalette(page, 'Plan the removal');
  }
}

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await makeAxe(page).withTags(tags).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
}

test.beforeEach(async ({ app }) => {
  await app.page.emulateMedia({ reducedMotion: 'reduce' });
  await openExample(app, 'bookshop');
});

test('phases and dates are proposed, looked at and applied as one step each', async ({ app }) => {
  const { page } = app;
  await planRemovals(page);
  const view = await showView(page, 'Timeline');
  await expect(view.getByText('No change has a date')).toBeVisible();
  await page.keyboard.press('Shift+P');
  const phases = page.getByRole('region', { name: 'Propose phases', exact: true });
  await button(phases, 'Propose').click();
  await expect(
    phases.getByRole('region', { name: 'Proposed phases' }).getByRole('listitem').first(),
  ).toBeVisible();
  await expectNoViolations(page);
  await button(phases, 'Apply').click();
  await expect(phases).toHaveCount(0);

  await button(view, 'Propose dates…').click();
  const dates = page.getByRole('region', { name: 'Propose dates', exact: true });
  await button(dates, 'Propose').click();
  await expect(dates.getByRole('alert')).toContainText('say from which day on work can begin');
  await dates.getByLabel('First day of work').fill('2026-12-07');
  await button(dates, 'Propose').click();
  await expect(dates.getByText('Critical', { exact: true }).first()).toBeVisible();
  await expectNoViolations(page);
  await button(dates, 'Apply').click();
  await expect(view.getByRole('button', { name: /^Remove shop02: .+/u })).toBeVisible();
  await expectNoViolations(page);
  await page.keyboard.press('Control+Z');
  await expect(view.getByText('No change has a date')).toBeVisible();
  await expectSaved(page);
});

test('a step is moved on the timeline by keyboard and by mouse, and can be let be', async ({ app }) => {
  const { page } = app;
  await planRemovals(page);
  const view = await showView(page, 'Timeline');
  await runByPalette(page, 'Propose dates…');
  const dates = page.getByRole('region', { name: 'Propose dates', exact: true });
  await dates.getByLabel('First day of work').fill('2026-12-07');
  await button(dates, 'Propose').click();
  await button(dates, 'Apply').click();
  const bar = view.getByRole('button', { name: /^Remove shop02: .+/u });
  const before = await bar.getAttribute('aria-label');
  await bar.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Escape');
  await expect(bar).toHaveAccessibleName(before ?? '');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Enter');
  await expect(bar).not.toHaveAccessibleName(before ?? '');
  const moved = await bar.getAttribute('aria-label');
  const box = await bar.boundingBox();
  const [x, y] = [(box?.x ?? 0) + 4, (box?.y ?? 0) + 8];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 50, y, { steps: 4 });
  await page.mouse.move(x - 98, y, { steps: 4 });
  await page.mouse.up();
  await expect(bar).not.toHaveAccessibleName(moved ?? '');
  await expect(bar).toHaveAccessibleName(before ?? '');
});
