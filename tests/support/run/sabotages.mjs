// What a mistake or an attacker could change in the build: each sabotage takes away one protection of the shell or of the passphrase. The
// checks that it names have to fail on it.

/** What has to fail; `short`: what does not come soon never comes. @typedef {{ file: string, only: string, patience: 'short' | 'long' }} Checks */

/** One start of the shell, all its rules. @type {Checks} */
const hardening = { file: 'tests/e2e/shell-hardening.spec.ts', only: 'H-1 to H-8', patience: 'short' };
/** A passphrase is set, and asked for after a kill. @type {Checks} */
const passphrase = {
  file: 'tests/e2e/shell-passphrase.spec.ts',
  only: 'B4 a passphrase: set',
  patience: 'long',
};
/** @type {Checks} */
const changedPassphrase = {
  file: 'tests/e2e/shell-passphrase.spec.ts',
  only: 'B4 changed',
  patience: 'long',
};

/** @typedef {readonly [find: RegExp, put: string]} Edit */
/** @typedef {{ id: string, name: string, part: 'main' | 'preload', edits: readonly Edit[], checks: Checks }} Sabotage */

/** @param {string} id @param {string} name @param {readonly Edit[]} edits @returns {Sabotage} */
const inMain = (id, name, ...edits) => ({ id, name, part: 'main', edits, checks: hardening });

/** @param {string} id @param {string} name @param {readonly Edit[]} edits @returns {Sabotage} */
const inPreload = (id, name, ...edits) => ({ id, name, part: 'preload', edits, checks: hardening });

/** @param {string} name @param {Edit} edit @param {Checks} checks @returns {Sabotage} */
const inPassphrase = (name, edit, checks = passphrase) => ({
  id: 'B4',
  name,
  part: 'main',
  edits: [edit],
  checks,
});

/** A setting of the window. @param {string} name @param {string} setting */
const preference = (name, setting) =>
  inMain('H-1', name, [new RegExp(`\\b${setting.split(':')[0]}: (?:true|false)`, 'u'), setting]);

/** @type {readonly Sabotage[]} */
export const sabotages = [
  inMain('H-1', 'no sandbox for all windows', [/app\.enableSandbox\(\);/u, '']),
  preference('no isolation of the preload script', 'contextIsolation: false'),
  preference('Node in the page', 'nodeIntegration: true'),
  preference('no web security', 'webSecurity: false'),
  preference('webviews', 'webviewTag: true'),
  preference('insecure content', 'allowRunningInsecureContent: true'),
  preference('experimental features', 'experimentalFeatures: true'),
  preference('a dropped file is opened', 'navigateOnDragDrop: true'),
  inMain(
    'H-2',
    'paths are not looked at',
    [
      /const wanted = path === "\/" \? "\/index\.html" : path;/u,
      'const wanted = path.replaceAll("%2f", "/").replaceAll("%2e", ".");',
    ],
    [/if \(wanted\.length > 200[^;]*;/u, ''],
    [/if \(!file\.startsWith\(root \+ sep\)\)[^;]*;/u, ''],
  ),
  inMain('H-2', 'files by POST', [/if \(request\.method !== "GET"\) return refuse\(405\);/u, '']),
  inMain('H-2', 'types are guessed', [/"X-Content-Type-Options": "nosniff",/u, '']),
  inMain('H-2', 'a scheme that bypasses the policy', [
    /supportFetchAPI: true/u,
    'supportFetchAPI: true, bypassCSP: true',
  ]),
  inMain('H-3', 'no policy', [/"Content-Security-Policy": \[/u, '"X-No-Policy": [']),
  inMain('H-3', 'inline scripts', [/script-src 'self'/u, "script-src 'self' 'unsafe-inline'"]),
  inMain('H-3', 'code made of text', [/script-src 'self'/u, "script-src 'self' 'unsafe-eval'"]),
  inMain('H-3', 'inline styles', [/style-src 'self'/u, "style-src 'self' 'unsafe-inline'"]),
  inMain('H-3', 'connections to everybody', [/connect-src 'self'/u, 'connect-src *']),
  inMain('H-3', 'no trusted types', [/"require-trusted-types-for 'script'",/u, '']),
  inMain('H-4', 'arguments are not looked at', [/if \(args\.length !== 1\)[^;]*;/u, 'args[0] = null;']),
  inMain('H-4', 'strangers are let in, the page is not', [
    /if \(!isOwnSender\(event\)\)/u,
    'if (isOwnSender(event))',
  ]),
  inMain('H-4', 'a path is taken for a handle', [/: paths\.get\(handle\)/u, ': paths.get(handle) ?? handle']),
  inPreload('H-4', 'a channel of another name', [/rehome:\$\{/u, 'rehome-x:${']),
  inPreload('H-5', 'the preload script wants files', [/^/u, 'require("fs");\n']),
  inPreload('H-5', 'the preload script gives IPC away', [
    /call: Object\.freeze\(call\),/u,
    'call: Object.freeze(call), send: (...words) => electron.ipcRenderer.invoke(...words),',
  ]),
  inMain('H-6', 'pages may go elsewhere', [/contents\.on\("will-navigate", stay\);/u, '']),
  inMain('H-6', 'pages may open windows', [/action: "deny"/u, 'action: "allow"']),
  inMain('H-7', 'permissions are granted', [/answer\(permission === [^)]*\)/u, 'answer(true)']),
  inMain('H-7', 'permissions are not asked about', [/session\.setPermissionCheckHandler\([^;]*;/u, '']),
  inMain('H-8', 'any address is opened', [/const address = toExternalUrl\(url\);/u, 'const address = url;']),
  inMain('H-8', 'addresses are opened without asking', [/if \(response === 1\) await shell/u, 'await shell']),
  inMain('S4', 'plans for everybody on the machine', [
    /open\(path, "wx", 384\)\)/u,
    'open(path, "wx", 420))',
  ]),
  inPassphrase('calls are answered while the plans are locked', [
    /if \(!openCalls\.includes\(name\) && [^;]*;/u,
    '',
  ]),
  inPassphrase('nothing is encrypted', [
    /file\.write\(open\?\.isWriting === true \? [^;]*;/u,
    'file.write(bytes);',
  ]),
  inPassphrase('what is there when the passphrase is set stays plain', [/await convert\(openKey\);/u, '']),
  inPassphrase('any passphrase opens', [
    /Buffer\.concat\(\[decipher\.update\(bytes\.subarray\(0, -16\)\), decipher\.final\(\)\]\)/u,
    'decipher.update(bytes.subarray(0, -16))',
  ]),
  inPassphrase(
    'the old passphrase still opens',
    [/await wrapKey\("recovery", recoveryCode, key, cost\)\s*\]/u, '...(open?.file.wraps ?? [])]'],
    changedPassphrase,
  ),
  inPassphrase(
    'who does not know the passphrase changes it',
    [/await check\(found\.files, request\.current \?\? ""\)/u, '(open ?? null)'],
    changedPassphrase,
  ),
  inMain('H-1', 'a fault at the start', [/app\.enableSandbox\(\);/u, 'throw new Error("at the start");']),
];
