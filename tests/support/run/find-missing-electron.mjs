import { findElectron, hasScreen } from '../../../main/launch/find-electron.mjs';

/**
 * Why the tests can't run in Electron itself on this machine, in words with what to do; null when they can.
 * @param {{ readonly platform?: string, readonly env?: Readonly<Record<string, string | undefined>>, readonly folder?: string }} [where]
 * @returns {string | null}
 */
export function findMissingElectron(where = {}) {
  if (findElectron(where) === null) {
    return [
      'Electron itself is not on this machine, so nothing was tested: the package brings no program, it is downloaded when it is needed.',
      'Fetch it with `npm start -- --electron` (about 110 MB, needs the network), then run this again.',
      '`npm run e2e` runs the same specs without it, in browser mode and in the stand-in.',
    ].join('\n');
  }
  return hasScreen(where)
    ? null
    : 'Electron is here, but there is no screen, so nothing was tested. Run `xvfb-run npm run e2e:electron`.';
}
