import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { applyCommands } from '#core/commands/apply-commands.ts';
import { toPlanFileText } from '#core/document/plan-file.ts';
import { toId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import { clearOutPlan } from '#support/clear-out-plan.ts';
import { expect, test } from '#support/launch-app.ts';
import { makeAxe } from '#support/make-axe.ts';
import { button, openExample } from '#support/story/review.ts';
import { assignToPhase, markForRemoval } from '#support/story/steps.ts';
import {
  expectSaved,
  leavePlan,
  onMap,
  openRecent,
  runByPalette,
  select,
  theInspector,
} from '#support/story/workspace.ts';

/** The plan after some commands of a person. */
function edited(plan: Plan, person: string, commands: readonly object[]): Plan {
  let made = 0;
  const done = applyCommands(plan, commands, {
    makeId: (prefix) => toId(prefix, `${prefix}_${person}${(made += 1)}`),
  });
  if (!done.ok) throw new Error(done.error.message);
  return done.value.plan;
}

async function openMerge(page: Page) {
  await runByPalette(page, 'Merge with another copy…');
  const dialog = page.getByRole('dialog', { name: 'Merge with another copy…', exact: true });
  await expect(dialog).toBeVisible();
  return {
    dialog,
    result: dialog.getByRole('region', { name: 'What the merge does', exact: true }),
    conflicts: dialog.getByRole('region', { name: 'Conflicts', exact: true }),
  };
}

async function rename(page: Page, name: string): Promise<void> {
  await runByPalette(page, 'Rename the plan…');
  const dialog = page.getByRole('dialog', { name: 'Rename the plan', exact: true });
  await dialog.getByRole('textbox').fill(name);
  await dialog.getByRole('textbox').press('Enter');
  await expect(dialog).toHaveCount(0);
}

test('a colleague’s copy comes back as a file: what each edited is in the plan, a conflict is decided in words, and undo takes it back', async ({
  app,
}) => {
  const { page } = app;
  await openExample(app, 'bookshop');
  await assignToPhase(page, 'blog', 'Clear out');
  const start = await app.savedFile(() => runByPalette(page, 'Save a copy…'));
  // The colleague opens the copy elsewhere: here under another id, as a plan of its own.
  await markForRemoval(page, 'shop02');
  await rename(page, 'Plan of the colleague');
  const theirs = await app.savedFile(() => runByPalette(page, 'Save a copy…'));
  expect(theirs).not.toBe(start);
  for (let back = 0; back < 2; back += 1) await page.keyboard.press('Control+z');
  await markForRemoval(page, 'mail01');
  await rename(page, 'Plan of mine');

  const { dialog, result, conflicts } = await openMerge(page);
  await dialog.getByRole('radio', { name: 'A file', exact: true }).click();
  await expect(button(dialog, 'Merge')).toBeDisabled();
  await app.openPlanFile(theirs, () => button(dialog, 'Choose a plan file…').click());
  await expect(dialog.getByRole('status')).toContainText('1 conflict to decide');
  // The state that both come from was found: it is not that of now.
  await expect(dialog.getByRole('button', { name: /The state that both come from$/u })).toContainText(
    'Before:',
  );
  await expect(result).toContainText('shop02: new, retire');
  await expect(result).not.toContainText('mail01: new');
  const name = conflicts.getByRole('group', { name: /^The plan, name/u });
  await expect(name).toContainText('before: “Plan of servers”');
  await expect(name.getByRole('radio', { name: /This plan/u })).toBeChecked();
  await name.getByRole('radio', { name: /The other copy/u }).click();
  await expect(result).toContainText('Plan of the colleague');
  await expect(
    dialog.getByText(/The checks find nothing that either copy alone does not have/u),
  ).toBeVisible();
  expect((await makeAxe(page).analyze()).violations).toEqual([]);
  await button(dialog, 'Merge').click();
  await expect(dialog).toHaveCount(0);
  await expect(button(page, 'Plan of the colleague')).toBeVisible();
  for (const server of ['shop02', 'mail01']) {
    await expect(onMap(page, server)).toHaveAccessibleName(/removal candidate/u);
  }
  await expectSaved(page);
  await button(page, 'Undo').click();
  await expect(button(page, 'Plan of mine')).toBeVisible();
  await expect(onMap(page, 'shop02')).not.toHaveAccessibleName(/removal candidate/u);
  await expect(onMap(page, 'mail01')).toHaveAccessibleName(/removal candidate/u);
});

test('an alternative comes back by the keys alone', async ({ app }) => {
  const { page } = app;
  await openExample(app, 'bookshop');
  await expectSaved(page);
  await runByPalette(page, 'Try another way');
  await expect(button(page, 'Plan of servers, another way')).toBeVisible();
  await markForRemoval(page, 'shop01');
  await expectSaved(page);
  await leavePlan(page);
  await openRecent(page, String.raw`Plan of servers \d`);
  await markForRemoval(page, 'mail01');
  const { dialog, result, conflicts } = await openMerge(page);
  const choice = dialog.getByRole('button', { name: /Plan$/u });
  await choice.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: /another way/u }).press('Enter');
  await expect(result).toContainText('shop01: new, retire');
  await expect(conflicts).toHaveCount(0);
  await button(dialog, 'Merge').focus();
  await page.keyboard.press('Enter');
  await select(page, 'shop01');
  await expect(theInspector(page)).toContainText('Removal candidate');
});

test('what only the combination breaks is said before the merge, with the common state out of a file', async ({
  app,
}) => {
  const { page } = app;
  const server = (name: string) => ({ command: 'add-node', kind: 'server', name, parent: 'Harbour Cloud' });
  const base = edited(clearOutPlan(), 'both', [server('till1'), server('fax1')]);
  const plans = {
    base,
    ours: edited(base, 'us', [{ command: 'plan-remove', node: 'fax1', phase: 'Clear out' }]),
    theirs: edited(base, 'them', [{ command: 'add-dependency', from: 'till1', to: 'fax1', type: 'uses' }]),
  };
  const path = (name: string): string => join(app.savedDir, `${name}.rehome.json`);
  for (const [name, plan] of Object.entries(plans)) await writeFile(path(name), toPlanFileText(plan));
  await app.openPlanFile(path('ours'));
  await expectSaved(page);
  const { dialog, result, conflicts } = await openMerge(page);
  await dialog.getByRole('radio', { name: 'A file', exact: true }).click();
  await app.openPlanFile(path('theirs'), () => button(dialog, 'Choose a plan file…').click());
  await app.openPlanFile(path('base'), () => button(dialog, 'Choose the file of that state…').click());
  await expect(dialog.getByRole('button', { name: /The state that both come from$/u })).toContainText(
    'base.rehome.json',
  );
  const broken = result.getByRole('region', { name: 'What the combination breaks', exact: true });
  await expect(broken.getByRole('listitem').filter({ hasText: 'till1' }).first()).toBeVisible();
  await expect(conflicts).toHaveCount(0);
  await button(dialog, 'Merge').click();
  await expect(dialog).toHaveCount(0);
  await expectSaved(page);
});
