import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { get } from 'node:https';
import { dirname, join } from 'node:path';

const origin = 'https://github.com';

/**
 * Whether the place that Electron comes from answers at all within ten seconds: its own installer would wait much longer.
 * @returns {Promise<string | null>}
 */
function findObstacle() {
  // A mirror or a proxy of the person's own is theirs to know; the installer is left to it.
  const names = ['ELECTRON_MIRROR', 'npm_config_electron_mirror', 'HTTPS_PROXY', 'https_proxy'];
  if (names.some((name) => process.env[name])) return Promise.resolve(null);
  return new Promise((resolve) => {
    const request = get(origin, { method: 'HEAD', timeout: 10_000 }, (response) => {
      response.resume();
      resolve(null);
    });
    request.on('timeout', () => request.destroy(new Error('no answer within 10 seconds')));
    request.on('error', (error) => resolve(`${new URL(origin).host} can't be reached: ${error.message}`));
  });
}

/**
 * Fetches the Electron program with its own installer, which shows its progress, checks the sum that came with the package, and
 * unpacks only what is whole. Answers null, or why it did not work.
 * @param {(sentence: string) => void} say
 * @returns {Promise<string | null>}
 */
export async function getElectron(say) {
  const obstacle = await findObstacle();
  if (obstacle !== null) return obstacle;
  const installer = join(
    dirname(createRequire(import.meta.url).resolve('electron/package.json')),
    'install.js',
  );
  return new Promise((resolve) => {
    // On a terminal the installer draws its own progress; elsewhere its complaint is kept for the one line that says why.
    const onTerminal = process.stderr.isTTY;
    const child = spawn(process.execPath, [installer], {
      stdio: ['inherit', 'inherit', onTerminal ? 'inherit' : 'pipe'],
    });
    let complaint = '';
    child.stderr?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      complaint += text;
    });
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code) => {
      if (code === 0) {
        say('Electron is here.');
        resolve(null);
      } else resolve(complaint.trim().split('\n')[0]?.slice(0, 200) || `its installer ended with ${code}`);
    });
  });
}
