import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test, type AppDriver } from '#support/launch-app.ts';
import { acceptAllAndOpen, button, openExample, theReview } from '#support/story/review.ts';
import {
  expectSaved,
  expectState,
  leavePlan,
  onMap,
  runByPalette,
  select,
  theFindings,
  theInspector,
  theInventory,
  views,
} from '#support/story/workspace.ts';

test('the palette has every action, with its key', async ({ app }) => {
  const { page } = app;
  await openExample(app, 'bookshop');
  await select(page, 'shop02');
  await page.keyboard.press('Control+K');
  const palette = page.getByRole('dialog', { name: 'Command palette', exact: true });
  await expect(palette.getByRole('combobox')).toBeFocused();
  const wanted = [
    'Move to…',
    'Mark for removal',
    'Assign to phase…',
    'Undo',
    'Redo',
    'Export…',
    'Save a copy…',
    'Import an inventory',
    'Open a plan',
    'Add a phase',
    'Add a host or provider…',
    'All plans',
    'Dark theme',
    'Light theme',
    ...views.map((view) => `Show the ${view.toLowerCase()}`),
  ];
  for (const words of wanted)
    await expect(palette.getByRole('option', { name: new RegExp(`^${words}`, 'u') })).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(palette).toHaveCount(0);
});

test('the palette finds a server and goes there', async ({ app }) => {
  const { page } = app;
  await openExample(app, 'bookshop');
  await runByPalette(page, 'pg-replica');
  await expect(theInspector(page).getByRole('heading', { name: 'pg-replica', exact: true })).toBeVisible();
});

test('the palette runs what it finds', async ({ app }) => {
  const { page } = app;
  await openExample(app, 'bookshop');
  await select(page, 'shop02');
  await runByPalette(page, 'Mark for removal');
  await expect(onMap(page, 'shop02')).toHaveAccessibleName(/removal candidate/u);
});

test('views, states and panels have keys', async ({ app }) => {
  const { page } = app;
  await openExample(app, 'bookshop');
  for (const [index, view] of views.entries()) {
    await page.keyboard.press(String(index + 1));
    await expect(page.getByRole('tab', { name: view, exact: true })).toHaveAttribute('aria-selected', 'true');
  }
  await page.keyboard.press(']');
  await expectState(page, 'To be');
  await page.keyboard.press('[');
  await expectState(page, 'As is');
  await page.keyboard.press('Control+B');
  await expect(theInventory(page)).toHaveCount(0);
  await page.keyboard.press('Control+B');
  await expect(theInventory(page)).toBeVisible();
  await page.keyboard.press('Control+J');
  await expect(theFindings(page).getByRole('listitem')).toHaveCount(0);
});

test('the map is walked with the arrow keys', async ({ app }) => {
  const { page } = app;
  await openExample(app, 'bookshop');
  await onMap(page, 'bastion').focus();
  await page.keyboard.press('ArrowDown');
  await expect(onMap(page, 'bastion')).not.toBeFocused();
  await expect(theInspector(page).getByRole('heading', { level: 2 })).not.toHaveText('bastion');
});

test('the theme is switched and remembered', async ({ app }) => {
  await openExample(app, 'bookshop');
  const background = (): Promise<string> =>
    app.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await runByPalette(app.page, 'Light theme');
  const light = await background();
  await runByPalette(app.page, 'Dark theme');
  await expect.poll(background).not.toBe(light);
  const dark = await background();
  await expectSaved(app.page);
  await app.restart();
  await expect(button(app.page, 'Import an inventory')).toBeVisible();
  await expect.poll(background).toBe(dark);
});

/** A file with this content beside the data of the app. */
async function makeFile(app: AppDriver, name: string, content: string | Uint8Array): Promise<string> {
  const path = join(dirname(app.dataDir), name);
  await writeFile(path, content);
  return path;
}

const broken: Readonly<Record<string, string | Uint8Array>> = {
  'empty.md': '',
  'binary.md': Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256),
  'broken.csv': '"name","place\nweb01',
  'broken.rehome.json': '{ "format": "rehome/1", "inventory": [',
  'huge.md': `# Servers\n\n${'* web01 runs nginx\n'.repeat(3_600_000)}`,
};

for (const [name, content] of Object.entries(broken)) {
  test(`${name} gives a sentence and no plan`, async ({ app }) => {
    const { page } = app;
    await app.importFiles([await makeFile(app, name, content)]);
    await expect(page.getByRole('alert').first()).toContainText(/\w+ .*\w+\./u, { timeout: 20_000 });
    await expect(theReview(page)).toHaveCount(0);
    await expect(button(page, 'Import an inventory')).toBeVisible();
    await page.reload();
    await expect(button(page, 'Import an inventory')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Recent plans' })).toHaveCount(0);
  });
}

test('hostile Markdown is words, not code', async ({ app }) => {
  const { page } = app;
  const asked: string[] = [];
  page.context().on('request', (request) => asked.push(request.url()));
  const hostile = [
    '# Our servers',
    '',
    'All machines are hosted at Hetzner.',
    '',
    '## web01',
    '',
    '* <script>globalThis.wasRun = true</script>',
    '* <img src="https://tracker.test/a.png" onerror="globalThis.wasRun = true">',
    '* nginx [click](javascript:globalThis.wasRun=true) ![x](https://tracker.test/b.png)',
    '',
    '## "><svg onload=globalThis.wasRun=true>',
    '',
    '* PostgreSQL',
    '',
  ].join('\n');
  await app.importFiles([await makeFile(app, 'hostile.md', hostile)]);
  await expect(theReview(page)).toBeVisible();
  await acceptAllAndOpen(page);
  for (const view of views) await page.getByRole('tab', { name: view, exact: true }).click();
  await expect(page.getByRole('region', { name: 'Preview', exact: true })).toBeVisible();
  expect(await page.evaluate(() => Reflect.get(globalThis, 'wasRun'))).toBeUndefined();
  expect(asked.filter((address) => address.includes('tracker.test'))).toEqual([]);
});

test('no request leaves the app', async ({ app }) => {
  const { page } = app;
  const asked: string[] = [];
  page.context().on('request', (request) => asked.push(request.url()));
  await page.reload();
  await openExample(app, 'bookshop');
  for (const view of views) await page.getByRole('tab', { name: view, exact: true }).click();
  await expect(page.getByRole('region', { name: 'Preview', exact: true })).toBeVisible();
  await leavePlan(page);
  const own = new URL(page.url());
  const left = asked.filter((address) => {
    const { protocol, host } = new URL(address);
    return !(protocol === own.protocol && host === own.host) && protocol !== 'blob:' && protocol !== 'data:';
  });
  expect(asked.length).toBeGreaterThan(5);
  expect(left).toEqual([]);
});

test('a sentence is understood with its arguments, and says what would break before it is done', async ({
  app,
}) => {
  const { page } = app;
  await openExample(app, 'bookshop');
  await page.keyboard.press('Control+K');
  const palette = page.getByRole('dialog', { name: 'Command palette', exact: true });
  const field = palette.getByRole('combobox');
  await field.fill('merge blog into shop02');
  const first = palette.getByRole('option').first();
  await expect(first).toHaveText(/^Merge blog into shop02(fits|\d error)/u);
  await page.keyboard.press('Enter');
  await expectState(page, 'To be');
  await expect(theInspector(page).getByRole('heading', { name: 'blog', exact: true })).toBeVisible();
  await expect(theInspector(page)).toContainText('Merged');
  await page.keyboard.press('Control+K');
  await field.fill('remove shop0');
  await palette.getByRole('option', { name: /^Mark shop01 for removal/u }).click();
  await expect(onMap(page, 'shop01')).toHaveAccessibleName(/removal candidate/u);
});

test('what was run lately stands first, also after a restart', async ({ app }) => {
  await openExample(app, 'bookshop');
  await runByPalette(app.page, 'Show to be');
  await runByPalette(app.page, 'Show the duties');
  await expectSaved(app.page);
  await app.restart();
  const { page } = app;
  await page.getByRole('button', { name: /^Plan of servers/u }).click();
  await expect(page.getByRole('tab', { name: 'Map', exact: true })).toBeVisible();
  await page.keyboard.press('Control+K');
  const options = page.getByRole('dialog', { name: 'Command palette', exact: true }).getByRole('option');
  await expect(options.nth(0)).toHaveText(/^Show the duties/u);
  await expect(options.nth(1)).toHaveText(/^Show to be/u);
});
