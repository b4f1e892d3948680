import { join } from 'node:path';
import type { Disk } from './disk.ts';
import { isDone } from './vault-problem.ts';

/** Where to write, what, and under which name the file that is there now is kept (null: it is replaced). */
export interface AtomicWrite {
  readonly folder: string;
  readonly name: string;
  readonly keepAs: string | null;
  readonly bytes: Uint8Array;
  /** A word that no other write uses. */
  readonly token: string;
}

/**
 * Replaces a file so that at every moment, power cuts included, the old or the new content is there whole: a new file in the same
 * folder, flushed; the old one renamed; the new one renamed; the folder flushed. When it fails no temporary file stays.
 */
export async function writeAtomic(disk: Disk, write: AtomicWrite): Promise<void> {
  const temporary = join(write.folder, `${write.name}.${write.token}.tmp`);
  const target = join(write.folder, write.name);
  try {
    const file = await disk.create(temporary);
    try {
      await file.write(write.bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    if (write.keepAs !== null) await disk.rename(target, join(write.folder, write.keepAs));
    await disk.rename(temporary, target);
  } catch (error) {
    await isDone(() => disk.remove(temporary));
    throw error;
  }
  await disk.syncFolder(write.folder);
}
