import { randomBytes } from 'node:crypto';
import { mkdir, open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { refuse, type Outcome } from '#main/cli/outcome.ts';
import { writeResult } from '#main/cli/streams.ts';
import { text } from '#main/cli/text.ts';
import { toErrorWords } from './error-words.ts';
import { standardStream } from './read-input.ts';
import { guardTemporary, releaseTemporary } from './temporary-files.ts';

/** A file to be written. */
export interface OutputFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** The file that a link points at: replacing the link itself would leave the old file behind. */
async function toTarget(path: string): Promise<string> {
  return realpath(path).catch(() => resolve(path));
}

async function writeNew(path: string, mode: number, content: string | Uint8Array): Promise<void> {
  const file = await open(path, 'wx', mode);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function writeTemporary(target: string, content: string | Uint8Array): Promise<string> {
  const temporary = join(dirname(target), `.rehome-${randomBytes(6).toString('hex')}.tmp`);
  const mode = await stat(target).then(
    (facts) => facts.mode & 0o777,
    () => 0o666,
  );
  guardTemporary(temporary);
  try {
    await writeNew(temporary, mode, content);
  } catch (error) {
    await rm(temporary, { force: true });
    releaseTemporary(temporary);
    throw error;
  }
  return temporary;
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  if (handle === null) return;
  // Some systems cannot sync a folder; the rename itself is done by then.
  await handle.sync().catch(() => undefined);
  await handle.close();
}

/**
 * Writes files so that each is either the old or the new one, whatever happens: everything goes to temporary files
 * beside their targets first, is synced, and only when all of that went well are they renamed into place.
 */
export async function writeFiles(files: readonly OutputFile[]): Promise<Outcome<null>> {
  const staged: { temporary: string; target: string }[] = [];
  let path = '';
  try {
    for (const file of files) {
      path = file.path;
      const facts = await stat(path).catch(() => null);
      if (facts?.isDirectory() === true) {
        await discard(staged);
        return refuse(text.files.isFolder(path));
      }
      // A device or a pipe (`/dev/null`) is written to, never replaced.
      if (facts !== null && !facts.isFile()) {
        await writeFile(path, file.content);
        continue;
      }
      const target = await toTarget(path);
      staged.push({ temporary: await writeTemporary(target, file.content), target });
    }
    while (staged.length > 0) {
      const [next] = staged;
      if (next === undefined) break;
      path = next.target;
      await rename(next.temporary, next.target);
      releaseTemporary(next.temporary);
      staged.shift();
      await syncFolder(dirname(next.target));
    }
    return { ok: true, value: null };
  } catch (error) {
    await discard(staged);
    return refuse(text.files.cannotWrite(path, toErrorWords(error)));
  }
}

async function discard(staged: readonly { readonly temporary: string }[]): Promise<void> {
  for (const { temporary } of staged) {
    await rm(temporary, { force: true }).catch(() => undefined);
    releaseTemporary(temporary);
  }
}

/** Writes one result: to a file, or to standard output for `-`. */
export async function writeOutput(path: string, content: string | Uint8Array): Promise<Outcome<null>> {
  if (path !== standardStream) return writeFiles([{ path, content }]);
  await writeResult(content);
  return { ok: true, value: null };
}

/** Writes several results into a folder, which is made where it is missing. Paths inside are relative. */
export async function writeFolder(folder: string, files: readonly OutputFile[]): Promise<Outcome<null>> {
  const facts = await stat(folder).catch(() => null);
  if (facts !== null && !facts.isDirectory()) return refuse(text.files.isFile(folder));
  try {
    await mkdir(folder, { recursive: true });
    for (const file of files) await mkdir(dirname(join(folder, file.path)), { recursive: true });
  } catch (error) {
    return refuse(text.files.cannotWrite(folder, toErrorWords(error)));
  }
  return writeFiles(files.map((file) => ({ path: join(folder, file.path), content: file.content })));
}
