import { readdir, readFile, writeFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parsePlanFile } from '#core/document/plan-file.ts';
import { expect, test, type AppDriver } from '#support/launch-app.ts';
import { button, openExample } from '#support/story/review.ts';
import { markForRemoval } from '#support/story/steps.ts';
import { expectSaved, inTree, leavePlan, onMap, select } from '#support/story/workspace.ts';

test.beforeEach(({ shell }) => {
  test.skip(shell !== 'double', 'a browser hands copies over; only the shell can keep a plan in a file');
});

/** The example in a file of its own. */
async function keepInFile(app: AppDriver): Promise<string> {
  await openExample(app, 'bookshop');
  await expectSaved(app.page);
  const path = await app.savedFile(() => app.page.keyboard.press('Control+s'));
  await expectSaved(app.page);
  return path;
}

/** The names of the nodes that a plan file says are to be retired. */
async function retiredIn(path: string): Promise<readonly string[]> {
  const parsed = parsePlanFile(await readFile(path, 'utf8'));
  if (!parsed.ok) throw new Error(parsed.error.message);
  const plan = parsed.value;
  return plan.dispositions
    .filter((each) => each.disposition === 'retire')
    .map((each) => plan.nodes.get(each.node)?.name ?? '');
}

const alertOf = (app: AppDriver, words: RegExp) => app.page.getByRole('alert').filter({ hasText: words });

test('every edit is in the file when Saved is shown, and a restart knows the file', async ({ app }) => {
  const path = await keepInFile(app);
  await markForRemoval(app.page, 'shop02');
  await expectSaved(app.page);
  expect(await retiredIn(path)).toContain('shop02');
  await app.restart();
  await app.openPlanFile(path);
  // The plan of this file is here already: with its undo, not as a second one.
  await expect(onMap(app.page, 'shop02')).toHaveAccessibleName(/removal candidate/u);
  await button(app.page, 'Undo').click();
  await expectSaved(app.page);
  expect(await retiredIn(path)).not.toContain('shop02');
  await leavePlan(app.page);
  await expect(app.page.getByRole('button', { name: /^Plan of servers/u })).toHaveCount(1);
});

test('F10 what another program wrote is never overwritten silently: keep both', async ({ app }) => {
  const path = await keepInFile(app);
  const hers = (await readFile(path, 'utf8')).replaceAll('"shop02"', '"shop02-renamed"');
  await writeFile(path, hers);
  await markForRemoval(app.page, 'shop01');
  await expect(alertOf(app, /Another program changed/u)).toBeVisible();
  await expect(app.page.getByRole('status').filter({ hasText: /^Saved in Rehome, not in / })).toBeVisible();
  expect(await readFile(path, 'utf8')).toBe(hers);
  await button(app.page, 'Keep both').click();
  await expectSaved(app.page);
  expect(await readFile(path, 'utf8')).toBe(hers);
  const [beside] = (await readdir(join(path, '..'))).filter((name) => name.includes('(from Rehome)'));
  expect(await retiredIn(join(path, '..', beside ?? ''))).toContain('shop01');
});

test('F10 the other program’s state can be taken over, as a step that can be undone', async ({ app }) => {
  const path = await keepInFile(app);
  await app.stop();
  await writeFile(path, (await readFile(path, 'utf8')).replaceAll('"shop02"', '"shop02-renamed"'));
  await app.start();
  await app.openPlanFile(path);
  await expect(alertOf(app, /Another program changed/u)).toBeVisible();
  await button(app.page, 'Take over the file').click();
  await expect(inTree(app.page, 'shop02-renamed')).toBeVisible();
  await expectSaved(app.page);
  await button(app.page, 'Undo').click();
  await select(app.page, 'shop02');
});

test('F10 a file that is deleted is not made again without being asked', async ({ app }) => {
  const path = await keepInFile(app);
  await rm(path);
  await markForRemoval(app.page, 'shop01');
  await expect(alertOf(app, /is not there any more/u)).toBeVisible();
  await button(app.page, 'Write it again').click();
  await expectSaved(app.page);
  expect(await retiredIn(path)).toContain('shop01');
});
