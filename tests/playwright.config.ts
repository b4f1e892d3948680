import { defineConfig } from '@playwright/test';
import type { ShellOptions } from './support/launch-app.ts';

export default defineConfig<ShellOptions>({
  testDir: 'e2e',
  outputDir: '../test-results',
  // A test that only passes at the second attempt has found something. Where nobody watches (two cores, shared) one more attempt is
  // made so that a slow machine stops nobody; the end of the run names each that needed it.
  retries: process.env['CI'] !== undefined && (process.env['REHOME_TEETH'] ?? '') === '' ? 1 : 0,
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 60_000,
  // A sabotaged build is expected to fail: no need to wait long for it.
  expect: { timeout: process.env['REHOME_TEETH'] === 'short' ? 5000 : 10_000 },
  use: { actionTimeout: 10_000 },
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] === undefined ? [['list']] : [['list'], ['json']],
  projects: [
    { name: 'browser', use: { shell: 'browser' } },
    // What strangers do with exported files has nothing to do with a shell: once is enough.
    { name: 'double', use: { shell: 'double' }, testIgnore: '**/exports-opened.spec.ts' },
  ],
});
