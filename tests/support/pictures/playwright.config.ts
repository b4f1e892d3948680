import { defineConfig } from '@playwright/test';
import type { ShellOptions } from '#support/launch-app.ts';

/** Makes the pictures of the documentation; not part of the tests. */
export default defineConfig<ShellOptions>({
  testDir: '.',
  testMatch: 'take-pictures.ts',
  outputDir: '../../../test-results/pictures',
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  projects: [{ name: 'browser', use: { shell: 'browser' } }],
});
