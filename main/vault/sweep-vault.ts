import { join } from 'node:path';
import type { Disk } from './disk.ts';
import { versionFolder } from './version-store.ts';

const dayMs = 24 * 60 * 60 * 1000;

async function sweepFolder(disk: Disk, folder: string, now: number): Promise<void> {
  for (const name of await disk.list(folder)) {
    const path = join(folder, name);
    const changedAt = name.endsWith('.tmp') ? await disk.changedAt(path) : null;
    if (changedAt !== null && now - changedAt > dayMs) await disk.remove(path);
  }
}

/**
 * Removes what an earlier run left half done: temporary files older than a day (a younger one may be another program's, on a shared
 * disk), and plans whose deletion was cut off.
 */
export async function sweepVault(disk: Disk, root: string, now: number): Promise<void> {
  await sweepFolder(disk, root, now);
  for (const name of await disk.list(root)) {
    const folder = join(root, name);
    if (name.startsWith('.deleted-')) await disk.remove(folder);
    else {
      await sweepFolder(disk, folder, now);
      await sweepFolder(disk, join(folder, versionFolder), now);
    }
  }
}
