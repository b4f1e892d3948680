import { EventEmitter } from 'node:events';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { toLogLine, writeLog } from '#main/electron/log.ts';
import { isDebugged } from '#main/electron/harden.ts';
import { quitWindowByWindow } from '#main/electron/quit-windows.ts';
import { isKeptCrashing } from '#main/electron/crash-count.ts';
import { shiftState } from '#main/electron/window-state.ts';
import { note } from '#support/figures.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rehome-log-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('S2 the log', () => {
  test('says what kind of fault it was and where, and no word out of a plan', async () => {
    const hosts = Array.from({ length: 200 }, (_, index) => `canary-${index}.example.internal`);
    for (const host of hosts) {
      const error = new TypeError(`cannot read ${host} of /home/me/${host}.csv`);
      writeLog(folder, toLogLine(error, '2026-03-01T09:00:00.000Z'));
    }
    writeLog(folder, toLogLine(`thrown ${hosts[0]}`, '2026-03-01T09:00:00.000Z'));
    const log = await readFile(join(folder, 'rehome.log'), 'utf8');
    expect(log.split('\n')).toHaveLength(202);
    expect(log).toContain('2026-03-01T09:00:00.000Z TypeError');
    expect(hosts.filter((host) => log.includes(host))).toEqual([]);
    expect((await stat(join(folder, 'rehome.log'))).mode & 0o777).toBe(0o600);
    note('S2', 'names of hosts kept out of the log', 200, 200);
  });

  test('begins anew before it gets large, and keeps the one before', async () => {
    const line = `${'x'.repeat(1023)}\n`;
    for (let index = 0; index < 300; index += 1) writeLog(folder, line);
    expect((await stat(join(folder, 'rehome.log'))).size).toBeLessThan(64 * 1024);
    expect((await stat(join(folder, 'rehome.log.old'))).size).toBeGreaterThan(256 * 1024);
  });
});

describe('H-10 a packaged Rehome', () => {
  const withSwitch = (isPackaged: boolean, name: string) =>
    isDebugged({ isPackaged, commandLine: { hasSwitch: (each: string) => each === name } as never });
  test.each(['remote-debugging-port', 'remote-debugging-pipe', 'inspect', 'inspect-brk', 'js-flags'])(
    'does not start with --%s; one that is being worked on does',
    (name) => {
      expect(withSwitch(true, name)).toBe(true);
      expect(withSwitch(false, name)).toBe(false);
    },
  );
  test('starts without', () => {
    expect(withSwitch(true, 'user-data-dir')).toBe(false);
  });
});

test('quitting goes on when a window that held it up is gone', async () => {
  const app = Object.assign(new EventEmitter(), { quit: vi.fn() });
  quitWindowByWindow(app as never);
  const [first, second] = [new EventEmitter(), new EventEmitter()];
  for (const window of [first, second]) app.emit('browser-window-created', {}, window);
  // Closed by hand: the program stays.
  first.emit('closed');
  await new Promise(setImmediate);
  expect(app.quit).not.toHaveBeenCalled();
  app.emit('before-quit');
  second.emit('closed');
  await new Promise(setImmediate);
  expect(app.quit).toHaveBeenCalledTimes(1);
});

test('F15 a page that crashes is loaded again; one that keeps crashing is asked about', () => {
  expect(isKeptCrashing([0], 0)).toBe(false);
  expect(isKeptCrashing([0, 100], 100)).toBe(false);
  expect(isKeptCrashing([0, 100, 200], 200)).toBe(true);
  expect(isKeptCrashing([0, 100_000, 200_000], 200_000)).toBe(false);
});

test('a second window stands beside the first, as long as there is room', () => {
  const screen = { x: 0, y: 0, width: 1920, height: 1080 };
  const state = { x: 100, y: 100, width: 1280, height: 800, maximized: true };
  expect(shiftState(state, 0, [screen])).toEqual(state);
  expect(shiftState(state, 28, [screen])).toEqual({ ...state, x: 128, y: 128, maximized: false });
  expect(shiftState(state, 2000, [screen])).toMatchObject({ x: null, y: null });
});
