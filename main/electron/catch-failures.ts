import type { App, Dialog } from 'electron';
import { toLogLine, writeLog } from './log.ts';
import { shellText } from './text.ts';

/** A fault of the main process: it is noted, what is being written is finished, the person is told, and the program ends with 1. */
export function catchFailures(
  app: Pick<App, 'exit'>,
  dialog: Pick<Dialog, 'showErrorBox'>,
  options: { readonly folder: string; readonly settle: () => Promise<void> },
): void {
  let isEnding = false;
  const end = async (error: unknown): Promise<void> => {
    if (isEnding) return;
    isEnding = true;
    writeLog(options.folder, toLogLine(error, new Date().toISOString()));
    try {
      await options.settle();
      dialog.showErrorBox(shellText.crashed, shellText.crashedDetail);
    } finally {
      app.exit(1);
    }
  };
  process.on('uncaughtException', (error) => void end(error));
  process.on('unhandledRejection', (error) => void end(error));
}
