import { importFiles } from '#core/importers/import-files.ts';
import type { ImportAnswer, ImportRequest } from './import-messages.ts';

function answer(message: ImportAnswer): void {
  self.postMessage(message);
}

// All files are read in one go, because tables and inventories of one folder explain each other.
self.addEventListener('message', ({ data }: MessageEvent<ImportRequest>) => {
  try {
    answer({ kind: 'done', outcome: importFiles(data.files) });
  } catch (error) {
    answer({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
});
