import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readWorkspace } from '#persistence/workspace-text.ts';
import { callFromPage } from '#support/call-from-page.ts';
import { runs } from '#support/counts.ts';
import { note } from '#support/figures.ts';
import { expect, test } from '#support/launch-app.ts';
import { button, openExample } from '#support/story/review.ts';
import { expectSaved, importAgain, openRecent } from '#support/story/workspace.ts';

const plan = { planId: 'pl_kill', writer: 'test' };
const editsWaitedFor = 4;

test('F1 a kill at any moment loses nothing that was acknowledged', async ({ app }) => {
  test.setTimeout(60_000 + runs('kills') * 20_000);
  await callFromPage(app.page, 'writeCheckpoint', { ...plan, name: 'Kill', revision: 0, checkpoint: '0' });
  let acknowledged = 0;
  for (let round = 0; round < runs('kills'); round += 1) {
    const { page } = app;
    const pause = 50 + ((round * 211) % 1450);
    let isAlive = true;
    // In every other round it is long enough for some edits, however slow the machine is.
    const waitsFor = round % 2 === 1 ? acknowledged + editsWaitedFor : acknowledged;
    let onEdit: () => void = () => {};
    const edited = new Promise<void>((resolve) => {
      onEdit = () => acknowledged >= waitsFor && resolve();
    });
    const writing = (async () => {
      while (isAlive) {
        const revision = acknowledged + 1;
        const lines = [`edit ${revision}`];
        const isCheckpoint = revision % 10 === 0;
        const checkpoint = { ...plan, name: 'Kill', revision, checkpoint: String(revision) };
        const request = isCheckpoint ? checkpoint : { ...plan, revision, lines };
        const name = isCheckpoint ? 'writeCheckpoint' : 'appendJournal';
        const reply = await callFromPage(page, name, request).catch(() => null);
        if (reply?.ok !== true) break;
        acknowledged = revision;
        onEdit();
      }
    })();
    onEdit();
    await Promise.race([edited, writing]);
    await new Promise((resolve) => {
      setTimeout(resolve, pause);
    });
    await app.kill();
    isAlive = false;
    await writing;
    await app.start();
    const loaded = await callFromPage(app.page, 'loadPlan', { planId: plan.planId });
    const value = loaded.value as { revision: number; checkpoint: string; journal: string[] };
    expect(value.revision).toBeGreaterThanOrEqual(acknowledged);
    expect(value.revision).toBeLessThanOrEqual(acknowledged + 1);
    expect(Number(value.checkpoint) + value.journal.length).toBe(value.revision);
    acknowledged = value.revision;
  }
  expect(acknowledged).toBeGreaterThanOrEqual(Math.floor(runs('kills') / 2) * editsWaitedFor);
  note('F1', `kills while edits are written (${app.shell})`, runs('kills'), runs('kills'));
});

test('F1 a kill while an import is taken leaves all of it or nothing', async ({ app }) => {
  const rounds = runs('importKills');
  test.setTimeout(60_000 + rounds * 30_000);
  await openExample(app, 'bookshop');
  await expectSaved(app.page);
  const [planId] = await readdir(join(app.dataDir, 'vault'));
  const countNodes = async (): Promise<number> => {
    const { value } = await callFromPage(app.page, 'loadPlan', { planId });
    const { checkpoint, journal } = value as { checkpoint: string; journal: string[] };
    const read = await readWorkspace(checkpoint, journal);
    if (!read.ok) throw new Error(read.error);
    expect(read.value.lostSteps).toBe(0);
    return read.value.plan.nodes.size;
  };
  let count = await countNodes();
  for (let round = 0; round < rounds; round += 1) {
    const servers = Array.from({ length: 60 }, (_, index) => `more-${round}-${index},2,4096`);
    const path = join(app.dataDir, '..', `more-${round}.csv`);
    await writeFile(path, ['Name,vCPU,Memory MB', ...servers].join('\n'));
    await importAgain(app, [path]);
    await button(app.page, 'Accept all').click();
    const taken = button(app.page, 'Open the map')
      .click()
      .catch(() => {});
    await new Promise((resolve) => {
      setTimeout(resolve, (round * 53) % 400);
    });
    await app.kill();
    await taken;
    await app.start();
    const found = await countNodes();
    expect([count, count + servers.length]).toContain(found);
    count = found;
    await openRecent(app.page, 'Plan of servers');
  }
  note('F1', `kills while an import is taken (${app.shell})`, rounds, rounds);
});

test('what was stored is there after closing and opening', async ({ app }) => {
  await callFromPage(app.page, 'writeCheckpoint', {
    ...plan,
    name: 'Ümlaut 🚚',
    revision: 3,
    checkpoint: '{"a":"\u2028"}',
  });
  await callFromPage(app.page, 'appendJournal', { ...plan, revision: 4, lines: ['x'] });
  await app.restart();
  expect(await callFromPage(app.page, 'loadPlan', { planId: plan.planId })).toEqual({
    ok: true,
    value: { name: 'Ümlaut 🚚', revision: 4, checkpoint: '{"a":"\u2028"}', journal: ['x'], notice: null },
  });
  expect(await callFromPage(app.page, 'listPlans', null)).toMatchObject({
    value: [{ planId: plan.planId, revision: 4 }],
  });
});

test('the data is readable by its owner alone', async ({ app }) => {
  await callFromPage(app.page, 'writeCheckpoint', { ...plan, name: 'a', revision: 1, checkpoint: '1' });
  const folder = join(app.dataDir, 'vault', plan.planId);
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  expect((await stat(join(folder, 'plan.json'))).mode & 0o777).toBe(0o600);
});

test('a call with other arguments than agreed is refused', async ({ app }) => {
  const refused = { ok: false, error: { code: 'bad-arguments' } };
  expect(await callFromPage(app.page, 'loadPlan', { planId: '../../etc' })).toMatchObject(refused);
  expect(await callFromPage(app.page, 'loadPlan', { planId: 'pl_a', path: '/etc' })).toMatchObject(refused);
  expect(
    await callFromPage(app.page, 'appendJournal', { ...plan, revision: -1, lines: ['x'] }),
  ).toMatchObject(refused);
  expect(await callFromPage(app.page, 'listPlans', {})).toMatchObject(refused);
});
