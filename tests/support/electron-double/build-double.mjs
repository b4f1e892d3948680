// Builds the stand-in into `out/electron-double`, which no package ever takes along.
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));

/** The folder that `ELECTRON_OVERRIDE_DIST_PATH` may name; the program in it is called `electron`. */
export const doubleFolder = join(here, '..', '..', '..', 'out', 'electron-double');

/** @returns {Promise<string>} the path of the program */
export async function buildDouble() {
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node20',
      outDir: doubleFolder,
      emptyOutDir: false,
      minify: false,
      rollupOptions: {
        input: join(here, 'boot.ts'),
        external: [/^node:/u],
        output: { format: 'es', entryFileNames: 'boot.mjs', codeSplitting: false },
      },
    },
  });
  mkdirSync(doubleFolder, { recursive: true });
  const program = join(doubleFolder, 'electron');
  writeFileSync(program, '#!/bin/sh\nexec node "$(dirname "$(readlink -f "$0")")/boot.mjs" "$@"\n');
  chmodSync(program, 0o755);
  return program;
}
