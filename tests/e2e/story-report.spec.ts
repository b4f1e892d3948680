import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, test } from '#support/launch-app.ts';
import { button, openExample } from '#support/story/review.ts';
import { markForRemoval, assignToPhase } from '#support/story/steps.ts';
import { leavePlan, runByPalette, select, showView, theInspector } from '#support/story/workspace.ts';

test.beforeEach(({ app }) => openExample(app, 'bookshop'));

/** What the command line writes for a plan file. */
function exportByCommandLine(plan: string, format: string): string {
  const done = spawnSync(
    process.execPath,
    [resolve('main/launch/rehome.mjs'), 'export', plan, '--to', format, '--out', '-'],
    { encoding: 'utf8', timeout: 20_000 },
  );
  if (done.status !== 0 && done.status !== 1) throw new Error(`the export failed: ${done.stderr}`);
  return done.stdout;
}

test('the report stands beside its preview and says what is planned', async ({ app }) => {
  const { page } = app;
  await markForRemoval(page, 'shop02');
  await assignToPhase(page, 'shop02', 'Clear out');
  await showView(page, 'Report');
  const source = page.getByRole('region', { name: 'Markdown source', exact: true });
  const preview = page.getByRole('region', { name: 'Preview', exact: true });
  await expect(source).toContainText('# Plan of servers');
  await expect(preview.getByRole('heading', { name: 'Plan of servers', exact: true })).toBeVisible();
  await expect(preview.getByRole('heading', { name: /Clear out/u }).first()).toBeVisible();
  await page.getByRole('radio', { name: 'Preview', exact: true }).press('Space');
  await expect(source).toHaveCount(0);
});

test('the report is copied as a whole', async ({ app }) => {
  const { page } = app;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await showView(page, 'Report');
  await page.getByRole('main').getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'clipboard' })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^# Plan of servers\n/u);
  expect(copied).toContain('```mermaid');
});

test('the saved report is what the command line writes for the saved plan', async ({ app }) => {
  const { page } = app;
  await markForRemoval(page, 'shop02');
  await assignToPhase(page, 'shop02', 'Clear out');
  const plan = await app.savedFile(() => runByPalette(page, 'Save a copy…'));
  expect(plan).toMatch(/\.rehome\.json$/u);
  await showView(page, 'Report');
  const report = await app.savedFile(() =>
    page.getByRole('main').getByRole('button', { name: 'Save…', exact: true }).click(),
  );
  expect(await readFile(report, 'utf8')).toBe(exportByCommandLine(plan, 'markdown'));
});

test('Export… saves what the command line writes', async ({ app }) => {
  const { page } = app;
  const plan = await app.savedFile(() => runByPalette(page, 'Save a copy…'));
  await button(page, 'Export…').click();
  const dialog = page.getByRole('dialog', { name: 'Export', exact: true });
  await dialog.getByRole('option', { name: 'Mermaid', exact: true }).click();
  const saved = await app.savedFile(() => button(dialog, 'Save').click());
  expect(await readFile(saved, 'utf8')).toBe(exportByCommandLine(plan, 'mermaid'));
});

test('a plan that was saved as a file opens again as it was', async ({ app }) => {
  const { page } = app;
  await markForRemoval(page, 'shop02');
  const plan = await app.savedFile(() => runByPalette(page, 'Save a copy…'));
  await leavePlan(page);
  await app.openPlanFile(plan);
  await select(page, 'shop02');
  await expect(theInspector(page)).toContainText('Removal candidate');
  const again = await app.savedFile(() => runByPalette(page, 'Save a copy…'));
  const [before, after] = await Promise.all([readFile(plan, 'utf8'), readFile(join(again), 'utf8')]);
  const withoutId = (text: string): string => text.replace(/"id": "pl_\w+"/u, '"id": "pl"');
  expect(withoutId(after)).toBe(withoutId(before));
});

test('on paper the report is dark on light in both themes, with nothing of the workspace around it', async ({
  app,
}) => {
  const { page } = app;
  await showView(page, 'Report');
  const brightness = (selector: string, property: 'color' | 'backgroundColor'): Promise<number> =>
    page
      .locator(selector)
      .first()
      .evaluate((element, name) => {
        const [red = 0, green = 0, blue = 0] = (getComputedStyle(element)[name].match(/[\d.]+/gu) ?? []).map(
          Number,
        );
        return (red + green + blue) / (3 * 255);
      }, property);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, media: 'screen' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    await page.emulateMedia({ colorScheme, media: 'print' });
    for (const words of ['article h1', 'article th', 'article blockquote']) {
      expect(await brightness(words, 'color'), `${words} in ${colorScheme}`).toBeLessThan(0.5);
    }
    expect(await brightness('article blockquote', 'backgroundColor')).toBeGreaterThan(0.8);
    await expect(page.getByRole('region', { name: 'Findings', exact: true })).toBeHidden();
    await expect(button(page, 'Export…')).toBeHidden();
  }
});
