import { execFileSync } from 'node:child_process';
import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

async function findFolders(profile: string, end: string): Promise<readonly string[]> {
  const entries = await readdir(profile, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() && entry.name.endsWith(end))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** The folders of the databases that a browser profile holds. */
export function findDatabases(profile: string): Promise<readonly string[]> {
  return findFolders(profile, '.indexeddb.leveldb');
}

/** The folders of databases that were put aside, because they are damaged. */
export function findAside(profile: string): Promise<readonly string[]> {
  return findFolders(profile, '.indexeddb.leveldb.damaged');
}

async function find(folder: string, pattern: RegExp): Promise<string | null> {
  const name = (await readdir(folder))
    .filter((each) => pattern.test(each))
    .sort((a, b) => (a < b ? 1 : -1))[0];
  return name === undefined ? null : join(folder, name);
}

async function flip(path: string | null): Promise<void> {
  if (path === null) return;
  const bytes = await readFile(path);
  const from = Math.floor(bytes.length / 3);
  for (let index = from; index < Math.min(from + 64, bytes.length); index += 1)
    bytes[index] = (bytes[index] ?? 0) ^ 0xff;
  await writeFile(path, bytes);
}

/** The seven ways in which the files of a database are damaged, each given the folder of the database. */
export const databaseDamages: Readonly<Record<string, (folder: string) => Promise<void>>> = {
  'CURRENT is gone': (folder) => rm(join(folder, 'CURRENT'), { force: true }),
  'CURRENT is empty': (folder) => writeFile(join(folder, 'CURRENT'), ''),
  'the manifest is garbage': async (folder) => {
    const path = await find(folder, /^MANIFEST/u);
    if (path !== null) await writeFile(path, 'garbage');
  },
  'the log has flipped bytes': async (folder) => flip(await find(folder, /\.log$/u)),
  'a table has flipped bytes': async (folder) =>
    flip((await find(folder, /\.ldb$/u)) ?? (await find(folder, /\.log$/u))),
  'the log is cut': async (folder) => {
    const path = await find(folder, /\.log$/u);
    if (path !== null) await truncate(path, Math.floor((await readFile(path)).length / 2));
  },
  'the tables are gone': async (folder) => {
    for (const name of await readdir(folder)) if (/\.(?:ldb|log)$/u.test(name)) await rm(join(folder, name));
  },
};

/** All files below a folder that hold a text, in any of the ways in which a browser writes it. */
export async function findText(folder: string, text: string): Promise<readonly string[]> {
  const forms = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const found: string[] = [];
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path).catch(() => Buffer.alloc(0));
    if (forms.some((form) => bytes.includes(form))) found.push(path);
  }
  return found;
}

/** A disk of its own of so many megabytes at a folder, or null where the system lets nobody make one. */
export function mountSmallDisk(folder: string, megabytes: number): (() => void) | null {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0700`, 'rehome-test', folder], {
      stdio: 'ignore',
    });
    return () => execFileSync('umount', ['-l', folder], { stdio: 'ignore' });
  } catch {
    return null;
  }
}
