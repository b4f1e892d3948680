import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { note } from '#support/figures.ts';
import { isNewerDatabase, openDatabase } from '#persistence/database.ts';

const rows = Array.from({ length: 6 }, (_, index) => ({
  planId: `pl_${index}`,
  name: `Plan ${index}`,
  revision: index,
  checkpoint: '{}',
}));

/** A database as the first form had it. */
function makeFirstForm(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('rehome', 10);
    request.addEventListener('error', () => reject(new Error('no database')));
    request.addEventListener('upgradeneeded', () => {
      const workspaces = request.result.createObjectStore('workspaces', { keyPath: 'planId' });
      const steps = request.result.createObjectStore('steps', { keyPath: 'seq', autoIncrement: true });
      steps.createIndex('planId', 'planId');
      request.result.createObjectStore('settings', { keyPath: 'key' }).put({ key: 'theme', value: 'dark' });
      for (const row of rows) workspaces.put(row);
      steps.put({ planId: 'pl_0', revision: 1, line: 'edit' });
    });
    request.addEventListener('success', () => {
      request.result.close();
      resolve();
    });
  });
}

/** What there is, opened in whatever form it has. */
function readAll(): Promise<{ version: number; stores: readonly string[]; workspaces: readonly unknown[] }> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('rehome');
    request.addEventListener('error', () => reject(new Error('no database')));
    request.addEventListener('success', () => {
      const database = request.result;
      const all = database.transaction('workspaces').objectStore('workspaces').getAll();
      all.addEventListener('success', () => {
        database.close();
        resolve({
          version: database.version,
          stores: [...database.objectStoreNames],
          workspaces: all.result,
        });
      });
    });
  });
}

function dropAll(): Promise<unknown> {
  return new Promise((resolve) => {
    indexedDB.deleteDatabase('rehome').addEventListener('success', resolve);
  });
}

beforeEach(dropAll);

it('F11 a fault at any step of an upgrade undoes all of it, and the next start does it whole', async () => {
  const put = Reflect.get(IDBObjectStore.prototype, 'put');
  const drop = Reflect.get(IDBDatabase.prototype, 'deleteObjectStore');
  let failed = 0;
  for (let at = 0; ; at += 1) {
    await dropAll();
    await makeFirstForm();
    const before = await readAll();
    let left = at;
    const fail = (): void => {
      if (left === 0) throw new DOMException('no room', 'QuotaExceededError');
      left -= 1;
    };
    IDBObjectStore.prototype.put = function failingPut(...args) {
      fail();
      return put.apply(this, args);
    };
    IDBDatabase.prototype.deleteObjectStore = function failingDrop(name) {
      fail();
      drop.call(this, name);
    };
    const broken = openDatabase();
    const opened = await broken.open().then(
      () => true,
      () => false,
    );
    broken.close();
    IDBObjectStore.prototype.put = put;
    IDBDatabase.prototype.deleteObjectStore = drop;
    if (opened) break;
    failed += 1;
    expect(await readAll()).toEqual(before);
    const whole = openDatabase();
    expect(await isNewerDatabase()).toBe(false);
    await whole.open();
    whole.close();
    expect(await readAll()).toEqual({
      version: 20,
      stores: ['steps', 'workspaces'],
      workspaces: rows.map((row) => ({ ...row, stored: 0 })),
    });
  }
  // Each row and the store that goes.
  expect(failed).toBe(rows.length + 1);
  note('F11', 'faults at each step of an upgrade of the database', failed, failed);
});

it('F12 a database of a newer form is known as such, and nothing of it is written', async () => {
  const newer = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('rehome', 30);
    request.addEventListener('upgradeneeded', () => {
      request.result.createObjectStore('workspaces', { keyPath: 'id' }).put({ id: 1 });
    });
    request.addEventListener('success', () => resolve(request.result));
  });
  newer.close();
  const before = await readAll();
  expect(await isNewerDatabase()).toBe(true);
  expect(await readAll()).toEqual(before);
});
