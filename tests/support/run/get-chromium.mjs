// The Chromium that the end-to-end tests drive: the one that is named, the system's own, or one that is fetched.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';

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

/**
 * A Chromium to test with; where there is none it is fetched: from Debian's packages as the superuser, else by Playwright.
 * @returns {string}
 */
export function findOrGetChromium() {
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
