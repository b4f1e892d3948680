import { mkdir, statfs } from 'node:fs/promises';
import { toErrorCode } from './vault-problem.ts';

const neededBytes = 50 * 1024 * 1024;

/**
 * Whether the disk under a folder has room to work. Asked before the browser opens its own profile: on a full disk that would be
 * emptied, so Rehome does not start then.
 */
export async function hasRoom(folder: string): Promise<boolean> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    if (['ENOSPC', 'EDQUOT'].includes(toErrorCode(error))) return false;
    throw error;
  }
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize >= neededBytes;
  } catch {
    // Some network shares don't say; then the writes themselves will.
    return true;
  }
}
