import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { test, type AppDriver } from '#support/launch-app.ts';
import { closeDuty, startHandOver } from '#support/story/duties.ts';
import { acceptAllAndOpen, button, exampleFiles, importFiles, theReview } from '#support/story/review.ts';
import { agreeRemoval, answerQuestion, assignToPhase, startMove } from '#support/story/steps.ts';
import {
  expectSaved,
  leavePlan,
  runByPalette,
  select,
  showView,
  theSlider,
  type ViewName,
} from '#support/story/workspace.ts';

const folder = resolve('docs', 'pictures');

/** Takes a picture when nothing moves or loads any more. */
async function take(page: Page, name: string): Promise<void> {
  await page.mouse.move(1439, 899);
  // A message goes by itself.
  for (const name of ['Take it back', 'Do it again']) await expect(button(page, name)).toHaveCount(0);
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', caret: 'hide' });
}

/** A new place by its words in the palette. */
async function addPlace(page: Page, kind: 'Provider' | 'Host', name: string, inside: string): Promise<void> {
  await runByPalette(page, 'Add a host or provider…');
  const place = page.getByRole('dialog', { name: 'New place to move to', exact: true });
  await place.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  if (kind === 'Provider') {
    await place.getByRole('button', { name: /Kind$/u }).click();
    await page.getByRole('option', { name: kind, exact: true }).click();
  } else {
    await place.getByRole('combobox', { name: /^In/u }).fill(inside);
    await page.getByRole('option', { name: inside, exact: true }).click();
    await place.getByRole('textbox', { name: 'vCPU' }).fill('8');
    await place.getByRole('textbox', { name: 'Memory in GB' }).fill('32');
    await place.getByRole('textbox', { name: 'Disk in GB' }).fill('640');
  }
  await button(place, 'Add').click();
  await expect(place).toHaveCount(0);
}

/** The bookshop in the middle of its plan: what is not needed goes first, then the shop moves. */
async function planBookshop(page: Page): Promise<void> {
  await answerQuestion(page, 'importer', 'Switched off? (?)', {
    words: 'Switched off in spring, nobody missed it.',
    by: 'Mira',
  });
  await agreeRemoval(page, 'importer', 'Mira');
  await assignToPhase(page, 'importer', 'Clear out');
  await agreeRemoval(page, 'blog', 'Jo');
  await assignToPhase(page, 'blog', 'Clear out');
  await assignToPhase(page, 'ci-old', 'Clear out');
  await addPlace(page, 'Provider', 'Northwind', '');
  await addPlace(page, 'Host', 'nw-host1', 'Northwind');
  for (const name of ['shop01', 'shop02', 'queue01']) {
    const panel = await startMove(page, name);
    await panel.getByRole('combobox', { name: 'Move to…' }).fill('nw-host1');
    await page.keyboard.press('Enter');
    await expect(panel).toHaveCount(0);
    await assignToPhase(page, name, 'Move the shop');
  }
  await setDates(page);
}

/** Gives both phases their dates. */
async function setDates(page: Page): Promise<void> {
  await runByPalette(page, 'Phases…');
  const dialog = page.getByRole('dialog', { name: 'Phases', exact: true });
  const dates = ['2026-12-07', '2026-12-11', '2026-12-14', '2026-12-18'];
  const starts = dialog.getByLabel('Starts');
  const ends = dialog.getByLabel('Ends');
  for (const [index] of [0, 1].entries()) {
    await starts.nth(index).fill(dates[index * 2] ?? '');
    await starts.nth(index).press('Tab');
    await ends.nth(index).fill(dates[index * 2 + 1] ?? '');
    await ends.nth(index).press('Tab');
  }
  await button(dialog, 'Done').click();
}

async function takeViews(page: Page, theme: string): Promise<void> {
  await theSlider(page).press('Home');
  await theSlider(page).press('ArrowRight');
  await theSlider(page).press('ArrowRight');
  const shown: readonly ViewName[] = ['Board', 'Table', 'Timeline', 'Questions', 'Report'];
  await showView(page, 'Map');
  await select(page, 'shop01');
  await button(page, 'Fit the map').click();
  await take(page, `map-${theme}`);
  for (const view of shown) {
    await showView(page, view);
    if (view === 'Report') await expect(page.getByRole('img', { name: /picture/u })).toBeVisible();
    await take(page, `${view.toLowerCase()}-${theme}`);
  }
}

async function takeDuties(app: AppDriver, theme: string): Promise<void> {
  const { page } = app;
  await importFiles(app, exampleFiles.museum);
  await acceptAllAndOpen(page);
  for (const area of ['monitoring', 'backup', 'restore proof'])
    await startHandOver(page, { area, subject: 'Portal App Server', to: 'Nordwind' });
  await closeDuty(page);
  await page.getByRole('button', { name: /^backup of Portal App Server: /u }).click();
  const list = page.getByRole('region', { name: 'Checklist', exact: true });
  await list.getByRole('button', { name: /Checklist from a template…/u }).click();
  await page.getByRole('option').first().click();
  await list.getByRole('checkbox').first().press('Space');
  await theSlider(page).press('End');
  await take(page, `duties-${theme}`);
}

for (const theme of ['light', 'dark'] as const) {
  test(`pictures in ${theme}`, async ({ app }) => {
    const { page } = app;
    await mkdir(folder, { recursive: true });
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await importFiles(app, exampleFiles.bookshop);
    await theReview(page)
      .getByRole('button', { name: /^pg-replica, /u })
      .click();
    await take(page, `review-${theme}`);
    await acceptAllAndOpen(page);
    await planBookshop(page);
    await takeViews(page, theme);
    await expectSaved(page);
    await leavePlan(page);
    await takeDuties(app, theme);
    await expectSaved(page);
    await leavePlan(page);
    await take(page, `start-${theme}`);
  });
}
