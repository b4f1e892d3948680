import { importFiles } from '#core/importers/import-files.ts';
import type { ImportAnswer, ImportRequest } from './import-messages.ts';

function answer(message: ImportAnswer): void {
  self.postMessage(message);
}

// All files are read in one go, because tables and inventories of one folder explain each other.
self.addEventListener('message', ({ data }: MessageEvent<ImportRequest>) => {
  try {
    const { files, remembered } = data;
    const onSource = (done: number, of: number): void => answer({ kind: 'progress', done, of });
    answer({ kind: 'done', outcome: importFiles(files, { remembered, onSource }) });
  } catch (error) {
    answer({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
});
