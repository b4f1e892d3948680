/** Long work in steps: between two of them something else can be done. What it returns in the end is its result. */
export type Steps<T> = Generator<unknown, T>;

/** The result of work in steps where nothing else waits. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
