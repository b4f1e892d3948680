import {
  mkdtemp,
  readFile,
  rm,
  stat,
  symlink,
  truncate,
  writeFile,
  chmod,
  lstat,
  readdir,
} from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { toExternalUrl } from '#core/contract/external-url.ts';
import { makeEventLine } from '#main/electron/event-line.ts';
import { makeFileCalls } from '#main/electron/file-calls.ts';
import { answerPageRequest } from '#main/electron/page-protocol.ts';
import { findPlanArgument } from '#main/electron/plan-argument.ts';
import { readChosenFile } from '#main/electron/read-chosen-file.ts';
import { toSuggestedName } from '#main/electron/suggested-name.ts';
import { toWindowOptions } from '#main/electron/window-options.ts';
import { fitToScreens } from '#main/electron/window-state.ts';
import { toDataFolder } from '#main/vault/data-folder.ts';
import { lockFolder } from '#main/vault/folder-lock.ts';
import { note } from '#support/figures.ts';
import { hostileAddresses } from '#support/hostile-page.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rehome-shell-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function makeFiles(paths: readonly string[], target = '') {
  const shell = { openExternal: vi.fn(async () => {}) };
  const dialog = {
    showOpenDialog: vi.fn(async () => ({ canceled: paths.length === 0, filePaths: [...paths] })),
    showSaveDialog: vi.fn(async () => ({ canceled: target === '', filePath: target })),
    showMessageBox: vi.fn(async () => ({ response: 1, checkboxChecked: false })),
  };
  return {
    shell,
    dialog,
    files: makeFileCalls({ dialog, shell }),
  };
}

describe('opening and saving', () => {
  test('the page gets bytes, a name and a handle that says nothing; the handle saves to the same file', async () => {
    const path = join(folder, 'a.rehome.json');
    await writeFile(path, 'old');
    await chmod(path, 0o640);
    const { files, dialog } = makeFiles([path]);
    const opened = await files.openFiles({ purpose: 'plan', multiple: false });
    const file = opened.ok ? opened.value[0] : undefined;
    expect(file).toMatchObject({ name: 'a.rehome.json', bytes: new TextEncoder().encode('old') });
    expect(file?.handle).toMatch(/^[0-9a-f]{32}$/u);
    const bytes = new TextEncoder().encode('new');
    expect(await files.saveFile({ handle: file?.handle ?? null, suggestedName: 'x', bytes })).toMatchObject({
      ok: true,
    });
    expect(await readFile(path, 'utf8')).toBe('new');
    expect((await stat(path)).mode & 0o777).toBe(0o640);
    expect(await readdir(folder)).toEqual(['a.rehome.json']);
    expect(dialog.showSaveDialog).not.toHaveBeenCalled();
  });

  test('a handle that was not given out is refused, a path too', async () => {
    const { files } = makeFiles([]);
    for (const handle of ['0'.repeat(32), join(folder, 'x')]) {
      const answer = await files.saveFile({ handle, suggestedName: 'x', bytes: new Uint8Array() });
      expect(answer).toMatchObject({ ok: false, error: { code: 'bad-arguments' } });
    }
    expect(await readdir(folder)).toEqual([]);
  });

  test('a link stays a link', async () => {
    await writeFile(join(folder, 'real.json'), 'old');
    await symlink(join(folder, 'real.json'), join(folder, 'link.json'));
    const { files } = makeFiles([], join(folder, 'link.json'));
    await files.saveFile({ handle: null, suggestedName: 'x', bytes: new TextEncoder().encode('new') });
    expect((await lstat(join(folder, 'link.json'))).isSymbolicLink()).toBe(true);
    expect(await readFile(join(folder, 'real.json'), 'utf8')).toBe('new');
  });

  test('I3 pipes, devices, folders and links to nowhere are no files, and nothing hangs', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    await symlink(join(folder, 'nowhere'), join(folder, 'dangling'));
    await symlink(join(folder, 'loop'), join(folder, 'loop'));
    for (const path of [
      join(folder, 'pipe'),
      folder,
      '/dev/zero',
      join(folder, 'dangling'),
      join(folder, 'loop'),
    ]) {
      expect(await makeFiles([path]).files.openFiles({ purpose: 'import', multiple: true })).toMatchObject({
        ok: false,
      });
    }
  });

  test('I2 a file that is too large is refused by its size, before it is read', async () => {
    await writeFile(join(folder, 'huge.csv'), '');
    await truncate(join(folder, 'huge.csv'), 1024 ** 3);
    const answer = await makeFiles([join(folder, 'huge.csv')]).files.openFiles({
      purpose: 'import',
      multiple: true,
    });
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'too-large', message: expect.stringContaining('1024 MB') },
    });
  });

  test('I4 a file that is longer than its size says is not read on without end', async () => {
    // The system says of its own files that they are empty.
    expect((await stat('/proc/self/maps')).size).toBe(0);
    expect(await readChosenFile('/proc/self/maps', 1000)).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('changed while it was read') },
    });
  });

  test('a dialog that was cancelled is no problem', async () => {
    const { files } = makeFiles([]);
    expect(await files.openFiles({ purpose: 'import', multiple: true })).toEqual({ ok: true, value: [] });
    expect(await files.saveFile({ handle: null, suggestedName: 'x', bytes: new Uint8Array() })).toEqual({
      ok: true,
      value: null,
    });
  });
});

describe('addresses to open outside', () => {
  test.each(hostileAddresses)('%j is not opened', async (address) => {
    expect(toExternalUrl(address)).toBeNull();
    const { files, shell, dialog } = makeFiles([]);
    expect(await files.openExternal(address)).toMatchObject({ ok: false });
    expect(shell.openExternal).not.toHaveBeenCalled();
    expect(dialog.showMessageBox).not.toHaveBeenCalled();
  });
  test('an https address is opened after a yes, which names the host', async () => {
    const { files, shell, dialog } = makeFiles([]);
    await files.openExternal('https://Example.com/a?b#c');
    expect(shell.openExternal).toHaveBeenCalledWith('https://example.com/a?b#c');
    expect(dialog.showMessageBox).toHaveBeenCalledWith(
      expect.objectContaining({ message: expect.stringContaining('example.com') }),
    );
  });
});

test('the page is served by GET, to its own address, with its policy', async () => {
  await writeFile(join(folder, 'index.html'), '<!doctype html>');
  const get = (address: string, init?: RequestInit) => answerPageRequest(folder, new Request(address, init));
  const page = await get('app://rehome/index.html');
  expect(page.status).toBe(200);
  expect(page.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  expect((await get('app://rehome/index.html', { method: 'POST' })).status).toBe(405);
  expect((await get('app://evil/index.html')).status).toBe(404);
  expect((await get('app://rehome/%2e%2e%2fetc/passwd')).status).toBe(404);
});

test('a window is sandboxed and isolated', () => {
  const state = { x: null, y: null, width: 1280, height: 800, maximized: false };
  expect(toWindowOptions(state, '/p.cjs', true).webPreferences).toEqual({
    preload: '/p.cjs',
    sandbox: true,
    contextIsolation: true,
    webSecurity: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: false,
  });
});

test('a window whose screen is gone opens where the system likes', () => {
  const state = { x: 3000, y: 100, width: 1280, height: 800, maximized: false };
  const left = { x: 0, y: 0, width: 1920, height: 1080 };
  expect(fitToScreens(state, [left])).toMatchObject({ x: null, y: null });
  expect(fitToScreens(state, [left, { ...left, x: 1920 }])).toEqual(state);
});

/** What another program, or a link on a web page, could start Rehome with. */
const hostileArguments = [
  '--x=a.rehome.json',
  '-a.rehome.json',
  'https://evil.example/a.rehome.json',
  'file:///etc/a.rehome.json',
  'rehome://open?file=/etc/passwd&x=a.rehome.json',
  'javascript:alert(1)//a.rehome.json',
  '\\\\evil.example\\share\\a.rehome.json',
  '//evil.example/share/a.rehome.json',
  'a.rehome.json\0.png',
  'a.rehome.json\n--inspect',
  '/etc/passwd',
  'a.rehome.json.exe',
];

test('a plan among the arguments is found, options and addresses are not', () => {
  expect(findPlanArgument(['rehome', '.', 'a.rehome.json'], '/home/me')).toBe('/home/me/a.rehome.json');
  for (const word of hostileArguments) {
    expect(findPlanArgument(['rehome', word], '/home/me'), word).toBeNull();
  }
  note('H-11', 'hostile arguments that open nothing', hostileArguments.length, hostileArguments.length);
});

test.each([
  ['../../etc/passwd', '-..-etc-passwd'],
  ['CON', '_CON'],
  ['com1.txt', '_com1.txt'],
  ['a/b\\c:d', 'a-b-c-d'],
  ['  .hidden. ', 'hidden'],
  ['', 'rehome'],
  ['\u202egnp.exe', 'gnp.exe'],
])('%j becomes the name %j', (name, wanted) => {
  expect(toSuggestedName(name)).toBe(wanted);
});

test('events wait for the page, and wait again when it is loaded anew', () => {
  const seen: unknown[] = [];
  const line = makeEventLine((event) => seen.push(event));
  line.send({ kind: 'action', actionId: 'a' });
  expect(seen).toEqual([]);
  line.start();
  line.send({ kind: 'closing' });
  expect(seen).toEqual([{ kind: 'action', actionId: 'a' }, { kind: 'closing' }]);
  line.reset();
  line.send({ kind: 'closing' });
  expect(seen).toHaveLength(2);
});

test('a plan that is to be opened before the window begins to load is opened when it has loaded', () => {
  const seen: unknown[] = [];
  const line = makeEventLine((event) => seen.push(event));
  line.send({ kind: 'action', actionId: 'a' });
  line.reset();
  line.start();
  expect(seen).toEqual([{ kind: 'action', actionId: 'a' }]);
});

test('the data folder follows the system', () => {
  const home = '/home/me';
  expect(toDataFolder({ platform: 'linux', env: {}, home })).toBe('/home/me/.local/share/rehome');
  expect(toDataFolder({ platform: 'linux', env: { XDG_DATA_HOME: '/x' }, home })).toBe('/x/rehome');
  expect(toDataFolder({ platform: 'linux', env: { XDG_DATA_HOME: 'x' }, home })).toBe(
    '/home/me/.local/share/rehome',
  );
  expect(toDataFolder({ platform: 'darwin', env: {}, home })).toBe(
    '/home/me/Library/Application Support/Rehome',
  );
  expect(toDataFolder({ platform: 'linux', env: { REHOME_DATA: '/d' }, home })).toBe('/d');
});

test('one process has the data folder; a lock that a dead one left is no obstacle', async () => {
  const dead = { pid: 2_147_483_000, started: 'x', mode: 'desktop', address: null };
  await writeFile(join(folder, 'rehome.lock'), JSON.stringify(dead));
  const lock = lockFolder(folder, 'browser', 'http://127.0.0.1:1/');
  expect(lock.kind).toBe('ours');
  if (lock.kind === 'ours') lock.release();
  const alive = { ...dead, pid: process.ppid, started: '' };
  const status = await readFile(`/proc/${process.ppid}/stat`, 'utf8').catch(() => '');
  alive.started = status === '' ? '' : (status.slice(status.lastIndexOf(')') + 2).split(' ')[19] ?? '');
  await writeFile(join(folder, 'rehome.lock'), JSON.stringify(alive));
  expect(lockFolder(folder, 'browser', null)).toMatchObject({ kind: 'taken', by: { pid: process.ppid } });
});
