import type { Steps } from '#core/base/steps.ts';

/** So long the page does one thing before it looks after what a person did meanwhile, in ms. */
const sliceMs = 10;

/** Resolves in a task of its own. A timer would do the same, but waits a second in a window that nobody sees. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
}

/** Does long work step by step and lets the page answer in between; answers its result. Short work is done at once. */
export async function inSlices<T>(steps: Steps<T>): Promise<T> {
  let until = performance.now() + sliceMs;
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() < until) continue;
    await nextTask();
    until = performance.now() + sliceMs;
  }
}

/** The same for work whose steps are what it makes, for example the pieces of a text. */
export function madeInSlices<T>(steps: Iterable<T>): Promise<readonly T[]> {
  function* collect(): Steps<readonly T[]> {
    const made: T[] = [];
    for (const each of steps) {
      made.push(each);
      yield;
    }
    return made;
  }
  return inSlices(collect());
}
