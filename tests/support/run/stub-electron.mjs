// A folder that electron-builder takes for a distribution of Electron, so that the whole packaging can be tried without the binary: what
// is in it runs nowhere, but it is packed, renamed, pruned and its fuses are flipped like the real one.
import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPackage } from '@electron/asar';

/** The mark in the program that the fuses stand behind. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** The fuses as Electron 45 is built, in the order of their numbers; the last is of the traps of WebAssembly. */
const asBuilt = '101100001';

/**
 * Fills a folder with the stub.
 * @param {string} folder
 * @param {string} version
 */
export async function makeStubElectron(folder, version) {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'locales'), { recursive: true });
  const wire = Buffer.concat([Buffer.from(sentinel), Buffer.from([1, asBuilt.length]), Buffer.from(asBuilt)]);
  const program = Buffer.concat([Buffer.alloc(4096), wire, Buffer.alloc(4096)]);
  writeFileSync(join(folder, 'electron'), program, { mode: 0o755 });
  for (const name of ['chrome-sandbox', 'chrome_crashpad_handler']) {
    writeFileSync(join(folder, name), '', { mode: 0o755 });
  }
  writeFileSync(join(folder, 'version'), version);
  writeFileSync(join(folder, 'LICENSE'), 'The licence of Electron stands here.\n');
  writeFileSync(join(folder, 'LICENSES.chromium.html'), '<!doctype html>\n');
  for (const name of ['en-US', 'de', 'ja']) writeFileSync(join(folder, 'locales', `${name}.pak`), '');
  const inside = await mkdtemp(join(tmpdir(), 'rehome-asar-'));
  try {
    writeFileSync(join(inside, 'main.js'), '');
    await createPackage(inside, join(folder, 'resources', 'default_app.asar'));
  } finally {
    await rm(inside, { recursive: true, force: true });
  }
}
