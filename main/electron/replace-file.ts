import { randomBytes } from 'node:crypto';
import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { nodeDisk } from '#main/vault/node-disk.ts';

/**
 * Writes a file of the person's own, outside of the vault: whole or not at all. A link stays a link (what it points at is
 * written), and the rights of a file that is there stay as they are.
 */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const rights = await stat(target).then(
    (facts) => facts.mode & 0o777,
    () => null,
  );
  const folder = dirname(target);
  const temporary = join(folder, `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const file = await open(temporary, 'wx', rights ?? 0o666);
    try {
      await file.writeFile(bytes);
      if (rights !== null) await file.chmod(rights);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await nodeDisk.syncFolder(folder);
}
