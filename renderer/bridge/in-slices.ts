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

/** Does long work step by step and lets the page answer in between; answers what the steps gave. Short work is done at once. */
export async function inSlices<T>(steps: Iterable<T>): Promise<T[]> {
  const made: T[] = [];
  let until = performance.now() + sliceMs;
  for (const step of steps) {
    made.push(step);
    if (performance.now() < until) continue;
    await nextTask();
    until = performance.now() + sliceMs;
  }
  return made;
}
