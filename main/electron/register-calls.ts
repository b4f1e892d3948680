import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import type { Answer } from '#core/contract/bridge.ts';
import { callNames, toChannel } from '#core/contract/calls.ts';
import { fail } from '#core/base/result.ts';
import { badArguments } from '#main/web/host-calls.ts';
import { isOwnAddress } from './origin.ts';

/** Answers a call of a window: the number of its web contents, the name, and the request as it came. */
export type CallAnswerer = (
  contentsId: number,
  name: string,
  request: unknown,
) => Promise<Answer<unknown> | null>;

const stranger: Answer<never> = fail({ code: 'not-allowed', message: 'not allowed' });

/** Only the main frame of a window that shows Rehome's own page may call; a frame inside it, or a page that is gone, may not. */
export function isOwnSender(event: Pick<IpcMainInvokeEvent, 'senderFrame' | 'sender'>): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame === event.sender.mainFrame && isOwnAddress(frame.url);
}

/** Registers one handler a call. Each checks who asks, and that there is exactly one argument, before it looks at it. */
export function registerCalls(ipcMain: Pick<IpcMain, 'handle'>, answer: CallAnswerer): void {
  for (const name of callNames) {
    ipcMain.handle(toChannel(name), async (event, ...args: readonly unknown[]) => {
      if (!isOwnSender(event)) return stranger;
      if (args.length !== 1) return badArguments;
      try {
        return (await answer(event.sender.id, name, args[0])) ?? badArguments;
      } catch {
        return fail({ code: 'failed', message: 'Rehome could not do this.' });
      }
    });
  }
}
