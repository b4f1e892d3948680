import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkPlan } from '#core/checks/check-plan.ts';
import { toPlanFileText } from '#core/document/plan-file.ts';
import { csvExporter } from '#core/exporters/csv/csv-exporter.ts';
import { clearOutPlan } from '#support/clear-out-plan.ts';
import { expect, test } from '#support/launch-app.ts';
import { button, openExample } from '#support/story/review.ts';
import { assignToPhase, markForRemoval } from '#support/story/steps.ts';
import { expectSaved, leavePlan, runByPalette, showView } from '#support/story/workspace.ts';
import type { Page } from '@playwright/test';
import type { AppDriver } from '#support/launch-app.ts';

test.beforeEach(async ({ app }) => {
  await openExample(app, 'bookshop');
  await markForRemoval(app.page, 'shop02');
  await assignToPhase(app.page, 'shop02', 'Clear out');
});

/** Saves the report of the open plan, lets somebody edit it, and answers the path of the edited file. */
async function editedReport(app: AppDriver, edit: (text: string) => string): Promise<string> {
  const { page } = app;
  await showView(page, 'Report');
  const saved = await app.savedFile(() =>
    page.getByRole('main').getByRole('button', { name: 'Save…', exact: true }).click(),
  );
  const path = join(app.dataDir, '..', 'edited.md');
  await writeFile(path, edit(await readFile(saved, 'utf8')));
  return path;
}

function theReview(page: Page) {
  return page.getByRole('dialog', { name: 'Edits of an export', exact: true });
}

const addTask = (text: string): string =>
  text.replace('### Steps\n\n', '### Steps\n\n- [ ] Tell the bookbinder — owner: Ada\n');

test('edits of a report are reviewed and taken as one step', async ({ app }) => {
  const { page } = app;
  const path = await editedReport(app, (text) =>
    addTask(text)
      .replace('No dates yet', '2027-03-01 to 2027-03-05')
      .replace('### Steps', 'Really?\n\n### Steps'),
  );
  await app.importFiles([path], () => runByPalette(page, 'Take edits of a report back…'));
  const review = theReview(page);
  await expect(review.getByRole('region', { name: 'Edits', exact: true })).toContainText(
    'Tell the bookbinder',
  );
  await expect(review.getByRole('region', { name: 'Not understood', exact: true })).toContainText('Really?');
  await button(review, 'Take 3 edits').click();
  await expect(review).toHaveCount(0);
  const preview = page.getByRole('region', { name: 'Preview', exact: true });
  await expect(preview).toContainText('2027-03-01 to 2027-03-05');
  await expect(preview).toContainText('Tell the bookbinder — owner: Ada');
  await page.getByRole('main').click();
  await page.keyboard.press('Control+z');
  await expect(preview).toContainText('No dates yet');
  await expect(preview).not.toContainText('Tell the bookbinder');
});

test('a conflict stands side by side, and the plan keeps its word until the other is chosen', async ({
  app,
}) => {
  const { page } = app;
  const first = await editedReport(app, (text) => text.replace('No dates yet', '2027-03-01 to 2027-03-05'));
  const second = join(app.dataDir, '..', 'second.md');
  await writeFile(second, (await readFile(first, 'utf8')).replace('to 2027-03-05', 'to 2027-03-12'));
  await app.importFiles([first], () => runByPalette(page, 'Take edits of a report back…'));
  await button(theReview(page), 'Take 2 edits').click();
  await expect(theReview(page)).toHaveCount(0);
  await app.importFiles([second], () => runByPalette(page, 'Take edits of a report back…'));
  const conflicts = theReview(page).getByRole('region', { name: 'Conflicts', exact: true });
  await expect(conflicts.getByRole('radio', { name: /Keep what the plan says/u })).toBeChecked();
  await expect(button(theReview(page), 'Take 0 edits')).toBeDisabled();
  await conflicts.getByRole('radio', { name: /Take what the report says.*2027-03-12/u }).click();
  await button(theReview(page), 'Take 1 edit').click();
  const preview = page.getByRole('region', { name: 'Preview', exact: true });
  await expect(preview).toContainText('2027-03-01 to 2027-03-12');
});

test('every kind of report is shown, and its parts can be left out', async ({ app }) => {
  const { page } = app;
  await showView(page, 'Report');
  const preview = page.getByRole('region', { name: 'Preview', exact: true });
  for (const [kind, title] of [
    ['Runbook', 'Runbook:'],
    ['Hand-over sheet', 'Hand-over sheets:'],
    ['Removal list', 'What can go:'],
    ['Open questions', 'Open questions:'],
    ['Whole plan', 'What runs where'],
  ] as const) {
    await page
      .getByRole('main')
      .getByRole('button', { name: /What to report/u })
      .click();
    await page.getByRole('option', { name: kind, exact: true }).click();
    await expect(preview).toContainText(title);
  }
  await button(page, 'Parts').click();
  const picture = preview.getByRole('img', { name: /^A picture of/u });
  await expect(picture).toHaveCount(1);
  await page.getByRole('checkbox', { name: 'Picture', exact: true }).press('Space');
  await expect(picture).toHaveCount(0);
});

test('edits of an exported table of tasks are reviewed and taken', async ({ app }) => {
  const { page } = app;
  const path = join(app.dataDir, '..', 'hoster.rehome.json');
  const plan = clearOutPlan();
  await writeFile(path, toPlanFileText(plan));
  await leavePlan(page);
  await app.openPlanFile(path);
  const { files } = csvExporter.export(plan, checkPlan(plan), { phase: null, party: null, without: [] });
  const table = String(files.find((file) => file.path === 'tasks.csv')?.content);
  const edited = join(app.dataDir, '..', 'tasks.csv');
  await writeFile(
    edited,
    table.replace(',Operations,T-7,2026-11-30,false', ',Mia Brandt,T-7,2026-11-30,TRUE'),
  );
  await expectSaved(page);
  await app.importFiles([edited], () => runByPalette(page, 'Take edits of a report back…'));
  const review = theReview(page);
  await expect(review.getByRole('region', { name: 'Edits', exact: true }).getByRole('listitem')).toHaveCount(
    2,
  );
  await expect(review).toContainText('Mia Brandt');
  await button(review, 'Take 2 edits').click();
  await expect(review).toHaveCount(0);
  await expectSaved(page);
});
