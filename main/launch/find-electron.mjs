import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * The Electron program that is on this machine already, or null. `folder` is where the package lies.
 * @param {{ readonly env?: Readonly<Record<string, string | undefined>>, readonly folder?: string }} [where]
 * @returns {string | null}
 */
export function findElectron({ env = process.env, folder } = {}) {
  const home = folder ?? dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  const override = env['ELECTRON_OVERRIDE_DIST_PATH'];
  try {
    const program = override
      ? join(override, 'electron')
      : join(home, 'dist', readFileSync(join(home, 'path.txt'), 'utf8').trim());
    return existsSync(program) ? program : null;
  } catch {
    return null;
  }
}

/**
 * Whether there is a screen for a window.
 * @param {{ readonly platform?: string, readonly env?: Readonly<Record<string, string | undefined>> }} [where]
 * @returns {boolean}
 */
export function hasScreen({ platform = process.platform, env = process.env } = {}) {
  if (platform === 'darwin' || platform === 'win32') return true;
  return (env['DISPLAY'] ?? '') !== '' || (env['WAYLAND_DISPLAY'] ?? '') !== '';
}
