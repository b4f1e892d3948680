import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findText } from '#support/damage.ts';
import { note } from '#support/figures.ts';
import { expect, test } from '#support/launch-app.ts';
import { acceptAllAndOpen, button, importFiles } from '#support/story/review.ts';
import { markForRemoval } from '#support/story/steps.ts';
import { expectSaved, leavePlan, openRecent, runByPalette } from '#support/story/workspace.ts';

/** Words that stand nowhere else: what they are found in has kept them. */
const secrets = [
  'db password: canaryA7x9Qm2L',
  'AWS key AKIACANARY0B7X9QM2LZ',
  'token ghp_canaryC7x9Qm2Lk4Wn8Rt5Yv1Zb3Df6Gh9Jk',
  'postgres://app:canaryD7x9Qm2L@alpha.example/db',
  'api_key = canaryE7x9Qm2Lk4Wn8Rt5',
  'secret: canaryF7x9Qm2Lk4Wn',
];
const words = [
  'canaryA7x9Qm2L',
  'AKIACANARY0B7X9QM2LZ',
  'canaryC7x9',
  'canaryD7x9',
  'canaryE7x9',
  'canaryF7x9',
];
const host = 'canary-host-q7';
const document = `# Servers\n\n- ${host}: the wiki\n- alpha: the database\n\n## Access\n\n${secrets.map((line) => `- ${line}`).join('\n')}\n`;

async function modesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const odd: string[] = [];
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    const mode = (await stat(path)).mode & 0o777;
    if (mode !== (entry.isDirectory() ? 0o700 : 0o600)) odd.push(`${path} ${mode.toString(8)}`);
  }
  return odd;
}

test('S2 to S6: secrets are kept nowhere, plans only where they belong, and deleting deletes', async ({
  app,
}, info) => {
  test.setTimeout(120_000);
  const path = join(info.outputPath(), 'estate.md');
  await writeFile(path, document);
  await importFiles(app, [path]);
  await acceptAllAndOpen(app.page);
  await markForRemoval(app.page, host);
  await expectSaved(app.page);
  await button(app.page, 'Undo').click();
  await expectSaved(app.page);

  await test.step('S6 the window is called like its plan and says nothing else', async () => {
    expect(await app.page.title()).toBe('Plan of estate');
    expect(await app.page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  });
  // A kill leaves what a crash would leave.
  await app.kill();
  await test.step('S4 every file is for its owner alone', async () => {
    expect(await modesBelow(app.dataDir)).toEqual([]);
  });
  await test.step('S1 no secret is in the vault, the journal, the versions, the settings, or the browser', async () => {
    expect((await findText(join(app.dataDir, 'vault'), host)).length).toBeGreaterThan(0);
    for (const word of words) {
      expect(await findText(app.dataDir, word), word).toEqual([]);
      expect(await findText(app.profileDir, word), word).toEqual([]);
    }
    note('S1', `secrets in what is kept (${app.shell}), kept out`, words.length, words.length);
  });
  await app.start();
  await openRecent(app.page, 'Plan of estate');
  await runByPalette(app.page, 'Earlier versions…');
  await button(app.page, 'Close').first().click();
  await leavePlan(app.page);
  await button(app.page, 'More about Plan of estate').click();
  await app.page.getByRole('menuitem', { name: 'Delete the plan…' }).click();
  await button(app.page, 'Delete the plan').click();
  await expect(button(app.page, 'More about Plan of estate')).toHaveCount(0);
  await app.stop();
  await test.step('S5 of a deleted plan nothing is left, but for free space inside the browser’s own database', async () => {
    expect(await findText(app.dataDir, host)).toEqual([]);
    const left = await findText(app.profileDir, host);
    expect(left.filter((each) => !each.includes('.indexeddb.leveldb'))).toEqual([]);
    if (app.shell === 'browser') expect(left).toEqual([]);
    note('S5', `deleted plans that left nothing in the vault (${app.shell})`, 1, 1);
  });
});
