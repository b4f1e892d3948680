const crashesToAsk = 3;
const withinMs = 60_000;

/** Whether a page that is gone is loaded again at once, or the person is asked because it keeps going. */
export function isKeptCrashing(times: readonly number[], now: number): boolean {
  return times.filter((time) => now - time < withinMs).length >= crashesToAsk;
}
