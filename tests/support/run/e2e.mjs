// Runs the end-to-end tests: the same specs against the built app in browser mode and in the Electron stand-in, and with
// `--real` in Electron itself. Words behind `--` go to Playwright.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt } from '../../../main/launch/ensure-built.mjs';
import { buildDouble } from '../electron-double/build-double.mjs';
import { findOrGetChromium } from './get-chromium.mjs';
import { findMissingElectron } from './find-missing-electron.mjs';

const given = process.argv.slice(2).filter((word) => word !== '--');
const real = given.includes('--real');
// In Electron itself there is no browser mode to test.
const words = [...given.filter((word) => word !== '--real'), ...(real ? ['--project', 'double'] : [])];
const missing = real ? findMissingElectron() : null;
if (missing !== null) {
  console.error(missing);
  process.exit(2);
}
const env = { ...process.env, REHOME_CHROMIUM: findOrGetChromium(), REHOME_REAL_ELECTRON: real ? '1' : '' };
await ensureBuilt('app', (sentence) => console.log(sentence));
if (!real) await buildDouble();
const args = [
  join('node_modules', '@playwright', 'test', 'cli.js'),
  'test',
  '--config',
  'tests/playwright.config.ts',
];
const child = spawn(process.execPath, [...args, ...words], {
  stdio: 'inherit',
  env,
});
child.on('close', (code) => {
  process.exitCode = code ?? 1;
});
