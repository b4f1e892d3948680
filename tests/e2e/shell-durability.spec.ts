import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { runs } from '#support/counts.ts';
import { expect, test } from '#support/launch-app.ts';

interface Reply {
  readonly ok: boolean;
  readonly value?: unknown;
  readonly error?: { readonly code: string };
}

/** Makes a call of the bridge from inside the page, by the way that this shell has. */
function call(page: Page, name: string, request: unknown): Promise<Reply> {
  return page.evaluate(
    async ([callName, body]) => {
      const shell = Reflect.get(globalThis, 'rehome') as
        | { call: Record<string, (request: unknown) => Promise<unknown>> }
        | undefined;
      if (shell !== undefined) return (await shell.call[callName]?.(body)) as Reply;
      const answer = await fetch(`/api/${callName}`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'X-Rehome-Token': sessionStorage.getItem('rehome-token') ?? '',
        },
        body: JSON.stringify(body),
      });
      return (await answer.json()) as Reply;
    },
    [name, request] as const,
  );
}

const plan = { planId: 'pl_kill', writer: 'test' };

test('a kill at any moment loses nothing that was acknowledged', async ({ app }) => {
  test.setTimeout(60_000 + runs('kills') * 20_000);
  await call(app.page, 'writeCheckpoint', { ...plan, name: 'Kill', revision: 0, checkpoint: '0' });
  let acknowledged = 0;
  for (let round = 0; round < runs('kills'); round += 1) {
    const { page } = app;
    const until = Date.now() + 300 + round * 23;
    let isAlive = true;
    const writing = (async () => {
      while (isAlive) {
        const revision = acknowledged + 1;
        const lines = [`edit ${revision}`];
        const isCheckpoint = revision % 10 === 0;
        const checkpoint = { ...plan, name: 'Kill', revision, checkpoint: String(revision) };
        const request = isCheckpoint ? checkpoint : { ...plan, revision, lines };
        const name = isCheckpoint ? 'writeCheckpoint' : 'appendJournal';
        const reply = await call(page, name, request).catch(() => null);
        if (reply?.ok !== true) break;
        acknowledged = revision;
      }
    })();
    await new Promise((resolve) => {
      setTimeout(resolve, until - Date.now());
    });
    await app.kill();
    isAlive = false;
    await writing;
    await app.start();
    const loaded = await call(app.page, 'loadPlan', { planId: plan.planId });
    const value = loaded.value as { revision: number; checkpoint: string; journal: string[] };
    expect(value.revision).toBeGreaterThanOrEqual(acknowledged);
    expect(value.revision).toBeLessThanOrEqual(acknowledged + 1);
    expect(Number(value.checkpoint) + value.journal.length).toBe(value.revision);
    acknowledged = value.revision;
  }
  expect(acknowledged).toBeGreaterThan(runs('kills'));
});

test('what was stored is there after closing and opening', async ({ app }) => {
  await call(app.page, 'writeCheckpoint', {
    ...plan,
    name: 'Ümlaut 🚚',
    revision: 3,
    checkpoint: '{"a":"\u2028"}',
  });
  await call(app.page, 'appendJournal', { ...plan, revision: 4, lines: ['x'] });
  await app.restart();
  expect(await call(app.page, 'loadPlan', { planId: plan.planId })).toEqual({
    ok: true,
    value: { name: 'Ümlaut 🚚', revision: 4, checkpoint: '{"a":"\u2028"}', journal: ['x'], notice: null },
  });
  expect(await call(app.page, 'listPlans', null)).toMatchObject({
    value: [{ planId: plan.planId, revision: 4 }],
  });
});

test('the data is readable by its owner alone', async ({ app }) => {
  await call(app.page, 'writeCheckpoint', { ...plan, name: 'a', revision: 1, checkpoint: '1' });
  const folder = join(app.dataDir, 'vault', plan.planId);
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  expect((await stat(join(folder, 'plan.json'))).mode & 0o777).toBe(0o600);
});

test('a call with other arguments than agreed is refused', async ({ app }) => {
  const refused = { ok: false, error: { code: 'bad-arguments' } };
  expect(await call(app.page, 'loadPlan', { planId: '../../etc' })).toMatchObject(refused);
  expect(await call(app.page, 'loadPlan', { planId: 'pl_a', path: '/etc' })).toMatchObject(refused);
  expect(await call(app.page, 'appendJournal', { ...plan, revision: -1, lines: ['x'] })).toMatchObject(
    refused,
  );
  expect(await call(app.page, 'listPlans', {})).toMatchObject(refused);
});
