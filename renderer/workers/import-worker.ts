import { importFiles } from '#core/importers/import-files.ts';
import { toEffectKeys } from '#core/intake/effect-keys.ts';
import { previewIntake } from '#core/intake/preview-intake.ts';
import { withoutItems, type ImportAnswer, type ImportOrder, type ImportRequest } from './import-messages.ts';
import { makePlanJoiner } from './plan-parts.ts';

function answer(message: ImportAnswer): void {
  self.postMessage(message);
}

/** The page takes so many things at once without standing still. */
const itemsAtOnce = 1000;
const joiner = makePlanJoiner();

// All files are read in one go, because tables and inventories of one folder explain each other.
function read({ files, remembered }: ImportOrder): void {
  const onSource = (done: number, of: number): void =>
    answer({ kind: 'progress', stage: 'understanding', done, of });
  const outcome = importFiles(files, { remembered, onSource });
  const plan = joiner.toPlan();
  const found = outcome.proposals.reduce((sum, { items }) => sum + items.length, 0);
  if (plan.nodes.size > 0) answer({ kind: 'progress', stage: 'comparing', done: 0, of: found });
  const { items, matters } = previewIntake(plan, outcome.proposals, { accept: 'all' });
  for (const [proposal, each] of outcome.proposals.entries())
    for (let at = 0; at < each.items.length; at += itemsAtOnce)
      answer({ kind: 'items', proposal, items: each.items.slice(at, at + itemsAtOnce) });
  const preview = { matters, effects: toEffectKeys(items) };
  answer({
    kind: 'done',
    outcome: { ...outcome, proposals: withoutItems(outcome.proposals), preview },
  });
}

self.addEventListener('message', ({ data }: MessageEvent<ImportRequest>) => {
  try {
    if (data.kind === 'part') joiner.add(data.part);
    else read(data);
  } catch (error) {
    answer({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
});
