import { fail, ok, type Result } from '#core/base/result.ts';
import type { ImportAnswer, ImportRequest, ReadOutcome } from './import-messages.ts';
import workerUrl from './import-worker.ts?worker&url';
import { toWorkerUrl } from './worker-policy.ts';

/** Why an import gave nothing. */
export type ImportStop = 'cancelled' | 'too-long' | 'failed';

/** An import that runs in its worker. */
export interface RunningImport {
  readonly outcome: Promise<Result<ReadOutcome, ImportStop>>;
  readonly cancel: () => void;
}

/** Reads files in a worker of their own, which is ended when they are read, when it takes too long, or when it is cancelled. */
export function runImport(
  request: ImportRequest,
  limitMs: number,
  onProgress: (done: number, of: number) => void = () => {},
): RunningImport {
  const worker = new Worker(toWorkerUrl(workerUrl), { type: 'module', name: 'import' });
  let stop: (why: ImportStop) => void = () => {};
  const outcome = new Promise<Result<ReadOutcome, ImportStop>>((resolve) => {
    const end = (result: Result<ReadOutcome, ImportStop>): void => {
      clearTimeout(timer);
      worker.terminate();
      resolve(result);
    };
    stop = (why) => end(fail(why));
    const timer = setTimeout(() => stop('too-long'), limitMs);
    worker.addEventListener('message', ({ data }: MessageEvent<ImportAnswer>) => {
      if (data.kind === 'progress') onProgress(data.done, data.of);
      else end(data.kind === 'done' ? ok(data.outcome) : fail('failed'));
    });
    worker.addEventListener('error', () => stop('failed'));
    worker.postMessage(request);
  });
  return { outcome, cancel: () => stop('cancelled') };
}
