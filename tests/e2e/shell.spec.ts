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
  const outcome = await page.evaluate(async () => {
    const tried: Record<string, boolean> = {};
    const works = (name: string, attempt: () => unknown): void => {
      try {
        attempt();
        tried[name] = true;
      } catch {
        tried[name] = false;
      }
    };
    // In a callback of its own: what the test runner itself evaluates is allowed more than the page is.
    await new Promise<void>((resolve) => {
      setTimeout(() => {
        works('eval', () => Reflect.apply(Reflect.get(globalThis, 'eval') as () => void, null, ['1']));
        works('new Function', () => Reflect.construct(Function, ['return 1']));
        resolve();
      });
    });
    works('inner markup', () => {
      document.createElement('div').innerHTML = '<b>x</b>';
    });
    works('a policy of its own', () => {
      const types: unknown = Reflect.get(globalThis, 'trustedTypes');
      (types as { createPolicy: (name: string, rules: object) => void }).createPolicy('other', {});
    });
    const style = document.createElement('style');
    style.textContent = 'body { outline: 7px solid red }';
    document.head.append(style);
    tried['inline style'] = getComputedStyle(document.body).outlineWidth === '7px';
    style.remove();
    tried['remote fetch'] = await fetch('https://example.com/').then(
      () => true,
      () => false,
    );
    tried['remote image'] = await new Promise<boolean>((resolve) => {
      const image = new Image();
      image.addEventListener('load', () => resolve(true));
      image.addEventListener('error', () => resolve(false));
      image.src = 'https://example.com/x.png';
    });
    return tried;
  });
  expect(Object.entries(outcome).filter(([, isAllowed]) => isAllowed)).toEqual([]);
  expect(Object.keys(outcome)).toHaveLength(7);
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
    'deletePlan',
    'finishClosing',
    'listPlans',
    'loadPlan',
    'openExternal',
    'openFiles',
    'saveFile',
    'startEvents',
    'where',
    'writeCheckpoint',
  ]);
});

test('the page holds no key in its address', async ({ app }) => {
  await expect(app.page.locator('#root')).not.toBeEmpty();
  expect(app.page.url()).not.toContain('token');
  expect(await app.page.evaluate(() => document.cookie)).toBe('');
});

test.describe('in the desktop shell', () => {
  test.beforeEach(({ shell }) => {
    test.skip(shell !== 'double', 'a browser lets its pages go elsewhere, that is what it is for');
  });

  const ways: Readonly<Record<string, () => void>> = {
    'an address': () => globalThis.location.assign('https://example.com/'),
    'a replaced address': () => globalThis.location.replace('https://example.com/'),
    'a data address': () => globalThis.location.assign('data:text/html,<h1>x</h1>'),
    'a file address': () => globalThis.location.assign('file:///etc/hosts'),
    'a new window': () => void globalThis.open('https://example.com/'),
    'an empty new window': () => void globalThis.open('about:blank'),
    'a link': () => {
      const link = document.createElement('a');
      link.href = 'https://example.com/';
      document.body.append(link);
      link.click();
    },
    'a link with a target': () => {
      const link = document.createElement('a');
      link.href = 'https://example.com/';
      link.target = '_blank';
      document.body.append(link);
      link.click();
    },
    'a form': () => {
      const form = document.createElement('form');
      form.action = 'https://example.com/';
      document.body.append(form);
      form.submit();
    },
    'a refresh': () => {
      const meta = document.createElement('meta');
      meta.httpEquiv = 'refresh';
      meta.content = '0;url=https://example.com/';
      document.head.append(meta);
    },
  };

  for (const [name, go] of Object.entries(ways)) {
    test(`${name} leads nowhere`, async ({ app }) => {
      const { page } = app;
      await expect(page.locator('#root')).not.toBeEmpty();
      const before = page.url();
      const mark = await page.evaluate(() => {
        Reflect.set(globalThis, 'stayed', true);
        return true;
      });
      await page.evaluate(go).catch(() => {});
      await page.waitForTimeout(500);
      expect(page.url()).toBe(before);
      expect(await page.evaluate(() => Reflect.get(globalThis, 'stayed'))).toBe(mark);
      await expect.poll(() => page.context().pages().length).toBe(1);
    });
  }

  test('paths out of the page are no files', async ({ app }) => {
    const spellings = [
      '/../package.json',
      '/..%2fpackage.json',
      '/%2e%2e/package.json',
      '/%2e%2e%2fpackage.json',
      '/..%5cpackage.json',
      '/assets/../../package.json',
      '/assets/..%2f..%2fpackage.json',
      '//package.json',
      '/.%00./package.json',
      '/index.html%00.js',
      '/%252e%252e/package.json',
      '/．．/package.json',
      '/assets/;/../../package.json',
      '/etc/passwd',
      '/assets',
    ];
    const served = await app.page.evaluate(async (paths) => {
      const answers = await Promise.all(
        paths.map((path) =>
          fetch(path).then(
            (answer) => answer.status,
            () => 0,
          ),
        ),
      );
      return paths.filter((_path, index) => answers[index] === 200);
    }, spellings);
    expect(served).toEqual([]);
  });
});
