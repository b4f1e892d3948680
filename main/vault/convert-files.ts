import { join } from 'node:path';
import type { Disk } from './disk.ts';
import { isLocked, lockLines, markerBytes, unlockLines, type OpenKey } from './locked-disk.ts';
import { writeAtomic } from './write-atomic.ts';

/** How the files of one folder are brought to what the key says, each as a whole. */
export interface Conversion {
  /** The disk itself, not the one that encrypts. */
  readonly disk: Disk;
  readonly open: OpenKey;
  readonly label: string;
  readonly makeToken: () => string;
}

/**
 * Encrypts a file, or makes it plain again, where it is not so already. What can't be read is taken over as it is: a damaged file is as
 * damaged afterwards, and its other lines are as good.
 */
export async function convertFile(
  { disk, open, label, makeToken }: Conversion,
  folder: string,
  name: string,
): Promise<void> {
  const path = join(folder, name);
  if (isLocked(await disk.readStart(path, markerBytes)) === open.isWriting) return;
  const bytes = await disk.read(path);
  if (bytes === null) return;
  const content = unlockLines({ ...open, acceptsPlain: true }, label, bytes, 'as-it-is');
  const converted = open.isWriting ? lockLines(open.key, label, content) : content;
  await writeAtomic(disk, { folder, name, keepAs: null, bytes: converted, token: makeToken() });
}

/** The same for every file of a folder and of the folders in it. */
export async function convertFolder(
  conversion: Conversion,
  folder: string,
  inside: readonly string[],
): Promise<void> {
  for (const name of await conversion.disk.list(folder)) {
    if (!name.endsWith('.tmp') && !inside.includes(name)) await convertFile(conversion, folder, name);
  }
  for (const name of inside) await convertFolder(conversion, join(folder, name), []);
}
