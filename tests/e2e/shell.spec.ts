import { tryForbidden } from '#support/hostile-page.ts';
import { expect, test } from '#support/launch-app.ts';

/** Violations of the page's policy since it was loaded, counted from before its first script. */
async function collectViolations(page: import('@playwright/test').Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.defineProperty(globalThis, 'policyViolations', { value: seen });
    document.addEventListener('securitypolicyviolation', (event) => {
      seen.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}`);
    });
  });
  await page.reload();
  return () => page.evaluate(() => Reflect.get(globalThis, 'policyViolations') as string[]);
}

test('the page opens without breaking its own policy', async ({ app }) => {
  const read = await collectViolations(app.page);
  await expect(app.page.getByRole('button', { name: 'Import an inventory', exact: true })).toBeVisible();
  expect(await read()).toEqual([]);
});

test('the policy is in force: nothing inline, no code from text, nothing from elsewhere', async ({ app }) => {
  const { page } = app;
  app.breakRules();
  expect(await page.evaluate(tryForbidden)).toEqual([]);
});

test('the page knows nothing of Node, and the shell offers only its own calls', async ({ app }) => {
  const found = await app.page.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer', '__dirname'].filter((name) => name in globalThis),
    shell: Reflect.get(globalThis, 'rehome') as Record<string, unknown> | undefined,
    calls: Object.keys(
      (Reflect.get(globalThis, 'rehome') as { call?: object } | undefined)?.call ?? {},
    ).sort(),
    isFrozen: Object.isFrozen(Reflect.get(globalThis, 'rehome') ?? Object.freeze({})),
  }));
  expect(found.node).toEqual([]);
  expect(found.isFrozen).toBe(true);
  if (app.shell === 'browser') {
    expect(found.shell).toBeUndefined();
    return;
  }
  expect(found.calls).toEqual([
    'appendJournal',
    'changePassphrase',
    'deletePlan',
    'findLinkedFile',
    'findLinkedPlan',
    'finishClosing',
    'linkFile',
    'listPlans',
    'listVersions',
    'loadNewer',
    'loadPlan',
    'loadVersion',
    'openExternal',
    'openFiles',
    'readLinkedFile',
    'readLock',
    'readSettings',
    'saveFile',
    'startEvents',
    'unlinkFile',
    'unlock',
    'where',
    'writeCheckpoint',
    'writeLinkedFile',
    'writeSetting',
  ]);
});

test('the page holds no key in its address', async ({ app }) => {
  await expect(app.page.locator('#root')).not.toBeEmpty();
  expect(app.page.url()).not.toContain('token');
  expect(await app.page.evaluate(() => document.cookie)).toBe('');
});
