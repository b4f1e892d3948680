import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from '#support/launch-app.ts';
import { acceptAllAndOpen, importFiles } from '#support/story/review.ts';
import { expectSaved, showView, theInventory } from '#support/story/workspace.ts';

// Real documents of real teams lie beside the project where it is developed; they are not part of it.
const folder = resolve('..', 'shared', 'seeds');
const seeds = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : [];

if (seeds.length === 0) {
  test('there are no real documents beside this checkout', () => {
    expect(existsSync(folder)).toBe(false);
  });
}

for (const name of seeds) {
  test(`${name} goes through the review to the map and the report`, async ({ app }) => {
    const { page } = app;
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await importFiles(app, [resolve(folder, name)]);
    await acceptAllAndOpen(page);
    await expect(theInventory(page).getByRole('treeitem').first()).toBeVisible();
    const report = await showView(page, 'Report');
    await expect(report.getByRole('region', { name: 'Preview', exact: true })).toContainText(
      'The estate was checked',
    );
    await expectSaved(page);
    expect(errors).toEqual([]);
  });
}
