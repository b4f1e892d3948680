// `npm run bench`: installs the peers on first use, builds the product where it is older than its sources, bundles the bench
// with the product's own sources, and runs it. Words behind `--` go to the bench.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { ensureBuilt, projectFolder } from '../../main/launch/ensure-built.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const words = process.argv.slice(2).filter((word) => word !== '--');

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {Promise<number>}
 */
function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', process.stderr, 'inherit'], cwd: projectFolder });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** The peers are there when npm's own note of what it installed is not older than the lockfile. */
function hasPeers() {
  const note = join(here, 'node_modules', '.package-lock.json');
  return existsSync(note) && statSync(note).mtimeMs >= statSync(join(here, 'package-lock.json')).mtimeMs;
}

if (!hasPeers()) {
  console.error('Installing the programs to compare with (once) ...');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const code = await run(npm, ['ci', '--prefix', here, '--ignore-scripts', '--no-audit', '--no-fund']);
  if (code !== 0) process.exit(code);
}

const aliases = Object.entries(
  JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')).imports,
).map(([name, target]) => ({
  find: new RegExp(`^${name.slice(0, -1)}`, 'u'),
  replacement: join(projectFolder, String(target).slice(2, -1)) + '/',
}));

const peers = Object.keys(JSON.parse(readFileSync(join(here, 'package.json'), 'utf8')).dependencies);

// The nearest package.json of a file of the bench is the one of the peers, so `#core` and its like are resolved here.
await build({
  configFile: false,
  root: projectFolder,
  logLevel: 'error',
  publicDir: false,
  resolve: { alias: aliases },
  // The peers and the browser driver stay outside; everything of the product goes in, in the version that the product pins.
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir: join(here, 'out', 'node'),
    emptyOutDir: true,
    minify: false,
    sourcemap: true,
    rollupOptions: {
      input: join(here, 'main.ts'),
      external: [/^node:/u, /^@playwright/u, ...peers.map((name) => new RegExp(`^${name}(/|$)`, 'u'))],
      output: { format: 'es', entryFileNames: 'bench.js', chunkFileNames: '[name].js' },
    },
  },
});
// The pages of the peers, each whole, as somebody would ship it.
await build({
  configFile: false,
  root: join(here, 'pages'),
  logLevel: 'error',
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: join(here, 'out', 'pages'),
    emptyOutDir: true,
    target: 'esnext',
    chunkSizeWarningLimit: 5000,
    rollupOptions: {
      input: ['react-flow', 'cytoscape', 'vis-network', 'empty', 'hello', 'static'].map((name) =>
        join(here, 'pages', `${name}.html`),
      ),
    },
  },
});
await ensureBuilt('app', (sentence) => console.error(sentence));

const child = spawn(
  process.execPath,
  [
    '--expose-gc',
    '--max-old-space-size=6144',
    '--enable-source-maps',
    join(here, 'out', 'node', 'bench.js'),
    ...words,
  ],
  { stdio: 'inherit', cwd: projectFolder, env: process.env },
);
child.on('close', (code) => {
  process.exitCode = code ?? 1;
});
