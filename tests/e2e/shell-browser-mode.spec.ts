import { spawnSync } from 'node:child_process';
import { expect, test } from '#support/launch-app.ts';

test.beforeEach(({ shell }) => {
  test.skip(shell !== 'browser', 'this is about browser mode');
});

function startSecond(port: number, dataDir: string): { readonly code: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['out/main/web.js', '--port', String(port)],
    {
      env: { ...process.env, REHOME_DATA: dataDir },
      encoding: 'utf8',
      timeout: 20_000,
    },
  );
  return { code: status, said: stdout + stderr };
}

test('a second host on the same port says so and ends', async ({ app }) => {
  const port = Number(new URL(app.page.url()).port);
  const second = startSecond(port, `${app.dataDir}-other`);
  expect(second.code).toBe(2);
  expect(second.said).toContain(`Port ${port} is taken`);
});

test('a second host on the same data says where the first one is', async ({ app }) => {
  const address = new URL('/', app.page.url()).href;
  const second = startSecond(41_999, app.dataDir);
  expect(second.code).toBe(2);
  expect(second.said).toContain(address);
});

test('the address without the key gives no data', async ({ app, browserName }) => {
  expect(browserName).toBe('chromium');
  const { page } = app;
  await expect(page.locator('#root')).not.toBeEmpty();
  const address = new URL('/', page.url()).href;
  await page.evaluate(() => sessionStorage.clear());
  const status = await page.evaluate(async () => {
    const answer = await fetch('/api/listPlans', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: 'null',
    });
    return answer.status;
  });
  expect(status).toBe(401);
  await page.goto(address);
  await expect(page.getByText('run `npm start` again')).toBeVisible();
});
