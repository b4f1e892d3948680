import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** How large the log may get before it begins anew; the one before is kept. */
const logBytes = 256 * 1024;

/**
 * The line of a fault in the log: its kind and where in the program it was, never its message, which may hold a path or a name out of a
 * plan.
 */
export function toLogLine(error: unknown, at: string): string {
  const name = error instanceof Error ? error.name : typeof error;
  const frames = error instanceof Error ? (error.stack ?? '').split('\n') : [];
  const places = frames.flatMap((line) => /([\w.-]+\.c?js:\d+:\d+)\)?$/u.exec(line)?.[1] ?? []);
  return `${at} ${name} ${places.slice(0, 8).join(' < ')}\n`;
}

/** Writes a line to the log of a data folder; that it fails is no reason for another fault. */
export function writeLog(folder: string, line: string): void {
  try {
    const path = join(folder, 'rehome.log');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    if (size > logBytes) renameSync(path, `${path}.old`);
    appendFileSync(path, line, { mode: 0o600 });
  } catch {
    // See above.
  }
}
