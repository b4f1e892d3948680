import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { nodeDisk } from '#main/vault/node-disk.ts';
import { openVault, type Vault } from '#main/vault/vault.ts';
import { note } from '#support/figures.ts';
import { checkpointOf, lineOf } from './make-vault.ts';

let data = '';
let token = 0;
let time = Date.UTC(2026, 2, 1, 9);
const now = (): number => time;
const open = (): Vault =>
  openVault({ disk: nodeDisk, root: join(data, 'vault'), makeToken: () => `t${(token += 1)}`, now });
const file = (name: string): string => join(data, 'vault', 'pl_a', name);

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'rehome-vault-'));
});
afterEach(() => rm(data, { recursive: true, force: true }));

/** Three generations of work: plan.json at 3, plan.prev.json at 1, the journal from 2 to 5. */
async function work(): Promise<void> {
  const vault = open();
  await vault.writeCheckpoint(checkpointOf(1));
  for (const revision of [2, 3]) await vault.appendJournal(lineOf(revision));
  await vault.writeCheckpoint(checkpointOf(3));
  for (const revision of [4, 5]) await vault.appendJournal(lineOf(revision));
}

describe('a vault', () => {
  test('gives back what was stored, after it was opened again', async () => {
    await work();
    const vault = open();
    expect(await vault.loadPlan('pl_a')).toEqual({
      ok: true,
      value: {
        name: 'Leave the old rack',
        revision: 5,
        checkpoint: 'state 3',
        journal: ['edit 4', 'edit 5'],
        notice: null,
      },
    });
    expect(await vault.listPlans()).toMatchObject({
      ok: true,
      value: [{ planId: 'pl_a', name: 'Leave the old rack', revision: 5, damaged: false }],
    });
    expect(await vault.loadPlan('pl_b')).toEqual({ ok: true, value: null });
  });

  test('keeps folders and files for their owner alone', async () => {
    await work();
    expect((await stat(join(data, 'vault'))).mode & 0o777).toBe(0o700);
    expect((await stat(join(data, 'vault', 'pl_a'))).mode & 0o777).toBe(0o700);
    for (const name of await readdir(join(data, 'vault', 'pl_a'))) {
      expect((await stat(file(name))).mode & 0o777).toBe(0o600);
    }
  });

  test.each(['../pl_a', '..', 'a/b', '', 'a'.repeat(121), 'a.b', 'a\0'])(
    'refuses %j as an id',
    async (planId) => {
      const vault = open();
      expect(await vault.loadPlan(planId)).toMatchObject({ ok: false, error: { code: 'bad-arguments' } });
      expect(await vault.deletePlan(planId)).toMatchObject({ ok: false, error: { code: 'bad-arguments' } });
    },
  );

  test('deletes a plan with all that belongs to it', async () => {
    await work();
    const vault = open();
    expect(await vault.deletePlan('pl_a')).toEqual({ ok: true, value: null });
    expect(await readdir(join(data, 'vault'))).toEqual([]);
    expect(await vault.listPlans()).toEqual({ ok: true, value: [] });
    expect(await vault.writeCheckpoint(checkpointOf(1))).toMatchObject({ ok: true });
  });

  test('a journal needs a checkpoint', async () => {
    expect(await open().appendJournal(lineOf(1))).toMatchObject({ ok: false });
  });
});

describe('F8 two writers', () => {
  test('an older state, or one that did not see the last, is refused and overwrites nothing', async () => {
    await work();
    const vault = open();
    const other = { writer: 'window-2' };
    const refused = { ok: false, error: { code: 'conflict' } };
    expect(await vault.writeCheckpoint(checkpointOf(4, other))).toMatchObject(refused);
    expect(await vault.writeCheckpoint(checkpointOf(5, other))).toMatchObject(refused);
    expect(await vault.writeCheckpoint(checkpointOf(9, { ...other, seen: 4 }))).toMatchObject(refused);
    expect(await vault.appendJournal(lineOf(5, { ...other, seen: 4 }))).toMatchObject(refused);
    expect(await vault.loadPlan('pl_a')).toMatchObject({ value: { revision: 5 } });
    expect(await vault.writeCheckpoint(checkpointOf(5, { ...other, seen: 5 }))).toMatchObject({ ok: true });
    expect(await vault.appendJournal(lineOf(6, { seen: 5 }))).toMatchObject({ ok: true });
  });

  test('300 edits of each with compare-and-set: all 600 are there', async () => {
    const vault = open();
    await vault.writeCheckpoint(checkpointOf(0));
    const edit = async (writer: string): Promise<void> => {
      let seen = 0;
      for (let made = 0; made < 300;) {
        const request = { writer, seen, lines: [`${writer} ${made}`] };
        const answer = await vault.appendJournal(lineOf(seen + 1, request));
        if (answer.ok) made += 1;
        const loaded = answer.ok ? null : await vault.loadPlan('pl_a');
        seen = answer.ok ? answer.value.revision : loaded?.ok === true ? (loaded.value?.revision ?? 0) : seen;
      }
    };
    await Promise.all([edit('window-1'), edit('window-2')]);
    const loaded = await open().loadPlan('pl_a');
    const lines = loaded.ok ? (loaded.value?.journal ?? []) : [];
    expect(new Set(lines).size).toBe(600);
    expect(lines).toHaveLength(600);
    note('F8', 'edits of two writers at once', lines.length, 600);
  }, 60_000);
});

describe('F6 a damaged folder', () => {
  const flip = async (name: string, at: number): Promise<void> => {
    const bytes = await readFile(file(name));
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    await writeFile(file(name), bytes);
  };
  const cut = async (name: string, length: number): Promise<void> =>
    writeFile(file(name), (await readFile(file(name))).subarray(0, length));

  test.each<[string, () => Promise<void>]>([
    [
      'a flipped byte in the text',
      async () => flip('plan.json', (await readFile(file('plan.json'))).length - 6),
    ],
    ['a flipped byte in the sum', () => flip('plan.json', 50)],
    ['a cut file', () => cut('plan.json', 100)],
    ['an empty file', () => cut('plan.json', 0)],
    ['a file of another plan', async () => writeFile(file('plan.json'), '{"seal":{},"checkpoint":""}')],
    ['garbage behind the end', async () => writeFile(file('plan.json'), 'x', { flag: 'a' })],
    ['no file', () => rm(file('plan.json'))],
  ])('%s: the generation before and the journal give all of it', async (_title, damage) => {
    await work();
    await damage();
    const vault = open();
    expect(await vault.loadPlan('pl_a')).toMatchObject({
      ok: true,
      value: { revision: 5, checkpoint: 'state 1', journal: ['edit 2', 'edit 3', 'edit 4', 'edit 5'] },
    });
    expect(await vault.writeCheckpoint(checkpointOf(6, { writer: 'w', seen: 5 }))).toMatchObject({
      ok: true,
    });
    expect(await open().loadPlan('pl_a')).toMatchObject({ value: { revision: 6, notice: null } });
    note('F6', 'ways in which the last copy of a plan was damaged, without a loss', 1, 1);
  });

  test('a journal that was cut in a line: the good part, and it says so', async () => {
    await work();
    await cut('journal.ndjson', (await readFile(file('journal.ndjson'))).length - 5);
    const vault = open();
    expect(await vault.loadPlan('pl_a')).toMatchObject({
      value: { revision: 4, journal: ['edit 4'], notice: expect.stringContaining('cut off') },
    });
    expect(await vault.appendJournal(lineOf(5, { lines: ['again 5'] }))).toMatchObject({ ok: true });
    expect(await open().loadPlan('pl_a')).toMatchObject({
      value: { revision: 5, journal: ['edit 4', 'again 5'], notice: null },
    });
    expect(await readdir(join(data, 'vault', 'pl_a'))).toContain('journal.damaged.ndjson');
    note('F6', 'other damages of the folder of a plan, said in words, with nothing deleted', 1, 1);
  });

  test('a line missing in the middle: what follows is not guessed', async () => {
    await work();
    const lines = (await readFile(file('journal.ndjson'), 'utf8')).split('\n');
    await writeFile(file('journal.ndjson'), lines.filter((line) => !line.includes('edit 4')).join('\n'));
    expect(await open().loadPlan('pl_a')).toMatchObject({
      value: { revision: 3, journal: [], notice: expect.stringContaining('1 later edit') },
    });
    note('F6', 'other damages of the folder of a plan, said in words, with nothing deleted', 1, 1);
  });

  test('both generations damaged: said in words, listed as damaged, nothing touched', async () => {
    await work();
    await flip('plan.json', 120);
    await flip('plan.prev.json', 120);
    const before = await readFile(file('plan.json'));
    const vault = open();
    expect(await vault.loadPlan('pl_a')).toMatchObject({ ok: false, error: { code: 'damaged' } });
    expect(await vault.writeCheckpoint(checkpointOf(9))).toMatchObject({ error: { code: 'damaged' } });
    expect(await vault.listPlans()).toMatchObject({ value: [{ planId: 'pl_a', damaged: true }] });
    expect(await readFile(file('plan.json'))).toEqual(before);
    note('F6', 'other damages of the folder of a plan, said in words, with nothing deleted', 1, 1);
  });

  test('a plan of a newer version is left as it is', async () => {
    await work();
    const text = (await readFile(file('plan.json'), 'utf8')).replace('rehome-vault/1', 'rehome-vault/2');
    await writeFile(file('plan.json'), text);
    expect(await open().loadPlan('pl_a')).toMatchObject({ error: { code: 'newer-format' } });
    expect(await open().writeCheckpoint(checkpointOf(9))).toMatchObject({ error: { code: 'newer-format' } });
    expect(await readFile(file('plan.json'), 'utf8')).toBe(text);
    expect(await open().listPlans()).toMatchObject({
      value: [{ planId: 'pl_a', name: 'Leave the old rack', damaged: false, newer: true }],
    });
    note('F6', 'other damages of the folder of a plan, said in words, with nothing deleted', 1, 1);
  });

  test('what a newer version stored is handed out as it stands, and nothing else is', async () => {
    await work();
    expect(await open().loadNewer('pl_a')).toEqual({ ok: true, value: null });
    expect(await open().loadNewer('pl_b')).toEqual({ ok: true, value: null });
    const text = (await readFile(file('plan.json'), 'utf8')).replace('rehome-vault/1', 'rehome-vault/2');
    await writeFile(file('plan.json'), text);
    expect(await open().loadNewer('pl_a')).toEqual({
      ok: true,
      value: {
        name: 'Leave the old rack',
        text,
        journal: ['edit 2', 'edit 3', 'edit 4', 'edit 5'],
        unread: 0,
      },
    });
    expect(await readFile(file('plan.json'), 'utf8')).toBe(text);
    // A name of another type, or none, is no reason to keep the plan back.
    await writeFile(file('plan.json'), '{"seal":{"format":"rehome-vault/7","name":5},"parts":[]}');
    await writeFile(file('journal.ndjson'), '{"sum":1}\n{"sum":2}\n');
    expect(await open().loadNewer('pl_a')).toMatchObject({ value: { name: '', journal: [], unread: 2 } });
    expect(await open().listPlans()).toMatchObject({ value: [{ name: 'pl_a', newer: true }] });
    await writeFile(file('plan.json'), '{"seal":{"format":"something/7"}}');
    await writeFile(file('plan.prev.json'), '');
    expect(await open().loadNewer('pl_a')).toEqual({ ok: true, value: null });
  });
});
