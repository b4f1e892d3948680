import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findMissingElectron } from '#support/run/find-missing-electron.mjs';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rehome-electron-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const screen = { DISPLAY: ':0' };

test('without the program of Electron it is said how to get it, and what runs without it', () => {
  const words = findMissingElectron({ folder, env: screen, platform: 'linux' });
  expect(words).toContain('nothing was tested');
  expect(words).toContain('npm start -- --electron');
  expect(words).toContain('npm run e2e');
});

test('with it but without a screen too', async () => {
  await mkdir(join(folder, 'dist'));
  await writeFile(join(folder, 'path.txt'), 'electron');
  expect(findMissingElectron({ folder, env: screen, platform: 'linux' })).toContain('not on this machine');
  await writeFile(join(folder, 'dist', 'electron'), '');
  expect(findMissingElectron({ folder, env: {}, platform: 'linux' })).toContain('xvfb-run');
  expect(findMissingElectron({ folder, env: screen, platform: 'linux' })).toBeNull();
  expect(findMissingElectron({ folder, env: {}, platform: 'win32' })).toBeNull();
});

test('the command itself fails with these words before anything is built', () => {
  const env = { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: folder };
  const run = spawnSync(process.execPath, ['tests/support/run/e2e.mjs', '--real'], { env, encoding: 'utf8' });
  expect(run.status).toBe(2);
  expect(run.stderr).toContain('nothing was tested');
  expect(run.stdout).toBe('');
});
