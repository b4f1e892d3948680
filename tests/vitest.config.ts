import { defineConfig } from 'vitest/config';

// The long series take minutes where the short ones take seconds.
const isLong = process.env['REHOME_COUNTS'] === 'long';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['tests/{unit,properties,golden,documents,main,ui,corpus}/**/*.test.{ts,tsx}'],
    environment: 'node',
    setupFiles: ['tests/support/seed-of-runs.ts'],
    testTimeout: isLong ? 1_200_000 : 30_000,
    passWithNoTests: false,
    pool: 'threads',
  },
});
