import { rmSync } from 'node:fs';
import process from 'node:process';

const pending = new Set<string>();
const signals = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
const endings = Object.entries(signals).map(([signal, code]) => ({
  signal,
  end: (): void => {
    for (const path of pending) rmSync(path, { force: true });
    process.exit(code);
  },
}));

/** A file that must not be left behind when the person cancels the run: it is removed, and the run ends as it would have. */
export function guardTemporary(path: string): void {
  if (pending.size === 0) for (const { signal, end } of endings) process.on(signal, end);
  pending.add(path);
}

/** The file has got its name, or is gone. */
export function releaseTemporary(path: string): void {
  if (!pending.delete(path) || pending.size > 0) return;
  for (const { signal, end } of endings) process.off(signal, end);
}
