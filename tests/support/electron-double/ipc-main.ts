import { EventEmitter } from 'node:events';
import { strict } from './strict.ts';

type Handler = (event: unknown, ...args: readonly unknown[]) => unknown;

/** The handlers by their channel. */
export const ipcHandlers = new Map<string, Handler>();

/** The stand-in for `ipcMain`. */
export const ipcMain = strict(
  'ipcMain',
  Object.assign(new EventEmitter(), {
    handle: (channel: string, handler: Handler) => {
      if (ipcHandlers.has(channel))
        throw new Error(`Attempted to register a second handler for '${channel}'`);
      ipcHandlers.set(channel, handler);
    },
    removeHandler: (channel: string) => {
      ipcHandlers.delete(channel);
    },
  }),
);
