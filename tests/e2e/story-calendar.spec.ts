import type { Page } from '@playwright/test';
import { expect, test } from '#support/launch-app.ts';
import { makeAxe } from '#support/make-axe.ts';
import { button, openExample } from '#support/story/review.ts';
import { assignToPhase, markForRemoval } from '#support/story/steps.ts';
import { runByPalette, select, showView, theInspector } from '#support/story/workspace.ts';

test.beforeEach(async ({ app }) => {
  await openExample(app, 'bookshop');
  await markForRemoval(app.page, 'shop02');
  await assignToPhase(app.page, 'shop02', 'Clear out');
});

function theCalendar(page: Page) {
  const dialog = page.getByRole('dialog', { name: 'Calendar', exact: true });
  return {
    dialog,
    entries: dialog.getByRole('list', { name: 'Calendar entries', exact: true }).getByRole('listitem'),
  };
}

async function chooseKind(page: Page, kind: string): Promise<void> {
  await theCalendar(page).dialog.getByRole('button', { name: /Kind$/u }).click();
  await page.getByRole('option', { name: new RegExp(`^${kind}`, 'u') }).click();
}

test('windows, freezes, notice periods and crews are added, edited and deleted where the timeline is', async ({
  app,
}) => {
  const { page } = app;
  await showView(page, 'Timeline');
  await button(page, 'Calendar…').click();
  const { dialog, entries } = theCalendar(page);
  const name = dialog.getByRole('textbox', { name: 'Name', exact: true });
  await expect(button(dialog, 'Add')).toBeDisabled();
  await name.fill('Weekends');
  await expect(dialog.getByRole('status')).toContainText('Choose days of the week');
  for (const day of ['Sat', 'Sun'])
    await dialog.getByRole('checkbox', { name: day, exact: true }).press('Space');
  await button(dialog, 'Add').click();
  await expect(entries).toHaveCount(1);
  await expect(entries.first()).toContainText('Sat, Sun');

  await chooseKind(page, 'Freeze');
  await name.fill('Year end');
  await expect(button(dialog, 'Add')).toBeDisabled();
  await dialog.getByLabel('From', { exact: true }).fill('2026-12-21');
  await dialog.getByLabel('Until', { exact: true }).fill('2027-01-03');
  await button(dialog, 'Add').click();
  await chooseKind(page, 'Notice period');
  await name.fill('Contract');
  await dialog.getByRole('textbox', { name: 'Days before', exact: true }).fill('30');
  await dialog.getByRole('combobox', { name: /^Concerns/u }).fill('shop02');
  await page.getByRole('option', { name: 'shop02', exact: true }).click();
  await button(dialog, 'Add').click();
  await expect(entries).toHaveCount(3);
  await expect(entries.filter({ hasText: 'Contract' })).toContainText('30 days before · only shop02');
  const { violations } = await makeAxe(page).analyze();
  expect(violations).toEqual([]);

  await button(dialog, 'Edit Year end').click();
  const form = dialog.getByRole('form', { name: 'Edit Year end', exact: true });
  await form.getByLabel('Until', { exact: true }).fill('2027-01-10');
  await button(form, 'Save').click();
  await expect(entries.filter({ hasText: 'Year end' })).toContainText('10');
  await button(dialog, 'Delete Weekends').click();
  await expect(entries).toHaveCount(2);
  await button(dialog, 'Close').click();
  await expect(dialog).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await runByPalette(page, 'Calendar…');
  await expect(entries).toHaveCount(3);
});

test('a freeze that is added by the keys alone is drawn on the timeline and checked', async ({ app }) => {
  const { page } = app;
  await showView(page, 'Timeline');
  await button(page, 'Dates of Remove shop02').click();
  const dates = page.getByRole('form', { name: 'Dates of Remove shop02', exact: true });
  await dates.getByLabel('Start').fill('2026-12-21');
  await dates.getByLabel('End').fill('2026-12-23');
  await button(dates, 'Save').click();
  await runByPalette(page, 'Calendar…');
  const { dialog, entries } = theCalendar(page);
  const kind = dialog.getByRole('button', { name: /Kind$/u });
  await kind.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: /^Freeze/u }).press('Enter');
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Year end');
  await dialog.getByLabel('From', { exact: true }).fill('2026-12-20');
  await dialog.getByLabel('Until', { exact: true }).fill('2027-01-03');
  await button(dialog, 'Add').press('Enter');
  await expect(entries).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Timeline of the plan', exact: true })).toContainText(
    'Year end',
  );
  await expect(page.getByRole('region', { name: 'Findings', exact: true })).toContainText('Year end');
});

test('costs are typed where they are shown and summed over the phases, currency by currency', async ({
  app,
}) => {
  const { page } = app;
  const inspector = theInspector(page);
  const setCost = async (server: string, cost: string): Promise<void> => {
    await select(page, server);
    await inspector.getByRole('button', { description: 'Edit cost' }).click();
    await inspector.getByRole('textbox', { name: 'Cost', exact: true }).fill(cost);
    await page.keyboard.press('Enter');
  };
  await setCost('shop01', '80 EUR');
  await setCost('shop02', '40 EUR/mo');
  await setCost('queue01', '120 USD a year');
  await expect(inspector.getByRole('button', { description: 'Edit cost' })).toHaveText('120.00 USD/yr');
  await setCost('queue01', 'a lot');
  await expect(inspector.getByRole('button', { description: 'Edit cost' })).toHaveText('120.00 USD/yr');
  await runByPalette(page, 'Select nothing');
  const costs = inspector.getByLabel('Costs a month', { exact: true });
  await expect(costs).toContainText(/Today\s*120 EUR\s*10 USD\s*\d+ unknown/u);
  await expect(costs).toContainText(/After Clear out\s*80 EUR\s*10 USD/u);
});
