import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { callFromPage } from '#support/call-from-page.ts';
import { findText } from '#support/damage.ts';
import { expect, test, type AppDriver } from '#support/launch-app.ts';
import { makeAxe } from '#support/make-axe.ts';
import { note } from '#support/figures.ts';
import { button, openExample } from '#support/story/review.ts';
import { markForRemoval } from '#support/story/steps.ts';
import { expectSaved, onMap, openRecent, runByPalette } from '#support/story/workspace.ts';

const name = 'Plan of servers';
const passphrase = 'four words of mine';
const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });
const secret = (page: Page) => field(page, 'Passphrase or recovery code');

async function makePlan({ app }: { readonly app: AppDriver }): Promise<void> {
  await openExample(app, 'bookshop');
  await markForRemoval(app.page, 'shop02');
  await expectSaved(app.page);
}

/** Sets the passphrase by the palette; answers the recovery code. */
async function setPassphrase(page: Page, remember = false): Promise<string> {
  await runByPalette(page, 'Passphrase…');
  const dialog = page.getByRole('dialog', { name: 'Passphrase', exact: true });
  await field(page, 'New passphrase').fill(passphrase);
  await field(page, 'Once more').fill(passphrase);
  if (remember) await dialog.getByText('Let this computer’s keyring').click();
  await button(page, 'Set the passphrase').click();
  // A sabotaged build is not waited for long elsewhere, but this takes what it takes.
  await expect(button(page, 'Rewriting the files…')).toHaveCount(0, { timeout: 30_000 });
  const shown = page.getByRole('dialog', { name: 'Write down the recovery code' });
  const code = (await shown.locator('code').textContent()) ?? '';
  await button(page, 'I have written it down').click();
  return code;
}

async function unlock(page: Page, words: string): Promise<void> {
  await secret(page).fill(words);
  await button(page, 'Unlock').click();
}

// Each guess at a passphrase takes a while, on purpose.
test.setTimeout(150_000);

test.beforeEach(makePlan);

test('B4 a passphrase: set, asked for, wrong, right, and nothing of a plan is readable on the disk', async ({
  app,
}) => {
  await setPassphrase(app.page);
  await markForRemoval(app.page, 'shop01');
  await expectSaved(app.page);
  await app.kill();
  expect(await findText(join(app.dataDir), 'shop02')).toEqual([]);
  expect(await findText(join(app.dataDir), name)).toEqual([]);
  await app.start();
  const { page } = app;
  await expect(page.getByRole('heading', { name: 'Your plans are locked' })).toBeVisible();
  await expect(page.getByText(name)).toHaveCount(0);
  expect((await makeAxe(page).analyze()).violations).toEqual([]);
  for (const call of ['listPlans', 'readSettings']) {
    expect(await callFromPage(page, call, null)).toMatchObject({ ok: false, error: { code: 'locked' } });
  }
  await unlock(page, 'three words of mine');
  await expect(page.getByText('This is not the passphrase')).toBeVisible();
  await expect(secret(page)).toHaveValue('');
  await unlock(page, passphrase);
  await openRecent(page, name);
  for (const server of ['shop01', 'shop02']) {
    await expect(onMap(page, server)).toHaveAccessibleName(/removal candidate/u);
  }
  // The undo of before is there too.
  await button(page, 'Undo').click();
  await expect(onMap(page, 'shop01')).not.toHaveAccessibleName(/removal candidate/u);
  await expectSaved(page);
  note('B4', `plans behind a passphrase, open again after a kill (${app.shell})`, 1, 1);
});

test('B4 forgotten: the recovery code opens the plans, and the passphrase can be removed with it', async ({
  app,
}) => {
  const code = await setPassphrase(app.page);
  await app.restart();
  const { page } = app;
  await page.getByText('Forgotten it?').click();
  await expect(page.getByText('Without either of them nobody can read them any more')).toBeVisible();
  await unlock(page, code.toLowerCase());
  await button(page, 'Passphrase…').click();
  await field(page, 'Passphrase now, or the recovery code').fill(code);
  await button(page, 'Remove the passphrase').click();
  await expect(page.getByText('The passphrase is removed')).toBeVisible();
  await app.restart();
  await openRecent(app.page, name);
  await expect(onMap(app.page, 'shop02')).toHaveAccessibleName(/removal candidate/u);
});

test('B4 changed: the old one is refused, with words, and the new one opens', async ({ app }) => {
  await setPassphrase(app.page);
  const { page } = app;
  await runByPalette(page, 'Passphrase…');
  const now = field(page, 'Passphrase now, or the recovery code');
  await now.fill('not that one');
  await field(page, 'New passphrase').fill('short');
  await field(page, 'Once more').fill('short');
  await expect(page.getByText('Use at least 8 characters.')).toBeVisible();
  await expect(button(page, 'Change the passphrase')).toBeDisabled();
  await field(page, 'New passphrase').fill('another four words');
  await field(page, 'Once more').fill('another fuor');
  await expect(page.getByText('The two are not the same.')).toBeVisible();
  await field(page, 'Once more').fill('another four words');
  await button(page, 'Change the passphrase').click();
  await expect(page.getByText('This is not the passphrase')).toBeVisible();
  await now.fill(passphrase);
  await button(page, 'Change the passphrase').click();
  const shown = page.getByRole('dialog', { name: 'Write down the recovery code' });
  await expect(shown).toBeVisible({ timeout: 30_000 });
  // A press beside it would lose the code for good.
  await page.mouse.click(5, 5);
  await expect(shown).toBeVisible();
  await button(page, 'I have written it down').click();
  await app.restart();
  await unlock(app.page, passphrase);
  await expect(app.page.getByText('This is not the passphrase')).toBeVisible();
  await unlock(app.page, 'another four words');
  await openRecent(app.page, name);
});

test('B4 the keyring opens the plans without a question; when it is lost that is said, and the passphrase does', async ({
  app,
}) => {
  test.skip(app.shell !== 'double', 'a page in a browser has no keyring');
  await setPassphrase(app.page, true);
  await app.restart();
  await openRecent(app.page, name);
  await app.stop();
  await rm(join(app.profileDir, 'KeyringDouble'));
  await app.start();
  await expect(app.page.getByText('keyring no longer gives out the key')).toBeVisible();
  await unlock(app.page, passphrase);
  await openRecent(app.page, name);
});
