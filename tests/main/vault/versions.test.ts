import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { nodeDisk } from '#main/vault/node-disk.ts';
import { openVault, type Vault } from '#main/vault/vault.ts';
import { chooseKept } from '#main/vault/version-store.ts';
import { readVersionHead, sealVersion, unsealVersion } from '#main/vault/version-file.ts';
import { note } from '#support/figures.ts';
import { checkpointOf, lineOf } from './make-vault.ts';

const minute = 60_000;
let data = '';
let time = Date.UTC(2026, 2, 1, 9);
let token = 0;
const open = (): Vault =>
  openVault({
    disk: nodeDisk,
    root: join(data, 'vault'),
    makeToken: () => `t${(token += 1)}`,
    now: () => time,
  });
const versionsIn = () => readdir(join(data, 'vault', 'pl_a', 'versions')).catch(() => []);

async function list(vault: Vault) {
  const answer = await vault.listVersions('pl_a');
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'rehome-versions-'));
  time = Date.UTC(2026, 2, 1, 9);
});
afterEach(() => rm(data, { recursive: true, force: true }));

describe('versions', () => {
  test('one is kept after five minutes of change, of the state before the edit', async () => {
    const vault = open();
    await vault.writeCheckpoint(checkpointOf(1));
    for (let revision = 2; revision <= 4; revision += 1) {
      time += minute;
      await vault.appendJournal(lineOf(revision));
    }
    expect(await list(vault)).toEqual([]);
    time += 5 * minute;
    await vault.appendJournal(lineOf(5));
    expect(await list(vault)).toMatchObject([{ revision: 4, reason: 'change', words: '' }]);
    const [version] = await list(vault);
    expect(await vault.loadVersion({ planId: 'pl_a', versionId: version?.versionId ?? '' })).toEqual({
      ok: true,
      value: {
        name: 'Leave the old rack',
        revision: 4,
        checkpoint: 'state 1',
        journal: ['edit 2', 'edit 3', 'edit 4'],
        notice: null,
      },
    });
  });

  test('nothing is kept while nothing changes, however long that is', async () => {
    const vault = open();
    await vault.writeCheckpoint(checkpointOf(1));
    time += 600 * minute;
    await vault.loadPlan('pl_a');
    expect(await list(vault)).toEqual([]);
  });

  test.each(['import', 'bulk-edit', 'restore', 'migration'] as const)(
    'one is kept before: %s, whatever the clock says',
    async (reason) => {
      const vault = open();
      await vault.writeCheckpoint(checkpointOf(1));
      const before = { reason, words: 'Import of racks.csv' };
      await vault.writeCheckpoint(checkpointOf(2, { before }));
      await vault.appendJournal(lineOf(3, { before }));
      expect(await list(vault)).toMatchObject([
        { revision: 2, reason, words: 'Import of racks.csv' },
        { revision: 1, reason, words: 'Import of racks.csv' },
      ]);
    },
  );

  test('where the version cannot be kept the import is not written either', async () => {
    const vault = open();
    await vault.writeCheckpoint(checkpointOf(1));
    // A file where the folder has to be: every version fails.
    await writeFile(join(data, 'vault', 'pl_a', 'versions'), '');
    const before = { reason: 'import', words: '' } as const;
    expect(await vault.writeCheckpoint(checkpointOf(2, { before }))).toMatchObject({ ok: false });
    expect(await open().loadPlan('pl_a')).toMatchObject({ value: { revision: 1 } });
    // An edit without a mark does not depend on it.
    time += 60 * minute;
    expect(await vault.appendJournal(lineOf(2))).toMatchObject({ ok: true });
  });

  test('they come back after a restart, are for their owner alone, and go with the plan', async () => {
    const vault = open();
    await vault.writeCheckpoint(checkpointOf(1));
    await vault.writeCheckpoint(checkpointOf(2, { before: { reason: 'import', words: '' } }));
    expect(await list(open())).toHaveLength(1);
    const folder = join(data, 'vault', 'pl_a', 'versions');
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    for (const name of await versionsIn()) {
      expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
    }
    await vault.deletePlan('pl_a');
    expect(await readdir(join(data, 'vault'))).toEqual([]);
    expect(await list(vault)).toEqual([]);
  });

  test.each(['../plan', 'v1', 'v0000000000000001.json', '', 'v000000000000000a'])(
    'there is no version %j',
    async (versionId) => {
      const vault = open();
      await vault.writeCheckpoint(checkpointOf(1));
      expect(await vault.loadVersion({ planId: 'pl_a', versionId })).toEqual({ ok: true, value: null });
    },
  );

  test('F13 the clock of 1970, of 2099, a day back: the order is that of revisions, and none is lost', async () => {
    const vault = open();
    await vault.writeCheckpoint(checkpointOf(1));
    for (const [index, at] of [
      Date.UTC(1970, 0, 1),
      Date.UTC(2099, 11, 31),
      Date.UTC(2026, 2, 1),
      Date.UTC(2026, 1, 28),
    ].entries()) {
      time = at;
      await vault.appendJournal(lineOf(index + 2));
    }
    expect((await list(vault)).map((version) => version.revision)).toEqual([4, 3, 2]);
  });
});

describe('which versions stay', () => {
  const at = (index: number, day: number) => ({
    versionId: `v${index}`,
    takenAt: new Date(Date.UTC(2026, 0, 1 + day, 12)).toISOString(),
  });

  test('the newest twenty', () => {
    const versions = Array.from({ length: 25 }, (_, index) => at(index, 0));
    expect([...chooseKept(versions)]).toEqual(versions.slice(0, 20).map((version) => version.versionId));
  });

  test('and the newest of each day, for thirty days', () => {
    // 40 days, three a day, the last one first.
    const versions = Array.from({ length: 120 }, (_, index) => at(index, 40 - Math.floor(index / 3)));
    const kept = chooseKept(versions);
    const days = new Set(versions.filter((each) => kept.has(each.versionId)).map((each) => each.takenAt));
    expect(days.size).toBe(30);
    expect(kept.size).toBe(20 + 30 - 7);
  });

  test('on the disk too', async () => {
    const vault = open();
    await vault.writeCheckpoint(checkpointOf(0));
    for (let revision = 1; revision <= 30; revision += 1) {
      await vault.appendJournal(lineOf(revision, { before: { reason: 'import', words: '' } }));
    }
    expect(await versionsIn()).toHaveLength(20);
    expect((await list(vault))[0]?.revision).toBe(29);
  });
});

describe('F6 a damaged version', () => {
  const head = {
    name: 'Plan',
    revision: 4,
    takenAt: '2026-03-01T09:00:00.000Z',
    reason: 'import',
    words: 'Import of “a”\n',
  } as const;
  test('every flipped byte and every cut is noticed', async () => {
    const sealed = Buffer.from(await sealVersion(head, { checkpoint: 'state', journal: ['x', 'ü'] }));
    expect(readVersionHead(sealed)).toEqual(head);
    expect(await unsealVersion(sealed)).toEqual({ ...head, checkpoint: 'state', journal: ['x', 'ü'] });
    for (let index = 0; index < sealed.length; index += 1) {
      const flipped = Buffer.from(sealed);
      flipped[index] = (flipped[index] ?? 0) ^ 1;
      expect(await unsealVersion(flipped)).toBeNull();
      expect(await unsealVersion(sealed.subarray(0, index))).toBeNull();
    }
  });

  test('a version of the first form, which is not compressed, is still read', async () => {
    const second = '{"checkpoint":"state","journal":["x"]}';
    const sum = (text: string): string => createHash('sha256').update(text).digest('hex');
    const body = sum(second);
    const form = 'rehome-version/1';
    const { name, revision, takenAt, reason, words } = head;
    const seal = sum(JSON.stringify([form, body, name, revision, takenAt, reason, words]));
    const file = Buffer.from(`${JSON.stringify({ format: form, seal, body, ...head })}\n${second}\n`);
    expect(readVersionHead(file)).toEqual(head);
    expect(await unsealVersion(file)).toEqual({ ...head, checkpoint: 'state', journal: ['x'] });
  });

  test('takes a fraction of the room that the plan takes', async () => {
    const checkpoint = JSON.stringify(
      Array.from({ length: 2000 }, (_, index) => ({
        id: `nd_${index}`,
        kind: 'server',
        name: `web${index}`,
      })),
    );
    expect((await sealVersion(head, { checkpoint, journal: [] })).length).toBeLessThan(checkpoint.length / 4);
  });

  test('is left out of the list and left on the disk; an empty one too', async () => {
    const vault = open();
    await vault.writeCheckpoint(checkpointOf(1));
    for (const revision of [2, 3, 4]) {
      await vault.appendJournal(lineOf(revision, { before: { reason: 'import', words: '' } }));
    }
    const [first, second] = (await versionsIn()).toSorted((a, b) => (a < b ? -1 : 1));
    const path = (name = '') => join(data, 'vault', 'pl_a', 'versions', name);
    await writeFile(path(first), '');
    const bytes = await readFile(path(second));
    bytes[30] = (bytes[30] ?? 0) ^ 1;
    await writeFile(path(second), bytes);
    expect((await list(open())).map((version) => version.revision)).toEqual([3]);
    expect(await versionsIn()).toHaveLength(3);
    const versionId = (second ?? '').replace('.json', '');
    expect(await open().loadVersion({ planId: 'pl_a', versionId })).toEqual({ ok: true, value: null });
    note('F6', 'other damages of the folder of a plan, said in words, with nothing deleted', 1, 1);
  });

  test('F7 the versions of a plan whose two copies are damaged can still be read', async () => {
    const vault = open();
    await vault.writeCheckpoint(checkpointOf(1));
    await vault.writeCheckpoint(checkpointOf(2, { before: { reason: 'import', words: '' } }));
    for (const name of ['plan.json', 'plan.prev.json']) {
      await writeFile(join(data, 'vault', 'pl_a', name), 'garbage');
    }
    const next = open();
    expect(await next.loadPlan('pl_a')).toMatchObject({ ok: false, error: { code: 'damaged' } });
    const [version] = await list(next);
    expect(await next.loadVersion({ planId: 'pl_a', versionId: version?.versionId ?? '' })).toMatchObject({
      ok: true,
      value: { revision: 1, checkpoint: 'state 1' },
    });
  });
});

test('a start sweeps what was left half done: old temporary files, cut-off deletions, and nothing else', async () => {
  const vault = open();
  await vault.writeCheckpoint(checkpointOf(1));
  const root = join(data, 'vault');
  const old = join(root, 'pl_a', 'plan.json.x.tmp');
  const young = join(root, 'pl_a', 'plan.json.y.tmp');
  await writeFile(old, '');
  await writeFile(young, '');
  time = Date.now();
  await utimes(old, new Date(time - 2 * 86_400_000), new Date(time - 2 * 86_400_000));
  await mkdir(join(root, '.deleted-t9'));
  await writeFile(join(root, '.deleted-t9', 'plan.json'), 'secret');
  await vault.sweep();
  expect((await readdir(root)).toSorted()).toEqual(['pl_a']);
  expect((await readdir(join(root, 'pl_a'))).toSorted()).toEqual(['plan.json', 'plan.json.y.tmp']);
  expect(await vault.loadPlan('pl_a')).toMatchObject({ ok: true, value: { revision: 1 } });
});
