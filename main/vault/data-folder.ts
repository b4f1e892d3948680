import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** What decides where the data is: the system, its variables and the home of the person. */
export interface Surroundings {
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/**
 * The folder of all that Rehome keeps: `REHOME_DATA` where that is set, else the place that the system has for such things. The
 * shell and browser mode share it, so that a plan made in one is there in the other.
 */
export function toDataFolder({ platform, env, home }: Surroundings): string {
  const chosen = env['REHOME_DATA'];
  if (chosen !== undefined && chosen !== '') return resolve(chosen);
  if (platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Rehome');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Rehome');
  const data = env['XDG_DATA_HOME'];
  // The standard says that a relative path there has to be ignored.
  const base = data !== undefined && data.startsWith('/') ? data : join(home, '.local', 'share');
  return join(base, 'rehome');
}

/** The data folder on this machine. */
export function findDataFolder(): string {
  return toDataFolder({ platform: process.platform, env: process.env, home: homedir() });
}
