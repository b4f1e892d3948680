import type { CallName } from './bridge.ts';

/** Calls that the browser host answers over HTTP; in Electron they go over IPC like the others. */
export const hostCalls = [
  'listPlans',
  'loadPlan',
  'loadNewer',
  'writeCheckpoint',
  'appendJournal',
  'deletePlan',
  'listVersions',
  'loadVersion',
  'readSettings',
  'writeSetting',
  'where',
  'readLock',
  'unlock',
  'changePassphrase',
] as const satisfies readonly CallName[];

/** Calls that are answered while the plans are locked. */
export const openCalls: readonly string[] = ['where', 'readLock', 'unlock'] satisfies readonly CallName[];

/** Calls that only the desktop shell answers: the browser does these by itself. */
export const shellCalls = [
  'openFiles',
  'saveFile',
  'findLinkedPlan',
  'linkFile',
  'findLinkedFile',
  'readLinkedFile',
  'writeLinkedFile',
  'unlinkFile',
  'openExternal',
  'startEvents',
  'finishClosing',
] as const satisfies readonly CallName[];

/** Every call, each once. */
export const callNames = [...hostCalls, ...shellCalls] as const;

/** A call that the browser host answers. */
export type HostCallName = (typeof hostCalls)[number];

/** A call that only the shell answers. */
export type ShellCallName = (typeof shellCalls)[number];

/** The IPC channel of a call. */
export function toChannel(name: CallName): string {
  return `rehome:${name}`;
}

/** The IPC channel of the events that the shell sends. */
export const eventChannel = 'rehome:event';

/** The name under which the preload script offers its functions to the page. */
export const bridgeGlobal = 'rehome';
