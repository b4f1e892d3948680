import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readLogRecords, readManifest } from '#main/electron/read-level-db.ts';
import { dropSetAside, setAsideDatabases } from '#main/electron/set-aside-databases.ts';
import { toSum, toTable } from './level-db-table.ts';

function toRecord(type: number, data: readonly number[]): Buffer {
  const head = Buffer.alloc(7);
  head.writeUInt32LE(toSum(Uint8Array.from([type, ...data])), 0);
  head.writeUInt16LE(data.length, 4);
  head.writeUInt8(type, 6);
  return Buffer.concat([head, Buffer.from(data)]);
}

/** A list of files: comparator "x", log 3, table 5 added (size 9, keys a to b), table 6 added and deleted. */
const edits = [
  [1, 1, 120, 2, 3, 3, 8, 4, 0],
  [7, 0, 5, 9, 1, 97, 1, 98, 7, 0, 6, 9, 1, 97, 1, 98],
  [5, 0, 1, 97, 6, 0, 6, 9, 0],
];
const manifest = Buffer.concat(edits.map((edit) => toRecord(1, edit)));

describe('the list of files of a database', () => {
  test('says which tables and which log there have to be', () => {
    expect(readManifest(manifest)).toEqual({ tables: [5], log: 3 });
  });
  test('is damaged when any byte of a whole record is another one', () => {
    for (let at = 0; at < manifest.length; at += 1) {
      const flipped = Buffer.from(manifest);
      flipped[at] = (flipped[at] ?? 0) ^ 8;
      expect(readManifest(flipped)).not.toEqual({ tables: [5], log: 3 });
    }
    expect(readManifest(Buffer.from('garbage'))).toBeNull();
  });
  test('may have lost the end of its last record in a crash', () => {
    for (let cut = 1; cut < 16; cut += 1) {
      const read = readLogRecords(manifest.subarray(0, -cut));
      expect([read?.records.length, read?.isCut]).toEqual([2, true]);
    }
    const whole = readLogRecords(manifest);
    expect([whole?.records.length, whole?.isCut]).toEqual([3, false]);
    expect(readLogRecords(toRecord(2, [1, 2]))).toMatchObject({ isCut: true });
  });
  test('may have a record in several parts', () => {
    const [first = [], ...rest] = edits;
    const split = [
      toRecord(2, first.slice(0, 3)),
      toRecord(3, first.slice(3, 5)),
      toRecord(4, first.slice(5)),
    ];
    const parts = Buffer.concat([...split, ...rest.map((edit) => toRecord(1, edit))]);
    expect(readManifest(parts)).toEqual({ tables: [5], log: 3 });
  });
});

let profile = '';
const database = () => join(profile, 'IndexedDB', 'app_rehome_0.indexeddb.leveldb');
beforeEach(async () => {
  profile = await mkdtemp(join(tmpdir(), 'rehome-aside-'));
  await mkdir(database(), { recursive: true });
  await writeFile(join(database(), 'CURRENT'), 'MANIFEST-000001\n');
  await writeFile(join(database(), 'MANIFEST-000001'), manifest);
  await writeFile(join(database(), '000005.ldb'), toTable(['some rows', 'other rows']));
  await writeFile(join(database(), '000003.log'), toRecord(1, [1, 2, 3]));
});
afterEach(() => rm(profile, { recursive: true, force: true }));
const names = () => readdir(join(profile, 'IndexedDB'));

describe('F5 a damaged database', () => {
  test('that is whole stays where it is; no profile is no trouble', async () => {
    expect(await setAsideDatabases(profile)).toBe(0);
    expect(await names()).toEqual(['app_rehome_0.indexeddb.leveldb']);
    expect(await setAsideDatabases(join(profile, 'none'))).toBe(0);
  });

  test('that was never opened again names no log yet, and stays; its log is looked at all the same', async () => {
    const first = toRecord(1, [1, 1, 120, 2, 0, 3, 2, 4, 0]);
    await writeFile(join(database(), 'MANIFEST-000001'), first);
    await rm(join(database(), '000005.ldb'));
    expect(await setAsideDatabases(profile)).toBe(0);
    expect(await names()).toEqual(['app_rehome_0.indexeddb.leveldb']);
    await writeFile(join(database(), '000003.log'), toRecord(1, [1, 2, 3]).fill(9, 8));
    expect(await setAsideDatabases(profile)).toBe(1);
  });

  test('that names no log yet has lost it all the same when there is none', async () => {
    await writeFile(join(database(), 'MANIFEST-000001'), toRecord(1, [1, 1, 120, 2, 0, 3, 2, 4, 0]));
    await rm(join(database(), '000005.ldb'));
    await rm(join(database(), '000003.log'));
    expect(await setAsideDatabases(profile)).toBe(1);
  });

  test.each<[string, () => Promise<void>]>([
    ['CURRENT is gone', () => rm(join(database(), 'CURRENT'))],
    ['CURRENT is empty', () => writeFile(join(database(), 'CURRENT'), '')],
    ['the manifest is garbage', () => writeFile(join(database(), 'MANIFEST-000001'), 'garbage')],
    ['the manifest is gone', () => rm(join(database(), 'MANIFEST-000001'))],
    ['a table is gone', () => rm(join(database(), '000005.ldb'))],
    [
      'a table has flipped bytes',
      () => writeFile(join(database(), '000005.ldb'), toTable(['some rows', 'other rows']).fill(9, 2, 3)),
    ],
    ['the log is gone', () => rm(join(database(), '000003.log'))],
    [
      'the log has flipped bytes',
      () => writeFile(join(database(), '000003.log'), toRecord(1, [1, 2, 3]).fill(9, 8)),
    ],
  ])('is put aside when %s, the last one only, until a plan is deleted', async (_what, damage) => {
    await mkdir(`${database()}.damaged`);
    await writeFile(join(`${database()}.damaged`, 'older'), '');
    await damage();
    expect(await setAsideDatabases(profile)).toBe(1);
    expect(await names()).toEqual(['app_rehome_0.indexeddb.leveldb.damaged']);
    expect(await readdir(`${database()}.damaged`)).not.toContain('older');
    await dropSetAside(profile);
    expect(await names()).toEqual([]);
  });
  test('whose log is cut stays in use, and a copy of it is put aside', async () => {
    const log = join(database(), '000003.log');
    await writeFile(log, toRecord(1, [1, 2, 3]).subarray(0, -1));
    expect(await setAsideDatabases(profile)).toBe(1);
    const name = 'app_rehome_0.indexeddb.leveldb';
    expect(await names()).toEqual([name, `${name}.damaged`]);
    expect(await readdir(`${database()}.damaged`)).toEqual(await readdir(database()));
  });
});
