// `npm start`: Electron where there is a screen and its program, else browser mode, and one line that says which and why.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt, projectFolder } from './ensure-built.mjs';
import { findElectron, hasScreen } from './find-electron.mjs';
import { getElectron } from './get-electron.mjs';

const help = `Usage: npm start -- [--browser | --electron] [--port N] [PLAN.rehome.json]

Opens Rehome: in its own window where there is a screen, else in the browser.
  --browser    in the browser in any case
  --electron   in its own window in any case
  --port N     the port of browser mode (default 47115)`;

/** @param {string} sentence */
const say = (sentence) => process.stderr.write(`${sentence}\n`);

/**
 * Runs a program until it ends; what stops this process stops it too.
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {Promise<number>}
 */
function run(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit' });
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      process.on(signal, () => child.kill(signal));
    }
    child.on('error', (error) => {
      say(error.message);
      resolve(1);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/**
 * Chooses how to open: the Electron program, or null for browser mode, and says why.
 * @param {{ browser: boolean, electron: boolean }} wanted
 * @returns {Promise<string | null>}
 */
async function choose(wanted) {
  if (wanted.browser) {
    say('Opening in the browser, as asked for with --browser.');
    return null;
  }
  if (!wanted.electron && !hasScreen()) {
    say('Opening in the browser: there is no screen here for a window of its own.');
    return null;
  }
  const present = findElectron();
  if (present !== null) {
    say('Opening in a window of its own, with Electron.');
    return present;
  }
  say('Getting Electron 45 (about 110 MB, once). Stop with Ctrl+C.');
  const problem = await getElectron(say);
  const fetched = problem === null ? findElectron() : null;
  if (fetched !== null) say('Opening in a window of its own, with Electron.');
  else
    say(
      `Opening in the browser: Electron can't be had now (${problem ?? 'it is not complete'}). The next start tries again.`,
    );
  return fetched;
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      browser: { type: 'boolean', default: false },
      electron: { type: 'boolean', default: false },
      port: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${help}\n`);
    return 0;
  }
  if (values.browser && values.electron) throw new TypeError('--browser and --electron exclude each other.');
  const program = await choose(values);
  if (program === null && values.electron) return 2;
  await ensureBuilt('app', say);
  if (program !== null) {
    // A superuser has no sandbox to give; Electron wants that said.
    const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    return run(program, [...root, projectFolder, ...positionals]);
  }
  const port = values.port === undefined ? [] : ['--port', values.port];
  return run(process.execPath, [join(projectFolder, 'out', 'main', 'web.js'), '--open', ...port]);
}

try {
  process.exitCode = await main();
} catch (error) {
  say(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
  process.exitCode = 2;
}
