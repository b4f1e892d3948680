import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { resolve } from 'node:path';
import { collectLicences } from './main/launch/collect-licences.mjs';

// `main/cli/index.ts` and the browser host share their chunks with the shell: one engine, three ways in.
export default defineConfig({
  main: {
    plugins: [collectLicences({ lists: false })],
    build: {
      outDir: 'out/main',
      rollupOptions: {
        input: {
          index: resolve('main/electron/index.ts'),
          web: resolve('main/web/index.ts'),
          cli: resolve('main/cli/index.ts'),
        },
        external: [/^electron(\/.*)?$/u, /^node:/u],
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: 'parts/[name]-[hash].js',
        },
      },
      externalizeDeps: false,
    },
  },
  preload: {
    plugins: [collectLicences({ lists: false })],
    build: {
      outDir: 'out/preload',
      rollupOptions: {
        input: { preload: resolve('main/electron/preload.ts') },
        // A sandboxed preload script has to be one CommonJS file.
        output: { format: 'cjs', entryFileNames: 'preload.cjs' },
      },
      externalizeDeps: false,
    },
  },
  renderer: {
    root: 'renderer',
    // The page is built last, and its workers apart: the list has all of them.
    plugins: [react(), collectLicences({ lists: true })],
    build: {
      outDir: 'out/renderer',
      minify: true,
      // Nothing may sit inside the page as data: the policy allows files of our own only.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: { input: resolve('renderer/index.html') },
    },
    worker: { format: 'es', plugins: () => [collectLicences({ lists: false })] },
  },
});
