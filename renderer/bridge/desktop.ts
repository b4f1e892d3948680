import type { Answer, AnswerOf, Bridge, CallName, RequestOf } from '#core/contract/bridge.ts';
import { bridgeGlobal, callNames } from '#core/contract/calls.ts';
import { parseAnswer, parseShellEvent } from '#core/contract/schemas.ts';

/** What the preload script offers: one function per call, and one to listen. */
interface Shell {
  readonly call: Readonly<Record<string, (request: unknown) => Promise<unknown>>>;
  readonly onEvent: (listener: (event: unknown) => void) => () => void;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isCallTable(value: unknown): value is Shell['call'] {
  return isRecord(value) && callNames.every((name) => typeof value[name] === 'function');
}

function isListen(value: unknown): value is Shell['onEvent'] {
  return typeof value === 'function';
}

/** The functions of the preload script, or null outside of Electron. */
export function findShell(): Shell | null {
  const offered: unknown = Reflect.get(globalThis, bridgeGlobal);
  if (!isRecord(offered)) return null;
  const { call, onEvent } = offered;
  return isCallTable(call) && isListen(onEvent) ? { call, onEvent } : null;
}

/** The bridge over the preload script of the desktop shell. */
export function createDesktopBridge(shell: Shell): Bridge {
  const call = async <Name extends CallName>(
    name: Name,
    request: RequestOf<Name>,
  ): Promise<Answer<AnswerOf<Name>>> => {
    try {
      return parseAnswer(name, await shell.call[name]?.(request));
    } catch (problem) {
      return { ok: false, error: { code: 'failed', message: String(problem) } };
    }
  };
  return {
    mode: 'desktop',
    listPlans: () => call('listPlans', null),
    loadPlan: (planId) => call('loadPlan', { planId }),
    loadNewer: (planId) => call('loadNewer', { planId }),
    writeCheckpoint: (request) => call('writeCheckpoint', request),
    appendJournal: (request) => call('appendJournal', request),
    listVersions: (planId) => call('listVersions', { planId }),
    loadVersion: (request) => call('loadVersion', request),
    deletePlan: (planId) => call('deletePlan', { planId }),
    readSettings: () => call('readSettings', null),
    writeSetting: (request) => call('writeSetting', request),
    openFiles: (request) => call('openFiles', request),
    saveFile: (request) => call('saveFile', request),
    linkedFiles: {
      findPlan: (handle) => call('findLinkedPlan', { handle }),
      link: (request) => call('linkFile', request),
      find: (planId) => call('findLinkedFile', { planId }),
      read: (planId) => call('readLinkedFile', { planId }),
      write: (request) => call('writeLinkedFile', request),
      unlink: (planId) => call('unlinkFile', { planId }),
    },
    openExternal: (url) => call('openExternal', { url }),
    where: () => call('where', null),
    readLock: () => call('readLock', null),
    unlock: (secret) => call('unlock', { secret }),
    changePassphrase: (request) => call('changePassphrase', request),
    watch: (listener) => {
      const stop = shell.onEvent((raw) => {
        const event = parseShellEvent(raw);
        if (event !== null) listener(event);
      });
      void call('startEvents', null);
      return stop;
    },
    finishClosing: () => call('finishClosing', null),
  };
}
