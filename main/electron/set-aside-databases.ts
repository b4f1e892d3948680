import { cp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isDone, toErrorCode } from '#main/vault/vault-problem.ts';
import { isTableWhole } from './read-level-db-table.ts';
import { readLogRecords, readManifest } from './read-level-db.ts';

const asideEnd = '.damaged';

/** Tables are read through up to so many bytes, the newest first: a start has no time for more. */
const readThroughBytes = 32 * 1024 * 1024;

/** `cut`: the end of the log is missing, as after a crash; nothing says what stood there. */
type Health = 'whole' | 'cut' | 'damaged';

const toName = (number: number, end: string): string => `${String(number).padStart(6, '0')}.${end}`;

async function areTablesWhole(folder: string, tables: readonly number[]): Promise<boolean> {
  let left = readThroughBytes;
  for (const table of tables.toSorted((a, b) => b - a)) {
    const path = join(folder, toName(table, 'ldb'));
    left -= (await stat(path)).size;
    if (left >= 0 && !isTableWhole(await readFile(path))) return false;
  }
  return true;
}

async function findHealth(folder: string): Promise<Health> {
  const current = await readFile(join(folder, 'CURRENT'), 'utf8');
  const name = /^(MANIFEST-\d+)\n$/u.exec(current)?.[1];
  const files = name === undefined ? null : readManifest(await readFile(join(folder, name)));
  if (files === null || !(await areTablesWhole(folder, files.tables))) return 'damaged';
  // All logs from that one on are read again; a database that is still in its first one says 0.
  const from = files.log ?? 0;
  const numbers = (await readdir(folder))
    .flatMap((file) => /^(\d+)\.log$/u.exec(file)?.[1] ?? [])
    .map(Number);
  const logs = numbers.filter((number) => number >= from);
  if (logs.length === 0 || (from > 0 && !logs.includes(from))) return 'damaged';
  let health: Health = 'whole';
  for (const number of logs) {
    const log = readLogRecords(await readFile(join(folder, toName(number, 'log'))));
    if (log === null) return 'damaged';
    if (log.isCut) health = 'cut';
  }
  return health;
}

async function findDatabases(profile: string): Promise<readonly string[]> {
  const folder = join(profile, 'IndexedDB');
  const names = await readdir(folder).catch(() => []);
  return names.map((name) => join(folder, name));
}

/**
 * Puts databases of the page aside that are damaged, before Chromium opens them: it would make them empty without a word. Nothing of
 * a plan is lost with them, the vault has all; what was there is kept for whoever wants to know what happened. Of a database whose log is
 * cut a copy is put aside and the rest of it stays in use: it may hold edits that the vault had no room for. Answers how many.
 */
export async function setAsideDatabases(profile: string): Promise<number> {
  let count = 0;
  for (const folder of await findDatabases(profile)) {
    if (!folder.endsWith('.leveldb')) continue;
    const health = await findHealth(folder).catch((error: unknown): Health =>
      toErrorCode(error) === 'ENOENT' ? 'damaged' : 'whole',
    );
    if (health === 'whole') continue;
    const aside = `${folder}${asideEnd}`;
    await rm(aside, { recursive: true, force: true });
    const put = () => (health === 'cut' ? cp(folder, aside, { recursive: true }) : rename(folder, aside));
    if (await isDone(put)) count += 1;
  }
  return count;
}

/** Removes what was put aside: it may hold a plan that is deleted, or encrypted from now on. */
export async function dropSetAside(profile: string): Promise<void> {
  for (const folder of await findDatabases(profile)) {
    if (folder.endsWith(asideEnd)) await isDone(() => rm(folder, { recursive: true, force: true }));
  }
}
