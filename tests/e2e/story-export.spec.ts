import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from '#support/launch-app.ts';
import { button, openExample } from '#support/story/review.ts';
import { closeDuty, startHandOver } from '#support/story/duties.ts';
import { assignToPhase, markForRemoval } from '#support/story/steps.ts';
import { runByPalette, showView } from '#support/story/workspace.ts';

test.beforeEach(({ app }) => openExample(app, 'bookshop'));

function exportByCommandLine(plan: string, ...words: readonly string[]): string {
  const program = resolve('main/launch/rehome.mjs');
  const done = spawnSync(process.execPath, [program, 'export', plan, ...words, '--out', '-'], {
    encoding: 'utf8',
    timeout: 30_000,
  });
  if (done.status !== 0) throw new Error(`the export failed: ${done.stderr}`);
  return done.stdout;
}

test('every format says what it is for and what does not fit, and is saved as the command line writes it', async ({
  app,
}) => {
  const { page } = app;
  await markForRemoval(page, 'shop02');
  await assignToPhase(page, 'shop02', 'Clear out');
  const plan = await app.savedFile(() => runByPalette(page, 'Save a copy…'));
  await button(page, 'Export…').click();
  const dialog = page.getByRole('dialog', { name: 'Export', exact: true });
  const formats = dialog.getByRole('listbox', { name: 'Format', exact: true });
  await expect(formats.getByRole('option')).toHaveCount(22);
  const loss = dialog.getByRole('region', { name: 'What does not fit', exact: true });
  for (const [title, format] of [
    ['Web page (HTML)', 'html'],
    ['Calendar (iCalendar)', 'ics'],
    ['GitLab issues (CSV)', 'gitlab-csv'],
    ['AWS Migration Hub', 'aws-migration-hub'],
    ['Konveyor', 'konveyor'],
  ] as const) {
    const option = formats.getByRole('option', { name: title, exact: true });
    await option.click();
    await expect(option).toHaveAccessibleDescription(/\w.*\.$/u);
    await expect(loss).toContainText(/\w/u);
    const saved = await app.savedFile(() => button(dialog, 'Save').click());
    expect(await readFile(saved, 'utf8')).toBe(exportByCommandLine(plan, '--to', format));
  }
  await formats.getByRole('option', { name: 'Azure Migrate', exact: true }).click();
  await expect(loss).toContainText('servers left out, because a needed value is not known (14)');
});

test('a runbook is saved of one phase and a hand-over sheet for one party, as the command line writes them', async ({
  app,
}) => {
  const { page } = app;
  await markForRemoval(page, 'shop02');
  await assignToPhase(page, 'shop02', 'Clear out');
  await showView(page, 'Duties');
  await startHandOver(page, { area: 'backup', subject: 'shop01', to: 'Northwind' });
  await closeDuty(page);
  const plan = await app.savedFile(() => runByPalette(page, 'Save a copy…'));
  await button(page, 'Export…').click();
  const dialog = page.getByRole('dialog', { name: 'Export', exact: true });
  for (const [title, choice, name, words] of [
    ['Runbook (Markdown)', 'Part', 'Clear out', ['--to', 'runbook', '--phase', 'Clear out']],
    ['Hand-over sheet (Markdown)', 'For', 'Northwind', ['--to', 'handover', '--party', 'Northwind']],
  ] as const) {
    const option = dialog.getByRole('option', { name: title, exact: true });
    await option.click();
    await expect(option).toHaveAccessibleDescription(/\w.*\.$/u);
    await dialog.getByRole('button', { name: new RegExp(`${choice}$`, 'u') }).click();
    await page.getByRole('option', { name, exact: true }).click();
    const saved = await app.savedFile(() => button(dialog, 'Save').click());
    const text = await readFile(saved, 'utf8');
    expect(text).toContain(name);
    // What was chosen for the runbook is kept while the format changes.
    const phase = choice === 'For' ? ['--phase', 'Clear out'] : [];
    expect(text).toBe(exportByCommandLine(plan, ...words, ...phase));
  }
  await dialog.getByRole('option', { name: 'Removal list (Markdown)', exact: true }).click();
  await expect(dialog.getByRole('button', { name: /(?:Part|For)$/u })).toHaveCount(0);
});

test('several files are saved as one archive', async ({ app }) => {
  const { page } = app;
  await button(page, 'Export…').click();
  const dialog = page.getByRole('dialog', { name: 'Export', exact: true });
  await dialog.getByRole('option', { name: 'Tables (CSV)', exact: true }).click();
  const saved = await app.savedFile(() => button(dialog, 'Save').click());
  expect(saved).toMatch(/-csv\.zip$/u);
  expect(Object.keys(unzipSync(new Uint8Array(await readFile(saved))))).toContain('nodes.csv');
});

test('the picture is shown before it is saved, of the state that is chosen, as SVG and PNG', async ({
  app,
}) => {
  const { page } = app;
  await markForRemoval(page, 'shop02');
  await assignToPhase(page, 'shop02', 'Clear out');
  const plan = await app.savedFile(() => runByPalette(page, 'Save a copy…'));
  await button(page, 'Export…').click();
  const dialog = page.getByRole('dialog', { name: 'Export', exact: true });
  await dialog.getByRole('option', { name: 'Picture (SVG)', exact: true }).click();
  await dialog.getByRole('button', { name: /Show the estate$/u }).click();
  await page.getByRole('option', { name: 'After Clear out', exact: true }).click();
  const picture = dialog.getByRole('img', { name: 'The map: After Clear out', exact: true });
  await expect
    .poll(() => picture.evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0)))
    .toBeGreaterThan(400);
  const svg = await app.savedFile(() => button(dialog, 'Save').click());
  expect(await readFile(svg, 'utf8')).toBe(exportByCommandLine(plan, '--to', 'svg', '--phase', 'Clear out'));
  await dialog.getByRole('option', { name: 'Picture (PNG)', exact: true }).click();
  const png = await readFile(await app.savedFile(() => button(dialog, 'Save').click()));
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  const width = await picture.evaluate((image) =>
    image instanceof HTMLImageElement ? image.naturalWidth : 0,
  );
  expect(png.readUInt32BE(16)).toBe(width * 2);
});

test('the keys alone choose a format, read what does not fit and save', async ({ app }) => {
  const { page } = app;
  await runByPalette(page, 'Export…');
  const dialog = page.getByRole('dialog', { name: 'Export', exact: true });
  await dialog.getByRole('option', { name: 'Markdown', exact: true }).focus();
  for (let steps = 0; steps < 3; steps += 1) await page.keyboard.press('ArrowDown');
  const chosen = dialog.getByRole('option', { selected: true });
  await page.keyboard.press('Enter');
  await expect(chosen).not.toHaveAccessibleName('Markdown');
  const saved = await app.savedFile(async () => {
    await button(dialog, 'Save').focus();
    await page.keyboard.press('Enter');
  });
  expect(saved).toMatch(/\.\w+$/u);
});

test('paper and PDF print the report without the dialog', async ({ app }) => {
  const { page } = app;
  await page.evaluate(() => {
    window.print = () => {
      const dialogs = document.querySelectorAll('[role="dialog"]').length;
      document.documentElement.dataset['printed'] =
        `${dialogs} ${document.querySelector('article h1')?.textContent}`;
    };
  });
  await button(page, 'Export…').click();
  const dialog = page.getByRole('dialog', { name: 'Export', exact: true });
  await dialog.getByRole('option', { name: 'Paper or PDF', exact: true }).click();
  await button(dialog, 'Print…').click();
  await expect(page.locator('html')).toHaveAttribute('data-printed', '0 Plan of servers');
});
