// Builds what is missing or older than its sources, once, whoever asks first. `rehome` and `npm start` share it.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds `package.json`. */
export const projectFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * What can be built. `cli` is the command line alone, one file, in a second; `app` is the shell, the browser host and the
 * window.
 * @typedef {'cli' | 'app'} Target
 */

/** Pages of the documentation that the window shows as its help. */
const helpPages = ['guide', 'checks', 'command-line', 'plan-file', 'plans-in-git', 'reliability'];

/** @type {Readonly<Record<Target, { entry: string, sources: readonly string[] }>>} */
const targets = {
  cli: {
    entry: 'out/cli/cli.js',
    sources: ['src', 'main/cli', 'main/launch', 'assets', 'package.json', 'package-lock.json'],
  },
  app: {
    entry: 'out/main/cli.js',
    // The pages of the documentation are the help of the window; their pictures are not.
    sources: [
      'src',
      'main',
      'renderer',
      'assets',
      ...helpPages.map((page) => `docs/${page}.md`),
      'package.json',
      'package-lock.json',
      'electron.config.ts',
    ],
  },
};

/**
 * Every file below a path with its size and time, so that a file that went is noticed too.
 * @param {string} path
 * @param {string[]} facts
 */
function collect(path, facts) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return;
  if (!found.isDirectory()) {
    facts.push(`${path}\0${found.size}\0${found.mtimeMs}`);
    return;
  }
  for (const name of readdirSync(path).sort()) collect(join(path, name), facts);
}

/**
 * What the sources of a target look like now.
 * @param {Target} target
 * @returns {string}
 */
export function toFingerprint(target) {
  /** @type {string[]} */
  const facts = [process.versions.node.split('.')[0] ?? ''];
  for (const source of targets[target].sources) collect(join(projectFolder, source), facts);
  return createHash('sha256').update(facts.join('\n')).digest('hex');
}

/** @param {Target} target */
const stampOf = (target) => join(projectFolder, 'out', `.built-${target}`);

/** @param {string} path */
function readOr(path, fallback = '') {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return fallback;
  }
}

/**
 * Whether the last build is of the sources as they are now.
 * @param {Target} target
 * @returns {boolean}
 */
export function isFresh(target) {
  const entry = statSync(join(projectFolder, targets[target].entry), { throwIfNoEntry: false });
  return entry !== undefined && readOr(stampOf(target)) === toFingerprint(target);
}

/** @param {number} milliseconds */
const sleep = (milliseconds) =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Runs one builder at a time: a second one waits, and takes over when the first has died.
 * @param {() => Promise<void>} work
 */
async function alone(work) {
  mkdirSync(join(projectFolder, 'out'), { recursive: true });
  const lock = join(projectFolder, 'out', '.building');
  const owner = join(lock, 'pid');
  for (;;) {
    try {
      mkdirSync(lock);
      writeFileSync(owner, String(process.pid));
      break;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
      const pid = Number(readOr(owner, '0'));
      if (pid > 0 ? !isAlive(pid) : age > 10_000) rmSync(lock, { recursive: true, force: true });
      else await sleep(100);
    }
  }
  try {
    await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/**
 * Browser mode needs the window beside it: `rehome serve` comes from the build of the app, made when it is asked for.
 * @type {import('vite').Plugin}
 */
const browserModeOutside = {
  name: 'browser-mode-outside',
  enforce: 'pre',
  resolveId: (id) =>
    id === '#main/web/serve.ts' ? { id: '../../main/launch/serve-built.mjs', external: true } : null,
};

/** One file with everything in it, so that the command line starts fast; put in place by a rename. */
async function buildCli() {
  const { build } = await import('vite');
  const folder = join(projectFolder, 'out', `.cli-${process.pid}`);
  try {
    await build({
      configFile: false,
      root: projectFolder,
      logLevel: 'error',
      publicDir: false,
      ssr: { noExternal: true },
      plugins: [browserModeOutside],
      build: {
        ssr: true,
        outDir: folder,
        emptyOutDir: true,
        minify: true,
        rollupOptions: {
          input: join(projectFolder, 'main/cli/index.ts'),
          external: [/^node:/u],
          output: { format: 'es', entryFileNames: 'cli.js', codeSplitting: false },
        },
      },
    });
    mkdirSync(join(projectFolder, 'out', 'cli'), { recursive: true });
    renameSync(join(folder, 'cli.js'), join(projectFolder, targets.cli.entry));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns {Promise<void>} */
function buildApp() {
  const tool = join(projectFolder, 'node_modules/electron-vite/bin/electron-vite.js');
  const args = [tool, 'build', '--config', 'electron.config.ts', '--logLevel', 'warn'];
  return new Promise((resolve, reject) => {
    // Standard output belongs to the command that asked for the build; what the tool says matters only when it fails.
    const child = spawn(process.execPath, args, { cwd: projectFolder, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        said += text;
      });
    }
    child.on('error', reject);
    child.on('close', (code) => {
      const line = said.split('\n').find((each) => /^[\w ]*error: \S/iu.test(each));
      if (code === 0) resolve();
      else reject(new Error(line?.trim() ?? `electron-vite build ended with ${code}`));
    });
  });
}

/**
 * Makes sure that a target is built from the sources as they are, and answers its entry file. `say` is called with a sentence
 * when something has to be built.
 * @param {Target} target
 * @param {(sentence: string) => void} say
 * @returns {Promise<string>}
 */
export async function ensureBuilt(target, say) {
  const entry = join(projectFolder, targets[target].entry);
  if (isFresh(target)) return entry;
  await alone(async () => {
    if (isFresh(target)) return;
    say(target === 'cli' ? 'Building the command line (once) ...' : 'Building Rehome (once) ...');
    const fingerprint = toFingerprint(target);
    rmSync(stampOf(target), { force: true });
    await (target === 'cli' ? buildCli() : buildApp());
    writeFileSync(stampOf(target), fingerprint);
  });
  return entry;
}
