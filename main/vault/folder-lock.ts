import { mkdirSync, openSync, closeSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Who has the data folder open: said to the person who starts Rehome a second time. */
export interface LockHolder {
  readonly pid: number;
  /** When the process started, in the system's own words; tells a process from a later one with the same number. */
  readonly started: string;
  readonly mode: 'desktop' | 'browser';
  readonly address: string | null;
}

/** The lock is ours until released, or somebody else has it. */
export type LockOutcome =
  | { readonly kind: 'ours'; readonly release: () => void }
  | { readonly kind: 'taken'; readonly by: LockHolder };

const holderSchema = z.object({
  pid: z.number().int().positive(),
  started: z.string(),
  mode: z.enum(['desktop', 'browser']),
  address: z.string().nullable(),
});

/** The start time out of /proc where there is one; elsewhere the number of the process has to do. */
function readStart(pid: number): string {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return status.slice(status.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function isAlive(holder: LockHolder): boolean {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    // EPERM: it is there, but belongs to somebody else.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  return readStart(holder.pid) === holder.started;
}

function readHolder(path: string): LockHolder | null {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}

/**
 * Takes the data folder for this process, so that the shell and browser mode never write to one vault at the same time. A lock that a
 * killed process left behind is no obstacle.
 */
export function lockFolder(folder: string, mode: LockHolder['mode'], address: string | null): LockOutcome {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'rehome.lock');
  for (let attempt = 1; ; attempt += 1) {
    try {
      const file = openSync(path, 'wx', 0o600);
      const holder: LockHolder = { pid: process.pid, started: readStart(process.pid), mode, address };
      try {
        writeSync(file, JSON.stringify(holder));
      } catch (error) {
        // A lock without a holder would be in everybody's way.
        rmSync(path, { force: true });
        throw error;
      } finally {
        closeSync(file);
      }
      return { kind: 'ours', release: () => rmSync(path, { force: true }) };
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      const by = readHolder(path);
      if (by !== null && by.pid !== process.pid && isAlive(by)) return { kind: 'taken', by };
      // An unreadable lock may be one that is being written this moment.
      if (by === null && attempt === 1) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
      else rmSync(path, { force: true });
      if (attempt === 4) throw error;
    }
  }
}
