import { readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isDone, toErrorCode } from '#main/vault/vault-problem.ts';
import { readLogRecords, readManifest } from './read-level-db.ts';

const asideEnd = '.damaged';

async function isWhole(folder: string): Promise<boolean> {
  const current = await readFile(join(folder, 'CURRENT'), 'utf8');
  const name = /^(MANIFEST-\d+)\n$/u.exec(current)?.[1];
  const files = name === undefined ? null : readManifest(await readFile(join(folder, name)));
  if (files === null) return false;
  const toName = (number: number, end: string): string => `${String(number).padStart(6, '0')}.${end}`;
  const present = new Set(await readdir(folder));
  if (!files.tables.every((table) => present.has(toName(table, 'ldb')))) return false;
  const log = files.log === null ? null : toName(files.log, 'log');
  return log === null || readLogRecords(await readFile(join(folder, log))) !== null;
}

async function findDatabases(profile: string): Promise<readonly string[]> {
  const folder = join(profile, 'IndexedDB');
  const names = await readdir(folder).catch(() => []);
  return names.map((name) => join(folder, name));
}

/**
 * Puts databases of the page aside that are damaged, before Chromium opens them: it would make them empty without a word. Nothing of
 * a plan is lost with them, the vault has all; what was there is kept for whoever wants to know what happened. Answers how many.
 */
export async function setAsideDatabases(profile: string): Promise<number> {
  let count = 0;
  for (const folder of await findDatabases(profile)) {
    if (!folder.endsWith('.leveldb')) continue;
    const isGood = await isWhole(folder).catch((error: unknown) => toErrorCode(error) !== 'ENOENT');
    if (isGood) continue;
    await rm(`${folder}${asideEnd}`, { recursive: true, force: true });
    if (await isDone(() => rename(folder, `${folder}${asideEnd}`))) count += 1;
  }
  return count;
}

/** Removes what was put aside: it may hold a plan that is deleted, or encrypted from now on. */
export async function dropSetAside(profile: string): Promise<void> {
  for (const folder of await findDatabases(profile)) {
    if (folder.endsWith(asideEnd)) await isDone(() => rm(folder, { recursive: true, force: true }));
  }
}
