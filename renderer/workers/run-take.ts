import { nextTask } from '#bridge/in-slices.ts';
import { fail, ok, type Result } from '#core/base/result.ts';
import { withoutItems } from './import-messages.ts';
import { countRecords, makePlanJoiner, toPlanParts } from './plan-parts.ts';
import type { TakeAnswer, TakenHead, TakeOrder, TakeRequest } from './take-messages.ts';
import { toTakenEdit, type TakenEdit } from './taken-edit.ts';
import workerUrl from './take-worker.ts?worker&url';
import { toWorkerUrl } from './worker-policy.ts';

/** How far it is: handing over what was found, working out what becomes of the plan, or bringing that into the plan. */
export type TakeStage = 'handing' | 'working' | 'bringing';

/** Told how far it is, in things that were found or in records of the plan. */
export type OnTakeProgress = (stage: TakeStage, done: number, of: number) => void;

/** Why nothing was taken. */
export type TakeStop = 'cancelled' | 'failed';

/** An import that is being taken into a plan. */
export interface RunningTake {
  readonly outcome: Promise<Result<TakenEdit, TakeStop>>;
  readonly cancel: () => void;
}

/** So many things cross at once. */
const itemsAtOnce = 500;

async function send(
  worker: Worker,
  { plan, proposals, decisions }: TakeOrder,
  onProgress: OnTakeProgress,
  isOver: () => boolean,
): Promise<void> {
  const post = (request: TakeRequest): void => worker.postMessage(request);
  for (const part of toPlanParts(plan)) {
    if (isOver()) return;
    post({ kind: 'part', part });
    await nextTask();
  }
  const all = proposals.reduce((sum, { items }) => sum + items.length, 0);
  let done = 0;
  for (const [proposal, { items }] of proposals.entries()) {
    for (let at = 0; at < items.length; at += itemsAtOnce) {
      if (isOver()) return;
      const some = items.slice(at, at + itemsAtOnce);
      post({ kind: 'items', proposal, items: some });
      done += some.length;
      onProgress('handing', done, all);
      await nextTask();
    }
  }
  if (isOver()) return;
  onProgress('working', 0, all);
  post({ kind: 'take', proposals: withoutItems(proposals), decisions });
}

/** Takes an import into a plan in a worker of its own: what becomes of a large plan takes seconds, in which the page answers. */
export function runTake(order: TakeOrder, onProgress: OnTakeProgress = () => {}): RunningTake {
  const worker = new Worker(toWorkerUrl(workerUrl), { type: 'module', name: 'take' });
  const joiner = makePlanJoiner();
  let head: TakenHead = { label: '', records: 0, removed: {} };
  let stop: (why: TakeStop) => void = () => {};
  let isOver = false;
  const outcome = new Promise<Result<TakenEdit, TakeStop>>((resolve) => {
    const end = (result: Result<TakenEdit, TakeStop>): void => {
      isOver = true;
      worker.terminate();
      resolve(result);
    };
    stop = (why) => end(fail(why));
    let come = 0;
    worker.addEventListener('message', ({ data }: MessageEvent<TakeAnswer>) => {
      if (isOver) return;
      if (data.kind === 'taken') head = data;
      else if (data.kind === 'part') {
        joiner.add(data.part);
        come += countRecords(data.part);
        onProgress('bringing', come, head.records);
      } else if (data.kind === 'done')
        end(ok(toTakenEdit(order.plan, { put: joiner.toPlan(), removed: head.removed }, head.label)));
      else stop('failed');
    });
    worker.addEventListener('error', () => stop('failed'));
  });
  void send(worker, order, onProgress, () => isOver);
  return { outcome, cancel: () => stop('cancelled') };
}
