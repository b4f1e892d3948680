import { chmod, mkdir, open, readdir, readFile, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { Disk, DiskFile } from './disk.ts';
import { toErrorCode } from './vault-problem.ts';

async function unlessMissing<T>(work: Promise<T>, missing: T): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(toErrorCode(error))) return missing;
    throw error;
  }
}

function toDiskFile(handle: FileHandle): DiskFile {
  return {
    write: async (bytes) => {
      let done = 0;
      while (done < bytes.length) done += (await handle.write(bytes, done)).bytesWritten;
    },
    sync: () => handle.sync(),
    close: () => handle.close(),
  };
}

/** Windows refuses to rename while a virus scanner looks at the file; it lets go within moments. */
async function renamePatiently(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await rename(from, to);
    } catch (error) {
      const busy = ['EPERM', 'EACCES', 'EBUSY'].includes(toErrorCode(error));
      if (process.platform !== 'win32' || !busy || attempt === 10) throw error;
      await wait(attempt * 20);
    }
  }
}

async function syncFolder(path: string): Promise<void> {
  // Windows has no such thing: there the file system's own journal does it.
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } catch (error) {
    // Network shares answer EINVAL: they can't, and nothing better is to be had there.
    if (toErrorCode(error) !== 'EINVAL') throw error;
  } finally {
    await folder.close();
  }
}

async function readStart(path: string, bytes: number): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** The real file system. */
export const nodeDisk: Disk = {
  makeFolder: async (path) => {
    const made = await mkdir(path, { recursive: true, mode: 0o700 });
    if (made !== undefined) await chmod(path, 0o700);
  },
  list: (path) => unlessMissing(readdir(path), []),
  read: (path) => unlessMissing<Uint8Array | null>(readFile(path), null),
  readStart: (path, bytes) => unlessMissing<Uint8Array | null>(readStart(path, bytes), null),
  changedAt: async (path) => (await unlessMissing(stat(path), null))?.mtimeMs ?? null,
  create: async (path) => toDiskFile(await open(path, 'wx', 0o600)),
  append: async (path) => toDiskFile(await open(path, 'a', 0o600)),
  rename: (from, to) =>
    unlessMissing(
      renamePatiently(from, to).then(() => true),
      false,
    ),
  remove: (path) => rm(path, { recursive: true, force: true }),
  syncFolder,
};
