import type { PlanningAnswer, PlanningRequest } from './planning-messages.ts';
import workerUrl from './planning-worker.ts?worker&url';
import { toWorkerUrl } from './worker-policy.ts';

/** Looks for a proposal in a worker of its own, which ends with the answer. Returns what cancels it. */
export function runPlanning(
  request: PlanningRequest,
  onAnswer: (answer: PlanningAnswer) => void,
): () => void {
  const worker = new Worker(toWorkerUrl(workerUrl), { type: 'module', name: 'planning' });
  worker.addEventListener('message', ({ data }: MessageEvent<PlanningAnswer>) => {
    if (data.kind !== 'progress') worker.terminate();
    onAnswer(data);
  });
  worker.addEventListener('error', (event) => {
    worker.terminate();
    onAnswer({ kind: 'failed', message: event.message });
  });
  worker.postMessage(request);
  return () => worker.terminate();
}
