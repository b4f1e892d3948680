import type { IpcMainInvokeEvent } from 'electron';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { callNames, toChannel } from '#core/contract/calls.ts';
import { answerCall, type ShellCallContext } from '#main/electron/answer-calls.ts';
import { pageAddress } from '#main/electron/origin.ts';
import { isOwnSender, registerCalls } from '#main/electron/register-calls.ts';
import { openStore } from '#main/vault/open-store.ts';
import { answerHostCall } from '#main/web/host-calls.ts';
import { makeCrashDisk, type CrashDisk } from '../vault/crash-disk.ts';
import { runs } from '#support/counts.ts';
import { note } from '#support/figures.ts';

type Handler = Parameters<Parameters<typeof registerCalls>[0]['handle']>[1];

/** An event as Electron makes it, or as an attacker would like it. */
function eventOf(frame: { url: string } | null, mainFrame: unknown = frame): IpcMainInvokeEvent {
  return { senderFrame: frame, sender: { id: 1, mainFrame } } as unknown as IpcMainInvokeEvent;
}

const own = { url: pageAddress };

describe('H-4 who may call', () => {
  test('the main frame of the own page', () => {
    expect(isOwnSender(eventOf(own))).toBe(true);
  });
  test.each<[string, IpcMainInvokeEvent]>([
    ['a frame that is gone', eventOf(null, own)],
    ['a frame inside the page', eventOf({ url: pageAddress }, own)],
    ['another page', eventOf({ url: 'https://evil.example/' })],
    ['a page with our name in its address', eventOf({ url: 'https://evil.example/app://rehome/index.html' })],
    ['another host of our scheme', eventOf({ url: 'app://evil/index.html' })],
    ['a host that begins like ours', eventOf({ url: 'app://rehome.evil/index.html' })],
    ['a name before our host', eventOf({ url: 'app://evil@other/index.html' })],
    ['a port', eventOf({ url: 'app://rehome:1/index.html' })],
    ['a file', eventOf({ url: 'file:///index.html' })],
    ['an empty page', eventOf({ url: 'about:blank' })],
    ['no address', eventOf({ url: '' })],
  ])('not %s', (_who, event) => {
    expect(isOwnSender(event)).toBe(false);
  });
});

function register(disk: CrashDisk = makeCrashDisk()): {
  handlers: Map<string, Handler>;
  context: ShellCallContext;
  names: () => readonly string[];
} {
  const where = { mode: 'desktop', folder: '/data', address: null, version: '0' } as const;
  const store = openStore({ dataFolder: '/data', disk: disk.disk, cost: 2 });
  const never = () => Promise.reject(new Error('a dialog opened'));
  const context: ShellCallContext = {
    files: {
      openFiles: vi.fn(never),
      saveFile: vi.fn(never),
      openExternal: vi.fn(never),
      openPath: vi.fn(never),
      choosePath: vi.fn(never),
      findPath: () => null,
      toHandle: () => '0',
    },
    links: {
      findPlan: vi.fn(never),
      link: vi.fn(never),
      find: vi.fn(never),
      read: vi.fn(never),
      write: vi.fn(never),
      unlink: vi.fn(never),
    },
    host: answerHostCall({ ...store, where }),
    passphrase: store.passphrase,
    findWindow: () => null,
  };
  const handlers = new Map<string, Handler>();
  const handle = (channel: string, handler: Handler): void => void handlers.set(channel, handler);
  registerCalls({ handle }, (id, name, raw) => answerCall(context, id, name, raw));
  return { handlers, context, names: disk.names };
}

describe('H-4 every handler', () => {
  test('is registered, and there are no others', () => {
    expect([...register().handlers.keys()].toSorted()).toEqual(callNames.map(toChannel).toSorted());
  });

  test.each(callNames)('%s refuses strangers before it looks at what they say', async (name) => {
    const { handlers, names } = register();
    const handler = handlers.get(toChannel(name));
    for (const event of [
      eventOf(null, own),
      eventOf({ url: pageAddress }, own),
      eventOf({ url: 'app://evil/' }),
    ]) {
      expect(await handler?.(event, null)).toEqual({
        ok: false,
        error: { code: 'not-allowed', message: 'not allowed' },
      });
    }
    expect(names()).toEqual([]);
    note('H-4', 'forged senders refused, over all calls', 3, 3);
  });

  test.each(callNames)('%s answers “bad arguments” to whatever is not its request', async (name) => {
    const { handlers, context, names } = register();
    const handler = handlers.get(toChannel(name));
    const takesNull = [
      'listPlans',
      'readSettings',
      'where',
      'readLock',
      'startEvents',
      'finishClosing',
    ].includes(name);
    const bad = { ok: false, error: { code: 'bad-arguments', message: 'bad arguments' } };
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.anything({ withNullPrototype: true, withTypedArray: true }), { maxLength: 3 }),
        async (args) => {
          if (takesNull && args.length === 1 && args[0] === null) return;
          expect(await handler?.(eventOf(own), ...args)).toEqual(bad);
        },
      ),
      { numRuns: runs('ipcArguments') },
    );
    note(
      'H-4',
      'random sets of arguments refused, over all calls',
      runs('ipcArguments'),
      runs('ipcArguments'),
    );
    const path = { planId: '../x', path: '/etc/passwd', handle: '/etc/passwd', url: 'file:///etc/passwd' };
    expect(await handler?.(eventOf(own), path)).toEqual(bad);
    expect(await handler?.(eventOf(own), null, null)).toEqual(bad);
    expect(names()).toEqual([]);
    const { openFiles, saveFile, openExternal } = context.files;
    for (const call of [openFiles, saveFile, openExternal, ...Object.values(context.links)]) {
      expect(call).not.toHaveBeenCalled();
    }
  });
});

describe('B4 while the plans are locked', () => {
  const free = ['where', 'readLock', 'unlock', 'openFiles', 'saveFile', 'openExternal'];
  const closing = ['startEvents', 'finishClosing'];

  test.each(callNames.filter((name) => ![...free, ...closing].includes(name)))(
    '%s is answered with “locked”, whatever it asks for',
    async (name) => {
      const disk = makeCrashDisk();
      const { passphrase } = openStore({ dataFolder: '/data', disk: disk.disk, cost: 2 });
      await passphrase.change({ current: null, next: 'four words of mine', remember: false });
      const before = disk.names();
      const { handlers, context } = register(disk);
      for (const request of [null, { planId: 'pl_a' }, { key: 'theme', value: 'dark' }]) {
        expect(await handlers.get(toChannel(name))?.(eventOf(own), request)).toMatchObject({
          ok: false,
          error: { code: 'locked' },
        });
      }
      expect(disk.names()).toEqual(before);
      for (const call of Object.values(context.links)) expect(call).not.toHaveBeenCalled();
    },
  );
});
