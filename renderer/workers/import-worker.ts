import { importFiles } from '#core/importers/import-files.ts';
import { previewIntake } from '#core/intake/preview-intake.ts';
import { toId } from '#core/model/ids.ts';
import { toEmptyPlan } from '#core/model/plan.ts';
import type { ImportAnswer, ImportRequest } from './import-messages.ts';

function answer(message: ImportAnswer): void {
  self.postMessage(message);
}

// All files are read in one go, because tables and inventories of one folder explain each other.
self.addEventListener('message', ({ data }: MessageEvent<ImportRequest>) => {
  try {
    const { files, remembered, isNew } = data;
    const onSource = (done: number, of: number): void => answer({ kind: 'progress', done, of });
    const outcome = importFiles(files, { remembered, onSource });
    const plan = toEmptyPlan(toId('pl', 'new'), '');
    const matters = isNew ? previewIntake(plan, outcome.proposals).matters : null;
    answer({ kind: 'done', outcome: { ...outcome, matters } });
  } catch (error) {
    answer({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
});
