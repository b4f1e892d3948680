import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '#support/launch-app.ts';

test('a file that is chosen arrives, and nothing leaves the machine meanwhile', async ({ app }, info) => {
  const path = join(info.outputPath(), 'servers.md');
  await writeFile(path, '# Servers at Example Hosting\n\n- alpha: the wiki\n- beta: the database\n');
  const outside: string[] = [];
  const own = new URL(app.page.url()).host;
  app.page.on('request', (request) => {
    const { host, protocol } = new URL(request.url());
    if (host !== own && protocol.startsWith('http')) outside.push(request.url());
  });
  await app.importFiles([path]);
  await expect(app.page.getByRole('region', { name: 'Import review', exact: true })).toBeVisible();
  expect(await readFile(path, 'utf8')).toContain('alpha');
  expect(outside).toEqual([]);
});
