// Do the checks bite? Sabotages a copy of the build, one protection at a time, and expects the checks of it to fail. The unchanged copy
// has to pass them first, else the failures would prove nothing. `--some` takes every fifth sabotage; words, those that have them.
import { spawn } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ensureBuilt } from '../../../main/launch/ensure-built.mjs';
import { buildDouble } from '../electron-double/build-double.mjs';
import { findOrGetChromium } from './get-chromium.mjs';
import { sabotages } from './sabotages.mjs';

/** What is said when an assertion failed, the stand-in refused, or the window never came; not when a file could not be loaded. */
const bite = /expect\(|electron-double|electron\.launch|firstWindow|waitForURL/u;

/** @param {string} folder */
function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.c?js$/u.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

/**
 * Makes the edits of a sabotage, each at the first place that fits; an edit that fits nowhere is a fault of its own.
 * @param {string} app
 * @param {import('./sabotages.mjs').Sabotage} sabotage
 */
function sabotageBuild(app, { part, edits, name }) {
  // The command line and browser mode lie in the same folder; the shell does not load them.
  const paths = filesBelow(join(app, 'out', part)).filter((path) => !/(?:cli|web)\.js$/u.test(path));
  for (const [find, put] of edits) {
    const path = paths.find((each) => find.test(readFileSync(each, 'utf8')));
    if (path === undefined) throw new Error(`There is nothing in the build to sabotage for: ${name}`);
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace(find, () => put),
    );
  }
}

/**
 * A copy of the built app that the stand-in can be started with.
 * @param {string} from
 */
function copyApp(from) {
  const app = mkdtempSync(join(tmpdir(), 'rehome-teeth-'));
  cpSync(join(from, 'package.json'), join(app, 'package.json'));
  mkdirSync(join(app, 'out'));
  for (const part of ['main', 'preload', 'renderer'])
    cpSync(join(from, 'out', part), join(app, 'out', part), { recursive: true });
  symlinkSync(resolve('node_modules'), join(app, 'node_modules'));
  return app;
}

/**
 * Runs the spec on an app; answers whether it passed, and what it said.
 * @param {string} app
 * @param {string} chromium
 * @param {import('./sabotages.mjs').Checks} checks
 * @returns {Promise<{ passed: boolean, said: string }>}
 */
function runSpec(app, chromium, { file, only, patience }) {
  const cli = join('node_modules', '@playwright', 'test', 'cli.js');
  const words = [
    'test',
    '--config',
    'tests/playwright.config.ts',
    '--project',
    'double',
    '--reporter',
    'line',
  ];
  const output = mkdtempSync(join(tmpdir(), 'rehome-teeth-results-'));
  return new Promise((done) => {
    const child = spawn(process.execPath, [cli, ...words, '--output', output, file, '-g', only], {
      env: {
        ...process.env,
        REHOME_CHROMIUM: chromium,
        REHOME_APP_FOLDER: app,
        REHOME_TEETH: patience,
        REHOME_FIGURES: '',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (said += text));
    child.on('close', (code) => {
      rmSync(output, { recursive: true, force: true });
      done({ passed: code === 0, said });
    });
  });
}

/**
 * The last thing that a run said which means something to a person.
 * @param {string} said
 */
function lastWordsOf(said) {
  const lines = said.split('\n').map((line) => line.trim());
  return lines.findLast((line) => /error|timeout|expected/iu.test(line)) ?? lines.findLast(Boolean) ?? '';
}

/**
 * Runs the sabotages; answers how many there were and which were not caught.
 * @param {{ some?: boolean, words?: string }} options
 */
export async function runTeeth({ some = false, words = '' }) {
  const chosen = sabotages.filter(
    ({ id, name }, index) => (!some || index % 5 === 3) && `${id}: ${name}`.includes(words),
  );
  const chromium = findOrGetChromium();
  await ensureBuilt('app', (sentence) => console.log(sentence));
  await buildDouble();
  // All copies are made of one, so that a build meanwhile changes nothing.
  const pristine = copyApp('.');
  /**
   * @param {import('./sabotages.mjs').Checks} checks
   * @param {import('./sabotages.mjs').Sabotage | null} sabotage
   */
  const attempt = async (checks, sabotage) => {
    const app = copyApp(pristine);
    try {
      if (sabotage !== null) sabotageBuild(app, sabotage);
      return await runSpec(app, chromium, checks);
    } finally {
      rmSync(app, { recursive: true, force: true });
    }
  };
  for (const checks of new Set(chosen.map((sabotage) => sabotage.checks))) {
    const clean = await attempt(checks, null);
    if (!clean.passed) throw new Error(`The unchanged build does not pass ${checks.only}:\n${clean.said}`);
    console.log(`ok   the unchanged build passes ${checks.only}`);
  }
  /** @type {string[]} */
  const missed = [];
  for (const sabotage of chosen) {
    // A run that died before it looked at anything has caught nothing; it may have died of a busy machine, so it is tried again.
    let { passed, said } = await attempt(sabotage.checks, sabotage);
    if (!passed && !bite.test(said)) ({ passed, said } = await attempt(sabotage.checks, sabotage));
    const isCaught = !passed && bite.test(said);
    if (!isCaught) missed.push(sabotage.name);
    if (!passed && !isCaught) console.log(said);
    const why = passed ? 'nothing noticed it' : `the run died: ${lastWordsOf(said)}`;
    console.log(
      `${isCaught ? 'ok  ' : 'FAIL'} ${sabotage.id}: ${sabotage.name}${isCaught ? '' : ` (${why})`}`,
    );
  }
  rmSync(pristine, { recursive: true, force: true });
  console.log(`${chosen.length - missed.length} of ${chosen.length} sabotages caught`);
  return { tried: chosen.length, missed };
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === import.meta.filename) {
  const given = process.argv.slice(2);
  const words = given.filter((word) => word !== '--some').join(' ');
  const { missed } = await runTeeth({ some: given.includes('--some'), words });
  process.exitCode = missed.length === 0 ? 0 : 1;
}
