// Runs the end-to-end tests: the same specs against the built app in browser mode and in the Electron stand-in, and with
// `--real` in Electron itself. Words behind `--` go to Playwright.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { ensureBuilt } from '../../../main/launch/ensure-built.mjs';
import { buildDouble } from '../electron-double/build-double.mjs';

const places = [
  '/usr/lib/chromium/chromium',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const find = () =>
  [process.env['REHOME_CHROMIUM'] ?? '', ...places, chromium.executablePath()].find((place) =>
    existsSync(place),
  );

/** @param {string} command @param {readonly string[]} args */
const run = (command, args) => spawnSync(command, args, { stdio: 'inherit' }).status === 0;

/** A Chromium to test with; where there is none it is fetched: from Debian's packages as the superuser, else by Playwright. */
function getChromium() {
  const present = find();
  if (present !== undefined) return present;
  console.log('No Chromium on this machine: fetching one.');
  const isDebianRoot = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  const fromDebian =
    isDebianRoot &&
    run('apt-get', ['update', '-q']) &&
    run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium']);
  if (!fromDebian)
    run(process.execPath, [join('node_modules', '@playwright', 'test', 'cli.js'), 'install', 'chromium']);
  const fetched = find();
  if (fetched === undefined) throw new Error('No Chromium could be had. Install one and run again.');
  return fetched;
}

const words = process.argv.slice(2).filter((word) => word !== '--');
const real = words.includes('--real');
const env = { ...process.env, REHOME_CHROMIUM: getChromium(), REHOME_REAL_ELECTRON: real ? '1' : '' };
await ensureBuilt('app', (sentence) => console.log(sentence));
if (!real) await buildDouble();
const args = [
  join('node_modules', '@playwright', 'test', 'cli.js'),
  'test',
  '--config',
  'tests/playwright.config.ts',
];
const child = spawn(process.execPath, [...args, ...words.filter((word) => word !== '--real')], {
  stdio: 'inherit',
  env,
});
child.on('close', (code) => {
  process.exitCode = code ?? 1;
});
