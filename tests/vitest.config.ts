import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['tests/{unit,properties,golden,documents,main,ui,corpus}/**/*.test.{ts,tsx}'],
    environment: 'node',
    testTimeout: 30_000,
    passWithNoTests: false,
    pool: 'threads',
  },
});
