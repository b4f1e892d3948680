import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writtenCanaries } from '#support/canary-files.ts';
import { findText } from '#support/damage.ts';
import { note } from '#support/figures.ts';
import { expect, test } from '#support/launch-app.ts';
import { acceptAllAndOpen, button, importFiles } from '#support/story/review.ts';
import { expectSaved, openRecent, runByPalette } from '#support/story/workspace.ts';

const secrets = writtenCanaries.flatMap((file) => file.secrets);

test('S1 sixty secrets in twelve files: through import, edits, a version, exports and a crash none is kept anywhere', async ({
  app,
}, info) => {
  test.setTimeout(180_000);
  const folder = info.outputPath();
  for (const { name, text } of writtenCanaries) await writeFile(join(folder, name), text);
  await importFiles(
    app,
    writtenCanaries.map(({ name }) => join(folder, name)),
  );
  await acceptAllAndOpen(app.page);
  await expectSaved(app.page);
  await runByPalette(app.page, 'Add a phase');
  await expectSaved(app.page);
  await button(app.page, 'Undo').click();
  await button(app.page, 'Redo').click();
  await expectSaved(app.page);
  const saved = [await app.savedFile(() => runByPalette(app.page, 'Save a copy…'))];
  await button(app.page, 'Export…').click();
  const dialog = app.page.getByRole('dialog', { name: 'Export', exact: true });
  const formats = dialog.getByRole('listbox', { name: 'Format', exact: true }).getByRole('option');
  for (const title of ['Web page (HTML)', 'Calendar (iCalendar)', 'GitLab issues (CSV)', 'Konveyor']) {
    await formats.filter({ hasText: title }).first().click();
    saved.push(await app.savedFile(() => button(dialog, 'Save').click()));
  }
  await app.page.keyboard.press('Escape');
  const session = await app.page.context().newCDPSession(app.page);
  const crashed = app.page.waitForEvent('crash');
  void session.send('Page.crash').catch(() => {});
  await crashed;
  await app.kill();
  const kept = await Promise.all(
    secrets.map(async (secret) =>
      [...(await findText(app.dataDir, secret)), ...(await findText(app.profileDir, secret))].concat(
        await findText(app.savedDir, secret),
      ),
    ),
  );
  expect(kept.flat()).toEqual([]);
  expect(saved).toHaveLength(5);
  // That the search finds what is there: the name of a host of these files is kept, of course.
  expect((await findText(join(app.dataDir, 'vault'), 'web02')).length).toBeGreaterThan(0);
  await app.start();
  await openRecent(app.page, 'Plan of RVTools_tabvInfo');
  note(
    'S1',
    `secrets through import, exports, versions and a crash (${app.shell}), kept out`,
    secrets.length,
    secrets.length,
  );
});
