import { nextTask } from '#bridge/in-slices.ts';
import { fail, ok, type Result } from '#core/base/result.ts';
import type { ProposedItem } from '#core/importers/contract.ts';
import type { Plan } from '#core/model/plan.ts';
import type {
  ImportAnswer,
  ImportOrder,
  ImportRequest,
  ImportStage,
  ReadOutcome,
} from './import-messages.ts';
import workerUrl from './import-worker.ts?worker&url';
import { toPlanParts } from './plan-parts.ts';
import { toWorkerUrl } from './worker-policy.ts';

/** Why an import gave nothing. */
export type ImportStop = 'cancelled' | 'too-long' | 'failed';

/** Told how far an import is. */
export type OnImportProgress = (stage: ImportStage, done: number, of: number) => void;

/** An import that runs in its worker. */
export interface RunningImport {
  readonly outcome: Promise<Result<ReadOutcome, ImportStop>>;
  readonly cancel: () => void;
}

/** Sends the open plan part by part, so that the page answers in between, then what shall be read. */
async function send(
  worker: Worker,
  plan: Plan | null,
  order: ImportOrder,
  isOver: () => boolean,
): Promise<void> {
  const post = (request: ImportRequest): void => worker.postMessage(request);
  for (const part of plan === null ? [] : toPlanParts(plan)) {
    if (isOver()) return;
    post({ kind: 'part', part });
    await nextTask();
  }
  if (!isOver()) post({ kind: 'read', ...order });
}

/** Puts the things that came in parts into their proposals. */
function withItems(outcome: ReadOutcome, items: ReadonlyMap<number, readonly ProposedItem[]>): ReadOutcome {
  const proposals = outcome.proposals.map((each, at) => ({ ...each, items: items.get(at) ?? [] }));
  return { ...outcome, proposals };
}

/**
 * Reads files in a worker of their own and compares what they say with the open plan (`null`: an empty one). The worker is ended when
 * it is done, when it takes too long, or when it is cancelled.
 */
export function runImport(
  order: ImportOrder,
  plan: Plan | null,
  limitMs: number,
  onProgress: OnImportProgress = () => {},
): RunningImport {
  const worker = new Worker(toWorkerUrl(workerUrl), { type: 'module', name: 'import' });
  const items = new Map<number, ProposedItem[]>();
  let stop: (why: ImportStop) => void = () => {};
  let isOver = false;
  const outcome = new Promise<Result<ReadOutcome, ImportStop>>((resolve) => {
    const end = (result: Result<ReadOutcome, ImportStop>): void => {
      isOver = true;
      clearTimeout(timer);
      worker.terminate();
      resolve(result);
    };
    stop = (why) => end(fail(why));
    const timer = setTimeout(() => stop('too-long'), limitMs);
    worker.addEventListener('message', ({ data }: MessageEvent<ImportAnswer>) => {
      if (data.kind === 'progress') onProgress(data.stage, data.done, data.of);
      else if (data.kind === 'items') {
        const own = items.get(data.proposal) ?? [];
        own.push(...data.items);
        items.set(data.proposal, own);
      } else end(data.kind === 'done' ? ok(withItems(data.outcome, items)) : fail('failed'));
    });
    worker.addEventListener('error', () => stop('failed'));
  });
  void send(worker, plan, order, () => isOver);
  return { outcome, cancel: () => stop('cancelled') };
}
