// Packs the built app with a stub in the place of Electron, and compares what comes out with the tables: which files are in the archive,
// how the fuses stand, which licences and icons go along. Nothing is downloaded and nothing of the package is run.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { homedir, tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { getCurrentFuseWire } from '@electron/fuses';
import { ensureBuilt } from '../../../main/launch/ensure-built.mjs';
import { makeStubElectron } from './stub-electron.mjs';

/** H-9: the number of each fuse and how it has to stand; number 8 stays as Electron is built. */
const fuses = {
  0: ['RunAsNode', 'off'],
  1: ['CookieEncryption', 'on'],
  2: ['NodeOptions', 'off'],
  3: ['NodeCliInspect', 'off'],
  4: ['AsarIntegrity', 'on'],
  5: ['OnlyLoadAppFromAsar', 'on'],
  6: ['BrowserV8Snapshot', 'off'],
  7: ['FileProtocolPrivileges', 'off'],
  8: ['WasmTrapHandlers', 'on'],
};

/** What may be in the archive: every file has to fit one of these, and each has to fit a file. */
const allowed = [
  /^\/LICENSE$/u,
  /^\/package\.json$/u,
  /^\/out\/main\/index\.js$/u,
  /^\/out\/main\/parts\/[\w.-]+\.js$/u,
  /^\/out\/preload\/preload\.cjs$/u,
  /^\/out\/renderer\/index\.html$/u,
  /^\/out\/renderer\/licences\.json$/u,
  /^\/out\/renderer\/assets\/[\w.-]+\.(?:js|css|svg|woff2|wasm|md|rst|adoc|csv|json|txt|ini|yaml|yml|xlsx|pptx|html|tf|tfstate|conf|cfg|png)$/u,
];

/** @type {string[]} */
const problems = [];
let checks = 0;

/** @param {boolean} holds @param {string} words */
function expect(holds, words) {
  checks += 1;
  if (!holds) problems.push(words);
}

/**
 * Runs electron-builder on the built app, offline.
 * @param {string} output
 * @param {string} electron
 */
function pack(output, electron) {
  const cli = join('node_modules', 'electron-builder', 'cli.js');
  const words = [
    '--dir',
    '--linux',
    '--publish',
    'never',
    `-c.electronDist=${electron}`,
    `-c.directories.output=${output}`,
  ];
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [cli, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (said += text));
    child.on('close', (code) => (code === 0 ? done(undefined) : failed(new Error(said))));
  });
}

/** @param {string} folder */
async function checkFuses(folder) {
  const wire = /** @type {Record<string, unknown>} */ (await getCurrentFuseWire(join(folder, 'rehome')));
  for (const [index, [name, wanted]] of Object.entries(fuses)) {
    const found = wire[index] === 49 ? 'on' : wire[index] === 48 ? 'off' : String(wire[index]);
    expect(found === wanted, `fuse ${index} (${name}) is ${found}, not ${wanted}`);
  }
}

/** @param {string} folder */
function checkArchive(folder) {
  const archive = join(folder, 'resources', 'app.asar');
  const names = listPackage(archive, { isPack: false });
  const files = names.filter((name) => !names.some((other) => other.startsWith(`${name}/`)));
  for (const name of files) {
    const fits = allowed.some((pattern) => pattern.test(name));
    expect(fits, `${name} is in the archive and not in the table`);
  }
  for (const pattern of allowed) {
    expect(
      files.some((name) => pattern.test(name)),
      `nothing in the archive fits ${pattern}`,
    );
  }
  // What would tell of the machine that it was built on, or is for developers only.
  const traces = [
    resolve('.'),
    homedir(),
    `/home/${userInfo().username}`,
    'electron-double',
    'sourceMappingURL=',
  ];
  for (const name of files) {
    const text = extractFile(archive, name.slice(1)).toString('latin1');
    for (const trace of traces) {
      // A home of one letter or the root of the disk would be found everywhere.
      if (trace.length > 5) expect(!text.includes(trace), `${name} holds ${trace}`);
    }
  }
  const packed = JSON.parse(extractFile(archive, 'package.json').toString('utf8'));
  expect(
    packed.devDependencies === undefined && packed.scripts === undefined,
    'package.json is packed whole',
  );
  const listed = JSON.parse(extractFile(archive, 'out/renderer/licences.json').toString('utf8'));
  expect(listed.length > 10, 'the list of licences is empty');
  for (const { name, licence, text } of listed) {
    expect(
      /^(?:MIT|ISC|Apache-2\.0|BSD-[23]-Clause|0BSD|MPL-2\.0|EPL-2\.0|CC0-1\.0|Unlicense|BlueOak-1\.0\.0|OFL-1\.1|\(MPL-2\.0 OR Apache-2\.0\))$/u.test(
        licence,
      ),
      `${name} has the licence ${licence}`,
    );
    expect(typeof text === 'string', `${name} has no text of its licence`);
  }
  return files.length;
}

/** @param {string} folder */
function checkFolder(folder) {
  expect(existsSync(join(folder, 'locales', 'en-US.pak')), 'the locale is missing');
  expect(!existsSync(join(folder, 'locales', 'ja.pak')), 'locales that are not used are packed');
  expect(existsSync(join(folder, 'LICENSES.chromium.html')), 'the licences of Chromium are missing');
  for (const size of [16, 32, 48, 64, 128, 256, 512]) {
    expect(
      existsSync(join('assets', 'icons', 'sizes', `${size}x${size}.png`)),
      `there is no icon of ${size} pixels`,
    );
  }
}

/** Packs and checks; answers how many checks there were and which did not hold. */
export async function checkPackage() {
  await ensureBuilt('app', (sentence) => console.log(sentence));
  const { version } = JSON.parse(readFileSync(join('node_modules', 'electron', 'package.json'), 'utf8'));
  const folder = await mkdtemp(join(tmpdir(), 'rehome-package-'));
  try {
    await makeStubElectron(join(folder, 'electron'), version);
    await pack(join(folder, 'dist'), join(folder, 'electron'));
    const unpacked = join(folder, 'dist', 'linux-unpacked');
    await checkFuses(unpacked);
    const files = checkArchive(unpacked);
    checkFolder(unpacked);
    for (const problem of problems) console.log(`FAIL ${problem}`);
    console.log(`${files} files in the archive, ${checks - problems.length} of ${checks} checks hold`);
    return { checks, failed: problems.length };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === import.meta.filename) {
  const { failed } = await checkPackage();
  process.exitCode = failed === 0 ? 0 : 1;
}
