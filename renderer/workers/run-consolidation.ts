import { toPlanFileText } from '#core/document/plan-file.ts';
import type { Plan } from '#core/model/plan.ts';
import type { ConsolidationOptions } from '#core/planning/consolidation/options.ts';
import type { ConsolidationProposal } from '#core/planning/consolidation/propose.ts';
import type { ConsolidationAnswer } from './consolidation-messages.ts';
import workerUrl from './consolidation-worker.ts?worker&url';
import { toWorkerUrl } from './worker-policy.ts';

/** Who is told what a search does. */
export interface ConsolidationListener {
  readonly onProgress: (share: number) => void;
  readonly onDone: (proposal: ConsolidationProposal) => void;
  readonly onFailed: (message: string) => void;
}

/** Looks for a consolidation in a worker of its own; the answer ends the worker, and so does the returned function. */
export function runConsolidation(
  plan: Plan,
  options: ConsolidationOptions,
  listener: ConsolidationListener,
): () => void {
  const worker = new Worker(toWorkerUrl(workerUrl), { type: 'module', name: 'consolidation' });
  worker.addEventListener('message', ({ data }: MessageEvent<ConsolidationAnswer>) => {
    if (data.kind === 'progress') {
      listener.onProgress(data.share);
      return;
    }
    worker.terminate();
    if (data.kind === 'done') listener.onDone(data.proposal);
    else listener.onFailed(data.message);
  });
  worker.addEventListener('error', (event) => {
    worker.terminate();
    listener.onFailed(event.message);
  });
  worker.postMessage({ planText: toPlanFileText(plan), options });
  return () => worker.terminate();
}
