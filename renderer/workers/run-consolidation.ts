import { toPlanFileText } from '#core/document/plan-file.ts';
import type { Plan } from '#core/model/plan.ts';
import type { ConsolidationOptions } from '#core/planning/consolidation/options.ts';
import type { ConsolidationAnswer } from './consolidation-messages.ts';
import workerUrl from './consolidation-worker.ts?worker&url';
import { toWorkerUrl } from './worker-policy.ts';

/** Looks for a consolidation in a worker of its own, which ends with the answer. Returns what cancels it. */
export function runConsolidation(
  plan: Plan,
  options: ConsolidationOptions,
  onAnswer: (answer: ConsolidationAnswer) => void,
): () => void {
  const worker = new Worker(toWorkerUrl(workerUrl), { type: 'module', name: 'consolidation' });
  worker.addEventListener('message', ({ data }: MessageEvent<ConsolidationAnswer>) => {
    if (data.kind !== 'progress') worker.terminate();
    onAnswer(data);
  });
  worker.addEventListener('error', (event) => {
    worker.terminate();
    onAnswer({ kind: 'failed', message: event.message });
  });
  worker.postMessage({ planText: toPlanFileText(plan), options });
  return () => worker.terminate();
}
