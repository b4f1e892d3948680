// A plugin of the build: notes which packages end up in what is shipped, and puts the list beside the page, so that the list of
// licences is never older than the program.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{ name: string, version: string, licence: string, text: string }} ShippedPackage */

/** @type {Map<string, ShippedPackage>} */
const shipped = new Map();

/**
 * The folder of the package that a module belongs to, or null for code of our own.
 * @param {string} id
 */
function toPackageFolder(id) {
  const found = /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//u.exec(id.replaceAll('\\', '/'));
  return found?.[1] ?? null;
}

/** @param {string} folder */
function readLicence(folder) {
  const name = readdirSync(folder).find((each) => /^(?:licen[cs]e|copying)(?:[.-].*)?$/iu.test(each));
  return name === undefined ? '' : readFileSync(join(folder, name), 'utf8').trim();
}

/** @param {string} folder */
function note(folder) {
  if (shipped.has(folder)) return;
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (typeof name !== 'string' || typeof version !== 'string') return;
  shipped.set(folder, { name, version, licence: String(license ?? ''), text: readLicence(folder) });
}

/**
 * Notes the packages of one part of the build; `lists` says that this is the part whose folder gets the list.
 * @param {{ lists: boolean }} options
 * @returns {import('vite').Plugin}
 */
export function collectLicences({ lists }) {
  return {
    name: 'collect-licences',
    generateBundle(_options, bundle) {
      for (const part of Object.values(bundle)) {
        if (part.type !== 'chunk') continue;
        for (const id of Object.keys(part.modules)) {
          const folder = toPackageFolder(id);
          if (folder !== null) note(folder);
        }
      }
      if (!lists) return;
      const list = [...shipped.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
      this.emitFile({ type: 'asset', fileName: 'licences.json', source: `${JSON.stringify(list)}\n` });
    },
  };
}
